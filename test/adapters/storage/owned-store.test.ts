import { ownedStore } from '../../../src/adapters/storage/document-rules.ts';
import { retentionOwners } from '../../../src/wiring/retention.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';

function owners() {
  return retentionOwners({ store: new MemoryDocumentStore(), clock: { now: () => 0 }, keepIdleDays: 30 });
}

test('a document that nobody would ever remove is not written', async () => {
  const memory = new MemoryDocumentStore();

  await expect(ownedStore(memory, owners()).write('diary/ann', {}, null)).rejects.toThrow('"diary"');
  expect(memory.documents.size).toBe(0);
});

test('documents of every module that ends its own are written', async () => {
  const memory = new MemoryDocumentStore();
  const store = ownedStore(memory, owners());
  const prefixes = owners().flatMap((owner) => owner.prefixes);
  for (const prefix of prefixes) expect((await store.write(`${prefix}1`, {}, null)).kind).toBe('written');

  expect(await store.list('', 100)).toEqual(prefixes.map((prefix) => `${prefix}1`).sort());
});

test('no document has two modules that end it', () => {
  const prefixes = owners().flatMap((owner) => owner.prefixes);
  const within = prefixes.filter((one) => prefixes.some((other) => other !== one && one.startsWith(other)));

  expect(within).toEqual([]);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});
