import {
  decideSubscriptionStage,
  hasSpendingLimit,
  hasUsableAzure,
  isInTenant,
  nameSubscription,
} from '../../src/domain/subscriptions.ts';
import { aSubscription, contosoId, fabrikamId } from '../builders/facts.ts';

test.each([
  ['Enabled', 'usable', 'everything', 'none-needed'],
  ['Warned', 'warned', 'everything', 'act-on-the-warning'],
  ['PastDue', 'past-due', 'everything', 'pay-the-bill'],
  ['Disabled', 'disabled', 'reading-and-deleting', 'reactivate'],
  ['Expired', 'disabled', 'reading-and-deleting', 'reactivate'],
  ['Deleted', 'deleted', 'nothing', 'sign-up-again'],
  ['Snoozing', 'unknown', 'unknown', 'look-in-portal'],
])('%s means %s: %s works, %s helps', (state, stage, works, wayOut) => {
  expect(decideSubscriptionStage(state)).toEqual({ stage, raw: state, works, wayOut });
});

test.each([
  ['On', 'yes'],
  ['Off', 'no'],
  ['CurrentPeriodOff', 'no'],
  ['Sometimes', 'cannot-tell'],
  [null, 'cannot-tell'],
])('a spending limit of %p is %s', (spendingLimit, answer) => {
  expect(hasSpendingLimit({ spendingLimit })).toBe(answer);
});

test.each([
  [contosoId, 'yes'],
  [contosoId.toUpperCase(), 'yes'],
  [fabrikamId, 'no'],
  [null, 'cannot-tell'],
])('a subscription of %p being here is %s', (tenantId, answer) => {
  expect(isInTenant({ tenantId }, contosoId)).toBe(answer);
});

test.each([
  [['Enabled'], 'yes'],
  [['Disabled', 'Warned'], 'yes'],
  [['PastDue'], 'no'],
  [['Disabled'], 'no'],
  [['Snoozing', 'Disabled'], 'cannot-tell'],
  [[], 'no'],
])('building on %p is %s', (states, answer) => {
  expect(hasUsableAzure(states.map((state) => aSubscription({ state })))).toBe(answer);
});

test('a subscription without a name is told by its id', () => {
  expect(nameSubscription({ displayName: ' ', subscriptionId: 's1' })).toBe('s1');
});
