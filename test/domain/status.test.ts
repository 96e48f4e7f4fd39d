import { cannotTell, known } from '../../src/domain/known.ts';
import { statusLines, viewStatus } from '../../src/domain/status.ts';
import {
  aContext,
  anEligibleRole,
  aProduct,
  aRole,
  aSubscription,
  aTenant,
  fabrikamId,
  inFabrikamToo,
  someFacts,
  withoutGraph,
} from '../builders/facts.ts';

const context = aContext();

test('the status names tenant, roles, products and subscriptions', () => {
  const view = viewStatus(
    someFacts({
      activeRoles: known([aRole('global-administrator'), aRole('b79fbf4d-3ef9-4689-8143-76b194e85509')]),
      eligibleRoles: known([anEligibleRole('billing-administrator')]),
      products: known([aProduct()]),
      subscriptions: known([aSubscription({ spendingLimit: 'On' })]),
    }),
    context,
  );

  expect(view.account).toEqual({ name: 'Kelley Wall', signInName: 'admin@contoso.onmicrosoft.com', kind: 'work' });
  expect(view.tenant).toMatchObject({ value: { name: 'Contoso', initialDomain: 'contoso.onmicrosoft.com' } });
  expect(view.activeRoles).toMatchObject({
    value: { shown: [{ name: 'Global Administrator', mayBuy: 'yes' }], total: 1 },
  });
  expect(view.eligibleRoles).toMatchObject({ value: { shown: [{ name: 'Billing Administrator' }] } });
  expect(view.products).toMatchObject({
    value: { shown: [{ name: 'Microsoft 365 Business Premium', seatsUsed: 3, seatsTotal: 25 }] },
  });
  expect(view.subscriptions).toMatchObject({
    value: {
      shown: [{ name: 'Webshop', spendingLimit: 'yes', tenant: 'Contoso', inThisTenant: 'yes', isAzure: 'yes' }],
    },
  });
});

test('a section that could not be read says why, and the others stay', () => {
  const view = viewStatus(withoutGraph({ subscriptions: known([aSubscription()]) }), context);

  expect(view.tenant).toEqual(cannotTell('consent-missing'));
  expect(view.products).toEqual(cannotTell('consent-missing'));
  expect(view.subscriptions).toMatchObject({ value: { total: 1 } });
});

test('what needs attention is shown before the list is cut', () => {
  const fine = Array.from({ length: 400 }, (_, index) =>
    aSubscription({ subscriptionId: `s${index}`, displayName: `A ${index}` }),
  );
  const view = viewStatus(
    someFacts({ subscriptions: known([...fine, aSubscription({ displayName: 'Z', state: 'Disabled' })]) }),
    context,
  );

  expect(view.subscriptions).toMatchObject({ value: { more: 401 - statusLines, total: 401 } });
  expect(view.subscriptions).toMatchObject({
    value: { shown: expect.arrayContaining([expect.objectContaining({ name: 'Z' })]) },
  });
});

test('free products stand apart and are not counted', () => {
  const free = Array.from({ length: 20 }, (_, index) => aProduct({ skuId: `f${index}`, skuPartNumber: 'FLOW_FREE' }));
  const view = viewStatus(someFacts({ products: known([...free, aProduct()]) }), context);

  expect(view.products).toMatchObject({ value: { total: 1, shown: [{ productClass: 'suite' }] } });
  expect(view.freeProducts).toMatchObject({ total: 20, more: 20 - statusLines });
});

test('a subscription of another tenant says whose it is', () => {
  const facts = someFacts({
    memberships: known(inFabrikamToo()),
    subscriptions: known([aSubscription({ tenantId: fabrikamId })]),
  });

  expect(viewStatus(facts, context).subscriptions).toMatchObject({
    value: { shown: [{ tenant: 'Fabrikam', inThisTenant: 'no' }] },
  });
});

test('a tenant without a name is told by its initial domain', () => {
  expect(
    viewStatus(
      someFacts({ tenant: known(aTenant({ displayName: null })), memberships: cannotTell('throttled') }),
      context,
    ).tenant,
  ).toMatchObject({
    value: { name: 'contoso.onmicrosoft.com' },
  });
});
