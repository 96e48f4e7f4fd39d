import { readIdentity } from '../../../src/adapters/entra/user-token.ts';
import { aUserToken, personId, signInAppId, tenantId } from '../stand-in.ts';

const rules = { audience: signInAppId, allowedTenants: [], now: 0 };
const otherTenant = '11111111-2222-4333-8444-555555555555';

test.each([
  ['a member', {}, 'work'],
  ['a member who says so', { acct: 0 }, 'work'],
  ['a guest', { acct: 1 }, 'guest'],
  ['a guest in words', { acct: '1' }, 'guest'],
  ['a guest by where they come from', { idp: `https://sts.windows.net/${otherTenant}/` }, 'guest'],
  ['a guest with a personal account', { idp: 'live.com' }, 'guest'],
  ['a member who comes from elsewhere', { acct: 0, idp: `https://sts.windows.net/${otherTenant}/` }, 'work'],
  ['a member who comes from here', { idp: `https://sts.windows.net/${tenantId.toUpperCase()}/` }, 'work'],
])('%s is known as such', (_, claims, account) => {
  expect(readIdentity(aUserToken(claims), rules)).toEqual({ kind: 'read', identity: { personId, tenantId, account } });
});

test('a personal account is known by the tenant where all of them live', () => {
  const token = aUserToken({ tid: '9188040d-6c67-4c5b-b112-36a304b66dad', idp: 'live.com' });

  expect(readIdentity(token, rules)).toMatchObject({ kind: 'read', identity: { account: 'personal' } });
});

test.each([
  ['no tenant', { tid: undefined }],
  ['a tenant that is not an id', { tid: '../common' }],
  ['no person', { oid: undefined }],
  ['an end that is not a number', { exp: 'never' }],
  ['another audience', { aud: `api://${signInAppId}` }],
  ['several audiences', { aud: [signInAppId] }],
])('a token with %s is foreign', (_, claims) => {
  expect(readIdentity(aUserToken(claims), rules)).toEqual({ kind: 'refused', because: 'foreign-token' });
});

test('a tenant on the list may come in, whatever the case of its letters', () => {
  const allowedTenants = [tenantId.toUpperCase()];

  expect(readIdentity(aUserToken(), { ...rules, allowedTenants }).kind).toBe('read');
  expect(readIdentity(aUserToken({ tid: otherTenant }), { ...rules, allowedTenants })).toEqual({
    kind: 'refused',
    because: 'tenant-not-allowed',
  });
});

test('a token is over at the very second of its end', () => {
  const token = aUserToken({ exp: 100 });

  expect(readIdentity(token, { ...rules, now: 99_999 }).kind).toBe('read');
  expect(readIdentity(token, { ...rules, now: 100_000 })).toEqual({ kind: 'sign-in-needed' });
});
