import type { CompanySubscription, SubscribedSku } from '../../../src/adapters/graph/directory-schemas.ts';
import { joinProducts } from '../../../src/adapters/graph/join-products.ts';
import { contosoId, inDays } from '../../builders/facts.ts';

const purchase = (id: string, changes: Partial<CompanySubscription> = {}): CompanySubscription => ({
  id,
  skuId: 'sku',
  skuPartNumber: 'SPB',
  status: 'Enabled',
  isTrial: false,
  nextLifecycleDateTime: inDays(90),
  ownerTenantId: contosoId,
  totalLicenses: 10,
  serviceStatus: [],
  ...changes,
});

test('a purchase that is on two pages counts once, and two alike count twice', () => {
  const seats = (...purchases: CompanySubscription[]) => joinProducts([], purchases, contosoId)[0]?.seatsTotal;

  expect(seats(purchase('one'), purchase('two'))).toBe(20);
  expect(seats(purchase('one'), purchase('two'), purchase('one'))).toBe(20);
});

test('of two purchases that are alike but for their seller, the same one counts in any order', () => {
  const sku: SubscribedSku = { skuId: 'sku', skuPartNumber: 'SPB' };
  const purchases = [purchase('one', { ownerTenantId: 'a-partner' }), purchase('two', { ownerTenantId: 'another' })];

  expect(joinProducts([sku], purchases.toReversed(), contosoId)).toEqual(joinProducts([sku], purchases, contosoId));
});
