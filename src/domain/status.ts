import { signInName } from './checks.ts';
import type { Circumstances } from './circumstances.ts';
import type { ActiveRole, AzureSubscription, Facts, Product } from './facts.ts';
import { type Known, known, type ThreeValued } from './known.ts';
import { decideOffer, isRealAzure, type Offer } from './offers.ts';
import { inOneForm } from './one-form.ts';
import type { ProductClass } from './product-class.ts';
import {
  decideProductClass,
  decideProductStage,
  isListed,
  nameProduct,
  type ProductStage,
  productStages,
} from './products.ts';
import { isTellingRole, nameRole, purchaseRoleOf, rolesRead } from './roles.ts';
import {
  decideSubscriptionStage,
  hasSpendingLimit,
  isInTenant,
  nameSubscription,
  type SubscriptionStage,
  subscriptionStages,
} from './subscriptions.ts';
import { accountKind, findTenantTrouble, nameOwnTenant, nameTenantById, type TenantFinding } from './tenants.ts';
import { inPlainOrder } from './text.ts';

/** Everything the status card shows. Each section is either known, or says why it is not. */
export interface StatusView {
  readonly readAt: string;
  readonly account: {
    readonly name: string | null;
    readonly signInName: string | null;
    readonly kind: ReturnType<typeof accountKind>;
  };
  readonly tenant: Known<TenantLine>;
  readonly findings: readonly TenantFinding[];
  readonly activeRoles: Known<Capped<RoleLine>>;
  readonly eligibleRoles: Known<Capped<EligibleLine>>;
  readonly products: Known<Capped<ProductLine>>;
  /** Costs nothing, and says nothing about what somebody bought. Empty where products could not be read. */
  readonly freeProducts: Capped<ProductLine>;
  readonly subscriptions: Known<Capped<SubscriptionLine>>;
}

/** A list cut to fit a card: the items shown, and how many more there are. */
export interface Capped<T> {
  readonly shown: readonly T[];
  readonly more: number;
  readonly total: number;
}

/** A card shows at most this many lines per list, to stay within the channel's size limit. */
export const statusLines = 5;

export interface TenantLine {
  readonly name: string;
  readonly id: string;
  readonly initialDomain: string | null;
  readonly management: 'managed' | 'unmanaged' | 'unknown';
  readonly type: 'workforce' | 'customers' | 'unknown';
}

export interface RoleLine {
  readonly name: string;
  /** Whether it allows the person to buy Microsoft 365 for the tenant. */
  readonly mayBuy: 'yes' | 'no';
  readonly through: ActiveRole['through'];
  readonly endsAt: string | null;
}

export interface EligibleLine {
  readonly name: string;
  readonly mayBuy: 'yes' | 'no';
  readonly endsAt: string | null;
}

export interface ProductLine {
  /** Its part number if Microsoft's list does not name it. */
  readonly name: string;
  readonly isListed: boolean;
  readonly productClass: ProductClass | 'unknown';
  readonly stage: ProductStage;
  readonly trial: 'yes' | 'no' | 'unknown';
  readonly seatsUsed: number;
  readonly seatsTotal: number;
  readonly soldBy: 'microsoft' | 'partner';
}

export interface SubscriptionLine {
  readonly name: string;
  readonly subscriptionId: string;
  readonly stage: SubscriptionStage;
  readonly offer: Offer;
  readonly spendingLimit: ThreeValued;
  /** The tenant's name; null if Azure did not give it. */
  readonly tenant: string | null;
  readonly inThisTenant: ThreeValued;
  readonly isAzure: 'yes' | 'no';
}

/** What the status card shows for one reading. Lists start with what needs attention. */
export function viewStatus(read: Facts, circumstances: Circumstances): StatusView {
  const facts = inOneForm(read);
  const profile = facts.profile.kind === 'known' ? facts.profile.value : null;
  const products = mapKnown(facts.products, (all) =>
    all.map((product) => productLine(product, circumstances.now)).sort(byProduct),
  );
  return {
    readAt: facts.readAt,
    account: {
      name: profile?.displayName ?? null,
      signInName: signInName(facts),
      kind: accountKind(facts),
    },
    tenant: mapKnown(facts.tenant, (tenant) => ({
      name: nameOwnTenant(facts),
      id: tenant.id,
      initialDomain: tenant.initialDomain,
      management: tenant.management,
      type: tenant.type,
    })),
    findings: findTenantTrouble(facts, circumstances.chatTenantId),
    activeRoles: mapKnown(rolesRead(facts.activeRoles, facts), (roles) =>
      capped(roles.filter(isTellingRole).map(roleLine).sort(byRole)),
    ),
    eligibleRoles: mapKnown(rolesRead(facts.eligibleRoles, facts), (roles) =>
      capped(roles.filter(isTellingRole).map(eligibleLine).sort(byRole)),
    ),
    products: mapKnown(products, (lines) => capped(lines.filter((line) => !isFree(line)))),
    freeProducts: capped(products.kind === 'known' ? products.value.filter(isFree) : []),
    subscriptions: mapKnown(facts.subscriptions, (subscriptions) =>
      capped(subscriptions.map((subscription) => subscriptionLine(facts, subscription)).sort(bySubscription)),
    ),
  };
}

function roleLine(role: ActiveRole): RoleLine {
  return { name: nameRole(role), mayBuy: mayBuy(role), through: role.through, endsAt: role.endsAt };
}

function eligibleLine(role: {
  readonly roleTemplateId: string;
  readonly displayName: string | null;
  readonly endsAt: string | null;
}): EligibleLine {
  return { name: nameRole(role), mayBuy: mayBuy(role), endsAt: role.endsAt };
}

function productLine(product: Product, now: number): ProductLine {
  return {
    name: nameProduct(product),
    isListed: isListed(product),
    productClass: decideProductClass(product),
    stage: decideProductStage(product, now),
    trial: product.trial,
    seatsUsed: product.seatsUsed,
    seatsTotal: product.seatsTotal,
    soldBy: product.soldByTenantId === null ? 'microsoft' : 'partner',
  };
}

function isFree({ productClass }: ProductLine): boolean {
  return productClass === 'free' || productClass === 'viral';
}

function subscriptionLine(facts: Facts, subscription: AzureSubscription): SubscriptionLine {
  return {
    name: nameSubscription(subscription),
    subscriptionId: subscription.subscriptionId,
    stage: decideSubscriptionStage(subscription.state),
    offer: decideOffer(subscription.quotaId),
    spendingLimit: hasSpendingLimit(subscription),
    tenant: subscription.tenantId === null ? null : nameTenantById(facts, subscription.tenantId),
    inThisTenant: isInTenant(subscription, facts.identity.tenantId),
    isAzure: isRealAzure(subscription) ? 'yes' : 'no',
  };
}

function mayBuy(role: { readonly roleTemplateId: string }): 'yes' | 'no' {
  return purchaseRoleOf(role.roleTemplateId) === null ? 'no' : 'yes';
}

function byRole<R extends EligibleLine>(a: R, b: R): number {
  return (
    inPlainOrder(b.mayBuy, a.mayBuy) ||
    inPlainOrder(a.name, b.name) ||
    inPlainOrder(JSON.stringify(a), JSON.stringify(b))
  );
}

const classOrder: readonly ProductLine['productClass'][] = [
  'suite',
  'workload',
  'unknown',
  'add-on',
  'other',
  'trial',
  'free',
  'viral',
];

/** Products that count as Microsoft 365 first; among those, the ones that end soonest. */
function byProduct(a: ProductLine, b: ProductLine): number {
  return (
    classOrder.indexOf(a.productClass) - classOrder.indexOf(b.productClass) ||
    urgency(productStages, b.stage.stage) - urgency(productStages, a.stage.stage) ||
    inPlainOrder(a.name, b.name) ||
    inPlainOrder(JSON.stringify(a), JSON.stringify(b))
  );
}

/** Subscriptions in trouble first, so that the cap never hides them. */
function bySubscription(a: SubscriptionLine, b: SubscriptionLine): number {
  return (
    urgency(subscriptionStages, b.stage.stage) - urgency(subscriptionStages, a.stage.stage) ||
    inPlainOrder(a.name, b.name) ||
    inPlainOrder(JSON.stringify(a), JSON.stringify(b))
  );
}

/** Something deleted is less urgent than something being deleted; an unknown state is less urgent than known trouble. */
function urgency<S extends string>(stages: readonly S[], stage: S): number {
  if (stage === 'deleted' || stage === 'unknown') return 0.5;
  return stages.indexOf(stage);
}

function capped<T>(all: readonly T[]): Capped<T> {
  const shown = all.slice(0, statusLines);
  return { shown, more: all.length - shown.length, total: all.length };
}

function mapKnown<T, U>(fact: Known<T>, map: (value: T) => U): Known<U> {
  return fact.kind === 'known' ? known(map(fact.value)) : fact;
}
