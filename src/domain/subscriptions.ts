import type { AzureSubscription } from './facts.ts';
import type { ThreeValued } from './known.ts';
import { isRealAzure } from './offers.ts';
import { sameId } from './text.ts';

export const subscriptionStages = ['usable', 'warned', 'past-due', 'disabled', 'deleted', 'unknown'] as const;
export type SubscriptionStageId = (typeof subscriptionStages)[number];

/** What helps if a subscription is not simply usable. */
export type SubscriptionWayOut =
  | 'none-needed'
  | 'act-on-the-warning'
  | 'pay-the-bill'
  | 'reactivate'
  | 'sign-up-again'
  | 'look-in-portal';

/** The state of a subscription, what still works in it, and what helps. */
export interface SubscriptionStage {
  readonly stage: SubscriptionStageId;
  /** As Azure reports it, shown if `stage` is unknown. */
  readonly raw: string;
  readonly works: 'everything' | 'reading-and-deleting' | 'nothing' | 'unknown';
  readonly wayOut: SubscriptionWayOut;
}

/**
 * What a subscription's state means.
 * Enabled, warned and past due allow everything; disabled allows reading and deleting; deleted allows nothing.
 * Source: Microsoft Learn: Azure subscription states.
 */
export function decideSubscriptionStage(state: string): SubscriptionStage {
  const raw = state;
  switch (state.toLowerCase()) {
    case 'enabled':
    case 'active':
      return { stage: 'usable', raw, works: 'everything', wayOut: 'none-needed' };
    case 'warned':
      return { stage: 'warned', raw, works: 'everything', wayOut: 'act-on-the-warning' };
    case 'pastdue':
      return { stage: 'past-due', raw, works: 'everything', wayOut: 'pay-the-bill' };
    // The portal also shows "Expired", with the same consequences.
    case 'disabled':
    case 'expired':
      return { stage: 'disabled', raw, works: 'reading-and-deleting', wayOut: 'reactivate' };
    case 'deleted':
      return { stage: 'deleted', raw, works: 'nothing', wayOut: 'sign-up-again' };
    default:
      return { stage: 'unknown', raw, works: 'unknown', wayOut: 'look-in-portal' };
  }
}

/** Whether the spending limit can stop the subscription. An unknown value does not count as "off". */
export function hasSpendingLimit(subscription: Pick<AzureSubscription, 'spendingLimit'>): ThreeValued {
  switch (subscription.spendingLimit?.toLowerCase()) {
    case 'on':
      return 'yes';
    // Lifted until the end of the billing period, then restored.
    case 'currentperiodoff':
    case 'off':
      return 'no';
    default:
      return 'cannot-tell';
  }
}

/**
 * Whether a subscription trusts the tenant that the person signed in to.
 * With Azure Lighthouse it may not: it is managed from here, but belongs to another tenant.
 * Source: Microsoft Learn: Azure Lighthouse; one subscription trusts exactly one tenant.
 */
export function isInTenant(subscription: Pick<AzureSubscription, 'tenantId'>, tenantId: string): ThreeValued {
  if (subscription.tenantId === null) return 'cannot-tell';
  return sameId(subscription.tenantId, tenantId) ? 'yes' : 'no';
}

/**
 * The subscriptions that count as "Azure in this tenant", whatever their state.
 * Azure lists subscriptions per tenant, so one without a tenant id is assumed to be here.
 */
export function azureHere(subscriptions: readonly AzureSubscription[], tenantId: string): readonly AzureSubscription[] {
  return subscriptions.filter(
    (subscription) =>
      isRealAzure(subscription) && stageOf(subscription) !== 'deleted' && isInTenant(subscription, tenantId) !== 'no',
  );
}

/** The name of a subscription, or its id if it has none. */
export function nameSubscription(subscription: Pick<AzureSubscription, 'displayName' | 'subscriptionId'>): string {
  return subscription.displayName.trim() === '' ? subscription.subscriptionId : subscription.displayName;
}

/**
 * Whether the person can build on what is here, which takes a subscription that is enabled or warned.
 * Past due works today but stops next, so it must be paid before anything is built on it.
 */
export function hasUsableAzure(here: readonly AzureSubscription[]): ThreeValued {
  const stages = here.map(stageOf);
  if (stages.some((stage) => stage === 'usable' || stage === 'warned')) return 'yes';
  return stages.includes('unknown') ? 'cannot-tell' : 'no';
}

/** The state of a subscription in one word. */
export function stageOf(subscription: Pick<AzureSubscription, 'state'>): SubscriptionStageId {
  return decideSubscriptionStage(subscription.state).stage;
}
