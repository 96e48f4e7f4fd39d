import { StoredQuestions } from '../../../src/adapters/storage/question-log.ts';
import { StoreHealth } from '../../../src/adapters/storage/store-health.ts';
import { watchedStore } from '../../../src/adapters/storage/watched-store.ts';
import { StoreFault } from '../../../src/ports/document-store.ts';
import type { JournalEvent } from '../../../src/ports/journal.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';

const namesNobody = { introduced: [], linking: [], givenNames: [], alsoWords: [] };

/** A store whose disk is full as long as a test says: it can be read and not written. */
class FullStore extends MemoryDocumentStore {
  isFull = true;

  override async write(...asked: Parameters<MemoryDocumentStore['write']>) {
    if (this.isFull)
      throw new StoreFault('the document could not be written', { cause: { code: 'ERR_SQLITE_ERROR', errcode: 13 } });
    return super.write(...asked);
  }
}

function aFullStore() {
  const store = new FullStore();
  const events: JournalEvent[] = [];
  const journal = { note: (event: JournalEvent) => void events.push(event) };
  const health = new StoreHealth({ store, journal, tryEveryMs: 1 });
  return {
    store,
    events,
    health,
    watched: watchedStore(
      store,
      () => undefined,
      (fault) => health.hear(fault),
    ),
  };
}

test('a full disk is told once with its code, and the store is away until a document can be written', async () => {
  const { store, events, health, watched } = aFullStore();

  await expect(watched.write('a', 1, null)).rejects.toThrow(StoreFault);
  await expect(watched.write('a', 1, null)).rejects.toThrow(StoreFault);
  await watched.read('a');
  expect(health.isAway).toBe(true);
  expect(events).toEqual([{ event: 'store.failed', code: 'STORE_UNAVAILABLE', cause: 'ERR_SQLITE_ERROR 13' }]);

  store.isFull = false;
  while (health.isAway) await new Promise((resolve) => setTimeout(resolve, 1));
  expect(events.slice(1)).toEqual([{ event: 'store.recovered', awayMs: expect.any(Number) }]);
  expect(await store.list('', 9)).toEqual([]);
  health.close();
});

test('a storage account that throttles is told by its code and its status', () => {
  const { events, health } = aFullStore();
  const cause = Object.assign(new Error('The server is busy.'), { code: 'ServerBusy', statusCode: 503 });

  health.hear(new StoreFault('the document could not be read', { cause }));

  expect(events).toEqual([{ event: 'store.failed', code: 'STORE_UNAVAILABLE', cause: 'ServerBusy 503' }]);
  health.close();
});

test('what the questions leave out because the store is away is heard all the same', async () => {
  const { events, health, watched } = aFullStore();
  const questions = new StoredQuestions({
    store: watched,
    clock: { now: () => 0 },
    keeps: 'counts',
    vocabulary: () => new Set(),
    naming: namesNobody,
  });
  await questions.note({
    outcome: 'none',
    found: null,
    asked: 'x',
    locale: 'en',
    conversation: 'c',
    activityId: 'a',
    names: [],
  });

  await questions.flush();

  expect(events).toMatchObject([{ event: 'store.failed' }]);
  health.close();
});

test('another fault than of the store says nothing about it', () => {
  const { events, health } = aFullStore();

  health.hear(new Error('a bug'));

  expect(health.isAway).toBe(false);
  expect(events).toEqual([]);
});
