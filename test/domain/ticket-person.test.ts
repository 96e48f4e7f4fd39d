import { isRequester } from '../../src/domain/ticket-person.ts';

const who = { personId: 'A-1', tenantId: 'T-1', userPrincipalName: 'ann@contoso.com' };
const nobody = { personId: null, userPrincipalName: null, tenantId: null };

test.each([
  ['the object id', { ...nobody, personId: 'a-1' }, 't-1', true],
  ['the object id and the tenant', { ...nobody, personId: 'a-1', tenantId: 't-1' }, 't-1', true],
  [
    'another object id with the same name',
    { ...nobody, personId: 'b-2', userPrincipalName: 'ann@contoso.com' },
    't-1',
    false,
  ],
  ['the name, where there is no object id', { ...nobody, userPrincipalName: 'Ann@Contoso.com' }, 't-1', true],
  ['another name', { ...nobody, userPrincipalName: 'bob@contoso.com' }, 't-1', false],
  ['nobody', nobody, 't-1', false],
  ['the object id in another tenant', { ...nobody, personId: 'a-1' }, 't-2', false],
  ['a tenant that is not the desk’s', { ...nobody, personId: 'a-1', tenantId: 't-2' }, 't-1', false],
])('a ticket that names %s', (_what, requester, tenantId, expected) => {
  expect(isRequester({ requester, tenantId }, who)).toBe(expected);
});

test('a name that is not known is nobody’s', () => {
  const unnamed = { ...who, userPrincipalName: null };

  expect(
    isRequester({ requester: { ...nobody, userPrincipalName: 'ann@contoso.com' }, tenantId: 't-1' }, unnamed),
  ).toBe(false);
});
