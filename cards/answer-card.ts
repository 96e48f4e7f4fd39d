import type { ThreeValued } from '../src/domain/known.ts';
import type { Question } from '../src/domain/questions.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, SubmitButton } from './adaptive-card.ts';
import { type CardAction, carried } from './card-action.ts';
import { buildCard, button, heading, paragraph, primaryButton, remark, section, strong, subheading } from './pieces.ts';
import { plainText } from './plain-text.ts';

export interface AnswerView {
  readonly question: Pick<Question, 'id' | 'title' | 'paragraphs' | 'links' | 'inferred'>;
  /** Whether the answer is about this person, as far as their facts tell; `everybody` when it depends on nothing. */
  readonly fit: 'everybody' | ThreeValued;
  /** The language of the answer, by its code, if it is another one than the reader's; null otherwise. */
  readonly onlyIn: string | null;
  /** What the person typed; empty when they chose the question. */
  readonly asked: string;
}

/** Answers a typed question, says whether the answer is about this person, and asks whether it helped. */
export function answerCard(view: AnswerView, t: Translator): AdaptiveCard {
  const { question, fit, onlyIn } = view;
  const asked = carried(view.asked);
  const title = plainText(question.title, longestTitle);
  const helped = t('card.answer.helped');
  const links = question.links.map((link) => paragraph(`[${hostOf(link)}](${link})`));
  return buildCard(
    t,
    { title: question.title, text: `${question.paragraphs.join(' ')} ${helped}` },
    [
      heading(title),
      ...question.paragraphs.map((text) => paragraph(plainText(text, longestParagraph))),
      ...(onlyIn === null ? [] : [remark(t('card.answer.only-in', { language: t.languageName(onlyIn) }))]),
      ...(question.inferred ? [remark(t('card.answer.inferred'))] : []),
      ...(fit === 'everybody' ? [] : [remark(t(`card.answer.fit.${fit}`))]),
      ...(links.length === 0 ? [] : [section([subheading(t('card.topic.read-more')), ...links])]),
      strong(helped),
    ],
    [
      primaryButton(t('button.yes'), { do: 'answer-helped', id: question.id, helped: true, ...asked }),
      button(t('button.no'), { do: 'answer-helped', id: question.id, helped: false, ...asked }),
      button(t('button.carry-on'), { do: 'carry-on' }),
      button(t('button.talk-to-person'), { do: 'talk-to-person', ...asked }),
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
  );
}

const longestTitle = 200;
const longestParagraph = 2_000;
const mostChoices = 3;

/** Routes bear the sentence of their choice, everything else its own name. */
function wishButtons(wish: CardAction | null, t: Translator): readonly SubmitButton[] {
  if (wish?.do === 'choose-scenario') return [primaryButton(t(`scenarios.${wish.scenario}.choice`), wish)];
  return wish?.do === 'show-status' ? [primaryButton(t('button.show-status'), wish)] : [];
}

/** A link is called by where it leads. */
function hostOf(link: string): string {
  return URL.parse(link)?.host ?? link;
}
