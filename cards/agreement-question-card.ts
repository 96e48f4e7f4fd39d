import { agreementAnswers } from '../src/domain/offers.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, bullets, button, heading, paragraph } from './pieces.ts';

/** Nothing varies yet: the same two questions for everybody. */
export type AgreementQuestionView = Readonly<Record<string, never>>;

/** Asks two plain questions about the agreement, when the facts fit more than one. No answer is put forward. */
export function agreementQuestionCard(_view: AgreementQuestionView, t: Translator): AdaptiveCard {
  const title = t('agreement.title');
  const intro = t('agreement.intro');
  const questions = [t('agreement.question-enterprise'), t('agreement.question-partner')];
  return buildCard(
    t,
    { title, text: [intro, ...questions].join(' ') },
    [heading(title), paragraph(intro), ...bullets(questions)],
    [
      ...agreementAnswers.map((answer) =>
        button(t(`agreement.${answer}`), { do: 'answer-agreement' as const, answer }),
      ),
      button(t('button.why-do-you-ask'), { do: 'why-do-you-ask', about: 'agreement' }),
    ],
    agreementAnswers.length,
  );
}
