import type { AdminRequestRefusal } from '../src/domain/admin-request.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton, shown, spoken } from './pieces.ts';

export interface AdminAnswerView {
  /** How the administrator knows who asks; empty when the name is not known. */
  readonly name: string;
  readonly tenant: string;
  readonly scenario: Scenario;
}

/** Shows an administrator who asks for what, and what an approval means. */
export function adminAnswerCard(view: AdminAnswerView, t: Translator): AdaptiveCard {
  const title = t('card.admin-answer.title');
  const params = { name: view.name, tenant: view.tenant };
  const scenario = t(`scenarios.${view.scenario}.name`);
  const meaning = t('card.admin-answer.what-it-means');
  return buildCard(
    t,
    { title, text: t('card.admin-answer.text', { ...spoken(params, t), scenario }) },
    [heading(title), paragraph(t('card.admin-answer.text', { ...shown(params, t), scenario })), paragraph(meaning)],
    [
      primaryButton(t('card.admin-answer.approve'), { do: 'answer-request', answer: 'approved' }),
      button(t('card.admin-answer.decline'), { do: 'answer-request', answer: 'declined' }),
      button(t('button.show-status'), { do: 'show-status' }),
    ],
  );
}

export type AdminAnsweredView =
  | { readonly kind: 'answered'; readonly answer: 'approved' | 'declined' }
  | { readonly kind: 'refused'; readonly because: AdminRequestRefusal };

/** Tells an administrator that the answer was taken, or why it was not. */
export function adminAnsweredCard(view: AdminAnsweredView, t: Translator): AdaptiveCard {
  const title = view.kind === 'answered' ? t(`card.admin-answer.${view.answer}-title`) : t('card.admin-answer.title');
  const text = view.kind === 'answered' ? t('card.admin-answer.told') : refusalText(view.because, t);
  return buildCard(
    t,
    { title, text },
    [heading(title), paragraph(text)],
    [
      ...(view.kind === 'refused' ? [button(t('button.check-again'), { do: 'check-again' })] : []),
      button(t('button.show-menu'), { do: 'show-menu' }),
    ],
  );
}

/** Somebody of another tenant learns no more than that the request is no longer there. */
function refusalText(because: AdminRequestRefusal, t: Translator): string {
  const told = because === 'wrong-tenant' ? 'expired' : because;
  return t(`card.admin-answer.refused.${told}`);
}
