import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import { readAs, removePast } from '../../ports/document-keys.ts';
import type { DocumentStore, Json } from '../../ports/document-store.ts';
import type { ComparedText } from '../../ports/meanings.ts';
import type { RetentionOwner } from '../../ports/retention.ts';
import type { Embed, Embedded } from './embeddings-client.ts';
import { type ShortVector, shortVector } from './short-vector.ts';

/** What vectors have in common that can be compared. */
export interface VectorSpace {
  /** As the service names it. */
  readonly model: string;
  /** How many numbers each vector has. */
  readonly dimensions: number;
}

/** Texts with their vectors. All vectors come from one model. */
export interface Vectors extends VectorSpace {
  readonly all: readonly (Pick<ComparedText, 'kind' | 'name'> & { readonly vector: ShortVector })[];
}

/** What came of loading the vectors, and making those that are missing. */
export type VectorsReading =
  | { readonly kind: 'ready'; readonly vectors: Vectors; readonly made: number }
  /** Another replica is making some of them. */
  | { readonly kind: 'waiting' };

/** Days after which vectors that no bot loaded any more are removed. They tell of nobody. */
export const keepVectorDays = 90;
/** How long making the vectors of one batch may take, in milliseconds. */
const makeTimeoutMs = 20_000;
/** How long another replica leaves it to the one that said it makes a batch, in milliseconds. Longer than making takes. */
const claimMs = 60_000;
/** Texts in one request, and in one document: the most that the smallest services take. */
const batchSize = 32;
/** A model that changes while vectors are made is followed so often. */
const roundsAtMost = 3;

const prefix = 'embedding/';
const dayMs = 86_400_000;
/** How much older than today the day in a document may be, so that loading seldom writes. Days. */
const freshDays = 7;

const claimSchema = z.object({ state: z.literal('making'), until: z.number() });
const madeSchema = z.object({
  state: z.literal('made'),
  model: z.string(),
  dimensions: z.number().int().positive(),
  steps: z.array(z.number()),
  vectors: z.base64(),
  /** The day on which a bot last loaded it. */
  usedOn: z.string(),
});
const batchSchema = z.discriminatedUnion('state', [claimSchema, madeSchema]);

type Made = z.infer<typeof madeSchema>;

interface Batch {
  readonly key: string;
  readonly texts: readonly ComparedText[];
}

export interface KeptVectorsOptions {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly embed: Embed;
  /** Name of the model in the settings: part of the key. */
  readonly model: string;
  readonly texts: () => readonly ComparedText[];
}

/**
 * The vectors of all texts, made once for each content and model and kept in the store. A replica says that it makes a batch
 * before it does, so that two do not.
 */
export class KeptVectors {
  readonly #options: KeptVectorsOptions;

  constructor(options: KeptVectorsOptions) {
    this.#options = options;
  }

  /**
   * Loads the vectors and makes what is missing. `space`: the model and length that they must have; others are made anew.
   * Rejects with `EmbeddingsFault` or `StoreFault`; what was made until then stays.
   */
  async load(space: VectorSpace | null, signal: AbortSignal): Promise<VectorsReading> {
    const batches = this.#batches();
    let wanted = space;
    let made = 0;
    for (let round = 0; round < roundsAtMost; round += 1) {
      const read: Made[] = [];
      for (const batch of batches) {
        const got = await this.#obtain(batch, wanted, signal);
        if (got === null) return { kind: 'waiting' };
        if (got.isNew) made += 1;
        wanted = got.made;
        read.push(got.made);
      }
      const [first] = read;
      if (first === undefined) return { kind: 'waiting' };
      // The last one is the newest: what differs from it was made by another model.
      if (read.every((one) => isIn(one, wanted)))
        return { kind: 'ready', vectors: vectorsOf(batches, read, first), made };
    }
    return { kind: 'waiting' };
  }

  #batches(): readonly Batch[] {
    const texts = this.#options.texts();
    const count = Math.ceil(texts.length / batchSize);
    return Array.from({ length: count }, (_, at) => {
      const some = texts.slice(at * batchSize, (at + 1) * batchSize);
      return { key: keyOf(this.#options.model, some), texts: some };
    });
  }

  /** Null when another replica is making it. */
  async #obtain(
    batch: Batch,
    wanted: VectorSpace | null,
    signal: AbortSignal,
  ): Promise<{ readonly made: Made; readonly isNew: boolean } | null> {
    const { store, clock } = this.#options;
    const stored = await store.read(batch.key);
    const parsed = batchSchema.safeParse(stored?.value);
    if (parsed.success && parsed.data.state === 'made' && isWhole(parsed.data, batch) && isIn(parsed.data, wanted)) {
      await this.#markUsed(batch.key, parsed.data, stored?.etag ?? null);
      return { made: parsed.data, isNew: false };
    }
    const now = clock.now();
    if (parsed.success && parsed.data.state === 'making' && parsed.data.until > now) return null;
    const claimed = await store.write(batch.key, { state: 'making', until: now + claimMs }, stored?.etag ?? null);
    if (claimed.kind === 'conflict') return null;
    return this.#make(batch, claimed.etag, signal);
  }

  async #make(
    { key, texts }: Batch,
    etag: string,
    signal: AbortSignal,
  ): Promise<{ readonly made: Made; readonly isNew: boolean } | null> {
    const { store, clock, embed } = this.#options;
    let embedded: Embedded;
    try {
      embedded = await embed(
        texts.map(({ text }) => text),
        AbortSignal.any([signal, AbortSignal.timeout(makeTimeoutMs)]),
      );
    } catch (fault) {
      // Another replica may try at once.
      await store.remove(key);
      throw fault;
    }
    const made = madeOf(embedded, dayOf(clock.now()));
    const written = await store.write(key, made satisfies Json, etag);
    return written.kind === 'written' ? { made, isNew: true } : null;
  }

  /** Another replica may write the same at the same time. */
  async #markUsed(key: string, made: Made, etag: string | null): Promise<void> {
    const { store, clock } = this.#options;
    if (made.usedOn > dayOf(clock.now() - freshDays * dayMs)) return;
    await store.write(key, { ...made, usedOn: dayOf(clock.now()) }, etag);
  }
}

/** Vectors go when no bot has loaded them for 90 days: their content or model is of the past. They belong to no conversation. */
export function vectorRetention(store: DocumentStore): RetentionOwner {
  return {
    prefixes: [prefix],
    sweep: (now) =>
      removePast(store, prefix, async (key) => {
        const stored = await readAs(store, key, batchSchema);
        if (stored === null) return true;
        return stored.state === 'made'
          ? stored.usedOn < dayOf(now - keepVectorDays * dayMs)
          : stored.until < now - dayMs;
      }),
    forget: async () => 0,
    async *keysOf() {
      yield* [];
    },
  };
}

function keyOf(model: string, texts: readonly ComparedText[]): string {
  const hash = createHash('sha256').update(JSON.stringify([model, texts.map(({ text }) => text)]));
  return `${prefix}${hash.digest('base64url').slice(0, 22)}`;
}

function isIn(made: Made, space: VectorSpace | null): boolean {
  return space === null || (made.model === space.model && made.dimensions === space.dimensions);
}

function isWhole({ steps, vectors, dimensions }: Made, { texts }: Batch): boolean {
  return steps.length === texts.length && Buffer.byteLength(vectors, 'base64') === texts.length * dimensions;
}

function madeOf({ model, vectors }: Embedded, usedOn: string): Made {
  const short = vectors.map(shortVector);
  return {
    state: 'made',
    model,
    dimensions: short[0]?.bytes.length ?? 0,
    steps: short.map(({ step }) => step),
    vectors: Buffer.concat(short.map(({ bytes }) => Buffer.from(bytes.buffer))).toString('base64'),
    usedOn,
  };
}

function vectorsOf(batches: readonly Batch[], read: readonly Made[], { model, dimensions }: VectorSpace): Vectors {
  const all = batches.flatMap(({ texts }, at) => {
    const made = read[at];
    const bytes = Buffer.from(made?.vectors ?? '', 'base64');
    return texts.map(({ kind, name }, place) => ({
      kind,
      name,
      vector: {
        bytes: Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + place * dimensions, dimensions)),
        step: made?.steps[place] ?? 0,
      },
    }));
  });
  return { model, dimensions, all };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
