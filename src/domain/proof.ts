import { microsoft365Here, ownAzure } from './checks.ts';
import type { ActiveRole, AzureSubscription, Facts, Product } from './facts.ts';
import type { ThreeValued } from './known.ts';
import { isRealAzure } from './offers.ts';
import { inOneForm, productKey, subscriptionKey } from './one-form.ts';
import { isListed, microsoft365Products, nameProduct, worksNow } from './products.ts';
import { isTellingRole, nameRole } from './roles.ts';
import type { Scenario } from './scenario.ts';
import { hasUsableAzure, nameSubscription } from './subscriptions.ts';
import { nameMembership, nameOwnTenant, nameTenantById, otherTenants } from './tenants.ts';
import { inPlainOrder, onePer, sameId, someNames } from './text.ts';

/**
 * What a second reading shows, compared with the first.
 * `where` names a tenant in a way the person recognises, never by id alone.
 */
export type Proof =
  | {
      readonly kind: 'proven';
      readonly scenario: Scenario;
      readonly changes: readonly ProvenChange[];
      readonly where: string;
      /** Id of the tenant that `where` names. */
      readonly whereId: string;
    }
  /** Nothing new yet: subscriptions can take minutes to hours to appear. */
  | {
      readonly kind: 'not-visible-yet';
      readonly scenario: Scenario;
      readonly attempt: number;
      readonly askAgainInMinutes: number;
    }
  /**
   * Joining only. `not-accepted-yet`: the subscription is where it was; a request that nobody has accepted moves nothing.
   * `left-old-tenant`: it is no longer listed there; where it is now shows only in the tenant it went to.
   * Source: "How to change the Entra directory of your Azure subscription" (17 March 2026).
   */
  | {
      readonly kind: 'not-accepted-yet' | 'left-old-tenant';
      readonly scenario: Scenario;
      readonly subscription: string;
      readonly where: string;
      readonly attempt: number;
      readonly askAgainInMinutes: number;
    }
  | {
      readonly kind: 'wrong-tenant';
      readonly scenario: Scenario;
      readonly changes: readonly ProvenChange[];
      readonly where: string;
      readonly expected: string;
    }
  | {
      readonly kind: 'cannot-tell';
      readonly scenario: Scenario;
      readonly missing: readonly ('azure' | 'microsoft-365' | 'tenants')[];
    };

export type ProvenChange =
  | { readonly kind: 'subscription-appeared'; readonly name: string; readonly tenant: string }
  | { readonly kind: 'subscription-left'; readonly name: string; readonly tenant: string }
  | { readonly kind: 'subscription-moved'; readonly name: string; readonly from: string; readonly to: string }
  | { readonly kind: 'subscription-state'; readonly name: string; readonly before: string; readonly after: string }
  | (ChangedProduct & { readonly kind: 'product-appeared'; readonly tenant: string })
  | (ChangedProduct & { readonly kind: 'product-left'; readonly tenant: string })
  | (ChangedProduct & { readonly kind: 'product-state'; readonly before: string; readonly after: string })
  /** The person became a member or guest of a tenant, which joining requires. */
  | { readonly kind: 'membership-gained'; readonly tenant: string }
  | { readonly kind: 'role-gained'; readonly name: string }
  | { readonly kind: 'role-lost'; readonly name: string };

interface ChangedProduct {
  readonly name: string;
  /** Set if Microsoft's list does not name it: `name` is then its part number. */
  readonly unlisted?: 'yes';
}

/**
 * How long to wait before reading again, in minutes, per attempt. New subscriptions can take minutes to hours to appear.
 * Source: "Associate or add an Azure subscription" (2 April 2025): it can take several hours before everything shows up.
 * The newer page about changing the directory names no time.
 */
export const waitsInMinutes = [5, 15, 60, 240, 1440] as const;

/** Minutes until the next reading. `attempt` counts from 1; after the last entry it stays at one day. */
export function waitAfterAttempt(attempt: number): number {
  const index = Number.isFinite(attempt) ? Math.max(0, Math.floor(attempt) - 1) : 0;
  return waitsInMinutes[Math.min(index, waitsInMinutes.length - 1)] ?? 1440;
}

/**
 * Compares a second reading with the first: is it done, where did it land, or must we wait?
 * `attempt` counts from 1.
 */
export function compareFacts(scenario: Scenario, first: Facts, second: Facts, attempt: number): Proof {
  const [before, after] = [inOneForm(first), inOneForm(second)];
  const missing = missingFor(scenario, after);
  if (missing.length > 0) return { kind: 'cannot-tell', scenario, missing };
  return scenario === 'join' ? proveJoin(before, after, attempt) : proveAddition(scenario, before, after, attempt);
}

/** Whether to look again after a while. Everything else is an answer, or says what was not read. */
export function isWaiting(proof: Proof): proof is Extract<Proof, { readonly askAgainInMinutes: number }> {
  return 'askAgainInMinutes' in proof;
}

/** What changed between two readings, in a stable order. Only what both readings know is compared. */
export function findChanges(first: Facts, second: Facts): readonly ProvenChange[] {
  const [before, after] = [inOneForm(first), inOneForm(second)];
  return [
    ...subscriptionChanges(before, after),
    ...productChanges(before, after),
    ...membershipChanges(before, after),
    ...roleChanges(before, after),
  ];
}

/** Proof of a finished job, to forward or attach to a ticket. It names the tenant and the products, but no person. */
export interface Receipt {
  readonly scenario: Scenario;
  /** When the proof was read, ISO 8601 in UTC. */
  readonly provenAt: string;
  readonly tenantName: string;
  readonly tenantId: string;
  /** At most `receiptLines` changes. Roles and memberships are personal, so they are left out. */
  readonly changes: readonly ProvenChange[];
  readonly moreChanges: number;
}

export const receiptLines = 10;

/** The receipt for a proven job; null if nothing is proven. */
export function makeReceipt(proof: Proof, after: Facts): Receipt | null {
  if (proof.kind !== 'proven') return null;
  const changes = proof.changes.filter(isAboutThings);
  return {
    scenario: proof.scenario,
    provenAt: after.readAt,
    tenantName: proof.where,
    tenantId: proof.whereId,
    changes: changes.slice(0, receiptLines),
    moreChanges: Math.max(0, changes.length - receiptLines),
  };
}

type Missing = 'azure' | 'microsoft-365' | 'tenants';

function missingFor(scenario: Scenario, after: Facts): readonly Missing[] {
  const missing: Missing[] = [];
  if (scenario !== 'add-microsoft-365' && after.subscriptions.kind === 'cannot-tell') missing.push('azure');
  if (scenario !== 'add-azure' && after.products.kind === 'cannot-tell') missing.push('microsoft-365');
  if (scenario === 'join' && after.memberships.kind === 'cannot-tell') missing.push('tenants');
  return missing;
}

function proveAddition(
  scenario: 'add-azure' | 'add-microsoft-365',
  before: Facts,
  after: Facts,
  attempt: number,
): Proof {
  const changes = findChanges(before, after);
  const expected = nameOwnTenant(before);
  const stayed = sameId(before.identity.tenantId, after.identity.tenantId);
  const arrived = scenario === 'add-azure' ? azureArrived(before, after) : microsoft365Arrived(before, after);
  if (arrived && stayed) {
    return { kind: 'proven', scenario, changes, where: nameOwnTenant(after), whereId: after.identity.tenantId };
  }
  if (arrived) return { kind: 'wrong-tenant', scenario, changes, where: nameOwnTenant(after), expected };
  const elsewhere = scenario === 'add-azure' ? newlyElsewhere(before, after) : [];
  if (elsewhere.length > 0) return { kind: 'wrong-tenant', scenario, changes, where: someNames(elsewhere), expected };
  return notVisibleYet(scenario, attempt);
}

/**
 * Joined if the current tenant now holds both, or if a subscription left a tenant without
 * Microsoft 365 for another of the person's tenants. A guest there may see the subscription but not read the products.
 */
function proveJoin(before: Facts, after: Facts, attempt: number): Proof {
  const changes = findChanges(before, after);
  const where = nameOwnTenant(after);
  const isAzureHere = hasUsableAzure(ownAzure(after)) === 'yes';
  const microsoft365 = answerOf(after);
  const moved = changes.filter((change) => change.kind === 'subscription-moved');
  if (isAzureHere && microsoft365 === 'yes') {
    return { kind: 'proven', scenario: 'join', changes, where, whereId: after.identity.tenantId };
  }
  if (isAzureHere && microsoft365 === 'no' && moved.length > 0) {
    const others = otherTenants(after).map(nameMembership);
    const expected = someNames(others) || nameOwnTenant(before);
    return { kind: 'wrong-tenant', scenario: 'join', changes, where, expected };
  }
  const away = movedAway(before, after);
  const [first] = away;
  if (first === undefined) return stillWaiting(before, after, attempt);
  const there = someNames(away.map((tenantId) => nameTenantById(after, tenantId)));
  if (microsoft365 === 'yes') return { kind: 'wrong-tenant', scenario: 'join', changes, where: there, expected: where };
  return { kind: 'proven', scenario: 'join', changes, where: there, whereId: first };
}

/** Nothing has arrived. Seen from the tenant that the subscription leaves, it is either still there, or no longer listed. */
function stillWaiting(before: Facts, after: Facts, attempt: number): Proof {
  const was = ownAzure(before);
  const sameTenant = sameId(before.identity.tenantId, after.identity.tenantId);
  if (was.length === 0 || !sameTenant) return notVisibleYet('join', attempt);
  const stayed = new Set(ownAzure(after).map(subscriptionKey));
  const wait = {
    scenario: 'join',
    where: nameOwnTenant(after),
    attempt,
    askAgainInMinutes: waitAfterAttempt(attempt),
  } as const;
  const left = was.filter((one) => !stayed.has(subscriptionKey(one)));
  if (left.length > 0) return { kind: 'left-old-tenant', subscription: someNames(left.map(nameSubscription)), ...wait };
  return { kind: 'not-accepted-yet', subscription: someNames(was.map(nameSubscription)), ...wait };
}

/** The tenants that subscriptions moved to from the current one. */
function movedAway(before: Facts, after: Facts): readonly string[] {
  if (before.subscriptions.kind === 'cannot-tell' || after.subscriptions.kind === 'cannot-tell') return [];
  const home = after.identity.tenantId;
  const wasHere = new Set(ownAzure(before).map((one) => one.subscriptionId.toLowerCase()));
  const there = after.subscriptions.value.flatMap(({ subscriptionId, tenantId }) =>
    wasHere.has(subscriptionId.toLowerCase()) && tenantId !== null && !sameId(tenantId, home) ? [tenantId] : [],
  );
  return onePer(there, (tenantId) => tenantId.toLowerCase());
}

function notVisibleYet(scenario: Scenario, attempt: number): Proof {
  return { kind: 'not-visible-yet', scenario, attempt, askAgainInMinutes: waitAfterAttempt(attempt) };
}

/**
 * A usable subscription is here now that was not here before. If the first reading failed,
 * seeing it in the second is enough: what matters is that it is there.
 */
function azureArrived(before: Facts, after: Facts): boolean {
  const usable = (facts: Facts) => ownAzure(facts).filter((one) => hasUsableAzure([one]) === 'yes');
  const earlier = new Set(usable(before).map((one) => one.subscriptionId.toLowerCase()));
  return usable(after).some((one) => !earlier.has(one.subscriptionId.toLowerCase()));
}

function microsoft365Arrived(before: Facts, after: Facts): boolean {
  const stayed = sameId(before.identity.tenantId, after.identity.tenantId);
  const earlier = new Set(stayed ? workingProducts(before).map(productKey) : []);
  return workingProducts(after).some((product) => !earlier.has(productKey(product)));
}

function workingProducts(facts: Facts): readonly Product[] {
  if (facts.products.kind === 'cannot-tell') return [];
  return microsoft365Products(facts.products.value).filter((one) => worksNow(one) === 'yes');
}

function newlyElsewhere(before: Facts, after: Facts): readonly string[] {
  if (before.subscriptions.kind === 'cannot-tell' || after.subscriptions.kind === 'cannot-tell') return [];
  const earlier = new Set(before.subscriptions.value.map((one) => one.subscriptionId.toLowerCase()));
  return after.subscriptions.value.flatMap((one) => {
    const isNew = !earlier.has(one.subscriptionId.toLowerCase()) && isRealAzure(one);
    return isNew && one.tenantId !== null && !sameId(one.tenantId, before.identity.tenantId)
      ? [nameTenantById(after, one.tenantId)]
      : [];
  });
}

function subscriptionChanges(before: Facts, after: Facts): readonly ProvenChange[] {
  if (before.subscriptions.kind === 'cannot-tell' || after.subscriptions.kind === 'cannot-tell') return [];
  const earlier = keyed(before.subscriptions.value, subscriptionKey);
  const later = keyed(after.subscriptions.value, subscriptionKey);
  const changes = [...later.values()].flatMap((one) =>
    changesOfOne(before, after, earlier.get(subscriptionKey(one)), one),
  );
  // Azure lists one tenant at a time, so after a sign-in elsewhere an unlisted subscription has not necessarily left.
  if (!sameId(before.identity.tenantId, after.identity.tenantId)) return inOrder(changes);
  const left = [...earlier.values()]
    .filter((one) => !later.has(subscriptionKey(one)))
    .map(
      (one): ProvenChange => ({
        kind: 'subscription-left',
        name: nameSubscription(one),
        tenant: tenantOf(before, one),
      }),
    );
  return inOrder([...changes, ...left]);
}

function changesOfOne(
  before: Facts,
  after: Facts,
  was: AzureSubscription | undefined,
  is: AzureSubscription,
): readonly ProvenChange[] {
  const name = nameSubscription(is);
  if (was === undefined) return [{ kind: 'subscription-appeared', name, tenant: tenantOf(after, is) }];
  const from = was.tenantId ?? before.identity.tenantId;
  const to = is.tenantId ?? after.identity.tenantId;
  const changes: ProvenChange[] = [];
  if (!sameId(from, to))
    changes.push({
      kind: 'subscription-moved',
      name,
      from: nameTenantById(before, from),
      to: nameTenantById(after, to),
    });
  if (!sameId(was.state, is.state))
    changes.push({ kind: 'subscription-state', name, before: was.state, after: is.state });
  return changes;
}

function productChanges(before: Facts, after: Facts): readonly ProvenChange[] {
  if (before.products.kind === 'cannot-tell' || after.products.kind === 'cannot-tell') return [];
  if (!sameId(before.identity.tenantId, after.identity.tenantId)) return [];
  const tenant = nameOwnTenant(after);
  const earlier = keyed(before.products.value, productKey);
  const later = keyed(after.products.value, productKey);
  const changes = [...later.values()].flatMap((is): ProvenChange[] => {
    const was = earlier.get(productKey(is));
    if (was === undefined) return [{ kind: 'product-appeared', ...changed(is), tenant }];
    return sameId(was.status, is.status)
      ? []
      : [{ kind: 'product-state', ...changed(is), before: was.status, after: is.status }];
  });
  const left = [...earlier.values()]
    .filter((one) => !later.has(productKey(one)))
    .map((one): ProvenChange => ({ kind: 'product-left', ...changed(one), tenant }));
  return inOrder([...changes, ...left]);
}

function changed(product: Product): ChangedProduct {
  return { name: nameProduct(product), ...(isListed(product) ? {} : { unlisted: 'yes' }) };
}

function membershipChanges(before: Facts, after: Facts): readonly ProvenChange[] {
  if (before.memberships.kind === 'cannot-tell' || after.memberships.kind === 'cannot-tell') return [];
  const earlier = new Set(before.memberships.value.map((one) => one.tenantId.toLowerCase()));
  const gained = [...keyed(after.memberships.value, (one) => one.tenantId.toLowerCase())]
    .filter(([tenantId]) => !earlier.has(tenantId))
    .map(([, one]): ProvenChange => ({ kind: 'membership-gained', tenant: nameTenantById(after, one.tenantId) }));
  return inOrder(gained);
}

/** Roles are per tenant, so readings of two tenants don't show whether one was gained or lost. */
function roleChanges(before: Facts, after: Facts): readonly ProvenChange[] {
  if (before.activeRoles.kind === 'cannot-tell' || after.activeRoles.kind === 'cannot-tell') return [];
  if (!sameId(before.identity.tenantId, after.identity.tenantId)) return [];
  const earlier = keyed(before.activeRoles.value.filter(isTellingRole), roleKey);
  const later = keyed(after.activeRoles.value.filter(isTellingRole), roleKey);
  const only = (one: typeof earlier, other: typeof earlier, kind: 'role-gained' | 'role-lost'): ProvenChange[] =>
    [...one].filter(([key]) => !other.has(key)).map(([, role]): ProvenChange => ({ kind, name: nameRole(role) }));
  return inOrder([...only(later, earlier, 'role-gained'), ...only(earlier, later, 'role-lost')]);
}

function isAboutThings(change: ProvenChange): boolean {
  return change.kind !== 'role-gained' && change.kind !== 'role-lost' && change.kind !== 'membership-gained';
}

function answerOf(facts: Facts): ThreeValued {
  const here = microsoft365Here(facts);
  return here.kind === 'known' ? here.value : 'cannot-tell';
}

function tenantOf(facts: Facts, subscription: AzureSubscription): string {
  return nameTenantById(facts, subscription.tenantId ?? facts.identity.tenantId);
}

function roleKey(role: ActiveRole): string {
  return role.roleTemplateId.toLowerCase();
}

function keyed<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [key(item), item]));
}

function inOrder(changes: readonly ProvenChange[]): readonly ProvenChange[] {
  return changes.toSorted((a, b) => inPlainOrder(JSON.stringify(a), JSON.stringify(b)));
}
