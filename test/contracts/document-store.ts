import type { DocumentStore, Json } from '../../src/ports/document-store.ts';

/** One place where documents are kept, however many handles are open on it. */
export interface StorePlace {
  /** A new handle, as another replica or the next start of the program would have. */
  open(): Promise<DocumentStore>;
  /** Ends everything that was opened. */
  end(): Promise<void>;
}

/** What every document store promises. Each test gets an empty place. */
export function documentStoreContract(name: string, makePlace: () => Promise<StorePlace>): void {
  describe(`${name} keeps the promises of a document store`, () => {
    let place: StorePlace;
    let store: DocumentStore;

    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
    });
    afterEach(() => place.end());

    test('there is nothing where nothing was written', async () => {
      expect(await store.read('nobody')).toBeNull();
    });

    test('what is written is read back with its version', async () => {
      const value: Json = { text: 'hello', count: 3, nested: { list: [1, null, true, 'x'] } };

      const written = await store.write('a', value, null);

      expect(written).toEqual({ kind: 'written', etag: expect.any(String), size: JSON.stringify(value).length });
      expect(await store.read('a')).toEqual({ value, etag: etagOf(written) });
    });

    test('a version that is known is not read again, until it is replaced or removed', async () => {
      const etag = etagOf(await store.write('a', 1, null));
      expect(await store.readIfChanged('a', etag)).toBe('unchanged');

      const second = etagOf(await store.write('a', null, etag));
      expect(await store.readIfChanged('a', etag)).toEqual({ value: null, etag: second });
      expect(await store.readIfChanged('a', second)).toBe('unchanged');

      await store.remove('a');
      expect(await store.readIfChanged('a', second)).toBeNull();
      await expect(store.readIfChanged('', second)).rejects.toMatchObject({ code: 'DOCUMENT_REFUSED' });
    });

    test('a document is only made where there is none', async () => {
      await store.write('a', 1, null);

      expect(await store.write('a', 2, null)).toEqual({ kind: 'conflict' });
      expect((await store.read('a'))?.value).toBe(1);
    });

    test('a version that was read may be replaced, once', async () => {
      const etag = etagOf(await store.write('a', 1, null));

      const second = await store.write('a', 2, etag);

      expect(second.kind).toBe('written');
      expect(etagOf(second)).not.toBe(etag);
      expect(await store.write('a', 3, etag)).toEqual({ kind: 'conflict' });
      expect((await store.read('a'))?.value).toBe(2);
    });

    test('a version of a removed document replaces nothing, not even a new document with the same key', async () => {
      const etag = etagOf(await store.write('a', 1, null));
      await store.remove('a');

      expect(await store.write('a', 2, etag)).toEqual({ kind: 'conflict' });
      await store.write('a', 1, null);
      expect(await store.write('a', 2, etag)).toEqual({ kind: 'conflict' });
    });

    test('removing what is not there is not an error', async () => {
      await expect(store.remove('nobody')).resolves.toBeUndefined();
    });

    test('keys are listed by prefix, in order, in parts', async () => {
      for (const key of ['b/2', 'a/10', 'b/1', 'b/3', 'a/9', 'b', 'c']) await store.write(key, 0, null);

      expect(await store.list('b/', 1_000)).toEqual(['b/1', 'b/2', 'b/3']);
      expect(await store.list('b/', 2)).toEqual(['b/1', 'b/2']);
      expect(await store.list('b/', 2, 'b/2')).toEqual(['b/3']);
      expect(await store.list('b/', 2, 'b/3')).toEqual([]);
      expect(await store.list('', 1_000)).toEqual(['a/10', 'a/9', 'b', 'b/1', 'b/2', 'b/3', 'c']);
    });

    test('signs with a meaning elsewhere are plain signs in a key', async () => {
      const keys = ['100%', '100_', "it's", 'a"b', 'a;b--', '../up', 'a b', 'A', 'a'];
      for (const key of keys) await store.write(key, key, null);

      expect(await store.list('100%', 10)).toEqual(['100%']);
      expect(await store.list('100_', 10)).toEqual(['100_']);
      for (const key of keys) expect((await store.read(key))?.value).toBe(key);
    });

    test('any script works, in keys and in values', async () => {
      const texts = ['tenant/Ünïcødé', 'tenant/שלום', 'tenant/日本', 'tenant/🙂', 'tenant/é'];
      for (const text of texts) await store.write(text, { [text]: text }, null);

      for (const text of texts) expect((await store.read(text))?.value).toEqual({ [text]: text });
      expect([...(await store.list('tenant/', 10))].sort()).toEqual([...texts].sort());
      expect(await store.list('tenant/🙂', 10)).toEqual(['tenant/🙂']);
    });

    test('line ends, zero bytes and half characters in a value come back as they went', async () => {
      const value = 'a\u0000b\r\n\u2028c\ud800d';
      await store.write('odd', value, null);

      expect((await store.read('odd'))?.value).toBe(value);
    });

    test('a document of one million characters is kept', async () => {
      const value = 'x'.repeat(1_000_000);
      await store.write('large', value, null);

      expect((await store.read('large'))?.value).toBe(value);
    });

    test('a key of 512 characters is kept', async () => {
      const key = 'k'.repeat(512);
      await store.write(key, 1, null);

      expect(await store.list(key, 1)).toEqual([key]);
    });

    test.each(['', 'k'.repeat(513), 'a\u0000b', 'a\nb', 'a\ud800'])('refuses the key %j', async (key) => {
      await expect(store.write(key, 1, null)).rejects.toMatchObject({ code: 'DOCUMENT_REFUSED' });
      await expect(store.read(key)).rejects.toMatchObject({ code: 'DOCUMENT_REFUSED' });
    });

    test('refuses a document that is too large, and keeps the one before', async () => {
      const etag = etagOf(await store.write('a', 'small', null));

      await expect(store.write('a', 'x'.repeat(1_100_000), etag)).rejects.toMatchObject({ code: 'DOCUMENT_REFUSED' });
      expect((await store.read('a'))?.value).toBe('small');
    });

    test.each([0, -1, 1_001, 1.5, Number.NaN])('refuses to list %d keys', async (limit) => {
      await expect(store.list('', limit)).rejects.toMatchObject({ code: 'DOCUMENT_REFUSED' });
    });

    test('fifty increments at once over two handles count to fifty', async () => {
      const handles = [store, await place.open()];
      await store.write('counter', 0, null);

      await Promise.all(Array.from({ length: 50 }, (_, turn) => increment(handles[turn % 2] ?? store, 'counter')));

      expect((await store.read('counter'))?.value).toBe(50);
    });

    test('of fifty who make the same document at once, one does', async () => {
      const results = await Promise.all(Array.from({ length: 50 }, (_, turn) => store.write('first', turn, null)));

      expect(results.filter(({ kind }) => kind === 'written')).toHaveLength(1);
    });

    test('what one handle writes, another reads at once', async () => {
      const other = await place.open();
      const etag = etagOf(await store.write('a', 1, null));

      expect(await other.read('a')).toEqual({ value: 1, etag });
      expect((await other.write('a', 2, etag)).kind).toBe('written');
      expect(await store.write('a', 3, etag)).toEqual({ kind: 'conflict' });
    });

    test('a restart keeps everything', async () => {
      const etag = etagOf(await store.write('a', { kept: true }, null));
      await store.close();

      const again = await place.open();

      expect(await again.read('a')).toEqual({ value: { kept: true }, etag });
    });

    test('a closed store says that it cannot be reached, and may be closed twice', async () => {
      await store.close();
      await store.close();

      await expect(store.read('a')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      await expect(store.readIfChanged('a', 'x')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      await expect(store.write('a', 1, null)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    });
  });
}

async function increment(store: DocumentStore, key: string): Promise<void> {
  for (;;) {
    const found = await store.read(key);
    // Lets the others read the same version, so that there is something to lose.
    await Promise.resolve();
    const written = await store.write(key, Number(found?.value) + 1, found?.etag ?? null);
    if (written.kind === 'written') return;
  }
}

function etagOf(result: Awaited<ReturnType<DocumentStore['write']>>): string {
  if (result.kind === 'conflict') throw new Error('the write was expected to work');
  return result.etag;
}
