import { type AnswerOffer, answerCard } from '../../cards/answer-card.ts';
import type { CardAction } from '../../cards/card-action.ts';
import { understand } from '../../src/bot/input/understand.ts';
import { Understanding } from '../../src/bot/input/understanding.ts';
import { isQuestionId, type Question } from '../../src/domain/questions.ts';
import { createTranslator, phrasesOf } from '../../src/i18n/index.ts';
import { localeOf } from '../../src/i18n/locale-of.ts';
import { buttonsIn } from '../builders/buttons-in.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { realContent, realIndex } from './question-sets.ts';

interface Button {
  readonly title: string;
  readonly data: CardAction;
}

const questions = realIndex();
const understanding = new Understanding(phrasesOf);
const all = Object.values(realContent().questions).flat();

test('what stands on the buttons below each answer is understood when it is typed, and does the same', () => {
  const buttons = all.flatMap((question) =>
    buttonsBelow(question).map((button) => ({
      title: `${question.locale} ${question.id}: “${button.title}”`,
      button,
      locale: question.locale,
    })),
  );

  expect(buttons.length).toBeGreaterThan(all.length);
  expect(
    offendersAmong(buttons, ({ button, locale }) => {
      const { sense } = understand(button.title, { locale, after: null }, { questions, understanding });
      if (sense.kind === 'answer' && button.data.do === 'ask-question' && sense.id === button.data.id) return [];
      const isSame = sense.kind === 'intent' && JSON.stringify(sense.intent) === JSON.stringify(button.data);
      return isSame ? [] : [JSON.stringify(sense)];
    }),
  ).toEqual([]);
});

/** Those that lead on, without yes, no and the way back. */
function buttonsBelow(question: Question): readonly Button[] {
  const next = question.next.map((step): AnswerOffer => {
    if (!isQuestionId(step)) return { kind: 'step', step };
    return { kind: 'question', id: step, title: questions.get(step, question.locale)?.title ?? '' };
  });
  const card = answerCard(
    { question, fit: 'everybody', onlyIn: null, asked: '', next },
    createTranslator(localeOf(question.locale)),
  );
  return buttonsIn<Button>(card.body);
}
