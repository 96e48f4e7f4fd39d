import type { Facts } from '../../src/domain/facts.ts';
import { cannotTell, known } from '../../src/domain/known.ts';
import { aProduct, aRole, aSubscription, inFabrikamToo, owns, someFacts, withoutArm } from './facts.ts';

/** Kelley: Global Administrator, Microsoft 365, no Azure yet. Nothing is in her way. */
export const kelley: Facts = someFacts({
  activeRoles: known([aRole('global-administrator')]),
  products: known([aProduct()]),
});

/** Kelley, once her subscription shows. */
export const kelleyWithAzure: Facts = { ...kelley, subscriptions: known([aSubscription()]) };

/** Somebody who may not buy: no role in their tenant. */
export const withoutRole: Facts = someFacts({ subscriptions: known([aSubscription()]) });

/** Azure here, and a second tenant where Microsoft 365 could be. */
export const azureHere: Facts = someFacts({
  activeRoles: known([aRole('global-administrator')]),
  subscriptions: known([aSubscription()]),
  ownership: known([owns(aSubscription())]),
  memberships: known(inFabrikamToo()),
});

/** Azure did not answer in time. */
export const cutShort: Facts = withoutArm({
  activeRoles: known([aRole('global-administrator')]),
  products: known([aProduct()]),
  memberships: cannotTell('too-slow'),
  subscriptions: cannotTell('too-slow'),
  billingAccounts: cannotTell('too-slow'),
  ownership: cannotTell('too-slow'),
});
