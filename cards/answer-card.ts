import type { ThreeValued } from '../src/domain/known.ts';
import type { NextStep, OwnFact, Question } from '../src/domain/questions.ts';
import type { StatusView } from '../src/domain/status.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { ActionSet, AdaptiveCard, CardElement, SubmitButton, TextBlock } from './adaptive-card.ts';
import { type ActionOf, type CardAction, carried } from './card-action.ts';
import {
  buildCard,
  button,
  everyChoice,
  fold,
  heading,
  paragraph,
  primaryButton,
  remark,
  strong,
  subheading,
} from './pieces.ts';
import { plainText } from './plain-text.ts';
import { spokenRows, statusRows } from './status-card.ts';

/** Something that a person may want after an answer: another question by its title, or what the bot does. */
export type AnswerOffer =
  | { readonly kind: 'question'; readonly id: string; readonly title: string }
  | { readonly kind: 'step'; readonly step: AnswerStep };

/** What the bot does itself. */
type AnswerStep = Exclude<NextStep, `q${number}`>;

export interface AnswerView {
  readonly question: Pick<Question, 'id' | 'title' | 'paragraphs' | 'links' | 'inferred'>;
  /** Whether the answer is about this person, as far as their facts tell; `everybody` when it depends on nothing. */
  readonly fit: 'everybody' | ThreeValued;
  /** The language of the answer, by its code, if it is another one than the reader's; null otherwise. */
  readonly onlyIn: string | null;
  /** What the person typed; empty when they chose the question. */
  readonly asked: string;
  /** Best first; a person can always be asked for. */
  readonly next: readonly AnswerOffer[];
  /** What was read about them that answers it; null where nothing was, or nothing could. */
  readonly own?: { readonly status: StatusView; readonly parts: readonly OwnFact[] } | null;
}

/** Answers a typed question, says whether the answer is about this person, offers what comes next, and asks whether it helped. */
export function answerCard(view: AnswerView, t: Translator): AdaptiveCard {
  const { question, fit, onlyIn, next } = view;
  const own = view.own == null ? null : statusRows(view.own.status, view.own.parts, t);
  const asked = carried(view.asked);
  const title = plainText(question.title, longestTitle);
  const helped = t('card.answer.helped');
  const onward = next.flatMap((offer) => (offer.kind === 'step' ? [stepOnward(offer.step, asked)] : []));
  const related = next.filter((offer) => offer.kind === 'question');
  const remarks = [
    ...generalRemarks(question, onlyIn, t),
    ...(fit === 'everybody' ? [] : [t(`card.answer.fit.${fit}`)]),
  ];
  const taken =
    title.length +
    remarks.join('').length +
    (onward.length === 0 ? 0 : lettersOfButton) +
    (view.own?.parts.length ?? 0) * lettersOfOwn;
  const [inSight, rest] = cutAfter(question.paragraphs, lettersInSight - taken, onlyIn ?? t.locale);
  return buildCard(
    t,
    { title: question.title, text: [...spokenRows(own, t), ...question.paragraphs, helped].join(' ') },
    [
      subheading(title),
      ...(own === null ? [] : [own]),
      ...inSight.map(answerParagraph),
      ...remarks.map(remark),
      ...rowOf(onward.slice(0, 1).map((action) => primaryButton(onwardLabel(action, t), action))),
      ...fold(t('card.topic.read-more'), moreOf(question, rest)),
      ...fold(
        t('card.answer.see-also'),
        rowOf(related.map(({ id, title: label }) => button(label, { do: 'ask-question', id }))),
      ),
      strong(helped),
    ],
    [
      button(t('button.yes'), {
        do: 'answer-helped',
        id: question.id,
        helped: true,
        ...asked,
      }),
      button(t('button.no'), { do: 'answer-helped', id: question.id, helped: false, ...asked }),
      ...onward.slice(1).map((action) => button(onwardLabel(action, t), action)),
      button(t('button.carry-on'), { do: 'carry-on' }),
      ...(next.some((offer) => offer.kind === 'step' && offer.step === 'person')
        ? []
        : [button(t('button.talk-to-person'), { do: 'talk-to-person', ...asked })]),
    ],
  );
}

export interface QuestionChoicesView {
  /** Best first. */
  readonly questions: readonly Pick<Question, 'id' | 'title'>[];
  /** What the bot could do instead; null when nothing was near. */
  readonly wish: CardAction | null;
  /** `perhaps`: nothing fits well enough. `others`: the first answer did not help. */
  readonly because: 'perhaps' | 'others';
  /** What the person typed; empty when they typed nothing. */
  readonly asked: string;
}

/** Offers what may have been meant: something that the bot can do, questions, none of these. */
export function questionChoicesCard(view: QuestionChoicesView, t: Translator): AdaptiveCard {
  const title = t(`card.question-choices.${view.because}-title`);
  const text = t(`card.question-choices.${view.because}-text`);
  const asked = carried(view.asked);
  return buildCard(
    t,
    { title, text: `${text} ${view.questions.map((question) => question.title).join(' ')}` },
    [heading(title), paragraph(text)],
    [
      ...wishButtons(view.wish, t),
      ...view.questions
        .slice(0, mostChoices)
        .map(({ id, title: label }) => button(label, { do: 'ask-question', id, ...asked })),
      button(t('button.none-of-these'), { do: 'none-of-these', ...asked }),
      button(t('button.talk-to-person'), { do: 'talk-to-person', ...asked }),
    ],
    everyChoice,
  );
}

/** The answer alone, as somebody else gets it: nothing of who looked it up, and nothing to press. */
export function answerParts(
  question: Pick<Question, 'title' | 'paragraphs' | 'links' | 'inferred'>,
  onlyIn: string | null,
  t: Translator,
): readonly CardElement[] {
  const title = plainText(question.title, longestTitle);
  const [inSight, rest] = cutAfter(question.paragraphs, lettersInSight - title.length, onlyIn ?? t.locale);
  return [
    subheading(title),
    ...inSight.map(answerParagraph),
    ...generalRemarks(question, onlyIn, t).map(remark),
    ...fold(t('card.topic.read-more'), moreOf(question, rest)),
  ];
}

function generalRemarks({ inferred }: Pick<Question, 'inferred'>, onlyIn: string | null, t: Translator) {
  return [
    ...(onlyIn === null ? [] : [t('card.answer.only-in', { language: t.languageName(onlyIn) })]),
    ...(inferred ? [t('card.answer.inferred')] : []),
  ];
}

function moreOf({ links }: Pick<Question, 'links'>, rest: readonly string[]): readonly TextBlock[] {
  return [...rest.map(answerParagraph), ...links.map((link) => paragraph(`[${hostOf(link)}](${link})`))];
}

const longestTitle = 200;
const longestParagraph = 2_000;
/** What an answer may show at once, so that a phone shows all of it, counted in letters of the text; the rest is a press away. */
const lettersInSight = 280;
const lettersOfButton = 80;
/** As much room as each thing takes that was read about somebody: the general answer goes below the fold. */
const lettersOfOwn = 200;
const mostChoices = 3;

function wishButtons(wish: CardAction | null, t: Translator): readonly SubmitButton[] {
  if (wish?.do !== 'choose-scenario' && wish?.do !== 'show-status') return [];
  return [primaryButton(onwardLabel(wish, t), wish)];
}

function answerParagraph(text: string): TextBlock {
  return paragraph(plainText(text, longestParagraph));
}

/** The first whole sentences of so many letters, at least one; and everything after them. */
function cutAfter(paragraphs: readonly string[], letters: number, locale: string) {
  const inSight: string[] = [];
  const rest: string[] = [];
  let left = letters;
  for (const text of paragraphs) {
    const sentences = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)];
    let at = 0;
    for (const { segment } of sentences) {
      if (rest.length > 0 || (left < segment.length && left < letters)) break;
      left -= segment.length;
      at += segment.length;
    }
    if (at > 0) inSight.push(text.slice(0, at).trim());
    if (at < text.length) rest.push(text.slice(at));
  }
  return [inSight, rest] as const;
}

type OnwardAction = ActionOf<'choose-scenario' | 'show-status' | 'talk-to-person'>;

/** What the button of a step does. */
function stepOnward(step: AnswerStep, asked: { readonly asked?: string } = {}): OnwardAction {
  switch (step) {
    case 'status':
      return { do: 'show-status' };
    case 'person':
      return { do: 'talk-to-person', ...asked };
    case 'route:add-azure':
      return { do: 'choose-scenario', scenario: 'add-azure' };
    case 'route:add-microsoft-365':
      return { do: 'choose-scenario', scenario: 'add-microsoft-365' };
    case 'route:join':
      return { do: 'choose-scenario', scenario: 'join' };
  }
}

/** Routes bear the sentence of their choice, everything else its own name. */
function onwardLabel(action: OnwardAction, t: Translator): string {
  return action.do === 'choose-scenario' ? t(`scenarios.${action.scenario}.choice`) : t(`button.${action.do}`);
}

function rowOf(actions: readonly SubmitButton[]): readonly ActionSet[] {
  return actions.length === 0 ? [] : [{ type: 'ActionSet', actions }];
}

/** A link is called by where it leads. */
function hostOf(link: string): string {
  return URL.parse(link)?.host ?? link;
}
