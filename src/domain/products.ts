import type { Product } from './facts.ts';
import type { ThreeValued } from './known.ts';
import { lazily } from './lazily.ts';
import { microsoftProducts } from './microsoft-products.ts';
import { holdsMicrosoft365, type ProductClass, productClasses } from './product-class.ts';
import { daysUntil } from './text.ts';

/** A Developer Program tenant cannot buy Azure. Source: Microsoft Learn: troubleshoot Azure sign-up, 5 February 2025. */
const developerPartNumber = 'DEVELOPERPACK_E5';

type ProductKey = Pick<Product, 'skuId' | 'skuPartNumber'>;

/** What kind of product this is. `unknown`: it is not in Microsoft's list as we have it. */
export function decideProductClass(product: Pick<Product, 'skuId' | 'skuPartNumber' | 'servicePlans'>) {
  return listed(product)?.productClass ?? 'unknown';
}

/**
 * Whether a product counts as Microsoft 365: suites and single workloads do.
 * A product that is not in the list never decides alone: if it may hold mail, files, Office apps or Teams, we cannot tell.
 */
export function countsAsMicrosoft365(product: Pick<Product, 'skuId' | 'skuPartNumber' | 'servicePlans'>): ThreeValued {
  switch (decideProductClass(product)) {
    case 'suite':
    case 'workload':
      return 'yes';
    case 'free':
    case 'trial':
    case 'viral':
    case 'add-on':
    case 'other':
      return 'no';
    case 'unknown':
      return product.servicePlans.length === 0 || holdsMicrosoft365(product.servicePlans) ? 'cannot-tell' : 'no';
  }
}

/** The products that count as Microsoft 365. */
export function microsoft365Products(products: readonly Product[]): readonly Product[] {
  return products.filter((product) => countsAsMicrosoft365(product) === 'yes');
}

/** Whether a tenant has a product without anybody deciding to buy it. */
export function isUnbought(product: Pick<Product, 'skuId' | 'skuPartNumber' | 'servicePlans'>): boolean {
  return ['free', 'trial', 'viral'].includes(decideProductClass(product));
}

/** Microsoft's name of a product, or its part number if it is not in the list. */
export function nameProduct(product: ProductKey): string {
  return listed(product)?.name ?? product.skuPartNumber;
}

/** Whether the product is in Microsoft's list as we have it, by part number or id. */
export function isListed(product: ProductKey): boolean {
  return listed(product) !== null;
}

interface ListedProduct {
  readonly name: string;
  readonly productClass: ProductClass;
}

const theList = lazily(() => {
  const byPartNumber = new Map<string, ListedProduct>();
  const byId = new Map<string, ListedProduct>();
  let productClass: ProductClass = 'other';
  for (const line of microsoftProducts().split('\n')) {
    const [partNumber = '', id, name] = line.split('\t');
    if (id === undefined || name === undefined) {
      productClass = productClasses.find((one) => one === partNumber) ?? 'other';
      continue;
    }
    byPartNumber.set(keyOf(partNumber), { name, productClass });
    byId.set(id, { name, productClass });
  }
  return { byPartNumber, byId };
});

function listed({ skuId, skuPartNumber }: ProductKey): ListedProduct | null {
  const { byPartNumber, byId } = theList();
  return byPartNumber.get(keyOf(skuPartNumber)) ?? byId.get(skuId.toLowerCase()) ?? null;
}

/** Microsoft's list has spaces in some part numbers where Graph has underscores. */
function keyOf(partNumber: string): string {
  return partNumber
    .trim()
    .toUpperCase()
    .replace(/[\s_]+/g, '_');
}

export const productStages = [
  'active',
  'trial-ending',
  'expired',
  'disabled',
  'about-to-be-deleted',
  'deleted',
  'unknown',
] as const;
export type ProductStageId = (typeof productStages)[number];

/** Where a product is in its life cycle, until when, and what helps. */
export interface ProductStage {
  readonly stage: ProductStageId;
  /** As Graph reports it, shown if `stage` is unknown. */
  readonly raw: string;
  /** When the current stage ends; null if never or not known. */
  readonly deadline: string | null;
  readonly daysLeft: number | null;
  readonly wayOut: ProductWayOut;
}
export type ProductWayOut =
  | 'none-needed'
  | 'decide-before-trial-ends'
  | 'renew'
  | 'reactivate'
  | 'reactivate-at-once'
  | 'buy-again'
  | 'look-in-admin-center';

/** A trial that ends within this many days is mentioned. */
export const trialEndsSoonDays = 30;
/** A disabled product that will be deleted within this many days is shown as urgent. */
export const deletionSoonDays = 14;

/**
 * Where a product is in its life cycle.
 * Active, then expired (30 days, everything works), then disabled (90 days, administrators only), then deleted.
 * Source: Microsoft Learn: "What happens to my data and access when my subscription ends?"; the lengths differ per
 * agreement, so a deadline is shown only if Graph gives it.
 */
export function decideProductStage(product: Product, now: number): ProductStage {
  const deadline = product.nextLifecycleAt;
  const daysLeft = daysUntil(deadline, now);
  const staged = (stage: ProductStageId, wayOut: ProductWayOut): ProductStage => ({
    stage,
    raw: product.status,
    deadline,
    daysLeft,
    wayOut,
  });
  switch (product.status.toLowerCase()) {
    case 'enabled':
      return isEndingTrial(product, daysLeft)
        ? staged('trial-ending', 'decide-before-trial-ends')
        : staged('active', 'none-needed');
    case 'warning':
      return staged('expired', 'renew');
    case 'suspended':
    case 'lockedout':
      return daysLeft !== null && daysLeft <= deletionSoonDays
        ? staged('about-to-be-deleted', 'reactivate-at-once')
        : staged('disabled', 'reactivate');
    case 'deleted':
      return staged('deleted', 'buy-again');
    default:
      return staged('unknown', 'look-in-admin-center');
  }
}

function isEndingTrial(product: Product, daysLeft: number | null): boolean {
  return product.trial === 'yes' && daysLeft !== null && daysLeft <= trialEndsSoonDays;
}

/** Whether people can use it now. Expired products work for another 30 days. */
export function worksNow(product: Product): ThreeValued {
  switch (product.status.toLowerCase()) {
    case 'enabled':
    case 'warning':
      return 'yes';
    case 'suspended':
    case 'lockedout':
    case 'deleted':
      return 'no';
    default:
      return 'cannot-tell';
  }
}

/** Whether it stops, or becomes paid, soon: a trial that ends, or what has expired and still works. */
export function endsSoon(product: Product, now: number): boolean {
  const { stage } = decideProductStage(product, now);
  return stage === 'trial-ending' || stage === 'expired';
}

/** Whether it has stopped and can be switched on again. What is deleted cannot: who wants it back buys it anew. */
export function canBeReactivated(product: Product, now: number): boolean {
  const { stage } = decideProductStage(product, now);
  return stage === 'disabled' || stage === 'about-to-be-deleted';
}

/** Whether these products give the tenant a working Microsoft 365. */
export function hasMicrosoft365(products: readonly Product[]): ThreeValued {
  const answers = products.map((product) => {
    const counts = countsAsMicrosoft365(product);
    const works = worksNow(product);
    if (counts === 'no' || works === 'no') return 'no';
    return counts === 'yes' && works === 'yes' ? 'yes' : 'cannot-tell';
  });
  if (answers.includes('yes')) return 'yes';
  return answers.includes('cannot-tell') ? 'cannot-tell' : 'no';
}

/** The products that may be Microsoft 365 but are not in Microsoft's list as we have it, unless they have stopped. */
export function unlistedProducts(products: readonly Product[]): readonly Product[] {
  return products.filter((product) => countsAsMicrosoft365(product) === 'cannot-tell' && worksNow(product) !== 'no');
}

/**
 * A Developer Program tenant: its only Microsoft 365 is the free developer one. It cannot buy Azure.
 * Sources: Microsoft Learn: troubleshoot Azure sign-up, 5 February 2025; Microsoft 365 Developer Program FAQ, 30 July 2026
 * (sandboxes given out since July 2026 can buy some add-ons; Azure is not named among them).
 */
export function isDeveloperTenant(products: readonly Product[]): boolean {
  const working = microsoft365Products(products).filter((product) => worksNow(product) !== 'no');
  return working.length > 0 && working.every((product) => product.skuPartNumber.toUpperCase() === developerPartNumber);
}
