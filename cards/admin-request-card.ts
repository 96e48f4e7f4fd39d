import { isForOwner } from '../src/domain/admin-request.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { BillingRoleAsked, Blocker } from '../src/domain/verdict.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { buildCard, button, heading, paragraph, primaryButton, remark, spoken, textToSend } from './pieces.ts';

export interface AdminRequestView {
  readonly scenario: Scenario;
  /** The tenant's name; empty when it is not known. */
  readonly tenant: string;
  readonly blockers: readonly Blocker[];
  /** Whether nobody could see if it is here already: then the administrator looks before anybody buys. */
  readonly isGoalUnseen?: boolean;
  /** Whether a role on the billing account is what is asked for, alone or beside that of the tenant; null where it is not. */
  readonly billingRole?: BillingRoleAsked | null;
  /** What the administrator types in a chat with the bot. */
  readonly code: string;
  /** A page that opens that chat; null when the organisation has none. */
  readonly url: string | null;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** A ready text that people can copy and send to their administrator. */
export function adminRequestCard(view: AdminRequestView, t: Translator): AdaptiveCard {
  const title = t('card.admin-request.title');
  const text = t('card.admin-request.text');
  return buildCard(
    t,
    { title, text },
    [
      heading(title),
      paragraph(text),
      textToSend(adminRequestText(view, t), t),
      remark(t('card.admin-request.expires', { date: t.date(view.expiresAt) })),
    ],
    [
      primaryButton(t('button.check-again'), { do: 'check-again' }),
      button(t('button.remind-tomorrow'), { do: 'remind-me', when: 'tomorrow' }),
      button(t('button.talk-to-person'), { do: 'talk-to-person' }),
      button(t('button.show-menu'), { do: 'show-menu' }),
    ],
  );
}

/** The same text without the card, for a ticket or an e-mail. */
export function adminRequestText(view: AdminRequestView, t: Translator): string {
  const opened = view.url === null ? [] : [t('card.admin-request.link', { url: view.url })];
  return [adminRequestMessage(view, t), ...opened, t('card.admin-request.code', { code: view.code })].join('\n');
}

/** What is asked and why, without the way to answer it. */
export function adminRequestMessage(
  {
    scenario,
    tenant,
    blockers,
    isGoalUnseen = false,
    billingRole,
  }: Omit<AdminRequestView, 'code' | 'url' | 'expiresAt'>,
  t: Translator,
): string {
  const reasons = blockers.slice(0, 3).map((blocker) => t(`blockers.${blocker.id}.why`, spoken(blocker.about, t)));
  const names = spoken({ tenant }, t);
  // Whether a role is missing may be open; then that is what is asked about.
  if (reasons.length === 0) reasons.push(t('blockers.role-missing.why', names));
  const [first] = blockers;
  const asks = isForOwner(scenario, blockers) ? 'join-owner' : scenario;
  const about = { ...spoken(first?.about ?? {}, t), ...names, reason: reasons.join(' ') };
  const isBilling = billingRole === 'alone';
  const message = t(
    isBilling ? 'card.admin-request.message-billing-role' : `card.admin-request.message-${asks}`,
    about,
  );
  const too = billingRole === 'too' ? [t('card.admin-request.billing-role-too')] : [];
  const look = isGoalUnseen ? [t('card.admin-request.look-first')] : [];
  return [message, ...too, ...look].join(' ');
}
