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

/** The part of a key between two slashes, counted from 0; empty when there is none. */
export function partOf(key: string, index: number): string {
  return key.split('/')[index] ?? '';
}

/** What a document holds; null when it is gone or has another shape. */
export async function readAs<Shape>(
  store: DocumentStore,
  key: string,
  schema: z.ZodType<Shape>,
): Promise<Shape | null> {
  const parsed = schema.safeParse((await store.read(key))?.value);
  return parsed.success ? parsed.data : null;
}

/** Removes these documents, and says how many they were. */
export async function removeAll(store: DocumentStore, keys: AsyncIterable<string>): Promise<number> {
  let removed = 0;
  for await (const key of keys) {
    await store.remove(key);
    removed += 1;
  }
  return removed;
}

/** Removes the documents under `prefix` that are past their time, and says how many they were. */
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
