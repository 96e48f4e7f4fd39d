import type { AzureSubscription, Facts, ListedFacts, Product, TenantMembership } from './facts.ts';
import { type Known, known } from './known.ts';
import { worksNow } from './products.ts';
import { stageOf } from './subscriptions.ts';
import { inPlainOrder, onePer, sameId } from './text.ts';

/**
 * The facts as every rule reads them: each thing once and in one order, however often and in whatever order Microsoft
 * listed it. A list that changes while its pages are read can name one thing twice.
 * If the two contradict each other, the one that promises least counts: a "ready" that is wrong costs the person most.
 */
export function inOneForm(facts: Facts): Facts {
  const lists: ListedFacts = {
    activeRoles: inOrder(facts.activeRoles),
    eligibleRoles: inOrder(facts.eligibleRoles),
    products: oncePer(facts.products, (one) => ({ ...one, servicePlans: sorted(one.servicePlans) }), productKey, works),
    memberships: oncePer(facts.memberships, unchanged, (one) => one.tenantId.toLowerCase(), belonging),
    subscriptions: oncePer(
      facts.subscriptions,
      (one) => ({ ...one, managedByTenantIds: sorted(one.managedByTenantIds) }),
      subscriptionKey,
      stage,
    ),
    billingAccounts: inOrder(facts.billingAccounts),
    ownership: inOrder(facts.ownership),
  };
  return { ...facts, ...lists };
}

/** What makes two entries one subscription. */
export function subscriptionKey(subscription: AzureSubscription): string {
  return subscription.subscriptionId.toLowerCase();
}

/** What makes two entries one product. Some readings lack the id; the part number identifies a product too. */
export function productKey(product: Product): string {
  return (product.skuId === '' ? product.skuPartNumber : product.skuId).toLowerCase();
}

const stagesFromLeast = ['deleted', 'disabled', 'past-due', 'unknown', 'warned', 'usable'] as const;
const worksFromLeast = ['no', 'cannot-tell', 'yes'] as const;

function stage(subscription: AzureSubscription): number {
  return stagesFromLeast.indexOf(stageOf(subscription));
}

function works(product: Product): number {
  return worksFromLeast.indexOf(worksNow(product));
}

/** Managing a tenant for a customer takes nothing away from belonging to it, and a name says more than an id. */
function belonging({ category, displayName, defaultDomain }: TenantMembership): number {
  const named = (name: string | null): number => (name === null || name.trim() === '' ? 1 : 0);
  return (sameId(category, 'ManagedBy') ? 4 : 0) + named(displayName) * 2 + named(defaultDomain);
}

/** One entry per key, in the order of the keys. Of several, the one with the lowest rank stays. */
function oncePer<T>(
  list: Known<readonly T[]>,
  tidy: (item: T) => T,
  key: (item: T) => string,
  rank: (item: T) => number,
): Known<readonly T[]> {
  if (list.kind === 'cannot-tell') return list;
  const entries = list.value.map(tidy).map((item) => ({ item, at: key(item), text: JSON.stringify(item) }));
  entries.sort((a, b) => inPlainOrder(a.at, b.at) || rank(a.item) - rank(b.item) || inPlainOrder(a.text, b.text));
  return known(onePer(entries, ({ at }) => at).map(({ item }) => item));
}

/** Every different entry once. Entries that differ stay beside each other: a role can be held in two ways. */
function inOrder<T>(list: Known<readonly T[]>): Known<readonly T[]> {
  return oncePer(
    list,
    unchanged,
    (item) => JSON.stringify(item),
    () => 0,
  );
}

function unchanged<T>(item: T): T {
  return item;
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort(inPlainOrder);
}
