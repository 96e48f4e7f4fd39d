import { wantsFreshSignIn } from '../../src/domain/challenge.ts';

const asks = (wanted: object | null) =>
  wantsFreshSignIn({ service: 'azure', claims: wanted === null ? null : JSON.stringify(wanted) });
const since = { essential: true, value: '1795000000' };

test('a revoked session wants a newer sign-in; a policy, and what nobody can read, want a proof', () => {
  expect(asks({ access_token: { nbf: since } })).toBe(true);
  expect(asks({ access_token: { nbf: since, xms_cc: { values: ['cp1'] } } })).toBe(true);

  expect(asks({ access_token: { nbf: since, acrs: { essential: true, value: 'c1' } } })).toBe(false);
  expect(asks({ access_token: { capolids: { essential: true, values: ['p1'] } } })).toBe(false);
  expect(asks({ access_token: null })).toBe(false);
  expect(asks({})).toBe(false);
  expect(asks(null)).toBe(false);
});
