import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteDocumentStore } from '../../../src/adapters/storage/sqlite/sqlite-document-store.ts';
import { watchedStore } from '../../../src/adapters/storage/watched-store.ts';
import { openTelemetry } from '../../../src/adapters/telemetry/telemetry.ts';
import { type DocumentStore, StoreFault } from '../../../src/ports/document-store.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';
import { documentStoreContract } from '../../contracts/document-store.ts';
import { openCollector } from '../../telemetry/collector.ts';

const nobody = () => undefined;

documentStoreContract('A store that is watched', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onetenant-watched-'));
  const opened: DocumentStore[] = [];
  return {
    async open() {
      const store = watchedStore(openSqliteDocumentStore(join(folder, 'store.sqlite')), nobody);
      opened.push(store);
      return store;
    },
    async end() {
      for (const store of opened) await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
});

test('each call is told with how it ended, and never with its key', async () => {
  const calls: unknown[] = [];
  const store = watchedStore(new MemoryDocumentStore(), (call) => calls.push(call));

  await store.write('chat/anna', 1, null);
  await store.write('chat/anna', 2, null);
  await store.read('chat/anna');
  await store.list('chat/', 9);
  await store.remove('chat/anna');

  const outcomes = ['2xx', 'conflict', '2xx', '2xx', '2xx'];
  expect(calls).toEqual(outcomes.map((outcome) => ({ service: 'storage', outcome, tookMs: expect.any(Number) })));
});

test('a store that is away is told, and the fault goes on to whoever asked', async () => {
  const calls: unknown[] = [];
  const away = new MemoryDocumentStore();
  away.read = () => Promise.reject(new StoreFault('the document could not be read'));
  const store = watchedStore(away, (call) => calls.push(call));

  await expect(store.read('a')).rejects.toThrow(StoreFault);

  expect(calls).toMatchObject([{ outcome: 'no-answer' }]);
});

test('what only some stores can do is offered only where it can be done', async () => {
  const scrubbed: string[] = [];
  const plain = new MemoryDocumentStore();
  const able = Object.assign(new MemoryDocumentStore(), { scrub: async () => void scrubbed.push('done') });

  await watchedStore(able, nobody).scrub?.();

  expect(scrubbed).toEqual(['done']);
  expect(watchedStore(plain, nobody).scrub).toBeUndefined();
});

test('calls to the store stand in the trace of their turn, and a conflict is no fault', async () => {
  const collector = await openCollector();
  const telemetry = await openTelemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin });
  const journal = telemetry.watch({ note: nobody });
  const store = watchedStore(new MemoryDocumentStore(), (call) => journal.note({ event: 'upstream.called', ...call }));

  await telemetry.inTurn?.(async () => {
    await store.write('chat/anna', 1, null);
    await store.write('chat/anna', 2, null);
  });
  await telemetry.stop();
  collector.close();

  const turn = collector.spans().find(({ name }) => name === 'turn');
  const calls = collector.spans().filter(({ name }) => name === 'storage');
  expect(calls.map(({ parentSpanId, attributes }) => [parentSpanId, attributes['onetenant.outcome']])).toEqual([
    [turn?.spanId, '2xx'],
    [turn?.spanId, 'conflict'],
  ]);
  expect(calls.every(({ status }) => status.code !== 2)).toBe(true);
  expect(collector.raw()).not.toContain('anna');
});
