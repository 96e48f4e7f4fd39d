import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { openAzureDocumentStore } from '../../../src/adapters/storage/azure/azure-document-store.ts';
import { blobNameOf, keyOfBlob } from '../../../src/adapters/storage/azure/blob-name.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { type RunningAzurite, startAzurite } from '../../builders/azurite.ts';
import { type FaultProxy, startFaultProxy } from '../../builders/fault-proxy.ts';
import { documentStoreContract } from '../../contracts/document-store.ts';

let azurite: RunningAzurite;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.stop());

documentStoreContract('Azure Blob Storage', async () => {
  const container = `c${randomUUID()}`;
  const opened: DocumentStore[] = [];
  return {
    async open() {
      const store = openAzureDocumentStore({
        access: { kind: 'connection-string', connectionString: azurite.connectionString },
        container,
        // What is asked of a store here does not depend on how fast this machine is.
        tryTimeoutMs: 60_000,
      });
      opened.push(store);
      return store;
    },
    async end() {
      for (const store of opened) await store.close();
    },
  };
});

describe('when the service misbehaves', () => {
  let proxy: FaultProxy;
  let store: DocumentStore;
  /** As the bot has it, for a second try that has to succeed; shorter where none does. */
  const opens = (tryTimeoutMs = 2_000): DocumentStore =>
    openAzureDocumentStore({
      access: {
        kind: 'connection-string',
        connectionString: azurite.connectionString.replace(originOfAzurite(), proxy.origin),
      },
      container: `c${randomUUID()}`,
      tryTimeoutMs,
    });
  const originOfAzurite = (): string =>
    new URL(/BlobEndpoint=([^;]+)/.exec(azurite.connectionString)?.[1] ?? '').origin;

  beforeEach(async () => {
    proxy = await startFaultProxy(originOfAzurite());
    store = opens();
  });
  afterEach(async () => {
    await store.close();
    await proxy.stop();
  });

  test('a service that does not answer is given up after two tries', async () => {
    proxy.always = 'hangs';
    const impatient = opens(200);

    await expect(impatient.read('a')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await impatient.close();
    expect(proxy.seen).toBe(2);
  });

  test('a store that was away at the first call works when it is back', async () => {
    proxy.always = 'is-busy';
    await expect(store.write('a', 1, null)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });

    proxy.always = null;

    expect((await store.write('a', 1, null)).kind).toBe('written');
    expect((await store.read('a'))?.value).toBe(1);
  });

  test('what is throttled twice is done by the third try', async () => {
    await store.write('a', 1, null);
    proxy.moods.push('is-busy', 'is-busy');

    expect((await store.read('a'))?.value).toBe(1);
  });

  test('a service that goes on throttling is told by its code after three tries', async () => {
    proxy.always = 'is-busy';

    await expect(store.read('a')).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      cause: { code: 'ServerBusy', statusCode: 503 },
    });
    expect(proxy.seen).toBe(3);
  });

  test('who is told to come back in a minute is not asked again before', async () => {
    proxy.always = 'is-busy';
    proxy.comesBackAfter = 60;

    await expect(store.read('a')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(proxy.seen).toBe(1);
  });

  test('one bad answer is made up for by the second try', async () => {
    await store.write('a', 1, null);
    proxy.moods.push('is-busy');

    expect((await store.read('a'))?.value).toBe(1);
  });

  test('a write that arrived although its answer was lost is recognised as our own', async () => {
    await store.write('warm', 1, null);
    proxy.moods.push('loses-the-answer');

    const written = await store.write('a', 'mine', null);

    expect(written).toEqual({ kind: 'written', etag: (await store.read('a'))?.etag, size: '"mine"'.length });
  });

  test("somebody else's write is a conflict, also when the first try got no answer", async () => {
    await store.write('a', 'theirs', null);
    proxy.moods.push('hangs');

    expect(await store.write('a', 'mine', null)).toEqual({ kind: 'conflict' });
    expect((await store.read('a'))?.value).toBe('theirs');
  });
});

describe('blob names', () => {
  const printable = fc.string({ minLength: 1, maxLength: 40 });

  test('lead back to their keys, and use no sign with a meaning in an address', () => {
    fc.assert(
      fc.property(printable, (key) => {
        expect(keyOfBlob(blobNameOf(key))).toBe(key);
        expect(blobNameOf(key)).not.toMatch(/[/\\%?#:\s]|\.(?![ds])/);
      }),
    );
  });

  test('keep the order and the prefixes of their keys', () => {
    fc.assert(
      fc.property(printable, printable, (one, other) => {
        expect(blobNameOf(one) < blobNameOf(other)).toBe(one < other);
        expect(blobNameOf(one + other).startsWith(blobNameOf(one))).toBe(true);
      }),
    );
  });
});
