import type { Product } from '../../domain/facts.ts';
import { inPlainOrder, onePer, sameId } from '../../domain/text.ts';
import type { CompanySubscription, SubscribedSku } from './directory-schemas.ts';

/** Graph's statuses, healthiest first. The healthiest purchase shows what people can count on. */
const fromBestOn = ['enabled', 'warning', 'suspended', 'lockedout', 'deleted'];

/**
 * The tenant's products. Seats and plans come from `subscribedSkus`; dates, trial and partner come from
 * `directory/subscriptions`. Several purchases of a product are one product, with the details of the healthiest one.
 */
export function joinProducts(
  skus: readonly SubscribedSku[],
  listedPurchases: readonly CompanySubscription[],
  tenantId: string,
): readonly Product[] {
  // A list that changes between two pages can name a purchase twice, and its seats must not count twice.
  const purchases = onePer(listedPurchases, (purchase) => purchase.id ?? JSON.stringify(purchase));
  const listed = skus.map((sku) => fromSku(sku, purchasesOf(sku.skuId, purchases), tenantId));
  const isListed = (skuId: string): boolean => skus.some((sku) => sameId(sku.skuId, skuId));
  const others = new Map<string, string>();
  for (const { skuId } of purchases) if (skuId && !isListed(skuId)) others.set(skuId.toLowerCase(), skuId);
  return [...listed, ...[...others.values()].map((id) => fromPurchases(id, purchasesOf(id, purchases), tenantId))];
}

function purchasesOf(skuId: string, purchases: readonly CompanySubscription[]): readonly CompanySubscription[] {
  return purchases
    .filter((purchase) => sameId(purchase.skuId ?? null, skuId))
    .toSorted((a, b) => rank(a.status) - rank(b.status) || lastsLonger(a, b) || byText(a, b));
}

function fromSku(sku: SubscribedSku, purchases: readonly CompanySubscription[], tenantId: string): Product {
  return {
    skuId: sku.skuId,
    skuPartNumber: sku.skuPartNumber,
    servicePlans: planNames(sku.servicePlans),
    status: sku.capabilityStatus ?? purchases[0]?.status ?? '',
    seatsTotal: seatsOf(sku),
    seatsUsed: sku.consumedUnits ?? 0,
    ...termsOf(purchases, tenantId),
  };
}

/** A purchase that is ending can disappear from `subscribedSkus` early. */
function fromPurchases(skuId: string, purchases: readonly CompanySubscription[], tenantId: string): Product {
  const [best] = purchases;
  return {
    skuId,
    skuPartNumber: best?.skuPartNumber ?? skuId,
    servicePlans: planNames(best?.serviceStatus),
    status: best?.status ?? '',
    seatsTotal: purchases.reduce((sum, purchase) => sum + (purchase.totalLicenses ?? 0), 0),
    seatsUsed: 0,
    ...termsOf(purchases, tenantId),
  };
}

function termsOf(
  purchases: readonly CompanySubscription[],
  tenantId: string,
): Pick<Product, 'trial' | 'nextLifecycleAt' | 'soldByTenantId'> {
  const [best] = purchases;
  const owner = best?.ownerTenantId ?? null;
  return {
    trial: best === undefined || typeof best.isTrial !== 'boolean' ? 'unknown' : best.isTrial ? 'yes' : 'no',
    nextLifecycleAt: best?.nextLifecycleDateTime ?? null,
    // For a purchase that the tenant made itself, the owner may be the tenant.
    soldByTenantId: owner === null || owner === '' || sameId(owner, tenantId) ? null : owner,
  };
}

/** Seats that people can use; if the product has stopped, the seats that stopped with it. */
function seatsOf({ prepaidUnits }: SubscribedSku): number {
  const usable = (prepaidUnits?.enabled ?? 0) + (prepaidUnits?.warning ?? 0);
  return usable > 0 ? usable : (prepaidUnits?.suspended ?? 0) + (prepaidUnits?.lockedOut ?? 0);
}

function planNames(
  plans: readonly { readonly servicePlanName?: string | null | undefined }[] | null | undefined,
): readonly string[] {
  return (plans ?? []).flatMap(({ servicePlanName }) => (servicePlanName ? [servicePlanName] : []));
}

function rank(status: string | null | undefined): number {
  const at = fromBestOn.indexOf(status?.toLowerCase() ?? '');
  return at === -1 ? fromBestOn.length : at;
}

/** No end date lasts longest; a paid purchase ranks before a trial. */
function lastsLonger(a: CompanySubscription, b: CompanySubscription): number {
  const paidFirst = Number(a.isTrial === true) - Number(b.isTrial === true);
  return paidFirst || inPlainOrder(endOf(b), endOf(a));
}

/** Decides between purchases that are alike in all that matters, so that the order of the list never does. */
function byText(a: CompanySubscription, b: CompanySubscription): number {
  return inPlainOrder(JSON.stringify(a), JSON.stringify(b));
}

function endOf(purchase: CompanySubscription): string {
  const end = purchase.nextLifecycleDateTime;
  return end === null ? '9999' : new Date(end).toISOString();
}
