import type { Proof } from '../../src/domain/proof.ts';
import {
  canRemindIn,
  decideReminder,
  isDue,
  makeReminder,
  makeWatch,
  type Reminder,
  watchAtMostDays,
} from '../../src/domain/reminders.ts';
import { noon } from '../builders/facts.ts';

const minutes = (count: number): number => noon + count * 60_000;
const notYet: Proof = { kind: 'not-visible-yet', scenario: 'add-azure', attempt: 1, askAgainInMinutes: 5 };
const proven: Proof = { kind: 'proven', scenario: 'add-azure', changes: [], where: 'Contoso', whereId: 'contoso' };
const wrong: Proof = {
  kind: 'wrong-tenant',
  scenario: 'add-azure',
  changes: [],
  where: 'Fabrikam',
  expected: 'Contoso',
};
const left: Proof = {
  kind: 'left-old-tenant',
  scenario: 'join',
  subscription: 'Webshop',
  where: 'Contoso',
  attempt: 1,
  askAgainInMinutes: 5,
};
const notAccepted: Proof = { ...left, kind: 'not-accepted-yet' };
const unread: Proof = { kind: 'cannot-tell', scenario: 'add-azure', missing: ['azure'] };
const watch = makeWatch('add-azure', noon);

test('watching looks first after five minutes', () => {
  expect(isDue(watch, minutes(4))).toBe(false);
  expect(isDue(watch, minutes(5))).toBe(true);
});

test('a reminder for tomorrow comes a day later', () => {
  const tomorrow = makeReminder('add-azure', 1, noon);

  expect(isDue(tomorrow, minutes(24 * 60 - 1))).toBe(false);
  expect(isDue(tomorrow, minutes(24 * 60))).toBe(true);
});

test.each([
  [0, false],
  [1, true],
  [90, true],
  [91, false],
])('a reminder %p days ahead can be promised: %p', (days, can) => {
  expect(canRemindIn(days)).toBe(can);
  expect(isDue(makeReminder('add-azure', days, noon), minutes(days * 24 * 60))).toBe(true);
});

test('a reminder with a broken date is not forgotten', () => {
  expect(isDue({ ...watch, dueAt: '?' }, noon)).toBe(true);
});

test('the waits grow with each look', () => {
  const dues: string[] = [];
  let reminder: Reminder = watch;
  for (let look = 0; look < 4; look += 1) {
    const decision = decideReminder(reminder, { kind: 'looked', proof: notYet }, noon);
    if (decision.kind === 'stop') throw new Error('stopped too early');
    reminder = decision.reminder;
    dues.push(reminder.dueAt);
  }

  expect(dues).toEqual([15, 60, 240, 1440].map((wait) => new Date(minutes(wait)).toISOString()));
});

test.each([
  [proven, 'proven'],
  [wrong, 'wrong-tenant'],
  [left, 'left'],
])('%p stops the watching', (proof, because) => {
  expect(decideReminder(watch, { kind: 'looked', proof }, noon)).toEqual({ kind: 'stop', because });
});

test('a request that nobody accepted is watched on', () => {
  expect(decideReminder(watch, { kind: 'looked', proof: notAccepted }, noon).kind).toBe('again');
});

test('a word stops it', () => {
  expect(decideReminder(watch, { kind: 'person-said-stop' }, noon)).toEqual({ kind: 'stop', because: 'asked' });
});

test('watching gives up after a week', () => {
  const week = noon + watchAtMostDays * 86_400_000;

  expect(decideReminder(watch, { kind: 'looked', proof: notYet }, week)).toEqual({ kind: 'stop', because: 'gave-up' });
});

test('after three looks that could not be taken the person is asked to press', () => {
  let reminder: Reminder = watch;
  for (const news of [
    { kind: 'could-not-look' },
    { kind: 'looked', proof: unread },
    { kind: 'could-not-look' },
  ] as const) {
    const decision = decideReminder(reminder, news, noon);
    if (decision.kind === 'again') reminder = decision.reminder;
  }

  expect(reminder).toMatchObject({ way: 'ask-to-press', failedReadings: 3, readings: 3 });
});

test('a look that works makes up for the ones that did not', () => {
  const decision = decideReminder({ ...watch, failedReadings: 2 }, { kind: 'looked', proof: notYet }, noon);

  expect(decision).toMatchObject({ kind: 'again', reminder: { failedReadings: 0, way: 'by-itself' } });
});

test('a reminder for tomorrow is given once', () => {
  const once = makeReminder('add-azure', 1, noon);

  expect(decideReminder(once, { kind: 'asked-to-press' }, noon)).toEqual({ kind: 'stop', because: 'reminded' });
  expect(decideReminder(once, { kind: 'looked', proof: notYet }, noon)).toEqual({ kind: 'stop', because: 'reminded' });
});
