import type { z } from 'zod';
import type { DocumentStore } from './document-store.ts';
import type { RetentionOwner } from './retention.ts';

const pageSize = 500;

/** All keys that start with `prefix`, in order, however many there are. */
export async function* keysUnder(store: DocumentStore, prefix: string): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const keys = await store.list(prefix, pageSize, after);
    yield* keys;
    after = keys.at(-1) ?? '';
    if (keys.length < pageSize) return;
  }
}

/** The segment of a key at `index`, counted from 0; empty if there is none. */
export function partOf(key: string, index: number): string {
  return key.split('/')[index] ?? '';
}

/** The value of a document; null if it is gone or has another shape. */
export async function readAs<Shape>(
  store: DocumentStore,
  key: string,
  schema: z.ZodType<Shape>,
): Promise<Shape | null> {
  const parsed = schema.safeParse((await store.read(key))?.value);
  return parsed.success ? parsed.data : null;
}

/** Removes these documents and returns how many there were. */
export async function removeAll(store: DocumentStore, keys: AsyncIterable<string>): Promise<number> {
  let removed = 0;
  for await (const key of keys) {
    await store.remove(key);
    removed += 1;
  }
  return removed;
}

/** Removes the expired documents under `prefix` and returns how many there were. */
export async function removePast(
  store: DocumentStore,
  prefix: string,
  isPast: (key: string) => boolean | Promise<boolean>,
): Promise<number> {
  let removed = 0;
  for await (const key of keysUnder(store, prefix)) {
    if (!(await isPast(key))) continue;
    await store.remove(key);
    removed += 1;
  }
  return removed;
}

/** What documents that end by themselves tell of it. */
export interface Ending<Shape> {
  /** Of any release, so only what the other two need. */
  readonly schema: z.ZodType<Shape>;
  /** Milliseconds since 1970. */
  readonly endsAt: (document: Shape) => number;
  /** Key of the conversation that it belongs to. */
  readonly conversationOf: (document: Shape) => string;
}

/** The owner of documents under one prefix that each know when they end, and whose they are. */
export function endingRetention<Shape>(
  store: DocumentStore,
  prefix: string,
  { schema, endsAt, conversationOf }: Ending<Shape>,
): RetentionOwner {
  async function* keysOf(conversation: string): AsyncGenerator<string> {
    for await (const key of keysUnder(store, prefix)) {
      const stored = await readAs(store, key, schema);
      if (stored !== null && conversationOf(stored) === conversation) yield key;
    }
  }
  return {
    prefixes: [prefix],
    sweep: (now) =>
      removePast(store, prefix, async (key) => {
        const stored = await readAs(store, key, schema);
        return stored !== null && endsAt(stored) < now;
      }),
    forget: (conversation) => removeAll(store, keysOf(conversation)),
    keysOf,
  };
}
