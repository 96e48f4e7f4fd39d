import type { Activity } from 'botbuilder';
import { claimsOf, matchAccount } from '../../../src/bot/sign-in/account-match.ts';
import { anActivity, inTeams, tokenOf } from '../../builders/turn-context.ts';

const ann = tokenOf('person-1', 'tenant-1');
const without = (member: 'from' | 'conversation') => ({ ...inTeams, [member]: { id: 'a' } });

test.each([
  ['as who they are in the chat', ann, inTeams, 'same'],
  ['with the same ids in capitals', tokenOf('PERSON-1', 'TENANT-1'), inTeams, 'same'],
  ['as somebody else', tokenOf('person-2', 'tenant-1'), inTeams, 'other-account'],
  ['in another tenant', tokenOf('person-1', 'tenant-2'), inTeams, 'other-tenant'],
  ['in a chat that does not say who they are', ann, without('from'), 'other-account'],
  ['in a chat that does not say which tenant it is in', ann, without('conversation'), 'other-account'],
  ['with a token that cannot be read', 'no token', inTeams, 'other-account'],
  ['where the channel knows nobody', tokenOf('person-2', 'tenant-2'), {}, 'same'],
] as const)('signed in %s', (_how, token, activity, expected) => {
  expect(matchAccount(token, anActivity(activity as Partial<Activity>))).toBe(expected);
});

test.each([
  ['a.b.c'],
  [''],
  ['no token'],
  [`a.${Buffer.from('7').toString('base64url')}.c`],
  [`a.${Buffer.from('{"oid":7,"tid":"tenant-1"}').toString('base64url')}.c`],
  [`a.${Buffer.from('{"oid":"person-1"}').toString('base64url')}.c`],
])('%j is for nobody', (token) => {
  expect(claimsOf(token)).toBeNull();
});
