import { createHash } from 'node:crypto';
import { EmbeddingsFault } from '../../../src/adapters/embeddings/embeddings-client.ts';
import { KeptVectors, vectorRetention } from '../../../src/adapters/embeddings/kept-vectors.ts';
import { likeness, shortVector } from '../../../src/adapters/embeddings/short-vector.ts';
import type { ComparedText } from '../../../src/ports/meanings.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';

const { signal } = new AbortController();
const noon = Date.UTC(2026, 10, 30, 12);
const day = 86_400_000;
const dimensions = 64;

function texts(count: number, of: (at: number) => string = (at) => `text ${at}`): readonly ComparedText[] {
  return Array.from({ length: count }, (_, at) => ({ kind: 'question', name: `q${at}`, text: of(at) }));
}

/** A direction for each text, the same each time, and far from those of others. */
function vectorOf(text: string, length = dimensions): readonly number[] {
  const bytes = createHash('shake256', { outputLength: length }).update(text).digest();
  return [...bytes].map((byte) => byte - 127.5);
}

/** A service that counts, and a bot that keeps its vectors in `store`. */
function aBot(store = new MemoryDocumentStore()) {
  const world = { now: noon, model: 'model-1', length: dimensions, fault: null as EmbeddingsFault | null };
  const asked: number[] = [];
  const load = (list: readonly ComparedText[], space: Parameters<KeptVectors['load']>[0] = null, model = 'name') =>
    new KeptVectors({
      store,
      clock: { now: () => world.now },
      model,
      texts: () => list,
      embed: async (some) => {
        asked.push(some.length);
        if (world.fault !== null) throw world.fault;
        return { model: world.model, vectors: some.map((text) => vectorOf(text, world.length)) };
      },
    }).load(space, signal);
  return { store, world, asked, load };
}

test('vectors are made in requests of 32, kept, and the next bot makes none', async () => {
  const { store, asked, load } = aBot();

  const first = await load(texts(70));
  const second = await load(texts(70));

  expect(asked).toEqual([32, 32, 6]);
  expect(store.documents.size).toBe(3);
  expect(first).toMatchObject({ kind: 'ready', made: 3 });
  expect(second).toMatchObject({ kind: 'ready', made: 0 });
});

test('what was kept lies where the vector did', async () => {
  const { load } = aBot();
  await load(texts(40));
  const reading = await load(texts(40));

  if (reading.kind !== 'ready') throw new Error('nothing was kept');
  const mistaken = reading.vectors.all.filter(({ name, vector }, at) => {
    const likenessTo = (place: number) => likeness(vector, shortVector(vectorOf(`text ${place}`)));
    return name !== `q${at}` || likenessTo(at) < 0.99 || likenessTo((at + 1) % 40) > 0.7;
  });
  expect(mistaken.map(({ name }) => name)).toEqual([]);
  expect(reading.vectors).toMatchObject({ model: 'model-1', dimensions });
});

test('content that changed is made anew once, and the rest is not', async () => {
  const { asked, load } = aBot();
  await load(texts(70));
  asked.length = 0;
  const changed = texts(70, (at) => (at === 69 ? 'another text' : `text ${at}`));

  await load(changed);
  await load(changed);

  expect(asked).toEqual([6]);
});

test('another model in the settings has vectors of its own', async () => {
  const { asked, load } = aBot();
  await load(texts(3));
  await load(texts(3), null, 'another-name');

  expect(asked).toEqual([3, 3]);
});

test.each([
  ['another model', { model: 'model-2', dimensions }],
  ['another length', { model: 'model-1', dimensions: 12 }],
])('a service that answers with %s behind the same name has the vectors made anew once', async (_name, space) => {
  const { world, asked, load } = aBot();
  await load(texts(40));
  asked.length = 0;
  world.model = space.model;
  world.length = space.dimensions;

  expect(await load(texts(40), space)).toMatchObject({ kind: 'ready', made: 2, vectors: space });
  expect(await load(texts(40))).toMatchObject({ kind: 'ready', made: 0, vectors: space });
  expect(asked).toEqual([32, 8]);
});

test('two replicas do not make the same twice', async () => {
  const store = new MemoryDocumentStore();
  const [one, other] = [aBot(store), aBot(store)];

  const both = await Promise.all([one.load(texts(70)), other.load(texts(70))]);

  expect(both.map(({ kind }) => kind).sort()).toEqual(['ready', 'waiting']);
  expect([...one.asked, ...other.asked].sort()).toEqual([32, 32, 6]);
  expect(await one.load(texts(70))).toMatchObject({ kind: 'ready', made: 0 });
  expect(await other.load(texts(70))).toMatchObject({ kind: 'ready', made: 0 });
});

test('what a replica began that died is made by another one after a minute', async () => {
  const { store, world, asked, load } = aBot();
  await load(texts(3));
  const [key = ''] = store.documents.keys();
  store.documents.set(key, { value: { state: 'making', until: noon + 60_000 }, etag: 'x' });
  asked.length = 0;

  expect(await load(texts(3))).toEqual({ kind: 'waiting' });
  world.now = noon + 60_000;

  expect(await load(texts(3))).toMatchObject({ kind: 'ready', made: 1 });
  expect(asked).toEqual([3]);
});

test('a service that fails leaves no claim, and what was made before it stays', async () => {
  const { store, world, asked, load } = aBot();
  await load(texts(32));
  world.fault = new EmbeddingsFault('throttled', { status: 429 });

  await expect(load(texts(40))).rejects.toMatchObject({ because: 'throttled' });
  expect(store.documents.size).toBe(1);
  world.fault = null;

  expect(await load(texts(40))).toMatchObject({ kind: 'ready', made: 1 });
  expect(asked).toEqual([32, 8, 8]);
});

test('a document that is damaged is made anew', async () => {
  const { store, asked, load } = aBot();
  await load(texts(3));
  const [key = ''] = store.documents.keys();
  const value = { ...(store.documents.get(key)?.value as object), vectors: 'AAAA' };
  store.documents.set(key, { value, etag: 'x' });

  expect(await load(texts(3))).toMatchObject({ kind: 'ready', made: 1 });
  expect(asked).toEqual([3, 3]);
});

test('a document of the longest vectors fits into the store', async () => {
  const { store, world, load } = aBot();
  world.length = 4_096;
  await load(texts(32));

  const [stored] = store.documents.values();
  expect(JSON.stringify(stored?.value).length).toBeLessThan(1024 * 1024);
});

describe('how long they are kept', () => {
  const sweepAt = (store: MemoryDocumentStore, now: number) => vectorRetention(store).sweep(now);

  test('ninety days after a bot last loaded them', async () => {
    const { store, load } = aBot();
    await load(texts(3));

    expect(await sweepAt(store, noon + 90 * day)).toBe(0);
    expect(await sweepAt(store, noon + 91 * day)).toBe(1);
    expect(store.documents.size).toBe(0);
  });

  test('loading counts from a week on, so that starting seldom writes', async () => {
    const { store, world, load } = aBot();
    await load(texts(3));
    const etag = () => [...store.documents.values()][0]?.etag;
    const before = etag();
    world.now = noon + 6 * day;
    await load(texts(3));
    expect(etag()).toBe(before);
    world.now = noon + 8 * day;
    await load(texts(3));

    expect(etag()).not.toBe(before);
    expect(await sweepAt(store, noon + 97 * day)).toBe(0);
  });

  test('they belong to nobody, so deleting a conversation leaves them', async () => {
    const { store, load } = aBot();
    await load(texts(3));

    expect(await vectorRetention(store).forget('conversation/webchat/ann/one')).toBe(0);
    expect(store.documents.size).toBe(1);
  });
});
