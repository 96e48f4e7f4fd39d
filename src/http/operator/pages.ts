import { type TicketState, ticketStates } from '../../domain/ticket.ts';
import type { TextKey, Translator } from '../../i18n/index.ts';
import type { EffectRecord, TicketRecord } from '../../ports/ticket-records.ts';
import { type Html, html, nothing } from '../html.ts';
import { chartsPart, countsPart } from './charts.ts';
import { localTimes } from './local-times.ts';
import {
  type OverviewFilter,
  type OverviewPage,
  type OverviewRow,
  type OverviewSummary,
  standingOf,
} from './overview.ts';
import { aboutText, listAddress, placePage, stateText } from './page-parts.ts';

/** A desk whose tickets the operator may see. */
export interface SeenDesk {
  readonly id: string;
  readonly name: string;
}

export const operatorStylePath = '/operator/style.css';
export const placeSignIn = '/operator/sign-in';
export const placeSignOut = '/operator/sign-out';
export const placeOutcomes = '/operator/outcomes.csv';
export const placeQuestions = '/operator/questions';
export const placeQuestionsFile = '/operator/questions.csv';

export type NoteId =
  | 'signed-out'
  | 'session-over'
  | 'role-missing'
  | 'foreign-tenant'
  | 'sign-in-failed'
  | 'misconfigured'
  | 'unavailable'
  | 'too-many'
  | 'not-there'
  | 'form-refused';

/** The link or button on a page that only shows a message. */
export interface WayOut {
  readonly says: 'sign-in' | 'sign-in-again' | 'to-list';
  readonly href: string;
}

export function notePage(t: Translator, note: NoteId, wayOut: WayOut, role = ''): Html {
  const title = t(`operator.pages.${note}.title`);
  return page(t, {
    title,
    formToken: null,
    content: html`<h1>${title}</h1>
<p>${t(`operator.pages.${note}.text`, { role })}</p>
<p><a class="button" href="${wayOut.href}">${t(`operator.do.${wayOut.says}`)}</a></p>`,
  });
}

export interface ListPageView {
  readonly formToken: string;
  readonly desks: readonly SeenDesk[];
  readonly filter: OverviewFilter;
  readonly page: OverviewPage;
  readonly summary: OverviewSummary;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
  /** Whether they may see how questions end. */
  readonly seesQuestions: boolean;
}

export function listPage(t: Translator, view: ListPageView): Html {
  const { desks, filter, page: shown } = view;
  const table = html`<div class="scroll" role="region" aria-labelledby="found" tabindex="0"><table aria-labelledby="found">
<thead><tr>${columns(t, ['number', 'desk', 'about', 'state', 'why', 'changed', 'delivery'])}</tr></thead>
<tbody>
${shown.rows.map((row) => listRow(t, row, desks))}
</tbody></table></div>
${pager(t, filter, shown)}`;
  return page(t, {
    title: listTitle(t, view),
    formToken: view.formToken,
    content: html`<h1>${t('operator.title')}</h1>
${countsPart(t, view.summary, filter)}
<p class="quiet">${t('operator.no-words')}</p>
${filterForm(t, filter, desks)}
<h2 id="found">${t('operator.found', { count: shown.count })}</h2>
${shown.count === 0 ? html`<p>${t('operator.nothing-found')}</p>` : table}
${chartsPart(t, view.summary)}
<p class="quiet">${asOf(t, view.takenAt)}</p>
<p><a class="button" href="${placeOutcomes}" download>${t('operator.do.csv')}</a>${view.seesQuestions ? html` <a class="button" href="${placeQuestions}">${t('operator.questions.title')}</a>` : nothing}</p>`,
  });
}

/** Filter, what was found and page: tabs and history are told apart by it, and it is the first thing that is read aloud. */
function listTitle(t: Translator, { desks, filter, page: { page: at, pages, count } }: ListPageView): string {
  const parts = [
    t('operator.title'),
    ...desks.filter(({ id }) => id === filter.desk).map(({ name }) => name),
    ...(filter.state === null ? [] : [t(`operator.state.${filter.state}`)]),
    ...(filter.only === 'dead' ? [t('operator.filter.only-dead')] : []),
    t('operator.found', { count }),
    ...(pages === 1 ? [] : [t('operator.page-of', { page: at, pages })]),
  ];
  return parts.join(' · ');
}

export interface TicketPageView {
  readonly formToken: string;
  readonly desk: SeenDesk;
  readonly ticket: TicketRecord;
  /** Number of effects just sent again; null if nobody asked for it. */
  readonly replayed: number | null;
}

export function ticketPage(t: Translator, { formToken, desk, ticket, replayed }: TicketPageView): Html {
  const title = t('operator.one-title', { number: ticket.number === '' ? '–' : ticket.number, desk: desk.name });
  const hasDead = ticket.effects.some(({ fate }) => fate === 'dead');
  return page(t, {
    title,
    formToken,
    content: html`<p><a href="${placePage}">${t('operator.do.to-list')}</a></p>
<h1>${title}</h1>
${replayed === null ? nothing : html`<p class="notice" role="status">${replayedText(t, replayed)}</p>`}
<dl>
<dt>${t('operator.column.state')}</dt><dd>${stateText(t, ticket.state)}</dd>
<dt>${t('operator.column.about')}</dt><dd>${aboutText(t, ticket.about)}</dd>
<dt>${t('operator.column.received')}</dt><dd>${moment(ticket.receivedAt)}</dd>
<dt>${t('operator.column.changed')}</dt><dd>${moment(ticket.changedAt)}</dd>
</dl>
<p class="quiet">${t('operator.no-words')}</p>
${hasDead ? replayForm(t, ticket.id, formToken) : nothing}
<h2 id="history">${t('operator.section.history')}</h2>
<div class="scroll" role="region" aria-labelledby="history" tabindex="0"><table aria-labelledby="history">
<thead><tr>${columns(t, ['when', 'state', 'why'])}</tr></thead>
<tbody>
${ticket.history.map((step) => historyRow(t, step))}
</tbody></table></div>
<h2 id="outbox">${t('operator.section.outbox')}</h2>
<div class="scroll" role="region" aria-labelledby="outbox" tabindex="0"><table aria-labelledby="outbox">
<thead><tr>${columns(t, ['effect', 'fate', 'planned', 'tries', 'next-try', 'status'])}</tr></thead>
<tbody>
${ticket.effects.map((effect) => effectRow(t, effect))}
</tbody></table></div>`,
  });
}

/** A page with its head, the way to sign out, and its content. */
export function page(
  t: Translator,
  { title, formToken, content }: { readonly title: string; readonly formToken: string | null; readonly content: Html },
): Html {
  return html`<!doctype html>
<html lang="${t.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · OneTenant</title>
<link rel="stylesheet" href="${operatorStylePath}">
</head>
<body>
<a class="skip" href="#content">${t('operator.skip-to-content')}</a>
<header><p><strong>OneTenant</strong></p>${formToken === null ? nothing : signOutForm(t, formToken)}</header>
<main id="content" tabindex="-1">
${content}
</main>
${localTimes}
</body>
</html>
`;
}

function signOutForm(t: Translator, formToken: string): Html {
  return html`<form method="post" action="${placeSignOut}">${tokenField(formToken)}<button>${t('operator.do.sign-out')}</button></form>`;
}

function replayForm(t: Translator, id: string, formToken: string): Html {
  return html`<section class="notice" aria-labelledby="dead"><h2 id="dead">${t('operator.section.dead')}</h2>
<p>${t('operator.replay-why')}</p>
<form method="post" action="${placePage}/tickets/${id}/replay">${tokenField(formToken)}<button>${t('operator.do.replay')}</button></form></section>`;
}

function tokenField(formToken: string): Html {
  return html`<input type="hidden" name="token" value="${formToken}">`;
}

function filterForm(t: Translator, filter: OverviewFilter, desks: readonly SeenDesk[]): Html {
  const states = ticketStates.map((state) => ({ value: state, label: t(`operator.state.${state}`) }));
  const named = desks.map(({ id, name }) => ({ value: id, label: name }));
  const dead = [{ value: 'dead', label: t('operator.filter.only-dead') }];
  return html`<form class="filter" method="get" action="${placePage}">
${select(t, 'desk', t('operator.filter.desk'), named, filter.desk)}
${select(t, 'state', t('operator.filter.state'), states, filter.state)}
${select(t, 'only', t('operator.filter.delivery'), dead, filter.only === 'dead' ? 'dead' : null)}
<button>${t('operator.do.filter')}</button>
</form>`;
}

function select(
  t: Translator,
  name: string,
  label: string,
  options: readonly { readonly value: string; readonly label: string }[],
  chosen: string | null,
): Html {
  const all = { value: '', label: t('operator.filter.all') };
  const shown = [all, ...options].map((option) =>
    option.value === (chosen ?? '')
      ? html`<option value="${option.value}" selected>${option.label}</option>`
      : html`<option value="${option.value}">${option.label}</option>`,
  );
  return html`<label>${label}<select name="${name}">${shown}</select></label>`;
}

type Column = Extract<TextKey, `operator.column.${string}`> extends `operator.column.${infer Name}` ? Name : never;

function columns(t: Translator, names: readonly Column[]): readonly Html[] {
  return names.map((name) => html`<th scope="col">${t(`operator.column.${name}`)}</th>`);
}

function listRow(t: Translator, row: OverviewRow, desks: readonly SeenDesk[]): Html {
  const desk = desks.find(({ id }) => id === row.deskId)?.name ?? row.deskId;
  return html`<tr><th scope="row"><a href="${placePage}/tickets/${row.id}">${row.number === '' ? '–' : row.number}</a></th>
${cell(t, 'desk', desk)}${cell(t, 'about', aboutText(t, row.about))}${cell(t, 'state', stateText(t, row.state))}
${cell(t, 'why', becauseText(t, row.because))}${cell(t, 'changed', moment(row.changedAt))}${cell(t, 'delivery', deliveryText(t, row))}</tr>
`;
}

function cell(t: Translator, name: Column, content: string | number | Html): Html {
  return html`<td data-label="${t(`operator.column.${name}`)}">${content}</td>`;
}

function deliveryText(t: Translator, { dead, refused, waiting }: OverviewRow): Html {
  if (dead > 0) return html`<span class="bad">${t('operator.dead-count', { count: dead })}</span>`;
  if (refused > 0) return html`<span class="bad">${t('operator.refused-count', { count: refused })}</span>`;
  return waiting > 0 ? html`${t('operator.waiting-count', { count: waiting })}` : html`–`;
}

function historyRow(t: Translator, step: TicketRecord['history'][number]): Html {
  return html`<tr>${cell(t, 'when', moment(step.at))}${cell(t, 'state', stateText(t, step.to))}${cell(t, 'why', becauseText(t, step.because))}</tr>
`;
}

function effectRow(t: Translator, effect: EffectRecord): Html {
  const { kind, plannedAt, tries, nextAt, lastStatus, signInFault, stateRefused } = effect;
  const standing = standingOf(effect);
  const text = t(`operator.fate.${standing}`);
  const said = signInFault === null ? (stateRefused?.words ?? '') : t(`operator.sign-in.${signInFault}`);
  const words = said === '' ? nothing : html`<br>${said}`;
  const isWell = standing === 'waiting' || standing === 'delivered';
  const fateText = html`${isWell ? text : html`<span class="bad">${text}</span>`}${words}`;
  return html`<tr>${cell(t, 'effect', t(`operator.effect.${kind}`))}
${cell(t, 'fate', fateText)}${cell(t, 'planned', moment(plannedAt))}
${cell(t, 'tries', tries)}${cell(t, 'next-try', nextAt === null ? '–' : moment(nextAt))}${cell(t, 'status', stateRefused?.status ?? lastStatus ?? '–')}</tr>
`;
}

function pager(t: Translator, filter: OverviewFilter, { page: at, pages }: OverviewPage): Html {
  if (pages === 1) return nothing;
  const text = t('operator.page-of', { page: at, pages });
  const newer =
    at > 1 ? html`<a rel="prev" href="${listAddress(filter, at - 1)}">${t('operator.do.previous')}</a>` : nothing;
  const older =
    at < pages ? html`<a rel="next" href="${listAddress(filter, at + 1)}">${t('operator.do.next')}</a>` : nothing;
  return html`<nav class="pages" aria-label="${text}">${newer}<span>${text}</span>${older}</nav>`;
}

/** In UTC, as in logs; `localTimes` turns it into the reader's own time. */
function moment(iso: string): Html {
  return html`<time datetime="${iso}">${readable(iso)}</time>`;
}

function readable(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}

function asOf(t: Translator, takenAt: number): Html {
  const mark = '|';
  const [before = '', after = ''] = t('operator.as-of', { time: mark }).split(mark);
  return html`${before}${moment(new Date(takenAt).toISOString())}${after}`;
}

function replayedText(t: Translator, count: number): string {
  return count === 0 ? t('operator.nothing-to-replay') : t('operator.replayed', { count });
}

type Because = Extract<TextKey, `operator.because.${string}`> extends `operator.because.${infer Name}` ? Name : never;

// Reasons come from stored records that another release may have written; an unknown one is shown unchanged.
const becauses = {
  'in-teams': true,
  'no-reaction': true,
  'left-off': true,
  'already-done': true,
  status: true,
  link: true,
  declined: true,
  asked: true,
  'beyond-the-bot': true,
  'not-proven': true,
  'other-person': true,
  'nobody-named': true,
  'foreign-tenant': true,
  'foreign-domain': true,
  'unknown-person': true,
  'cannot-tell': true,
} satisfies Record<Because, true>;

function becauseText(t: Translator, because: string | null): string {
  if (because === null) return '–';
  return isBecause(because) ? t(`operator.because.${because}`) : because;
}

function isBecause(text: string): text is Because {
  return Object.hasOwn(becauses, text);
}

/** Whether a text from a URL is a state. */
export function isTicketState(text: string | null): text is TicketState {
  return ticketStates.some((state) => state === text);
}
