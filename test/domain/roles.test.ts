import { cannotTell, known } from '../../src/domain/known.ts';
import { decideRole, nameRole, purchaseRoleOf } from '../../src/domain/roles.ts';
import { anEligibleRole, aRole, aTenant, inDays, noon, someFacts } from '../builders/facts.ts';

const globalReader = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';

test.each(['global-administrator', 'billing-administrator'] as const)('an active %s may buy', (role) => {
  const decision = decideRole(someFacts({ activeRoles: known([aRole(role)]) }), noon);

  expect(decision).toMatchObject({ kind: 'active', role, through: { kind: 'direct' }, endsInDays: null });
});

test('a role through a group counts and names the group', () => {
  const role = aRole('billing-administrator', { through: { kind: 'group', groupName: 'Buyers' } });

  const decision = decideRole(someFacts({ activeRoles: known([role]) }), noon);

  expect(decision).toMatchObject({ kind: 'active', through: { kind: 'group', groupName: 'Buyers' } });
});

test('a role is matched by its id in any case, whatever its name', () => {
  const role = aRole('62E90394-69F5-4237-9190-012177145E10', { displayName: 'Globale beheerder' });

  expect(decideRole(someFacts({ activeRoles: known([role]) }), noon)).toMatchObject({ role: 'global-administrator' });
});

test('a name alone gives no right', () => {
  const role = aRole(globalReader, { displayName: 'Global Administrator' });

  expect(decideRole(someFacts({ activeRoles: known([role]) }), noon).kind).toBe('someone-else-may-be');
});

test('the stronger of two roles is told', () => {
  const roles = [aRole('billing-administrator'), aRole('global-administrator')];

  expect(decideRole(someFacts({ activeRoles: known(roles) }), noon)).toMatchObject({ role: 'global-administrator' });
});

test('of one role held twice, the one that lasts longest is told', () => {
  const roles = [aRole('global-administrator', { endsAt: inDays(2) }), aRole('global-administrator')];

  expect(decideRole(someFacts({ activeRoles: known(roles) }), noon)).toMatchObject({ endsAt: null, endsInDays: null });
});

test.each([
  [1, 1],
  [14, 14],
  [15, null],
])('a role that ends in %p days is told as %p', (days, told) => {
  const role = aRole('global-administrator', { endsAt: inDays(days) });

  expect(decideRole(someFacts({ activeRoles: known([role]) }), noon)).toMatchObject({ endsInDays: told });
});

test('a role that has ended gives no right any more', () => {
  const role = aRole('global-administrator', { endsAt: inDays(-1) });

  expect(decideRole(someFacts({ activeRoles: known([role]) }), noon).kind).toBe('someone-else-may-be');
});

test('somebody who may activate the role is told so', () => {
  const facts = someFacts({ eligibleRoles: known([anEligibleRole('billing-administrator')]) });

  expect(decideRole(facts, noon)).toEqual({ kind: 'eligible', role: 'billing-administrator', endsAt: null });
});

test('an eligible role helps even where active roles could not be read', () => {
  const facts = someFacts({
    activeRoles: cannotTell('permission-refused'),
    eligibleRoles: known([anEligibleRole('global-administrator')]),
  });

  expect(decideRole(facts, noon).kind).toBe('eligible');
});

test('a tenant without Entra ID P2 has no eligible roles to read', () => {
  const facts = someFacts({ eligibleRoles: cannotTell('no-licence') });

  expect(decideRole(facts, noon)).toEqual({ kind: 'someone-else-may-be' });
});

test.each([
  ['permission-refused', 'eligible-roles-hidden'],
  ['consent-missing', 'eligible-roles-hidden'],
  ['throttled', 'throttled'],
  ['too-slow', 'too-slow'],
] as const)('no active role is not "no" where eligible roles could not be read because of %s', (because, told) => {
  const facts = someFacts({ eligibleRoles: cannotTell(because) });

  expect(decideRole(facts, noon)).toEqual({ kind: 'cannot-tell', because: told });
});

test('in an unmanaged tenant nobody has a role', () => {
  const facts = someFacts({ tenant: known(aTenant({ management: 'unmanaged' })) });

  expect(decideRole(facts, noon).kind).toBe('none');
});

test.each(['permission-refused', 'consent-missing', 'throttled', 'too-slow', 'ids-missing'] as const)(
  'roles that could not be read because of %s are never "no"',
  (because) => {
    expect(decideRole(someFacts({ activeRoles: cannotTell(because) }), noon)).toEqual({ kind: 'cannot-tell', because });
  },
);

test('a role without its id leaves it open', () => {
  expect(decideRole(someFacts({ activeRoles: known([aRole('')]) }), noon)).toEqual({
    kind: 'cannot-tell',
    because: 'ids-missing',
  });
});

test('an empty list proves nothing about a guest', () => {
  const identity = { personId: 'kelley', tenantId: 'x', account: 'guest' } as const;
  const profile = cannotTell('permission-refused');

  expect(decideRole(someFacts({ identity, profile }), noon)).toEqual({ kind: 'cannot-tell', because: 'guest' });
});

test('an external member without a role has none, wherever their account is kept', () => {
  const identity = { personId: 'kelley', tenantId: 'x', account: 'guest' } as const;

  expect(decideRole(someFacts({ identity }), noon)).toEqual({ kind: 'someone-else-may-be' });
});

test('a guest whose role was seen has it', () => {
  const identity = { personId: 'kelley', tenantId: 'x', account: 'guest' } as const;
  const facts = someFacts({ identity, activeRoles: known([aRole('billing-administrator')]) });

  expect(decideRole(facts, noon).kind).toBe('active');
});

test('the marker in every member’s token is no role that may buy', () => {
  expect(purchaseRoleOf('b79fbf4d-3ef9-4689-8143-76b194e85509')).toBeNull();
});

test.each([
  [aRole('global-administrator', { displayName: 'Globale beheerder' }), 'Global Administrator'],
  [aRole(globalReader), 'Global Reader'],
  [aRole('custom', { displayName: 'Servicedesk' }), 'Servicedesk'],
  [aRole('custom'), 'custom'],
])('a role is named for people', (role, name) => {
  expect(nameRole(role)).toBe(name);
});
