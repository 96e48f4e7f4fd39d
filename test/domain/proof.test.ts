import { cannotTell, known } from '../../src/domain/known.ts';
import { compareFacts, findChanges, makeReceipt, waitAfterAttempt } from '../../src/domain/proof.ts';
import {
  aMembership,
  aProduct,
  aRole,
  aSubscription,
  aTenant,
  contosoId,
  fabrikamId,
  inFabrikamToo,
  someFacts,
} from '../builders/facts.ts';

const before = someFacts();
const withAzure = someFacts({ subscriptions: known([aSubscription()]) });
const withMicrosoft365 = someFacts({ products: known([aProduct()]) });
const inFabrikam = {
  identity: { personId: 'k', tenantId: fabrikamId, account: 'work' as const },
  tenant: known(aTenant({ id: fabrikamId, displayName: 'Fabrikam' })),
  memberships: known(inFabrikamToo()),
};

test('a subscription that appeared proves adding Azure, and where', () => {
  expect(compareFacts('add-azure', before, withAzure, 1)).toEqual({
    kind: 'proven',
    scenario: 'add-azure',
    where: 'Contoso',
    whereId: contosoId,
    changes: [{ kind: 'subscription-appeared', name: 'Webshop', tenant: 'Contoso' }],
  });
});

test('a product that appeared proves adding Microsoft 365', () => {
  expect(compareFacts('add-microsoft-365', before, withMicrosoft365, 1)).toMatchObject({
    kind: 'proven',
    changes: [{ kind: 'product-appeared', name: 'Microsoft 365 Business Premium', tenant: 'Contoso' }],
  });
});

test.each([
  ['a free product', 'add-microsoft-365', { products: known([aProduct({ skuPartNumber: 'FLOW_FREE' })]) }],
  ['the retired Entra offer', 'add-azure', { subscriptions: known([aSubscription({ quotaId: 'AAD_2015-09-01' })]) }],
  ['a disabled subscription', 'add-azure', { subscriptions: known([aSubscription({ state: 'Disabled' })]) }],
] as const)('%s proves nothing', (_, scenario, changes) => {
  expect(compareFacts(scenario, before, someFacts(changes), 1).kind).toBe('not-visible-yet');
});

test('a subscription that was stopped and runs again proves it', () => {
  const stopped = someFacts({ subscriptions: known([aSubscription({ state: 'Disabled' })]) });

  expect(compareFacts('add-azure', stopped, withAzure, 1)).toMatchObject({
    kind: 'proven',
    changes: [{ kind: 'subscription-state', name: 'Webshop', before: 'Disabled', after: 'Enabled' }],
  });
});

test.each([
  [1, 5],
  [2, 15],
  [3, 60],
  [4, 240],
  [5, 1440],
  [99, 1440],
  [0, 5],
  [Number.NaN, 5],
])('after attempt %p the next look is in %p minutes', (attempt, minutes) => {
  expect(waitAfterAttempt(attempt)).toBe(minutes);
});

test('nothing new says when to look again', () => {
  expect(compareFacts('add-azure', before, before, 2)).toEqual({
    kind: 'not-visible-yet',
    scenario: 'add-azure',
    attempt: 2,
    askAgainInMinutes: 15,
  });
});

test('Azure in another tenant than expected is warned about by name', () => {
  const elsewhere = someFacts({ ...inFabrikam, subscriptions: known([aSubscription({ tenantId: fabrikamId })]) });

  expect(compareFacts('add-azure', before, elsewhere, 1)).toMatchObject({
    kind: 'wrong-tenant',
    where: 'Fabrikam',
    expected: 'Contoso',
  });
});

test('Microsoft 365 in another tenant than expected is warned about', () => {
  const elsewhere = someFacts({ ...inFabrikam, products: known([aProduct()]) });

  expect(compareFacts('add-microsoft-365', before, elsewhere, 1)).toMatchObject({
    kind: 'wrong-tenant',
    where: 'Fabrikam',
  });
});

test('a new subscription that Azure lists for another tenant is the wrong one', () => {
  const elsewhere = someFacts({
    memberships: known(inFabrikamToo()),
    subscriptions: known([aSubscription({ tenantId: fabrikamId })]),
  });

  expect(compareFacts('add-azure', before, elsewhere, 1)).toMatchObject({
    kind: 'wrong-tenant',
    where: 'Fabrikam',
    expected: 'Contoso',
  });
});

test.each([
  ['add-azure', { subscriptions: cannotTell('too-slow') }, ['azure']],
  ['add-microsoft-365', { products: cannotTell('too-slow') }, ['microsoft-365']],
  ['join', { subscriptions: cannotTell('too-slow'), memberships: cannotTell('too-slow') }, ['azure', 'tenants']],
] as const)('%s cannot be judged without looking', (scenario, changes, missing) => {
  expect(compareFacts(scenario, before, someFacts(changes), 1)).toEqual({ kind: 'cannot-tell', scenario, missing });
});

test('what adding Azure does not need may stay unread', () => {
  const after = someFacts({ subscriptions: known([aSubscription()]), products: cannotTell('consent-missing') });

  expect(compareFacts('add-azure', before, after, 1).kind).toBe('proven');
});

test('joining is proven when the subscription is in the tenant with Microsoft 365', () => {
  const after = someFacts({
    ...inFabrikam,
    subscriptions: known([aSubscription({ tenantId: fabrikamId })]),
    products: known([aProduct()]),
  });

  expect(compareFacts('join', withAzure, after, 1)).toMatchObject({
    kind: 'proven',
    where: 'Fabrikam',
    changes: expect.arrayContaining([{ kind: 'subscription-moved', name: 'Webshop', from: 'Contoso', to: 'Fabrikam' }]),
  });
});

test('a subscription that moved to a tenant without Microsoft 365 is in the wrong one', () => {
  const after = someFacts({ ...inFabrikam, subscriptions: known([aSubscription({ tenantId: fabrikamId })]) });

  expect(compareFacts('join', withAzure, after, 1)).toMatchObject({
    kind: 'wrong-tenant',
    where: 'Fabrikam',
    expected: 'Contoso',
  });
});

test('a guest who sees the subscription in their other tenant has proof, with that tenant on the receipt', () => {
  const after = someFacts({
    memberships: known(inFabrikamToo()),
    subscriptions: known([aSubscription({ tenantId: fabrikamId })]),
    products: known([]),
  });

  const proof = compareFacts('join', withAzure, after, 1);

  expect(proof).toMatchObject({ kind: 'proven', where: 'Fabrikam', whereId: fabrikamId });
  expect(makeReceipt(proof, after)).toMatchObject({ tenantName: 'Fabrikam', tenantId: fabrikamId });
});

test('a subscription that left the tenant with Microsoft 365 is in the wrong one', () => {
  const after = someFacts({
    memberships: known(inFabrikamToo()),
    subscriptions: known([aSubscription({ tenantId: fabrikamId })]),
    products: known([aProduct()]),
  });

  expect(compareFacts('join', withAzure, after, 1)).toMatchObject({ kind: 'wrong-tenant', where: 'Fabrikam' });
});

test('a request that nobody accepted leaves the subscription in the old tenant', () => {
  expect(compareFacts('join', withAzure, withAzure, 2)).toEqual({
    kind: 'not-accepted-yet',
    scenario: 'join',
    subscription: 'Webshop',
    where: 'Contoso',
    attempt: 2,
    askAgainInMinutes: 15,
  });
});

test('a subscription that only left its old tenant proves nothing: from there its new place cannot be seen', () => {
  expect(compareFacts('join', withAzure, before, 1)).toMatchObject({
    kind: 'left-old-tenant',
    subscription: 'Webshop',
    where: 'Contoso',
  });
});

test('where nothing was seen before, nothing has left', () => {
  expect(compareFacts('join', before, before, 1).kind).toBe('not-visible-yet');
});

test('every kind of change is found', () => {
  const was = someFacts({
    products: known([aProduct(), aProduct({ skuId: 'e3', skuPartNumber: 'ENTERPRISEPACK' })]),
    subscriptions: known([aSubscription()]),
    activeRoles: known([aRole('global-administrator')]),
  });
  const is = someFacts({
    products: known([aProduct({ status: 'Warning' })]),
    memberships: known([aMembership(), aMembership({ tenantId: fabrikamId, displayName: 'Fabrikam' })]),
    activeRoles: known([aRole('billing-administrator')]),
  });

  expect(findChanges(was, is)).toEqual([
    { kind: 'subscription-left', name: 'Webshop', tenant: 'Contoso' },
    { kind: 'product-left', name: 'Office 365 E3', tenant: 'Contoso' },
    { kind: 'product-state', name: 'Microsoft 365 Business Premium', before: 'Enabled', after: 'Warning' },
    { kind: 'membership-gained', tenant: 'Fabrikam' },
    { kind: 'role-gained', name: 'Billing Administrator' },
    { kind: 'role-lost', name: 'Global Administrator' },
  ]);
});

test('a list that could not be read shows no losses', () => {
  const after = someFacts({
    subscriptions: cannotTell('throttled'),
    products: cannotTell('throttled'),
    activeRoles: cannotTell('throttled'),
  });

  expect(findChanges(withAzure, after)).toEqual([]);
});

test('a receipt names the tenant and the things, and no person', () => {
  const after = someFacts({
    subscriptions: known([aSubscription()]),
    activeRoles: known([aRole('global-administrator')]),
    memberships: known(inFabrikamToo()),
  });

  const receipt = makeReceipt(compareFacts('add-azure', before, after, 1), after);

  expect(receipt).toEqual({
    scenario: 'add-azure',
    provenAt: after.readAt,
    tenantName: 'Contoso',
    tenantId: contosoId,
    changes: [{ kind: 'subscription-appeared', name: 'Webshop', tenant: 'Contoso' }],
    moreChanges: 0,
  });
  expect(JSON.stringify(receipt)).not.toMatch(/kelley|admin@/i);
});

test('a receipt of many changes is short', () => {
  const many = Array.from({ length: 40 }, (_, index) => aSubscription({ subscriptionId: `s${index}` }));
  const after = someFacts({ subscriptions: known(many) });

  expect(makeReceipt(compareFacts('add-azure', before, after, 1), after)).toMatchObject({ moreChanges: 30 });
});

test('nothing proven gives no receipt', () => {
  expect(makeReceipt(compareFacts('add-azure', before, before, 1), before)).toBeNull();
});

test('a product that is listed twice gives the same changes in any order', () => {
  const twice = [aProduct({ status: 'Suspended' }), aProduct({ status: 'Warning' })];
  const was = someFacts({ products: known([aProduct()]) });

  const forward = findChanges(was, someFacts({ products: known(twice) }));
  const backward = findChanges(was, someFacts({ products: known(twice.toReversed()) }));

  expect(forward).toHaveLength(1);
  expect(backward).toEqual(forward);
});
