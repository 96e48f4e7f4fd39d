import type { Mutation } from './mutation.ts';

const azure = 'src/adapters/storage/azure/azure-document-store.ts';
const sqlite = 'src/adapters/storage/sqlite/sqlite-document-store.ts';

/** What is kept, and what of it goes. */
export const storeControls: readonly Mutation[] = [
  {
    control: 'compare-and-swap in SQLite',
    file: sqlite,
    from: 'WHERE key = ? AND etag = ?',
    to: 'WHERE key = ? AND (etag = ? OR 1)',
    test: 'test/adapters/storage/sqlite',
  },
  {
    control: 'zeroed bytes',
    file: sqlite,
    from: 'PRAGMA wal_checkpoint(TRUNCATE)',
    to: 'PRAGMA user_version',
    test: 'test/storage/retention',
  },
  {
    control: 'no document without an end',
    file: 'src/adapters/storage/document-rules.ts',
    from: '!prefixes.some((prefix) => key.startsWith(prefix))',
    to: 'false',
    test: 'test/adapters/storage/owned-store',
  },
  {
    control: 'compare-and-swap in Azure',
    file: azure,
    from: '{ ifMatch: expected }',
    to: '{}',
    test: 'test/adapters/storage/azure',
  },
  {
    control: 'create-if-absent in Azure',
    file: azure,
    from: "{ ifNoneMatch: '*' }",
    to: '{}',
    test: 'test/adapters/storage/azure',
  },
  {
    control: 'the time limit in Azure',
    file: azure,
    from: 'AbortSignal.timeout(this.#tryTimeoutMs)',
    to: 'AbortSignal.timeout(600_000)',
    test: 'test/adapters/storage/azure',
  },
  {
    control: 'the mark of a write',
    file: azure,
    from: 'now?.metadata?.write === mark',
    to: 'false',
    test: 'test/adapters/storage/azure',
  },
  {
    control: 'answering a delivery once',
    file: 'src/bot/turn/turn-runner.ts',
    from: 'if (record.seen.includes(mark)) return true;',
    to: '',
    test: 'test/storage/concurrent',
  },
  {
    control: 'messages that wait are sent by who comes next',
    file: 'src/bot/turn/turn-runner.ts',
    from: 'const recovered = await this.#outbox.sendLeftovers(context, key, record, loaded?.etag ?? null);',
    to: 'const recovered = { fault: null, etag: loaded?.etag ?? null };\n    record.outbox = null;',
    test: 'test/process/ending',
  },
  {
    control: 'a store that was away is asked again',
    file: 'src/adapters/storage/azure/azure-document-store.ts',
    from: 'throw new StoreFault(fact, { cause });',
    to: '{ this.#isClosed = true; throw new StoreFault(fact, { cause }); }',
    test: 'test/adapters/storage/azure',
  },
  {
    control: 'an unreadable conversation is kept aside',
    file: 'src/bot/turn/turn-runner.ts',
    from: "        await this.#conversations.quarantine(key, value, 'unreadable');\n",
    to: '',
    test: 'test/bot/turn/turn-runner',
  },
  {
    control: 'a conversation of a newer release is left alone',
    file: 'src/bot/turn/turn-runner.ts',
    from: 'if (!handler.wantsFreshStart(context)) return null;',
    to: '',
    test: 'test/bot/record/record-migrations',
  },
  {
    control: 'buttons that nobody was shown',
    file: 'src/bot/input/hearing.ts',
    from: "if (nonce === undefined || !record.liveNonces.includes(nonce)) return { kind: 'press-refused', reason: 'not-live' };\n  spendPress(record, nonce, print);",
    to: '',
    test: 'test/conversations/delete-my-data',
  },
  {
    control: 'every page of a list is looked at',
    file: 'src/ports/document-keys.ts',
    from: 'if (keys.length < pageSize) return;',
    to: 'if (keys.length <= pageSize) return;',
    test: 'test/storage/retention',
  },
];
