import { newRecord } from '../../../src/bot/record/conversation-record.ts';
import { RecordCache } from '../../../src/bot/turn/conversation-store.ts';

const aRecord = (etag: string) => ({ record: newRecord('en', 0), etag });

afterEach(() => jest.useRealTimers());

test('whoever takes a conversation has it for themselves', () => {
  const kept = new RecordCache();
  kept.keep('a', aRecord('1'), 10);

  expect(kept.take('a')?.etag).toBe('1');
  expect(kept.take('a')).toBeNull();
});

test('the newest of a conversation is kept, and counts once', () => {
  const kept = new RecordCache({ size: 20 });
  kept.keep('a', aRecord('1'), 10);
  kept.keep('b', aRecord('2'), 10);
  kept.keep('a', aRecord('3'), 10);

  expect(kept.take('b')?.etag).toBe('2');
  expect(kept.take('a')?.etag).toBe('3');
});

test('of too many, the one that was kept longest goes', () => {
  const kept = new RecordCache({ records: 2 });
  for (const key of ['a', 'b', 'a', 'c']) kept.keep(key, aRecord(key), 10);

  expect([kept.take('a')?.etag, kept.take('b'), kept.take('c')?.etag]).toEqual(['a', null, 'c']);
});

test('large ones make others go, and one that is too large is not kept', () => {
  const kept = new RecordCache({ size: 100 });
  kept.keep('a', aRecord('a'), 60);
  kept.keep('b', aRecord('b'), 60);
  expect([kept.take('a'), kept.take('b')?.etag]).toEqual([null, 'b']);

  kept.keep('c', aRecord('c'), 101);
  expect(kept.take('c')).toBeNull();
  kept.keep('d', aRecord('d'), 100);
  expect(kept.take('d')?.etag).toBe('d');
});

test('a conversation that nobody goes on with is dropped, and others are not', () => {
  jest.useFakeTimers();
  const kept = new RecordCache({ idleMs: 1_000 });
  kept.keep('a', aRecord('a'), 10);
  jest.advanceTimersByTime(700);
  kept.keep('b', aRecord('b'), 10);
  jest.advanceTimersByTime(400);
  expect([kept.take('a'), kept.take('b')?.etag]).toEqual([null, 'b']);

  kept.keep('c', aRecord('c'), 10);
  jest.advanceTimersByTime(2_000);
  expect(kept.take('c')).toBeNull();
  expect(jest.getTimerCount()).toBe(0);
});
