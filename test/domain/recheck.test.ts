import { cannotTell, known } from '../../src/domain/known.ts';
import { beginRecheck, passesByItself, recheckLater, recheckPausesMs, wasCutShort } from '../../src/domain/recheck.ts';
import { someFacts } from '../builders/facts.ts';

const now = Date.UTC(2026, 10, 20, 12);
const readAt = '2026-11-20T12:00:00.000Z';

test('it looks as often as there are pauses, each longer than the one before', () => {
  let looking = beginRecheck('verdict', readAt, now);
  const waits: number[] = [];
  while (looking.dueAt !== null && waits.length < 10) {
    waits.push(Date.parse(looking.dueAt) - now);
    looking = recheckLater(looking, now);
  }

  expect(waits).toEqual([...recheckPausesMs]);
  expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
  expect(looking).toEqual({ dialogId: 'verdict', readAt, tries: recheckPausesMs.length, dueAt: null });
});

test('all looks together take less than five minutes', () => {
  expect(recheckPausesMs.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(5 * 60_000);
});

test.each(['too-slow', 'throttled', 'unavailable'] as const)('%s passes by itself', (because) => {
  expect(passesByItself(because)).toBe(true);
});

test.each([
  'consent-missing',
  'permission-refused',
  'guest',
  'sign-in-again',
  'no-licence',
  'not-read',
  'unreadable',
] as const)('%s does not pass by itself', (because) => {
  expect(passesByItself(because)).toBe(false);
});

test.each([
  'profile',
  'tenant',
  'activeRoles',
  'eligibleRoles',
  'products',
  'memberships',
  'subscriptions',
  'billingAccounts',
  'ownership',
] as const)('a reading without its %s was cut short when the service was slow, and was not when it refused', (part) => {
  expect(wasCutShort({ ...someFacts(), [part]: cannotTell('too-slow') })).toBe(true);
  expect(wasCutShort({ ...someFacts(), [part]: cannotTell('permission-refused') })).toBe(false);
});

test('one owner that could not be read in time cuts the reading short as well', () => {
  const ownership = known([{ subscriptionId: 's', owner: cannotTell('too-slow') }]);

  expect(wasCutShort({ ...someFacts(), ownership })).toBe(true);
});
