import { groupAlike } from '../../domain/group-alike.ts';
import type { TextKey, Translator } from '../../i18n/index.ts';
import {
  type KeptQuestion,
  type QuestionCount,
  type QuestionOutcome,
  questionOutcomes,
} from '../../ports/question-log.ts';
import { type Html, html, nothing } from '../html.ts';
import { placePage } from './page-parts.ts';
import { page, placeQuestionsFile } from './pages.ts';

export interface QuestionsPageView {
  readonly formToken: string;
  readonly counts: readonly QuestionCount[];
  /** `elsewhere`: they are kept, but not for this operator. */
  readonly keepsTexts: boolean | 'elsewhere';
  readonly texts: readonly KeptQuestion[];
  /** The title of an entry; null when it is gone. */
  readonly titleOf: (id: string) => string | null;
}

/** With these a question begins; the others say what became of it. */
const firstOutcomes: readonly QuestionOutcome[] = ['answer', 'did-you-mean', 'none', 'off-topic'];
/** Headings, which are their anchors too. */
const parts = ['days', 'entries', 'texts'] as const;
const mostDays = 31;
const mostEntries = 30;
const mostGroups = 100;
const mostInGroup = 5;

/** How questions end: per day, the entries that do not help, and the wording of what had no good answer. */
export function questionsPage(t: Translator, view: QuestionsPageView): Html {
  const asked = sum(view.counts.filter(({ outcome }) => firstOutcomes.includes(outcome)));
  return page(t, {
    title: t('operator.questions.title'),
    formToken: view.formToken,
    content: html`<p><a href="${placePage}">${t('operator.do.to-list')}</a></p>
<h1>${t('operator.questions.title')}</h1>
<p>${t('operator.questions.asked', { count: asked })}</p>
<p class="quiet">${t('operator.questions.nobody')}</p>
${
  asked === 0
    ? nothing
    : html`${contents(t)}
${tables(t, view)}`
}
<h2 id="texts">${t('operator.questions.texts')}</h2>
${textsPart(t, view)}
<p><a class="button" href="${placeQuestionsFile}" download>${t('operator.questions.csv')}</a></p>`,
  });
}

/** A month of days is long on a phone: what an editor comes for is one press away. */
function contents(t: Translator): Html {
  const links = parts.map((part) => html`<a href="#${part}">${t(`operator.questions.${part}`)}</a>`);
  return html`<nav class="contents" aria-label="${t('operator.questions.title')}">${links}</nav>`;
}

function tables(t: Translator, { counts, titleOf }: QuestionsPageView): Html {
  return html`<h2 id="days">${t('operator.questions.days')}</h2>
<p class="quiet">${t('operator.questions.days-about')}</p>
${table(t, 'days', ['day', ...questionOutcomes], dayRows(t, counts))}
<h2 id="entries">${t('operator.questions.entries')}</h2>
${table(t, 'entries', ['entry', 'shown', 'helped', 'did-not-help'], entryRows(t, counts, titleOf))}`;
}

type Column =
  Extract<TextKey, `operator.questions.column.${string}`> extends `operator.questions.column.${infer Name}`
    ? Name
    : never;

function table(t: Translator, id: string, names: readonly Column[], rows: readonly Html[]): Html {
  const heads = names.map((name) => html`<th scope="col">${t(`operator.questions.column.${name}`)}</th>`);
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table class="counts" aria-labelledby="${id}">
<thead><tr>${heads}</tr></thead>
<tbody>
${rows}
</tbody></table></div>`;
}

function row(t: Translator, head: string | Html, cells: readonly (readonly [Column, string | number])[]): Html {
  const shown = cells.map(
    ([name, content]) => html`<td data-label="${t(`operator.questions.column.${name}`)}">${content}</td>`,
  );
  return html`<tr><th scope="row">${head}</th>${shown}</tr>
`;
}

function dayRows(t: Translator, counts: readonly QuestionCount[]): readonly Html[] {
  const days = [...new Set(counts.map(({ day }) => day))].sort().toReversed().slice(0, mostDays);
  return days.map((day) => {
    const ofDay = counts.filter((one) => one.day === day);
    return row(
      t,
      day,
      questionOutcomes.map((outcome) => [outcome, sum(ofDay.filter((one) => one.outcome === outcome))] as const),
    );
  });
}

/** The entries that helped least come first. */
function entryRows(
  t: Translator,
  counts: readonly QuestionCount[],
  titleOf: QuestionsPageView['titleOf'],
): readonly Html[] {
  const ids = [...new Set(counts.flatMap(({ found }) => found ?? []))];
  const entries = ids.map((id) => {
    const of = (outcome: QuestionOutcome) => sum(counts.filter((one) => one.found === id && one.outcome === outcome));
    return { id, shown: of('answer') + of('chosen'), helped: of('helped'), not: of('did-not-help') };
  });
  const worst = entries.toSorted((a, b) => b.not - a.not || b.shown - a.shown).slice(0, mostEntries);
  return worst.map(({ id, shown, helped, not }) =>
    row(t, html`${id} ${titleOf(id) ?? ''}`, [
      ['shown', shown],
      ['helped', helped],
      ['did-not-help', not],
    ]),
  );
}

function textsPart(t: Translator, { keepsTexts, texts }: QuestionsPageView): Html {
  if (texts.length === 0) return html`<p>${t(`operator.questions.${whyNone(keepsTexts)}`)}</p>`;
  const groups = groupAlike(texts).slice(0, mostGroups);
  return html`<p class="quiet">${t('operator.questions.texts-about')}</p>
<ol>
${groups.map(({ members }) => groupItem(t, members))}
</ol>`;
}

function whyNone(keepsTexts: QuestionsPageView['keepsTexts']): 'no-texts' | 'not-yours' | 'counts-only' {
  if (keepsTexts === 'elsewhere') return 'not-yours';
  return keepsTexts ? 'no-texts' : 'counts-only';
}

function groupItem(t: Translator, members: readonly KeptQuestion[]): Html {
  const [first, ...others] = [...new Set(members.map(({ text }) => text))].slice(0, mostInGroup);
  const more = others.map((text) => html`<br>${text}`);
  return html`<li><strong>${first ?? ''}</strong> (${t('operator.questions.times', { count: members.length })})${more}</li>
`;
}

function sum(counts: readonly QuestionCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
