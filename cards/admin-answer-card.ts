import type { AdminRequestRefusal } from '../src/domain/admin-request.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton, remark, shown, spoken } from './pieces.ts';

export interface AdminAnswerView {
  /** How the administrator knows who asks; empty when the name is not known. */
  readonly name: string;
  readonly tenant: string;
  readonly scenario: Scenario;
  /** An Owner of a subscription is asked, not an administrator. */
  readonly asksOwner?: boolean;
}

/** Shows an administrator who asks for what, and what an approval means. */
export function adminAnswerCard(view: AdminAnswerView, t: Translator): AdaptiveCard {
  const title = t('card.admin-answer.title');
  const params = { name: view.name, tenant: view.tenant };
  const scenario = t(`scenarios.${view.scenario}.name`);
  const meaning = t('card.admin-answer.what-it-means');
  const asked = view.asksOwner === true ? 'text-to-owner' : 'text';
  return buildCard(
    t,
    { title, text: t(`card.admin-answer.${asked}`, { ...spoken(params, t), scenario }) },
    [heading(title), paragraph(t(`card.admin-answer.${asked}`, { ...shown(params, t), scenario })), paragraph(meaning)],
    [
      primaryButton(t('card.admin-answer.approve'), { do: 'answer-request', answer: 'approved' }),
      button(t('card.admin-answer.decline'), { do: 'answer-request', answer: 'declined' }),
      button(t('button.show-status'), { do: 'show-status' }),
    ],
  );
}

export interface AcceptAnswerView {
  /** How the administrator knows who asks; empty when the name is not known. */
  readonly name: string;
  readonly tenant: string;
  /** Where the portal lets them accept; null when the Owner did not give it. */
  readonly link: string | null;
  /** No document says whether their role is enough. */
  readonly isRoleUncertain: boolean;
}

/** Shows an administrator which subscription they are asked to accept, and where. Accepting happens in the portal, never here. */
export function acceptAnswerCard(view: AcceptAnswerView, t: Translator): AdaptiveCard {
  const title = t('card.accept-answer.title');
  const params = { name: view.name, tenant: view.tenant };
  const { link } = view;
  return buildCard(
    t,
    { title, text: t('card.accept-answer.text', spoken(params, t)) },
    [
      heading(title),
      paragraph(t('card.accept-answer.text', shown(params, t))),
      paragraph(t(link === null ? 'card.accept-answer.without-link' : 'card.accept-answer.with-link')),
      ...(view.isRoleUncertain ? [paragraph(t('card.accept-answer.role-uncertain'))] : []),
      remark(t('card.accept-answer.what-it-means')),
    ],
    [
      ...(link === null ? [] : [{ type: 'Action.OpenUrl', title: t('card.accept-answer.open'), url: link } as const]),
      primaryButton(t('card.accept-answer.accepted'), { do: 'answer-request', answer: 'approved' }),
      button(t('card.accept-answer.not-accepted'), { do: 'answer-request', answer: 'declined' }),
      button(t('button.show-status'), { do: 'show-status' }),
    ],
    link === null ? 2 : 3,
  );
}

export type AdminAnsweredView =
  | { readonly kind: 'answered'; readonly answer: 'approved' | 'declined' }
  | {
      readonly kind: 'refused';
      readonly because: AdminRequestRefusal;
      /** The reader's own tenant. */
      readonly tenant: string;
      /** Where they have to sign in instead; only with `other-target`. */
      readonly forTenantId?: string;
    };

/** Tells an administrator that the answer was taken, or why it was not. */
export function adminAnsweredCard(view: AdminAnsweredView, t: Translator): AdaptiveCard {
  const title = view.kind === 'answered' ? t(`card.admin-answer.${view.answer}-title`) : t('card.admin-answer.title');
  const text = (names: typeof shown): string =>
    view.kind === 'answered' ? t('card.admin-answer.told') : refusalText(view, t, names);
  return buildCard(
    t,
    { title, text: text(spoken) },
    [heading(title), paragraph(text(shown))],
    [
      ...(view.kind === 'refused' && view.because === 'other-target'
        ? [button(t('button.sign-out'), { do: 'sign-out' })]
        : []),
      ...(view.kind === 'refused' ? [button(t('button.check-again'), { do: 'check-again' })] : []),
      button(t('button.show-menu'), { do: 'show-menu' }),
    ],
  );
}

/** Somebody of another tenant learns no more than that the request is no longer there. */
function refusalText(
  view: AdminAnsweredView & { readonly kind: 'refused' },
  t: Translator,
  names: typeof shown,
): string {
  const told = view.because === 'wrong-tenant' ? 'expired' : view.because;
  return t(`card.admin-answer.refused.${told}`, {
    ...names({ tenant: view.tenant }, t),
    target: view.forTenantId ?? '',
  });
}
