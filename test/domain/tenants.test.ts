import { cannotTell, known } from '../../src/domain/known.ts';
import { findTenantTrouble, nameTenantById, otherTenants, personalAccountsTenantId } from '../../src/domain/tenants.ts';
import {
  aMembership,
  aSubscription,
  aTenant,
  contosoId,
  fabrikamId,
  inFabrikamToo,
  someFacts,
} from '../builders/facts.ts';

test('an ordinary account in one tenant has nothing to be told', () => {
  expect(findTenantTrouble(someFacts(), null)).toEqual([]);
});

test('a chat in the same tenant is nothing to be told, whatever the case of its id', () => {
  expect(findTenantTrouble(someFacts(), contosoId.toUpperCase())).toEqual([]);
});

test('a personal account is seen by its tenant too', () => {
  const identity = { personId: 'k', tenantId: personalAccountsTenantId, account: 'work' } as const;

  expect(findTenantTrouble(someFacts({ identity }), null)[0]).toEqual({ kind: 'personal-account' });
});

test('a guest is told where they are and where they are at home', () => {
  const identity = { personId: 'k', tenantId: fabrikamId, account: 'guest' } as const;
  const profile = cannotTell('guest');
  const facts = someFacts({ identity, profile, tenant: cannotTell('guest'), memberships: known(inFabrikamToo()) });

  expect(findTenantTrouble(facts, null)[0]).toEqual({ kind: 'guest-account', tenant: 'Fabrikam', home: 'Contoso' });
});

test('the directory’s own word makes somebody a guest as well', () => {
  const profile = known({ displayName: null, userPrincipalName: null, userType: 'guest' as const });

  expect(findTenantTrouble(someFacts({ profile }), null)[0]).toMatchObject({ kind: 'guest-account', home: null });
});

test.each([
  [{ management: 'unmanaged' }, 'unmanaged-tenant'],
  [{ type: 'customers' }, 'customers-tenant'],
] as const)('a tenant with %p is found as %s', (changes, kind) => {
  expect(findTenantTrouble(someFacts({ tenant: known(aTenant(changes)) }), null)).toEqual([
    { kind, tenant: 'Contoso' },
  ]);
});

test('a subscription that lives elsewhere is told by the names of both tenants', () => {
  const facts = someFacts({
    memberships: known(inFabrikamToo()),
    subscriptions: known([aSubscription({ tenantId: fabrikamId })]),
  });

  expect(findTenantTrouble(facts, null)).toContainEqual({
    kind: 'subscription-in-other-tenant',
    subscription: 'Webshop',
    tenant: 'Fabrikam',
    here: 'Contoso',
  });
});

test('Graph and Azure that speak of different tenants contradict each other', () => {
  const facts = someFacts({ memberships: known([aMembership({ tenantId: fabrikamId, displayName: 'Fabrikam' })]) });

  expect(findTenantTrouble(facts, null)).toContainEqual({
    kind: 'facts-contradict',
    graph: 'Contoso',
    azure: 'Fabrikam',
  });
});

test('several tenants are named', () => {
  expect(findTenantTrouble(someFacts({ memberships: known(inFabrikamToo()) }), null)).toEqual([
    { kind: 'several-tenants', tenant: 'Contoso', others: ['Fabrikam'] },
  ]);
});

test('the same tenant listed twice is one tenant', () => {
  const facts = someFacts({ memberships: known([...inFabrikamToo(), ...inFabrikamToo()]) });

  expect(otherTenants(facts)).toHaveLength(1);
});

test('a tenant that nothing is known about is told by its id', () => {
  expect(nameTenantById(someFacts(), fabrikamId)).toBe(fabrikamId);
});
