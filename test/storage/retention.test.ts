import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRetention } from '../../src/adapters/storage/retention.ts';
import { openSqliteDocumentStore } from '../../src/adapters/storage/sqlite/sqlite-document-store.ts';
import type { DocumentStore, Json } from '../../src/ports/document-store.ts';
import { retentionOwners } from '../../src/wiring/retention.ts';
import { MemoryDocumentStore } from '../builders/memory-document-store.ts';

const now = Date.UTC(2026, 10, 20, 12);
const day = 86_400_000;
const iso = (daysFromNow: number): string => new Date(now + daysFromNow * day).toISOString();

const ann = 'conversation/webchat/ann-1/one';
const bob = 'conversation/msteams/19:bob@thread/29:bob';

function retentionOf(store: DocumentStore) {
  const clock = { now: () => now };
  return createRetention({ store, clock, owners: retentionOwners({ store, clock, keepIdleDays: 30 }) });
}

async function fill(store: DocumentStore, documents: Readonly<Record<string, Json>>): Promise<void> {
  for (const [key, value] of Object.entries(documents)) await store.write(key, value, null);
}

describe('what is past its time', () => {
  const documents: readonly (readonly [string, string, Json, 'goes' | 'stays'])[] = [
    ['a conversation of 31 days ago', 'conversation/a/1/one', { lastHeardAt: now - 31 * day }, 'goes'],
    ['a conversation of 29 days ago', 'conversation/a/2/one', { lastHeardAt: now - 29 * day }, 'stays'],
    [
      'an old conversation with a reminder to come',
      'conversation/a/3/one',
      { lastHeardAt: now - 31 * day, reminder: { dueAt: iso(3) } },
      'stays',
    ],
    [
      'an old conversation whose reminder is old',
      'conversation/a/4/one',
      { lastHeardAt: now - 90 * day, reminder: { dueAt: iso(-60) } },
      'goes',
    ],
    ['a conversation of a shape that is not known', 'conversation/a/5/one', { version: 99 }, 'stays'],
    ['a sign-in of a conversation that goes', 'exchange/a/1/x', { by: 'm1', outcome: 'exchanged' }, 'goes'],
    ['a sign-in of a conversation that stays', 'exchange/a/2/x', { by: 'm1', outcome: 'exchanged' }, 'stays'],
    ['a request past its end', 'admin-request/r1', { request: { expiresAt: iso(-1) }, conversation: ann }, 'goes'],
    ['a request before its end', 'admin-request/r2', { request: { expiresAt: iso(1) }, conversation: ann }, 'stays'],
    ['a scheduled job of long ago', `wake/${iso(-31)}/reminder-due/${ann}`, { conversation: ann }, 'goes'],
    ['a scheduled job that is late', `wake/${iso(-2)}/reminder-due/${ann}`, { conversation: ann }, 'stays'],
    ['a scheduled job to come', `wake/${iso(2)}/reminder-due/${ann}`, { conversation: ann }, 'stays'],
    [
      'vectors that no bot has loaded for 91 days',
      'embedding/a',
      { state: 'made', model: 'm', dimensions: 1, steps: [1], vectors: 'AQ==', usedOn: iso(-91).slice(0, 10) },
      'goes',
    ],
    [
      'vectors that a bot loaded 89 days ago',
      'embedding/b',
      { state: 'made', model: 'm', dimensions: 1, steps: [1], vectors: 'AQ==', usedOn: iso(-89).slice(0, 10) },
      'stays',
    ],
    [
      'vectors that a bot began to make and never finished',
      'embedding/c',
      { state: 'making', until: now - 2 * day },
      'goes',
    ],
    ['an unreadable conversation of 8 days ago', `quarantine/${now - 8 * day}/x`, { key: ann, value: {} }, 'goes'],
    ['an unreadable conversation of 6 days ago', `quarantine/${now - 6 * day}/x`, { key: ann, value: {} }, 'stays'],
  ];

  test.each(documents)('%s: %s', async (_what, key, _value, expected) => {
    const store = new MemoryDocumentStore();
    await fill(store, Object.fromEntries(documents.map(([, each, value]) => [each, value])));

    const removed = await retentionOf(store).sweep();

    expect((await store.read(key)) === null ? 'goes' : 'stays').toBe(expected);
    expect(removed).toBe(documents.filter(([, , , fate]) => fate === 'goes').length);
  });

  test('more conversations than fit in one list are all looked at', async () => {
    const store = new MemoryDocumentStore();
    for (let count = 0; count < 1_203; count += 1)
      await store.write(`conversation/a/${count}/one`, { lastHeardAt: count % 2 === 0 ? 0 : now }, null);

    expect(await retentionOf(store).sweep()).toBe(602);
    expect(store.documents.size).toBe(601);
  });

  test('a store that is away is told, and nothing is lost', async () => {
    const store = openSqliteDocumentStore(':memory:');
    await store.close();

    await expect(retentionOf(store).sweep()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});

describe('who asks to be forgotten', () => {
  let folder: string;
  let store: DocumentStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onetenant-kept-'));
    store = openSqliteDocumentStore(join(folder, 'store.sqlite'));
    const name = 'CNRY-Ann-Example';
    await fill(store, {
      [ann]: { lastHeardAt: now, journey: { facts: { name, more: 'x'.repeat(20_000) } } },
      [bob]: { lastHeardAt: now, name: 'Bob' },
      [`wake/${iso(1)}/reminder-due/${ann}`]: { conversation: ann, name },
      [`wake/${iso(1)}/reminder-due/${bob}`]: { conversation: bob },
      'admin-request/a1': { request: { expiresAt: iso(1) }, requesterName: name, conversation: ann },
      'admin-request/b1': { request: { expiresAt: iso(1) }, requesterName: 'Bob', conversation: bob },
      [`quarantine/${now}/q1`]: { key: ann, value: { name } },
      [`quarantine/${now}/q2`]: { key: bob, value: {} },
      'exchange/webchat/ann-1/e1': { by: name, outcome: 'exchanged' },
      'exchange/webchat/ann-10/e1': { by: 'somebody else', outcome: 'exchanged' },
    });
    // An earlier version of the same document is a copy, too.
    const { etag } = (await store.read(ann)) ?? { etag: '' };
    await store.write(ann, { lastHeardAt: now, journey: { facts: { name: `${name} again` } } }, etag);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const bytes = (): string =>
    readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'latin1'))
      .join('\n');

  test('is gone, and a second look proves it', async () => {
    expect(await retentionOf(store).forget(ann)).toEqual({ removed: 5, left: [] });
  });

  test('is gone from the bytes of the file', async () => {
    expect(bytes()).toContain('CNRY');

    await retentionOf(store).forget(ann);

    expect(bytes()).not.toContain('CNRY');
    expect(bytes()).not.toContain('ann-1/one');
  });

  test('takes nobody else along', async () => {
    await retentionOf(store).forget(ann);

    expect(await store.list('', 100)).toEqual(
      [
        bob,
        `wake/${iso(1)}/reminder-due/${bob}`,
        'admin-request/b1',
        `quarantine/${now}/q2`,
        'exchange/webchat/ann-10/e1',
      ].sort(),
    );
  });

  test('is told what would be left', async () => {
    const stubborn: DocumentStore = {
      read: (key) => store.read(key),
      readIfChanged: (key, etag) => store.readIfChanged(key, etag),
      write: (key, value, expected) => store.write(key, value, expected),
      list: (prefix, limit, after) => store.list(prefix, limit, after),
      remove: async (key) => (key.startsWith('quarantine/') ? undefined : store.remove(key)),
      close: () => store.close(),
    };

    expect((await retentionOf(stubborn).forget(ann)).left).toEqual([`quarantine/${now}/q1`]);
  });

  test('may ask twice, and may never have been here', async () => {
    await retentionOf(store).forget(ann);

    expect(await retentionOf(store).forget(ann)).toEqual({ removed: 0, left: [] });
    expect(await retentionOf(store).forget('conversation/webchat/nobody/one')).toEqual({ removed: 0, left: [] });
  });
});
