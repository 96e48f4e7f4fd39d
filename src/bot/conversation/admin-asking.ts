import type { AdminRequestView } from '../../../cards/admin-request-card.ts';
import { goalUnseen } from '../../../cards/verdict-parts.ts';
import type { ConversationContext } from '../../../dialogs/conversation-context.ts';
import { verdictOf } from '../../../dialogs/verdicts.ts';
import { isForOwner } from '../../domain/admin-request.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { nameOwnTenant } from '../../domain/tenants.ts';
import { billingRoleAsked, mayNeedAdmin, needsAcceptor, type Verdict } from '../../domain/verdict.ts';
import type { ConversationParts } from '../context/conversation-parts.ts';

/** What an administrator could be asked for. */
export type AdminAsking =
  /** No route, or nothing was read for it. */
  | { readonly kind: 'nothing-to-check' }
  /** The administrator of another tenant, of whom more has to be typed first. */
  | { readonly kind: 'acceptor' }
  | { readonly kind: 'no-role-needed' }
  | {
      readonly kind: 'administrator';
      readonly scenario: Scenario;
      readonly facts: Facts;
      readonly verdict: Verdict;
    };

/** What this person could ask an administrator for, by what was read last. */
export function whatToAsk(conversation: ConversationContext): AdminAsking {
  const { goal, facts } = conversation.progress;
  if (goal?.kind !== 'scenario' || facts === null) return { kind: 'nothing-to-check' };
  const { scenario } = goal;
  const verdict = verdictOf(conversation, scenario, facts);
  if (needsAcceptor(verdict)) return { kind: 'acceptor' };
  return mayNeedAdmin(verdict) ? { kind: 'administrator', scenario, facts, verdict } : { kind: 'no-role-needed' };
}

type AskingAdministrator = AdminAsking & { readonly kind: 'administrator' };

/** What a request says, whether it is made or not. */
export function requestSays({ scenario, facts, verdict }: AskingAdministrator) {
  const { blockers } = verdict;
  return {
    scenario,
    tenant: nameOwnTenant(facts),
    blockers,
    isGoalUnseen: goalUnseen(verdict) !== null,
    billingRole: billingRoleAsked(verdict),
  };
}

/** Makes the request, which only an administrator of the person's tenant can answer; its answer reaches the chat that is named. */
export async function makeRequest(
  asking: AskingAdministrator,
  chat: { readonly conversation: string },
  parts: Pick<ConversationParts, 'adminRequests' | 'chatUrl'>,
): Promise<AdminRequestView> {
  const { scenario, facts, verdict } = asking;
  const { tenantId } = facts.identity;
  const owner = isForOwner(scenario, verdict.blockers) ? ({ asksOwner: true } as const) : {};
  const { id, expiresAt } = await parts.adminRequests.make({ ...whoAsks(facts), tenantId, scenario, ...owner }, chat);
  return { ...requestSays(asking), code: id, url: requestUrl(parts, id), expiresAt };
}

/** How a request names the person. */
export function whoAsks({ identity, profile }: Facts): {
  readonly requesterId: string;
  readonly requesterName: string;
} {
  const requesterName = profile.kind === 'known' ? (profile.value.displayName ?? '') : '';
  return { requesterId: identity.personId, requesterName };
}

/** The page on which an administrator opens a chat with the request; null where the organisation has none. */
export function requestUrl({ chatUrl }: Pick<ConversationParts, 'chatUrl'>, id: string): string | null {
  return chatUrl === '' ? null : chatUrl.replace('{request}', id);
}
