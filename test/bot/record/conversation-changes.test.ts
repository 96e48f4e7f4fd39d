import * as changes from '../../../src/bot/record/conversation-changes.ts';
import { onTheWay } from '../../builders/played-conversation.ts';
import { aRecord } from '../../builders/records.ts';
import { kelley } from '../../builders/stories.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

test('moving on leaves a trail, and staying leaves none', () => {
  const record = aRecord();
  for (const dialogId of ['choose-scenario', 'check', 'verdict', 'verdict'] as const) changes.moveTo(record, dialogId);

  expect(record).toMatchObject({ dialogId: 'verdict', trail: ['choose-scenario', 'check'] });
});

test('going back forgets what came after', () => {
  const record = aRecord({ dialogId: 'steps', trail: ['choose-scenario', 'check', 'verdict'] });
  changes.moveBackTo(record, 1);

  expect(record).toMatchObject({ dialogId: 'check', trail: ['choose-scenario'] });
});

test('there is nowhere to go back to beyond the trail', () => {
  const record = aRecord({ dialogId: 'steps', trail: ['verdict'] });
  changes.moveBackTo(record, 5);

  expect(record.dialogId).toBeNull();
});

test('a trail has an end, and the newest steps are kept', () => {
  const record = aRecord();
  for (const _round of numbers(10)) {
    changes.moveTo(record, 'verdict');
    changes.moveTo(record, 'steps');
  }

  expect(record.trail).toHaveLength(12);
  expect(record.trail.at(-1)).toBe('verdict');
});

test('the newest 120 activities are known again', () => {
  const record = aRecord();
  for (const id of numbers(121)) changes.rememberSeen(record, id);

  expect(record.seen).toHaveLength(120);
  expect(record.seen.includes('0')).toBe(false);
  expect(record.seen.at(-1)).toBe('120');
});

test('the newest 50 old names count as explained', () => {
  const record = aRecord();
  for (const name of numbers(51)) changes.rememberExplainedName(record, name);

  expect(record.explainedNames).toHaveLength(50);
  expect(record.explainedNames.at(-1)).toBe('50');
});

test('a record that begins anew knows its language and what was answered, and nothing else', () => {
  const record = aRecord({
    locale: 'de',
    seen: ['activity-1'],
    dialogId: 'steps',
    progress: onTheWay('join', { facts: kelley }),
    personId: 'ann',
    liveNonces: ['nonce'],
    misses: 2,
  });
  changes.resetRecord(record, 7);

  expect(record).toEqual({ ...aRecord({ locale: 'de', seen: ['activity-1'] }), lastHeardAt: 7 });
});

test('who somebody is counts once', () => {
  const record = aRecord();
  changes.rememberPerson(record, 'ann');
  changes.rememberPerson(record, 'bob');

  expect(record.personId).toBe('ann');
});

test('a language that was heard is no guess, and one that was chosen stays chosen', () => {
  const record = aRecord();
  changes.guessLocale(record, 'nl');
  expect(record).toMatchObject({ locale: 'nl', localeIsHeard: false, localeIsChosen: false });

  changes.hearLocale(record, 'de');
  expect(record).toMatchObject({ locale: 'de', localeIsHeard: true, localeIsChosen: false });

  changes.chooseLocale(record, 'en');
  expect(record).toMatchObject({ locale: 'en', localeIsHeard: true, localeIsChosen: true });
});

test('where the bot may not write any more, nothing stays that would make it try', () => {
  const record = aRecord({
    reference: { channelId: 'msteams' },
    reminder: { dueAt: '2026-11-21T12:00:00.000Z' } as never,
    outbox: { messages: [], sender: 'one', leaseUntil: 0, tries: 1 },
    progress: onTheWay('join'),
  });
  changes.dropReference(record);

  expect(record).toMatchObject({ reference: null, reminder: null, outbox: null, progress: onTheWay('join') });
});

test('a goal begins from the beginning, and what is kept of it leaves the rest alone', () => {
  const record = aRecord({ progress: onTheWay('join', { facts: kelley, joinConfirmed: true, proofAttempts: 2 }) });
  changes.keepProgress(record, { proofAttempts: 3 });
  expect(record.progress).toEqual(onTheWay('join', { facts: kelley, joinConfirmed: true, proofAttempts: 3 }));

  changes.startProgress(record, { kind: 'scenario', scenario: 'add-azure' });
  expect(record.progress).toEqual(onTheWay('add-azure'));
});

test('a press that had an effect takes the buttons of its card with it', () => {
  const record = aRecord({ liveNonces: ['older', 'newer'] });
  changes.spendPress(record, 'newer', 'the press');

  expect(record).toMatchObject({ liveNonces: ['older'], spentPress: 'the press' });
});

test.each([
  [0, ['new']],
  [1, ['b', 'new']],
  [20, ['a', 'b', 'new']],
])('of older cards the newest %i keep their buttons', (olderMax, expected) => {
  const record = aRecord({ liveNonces: ['a', 'b'] });
  changes.keepLive(record, ['new'], olderMax);

  expect(record.liveNonces).toEqual(expected);
});

test('misses are counted until one answer fits', () => {
  const record = aRecord();
  expect([changes.countMiss(record), changes.countMiss(record)]).toEqual([1, 2]);

  changes.forgetMisses(record);
  expect(changes.countMiss(record)).toBe(1);
});
