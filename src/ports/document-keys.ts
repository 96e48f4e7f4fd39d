import type { z } from 'zod';
import type { DocumentStore } from './document-store.ts';

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
