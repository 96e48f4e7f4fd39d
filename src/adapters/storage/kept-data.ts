import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentStore, Json } from '../../ports/document-store.ts';
import type { Forgotten, KeptData } from '../../ports/kept-data.ts';

export interface KeptDataOptions {
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** Days after which a conversation that nobody takes up is removed. */
  readonly keepIdleDays: number;
}

const dayMs = 86_400_000;
/** Long enough for somebody to look into a conversation that could not be read. */
const quarantineDays = 7;
const page = 500;

// Of each document only what tells its age and its conversation; `src/bot` owns the rest of its shape.
const conversationSchema = z.object({
  lastHeardAt: z.number(),
  reminder: z.object({ dueAt: z.string() }).nullish(),
});
const adminRequestSchema = z.object({ request: z.object({ expiresAt: z.string() }), conversation: z.string() });
const quarantineSchema = z.object({ key: z.string() });

/** Ends what is kept, in any store. */
export function createKeptData({ store, clock, keepIdleDays }: KeptDataOptions): KeptData {
  return new DocumentsAtTheirEnd(store, clock, keepIdleDays * dayMs);
}

class DocumentsAtTheirEnd implements KeptData {
  readonly #store: DocumentStore;
  readonly #clock: Clock;
  readonly #keepIdleMs: number;

  constructor(store: DocumentStore, clock: Clock, keepIdleMs: number) {
    this.#store = store;
    this.#clock = clock;
    this.#keepIdleMs = keepIdleMs;
  }

  async sweep(): Promise<number> {
    const now = this.#clock.now();
    let removed = 0;
    for await (const key of this.#keys('conversation/')) {
      const isIdle = await this.#holds(key, (value) => lastWantedAt(value) < now - this.#keepIdleMs);
      if (!isIdle) continue;
      removed += await this.#removeWhere(exchangesOf(key), async () => true);
      await this.#store.remove(key);
      removed += 1;
    }
    removed += await this.#removeWhere('admin-request/', async (key) =>
      this.#holds(key, (value) => Date.parse(adminRequestSchema.parse(value).request.expiresAt) < now),
    );
    // A wake-up goes when it has run; one this old belongs to a conversation that is gone.
    removed += await this.#removeWhere('wake/', async (key) => Date.parse(partOf(key, 1)) < now - this.#keepIdleMs);
    removed += await this.#removeWhere(
      'quarantine/',
      async (key) => Number(partOf(key, 1)) < now - quarantineDays * dayMs,
    );
    if (removed > 0) await this.#store.scrub?.();
    return removed;
  }

  async forget(conversation: string): Promise<Forgotten> {
    const found = await this.#keysOf(conversation);
    for (const key of found) await this.#store.remove(key);
    await this.#store.scrub?.();
    return { removed: found.length, left: await this.#keysOf(conversation) };
  }

  /** Every document that belongs to this conversation. */
  async #keysOf(conversation: string): Promise<readonly string[]> {
    const found: string[] = [];
    if ((await this.#store.read(conversation)) !== null) found.push(conversation);
    for await (const key of this.#keys('wake/')) if (key.endsWith(`/${conversation}`)) found.push(key);
    for await (const key of this.#keys('admin-request/'))
      if (await this.#holds(key, (value) => adminRequestSchema.parse(value).conversation === conversation))
        found.push(key);
    for await (const key of this.#keys('quarantine/'))
      if (await this.#holds(key, (value) => quarantineSchema.parse(value).key === conversation)) found.push(key);
    for await (const key of this.#keys(exchangesOf(conversation))) found.push(key);
    return found;
  }

  async #removeWhere(prefix: string, isPast: (key: string) => Promise<boolean>): Promise<number> {
    let removed = 0;
    for await (const key of this.#keys(prefix)) {
      if (!(await isPast(key))) continue;
      await this.#store.remove(key);
      removed += 1;
    }
    return removed;
  }

  /** Whether the document is there and the claim holds; a shape that is not known is left alone. */
  async #holds(key: string, claim: (value: Json) => boolean): Promise<boolean> {
    const stored = await this.#store.read(key);
    if (stored === null) return false;
    try {
      return claim(stored.value);
    } catch (error) {
      if (error instanceof z.ZodError) return false;
      throw error;
    }
  }

  async *#keys(prefix: string): AsyncGenerator<string> {
    if (prefix === '') return;
    let after = '';
    for (;;) {
      const keys = await this.#store.list(prefix, page, after);
      yield* keys;
      after = keys.at(-1) ?? '';
      if (keys.length < page) return;
    }
  }
}

/** When somebody last spoke, or wanted to be reminded. */
function lastWantedAt(value: Json): number {
  const { lastHeardAt, reminder } = conversationSchema.parse(value);
  const dueAt = reminder === null || reminder === undefined ? Number.NaN : Date.parse(reminder.dueAt);
  return Number.isNaN(dueAt) ? lastHeardAt : Math.max(lastHeardAt, dueAt);
}

/** Sign-ins of a 1:1 chat are kept under its channel and id; in a group there are none. */
function exchangesOf(conversation: string): string {
  const parts = /^conversation\/(.+)\/one$/.exec(conversation);
  return parts === null ? '' : `exchange/${parts[1]}/`;
}

function partOf(key: string, index: number): string {
  return key.split('/')[index] ?? '';
}
