import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentStore, Json } from '../../ports/document-store.ts';
import type { Erased, Retention } from '../../ports/retention.ts';

export interface RetentionOptions {
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** Days after which a conversation that nobody takes up is removed. */
  readonly keepIdleDays: number;
}

const dayMs = 86_400_000;
/** Long enough for somebody to look into a conversation that could not be read. */
const quarantineDays = 7;
/** A desk may deliver the same again so long, and is then still known. */
const deliveryDays = 7;
/** Counted from the last thing that happened with a ticket. */
const ticketDays = 90;
const page = 500;

// Of each document only what tells its age and its conversation; `src/bot` owns the rest of its shape.
const conversationSchema = z.object({
  lastHeardAt: z.number(),
  reminder: z.object({ dueAt: z.string() }).nullish(),
});
const adminRequestSchema = z.object({ request: z.object({ expiresAt: z.string() }), conversation: z.string() });
const quarantineSchema = z.object({ key: z.string() });
const deliverySchema = z.object({ receivedAt: z.string() });
const linkSchema = z.object({ expiresAt: z.string() });
const placeSchema = z.object({ ticketId: z.string() });
const ticketSchema = z.looseObject({
  id: z.string(),
  deskId: z.string(),
  number: z.string(),
  changedAt: z.string(),
  conversation: z.string().nullable(),
  work: z.string().nullable(),
  outbox: z.array(z.looseObject({ effect: z.looseObject({}) })),
});
type Ticket = z.infer<typeof ticketSchema>;
/** A ticket whose removal was begun. */
const endedTicketSchema = z.object({ removed: z.literal(true), deskId: z.string(), number: z.string() });

/** Ends what is kept, in any store. */
export function createRetention({ store, clock, keepIdleDays }: RetentionOptions): Retention {
  return new DocumentsAtTheirEnd(store, clock, keepIdleDays * dayMs);
}

class DocumentsAtTheirEnd implements Retention {
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
    // A scheduled job goes when it has run; one this old belongs to a conversation that is gone.
    removed += await this.#removeWhere('wake/', async (key) => Date.parse(partOf(key, 1)) < now - this.#keepIdleMs);
    removed += await this.#removeWhere(
      'quarantine/',
      async (key) => Number(partOf(key, 1)) < now - quarantineDays * dayMs,
    );
    removed += await this.#sweepTickets(now);
    if (removed > 0) await this.#store.scrub?.();
    return removed;
  }

  async #sweepTickets(now: number): Promise<number> {
    let removed = 0;
    for await (const key of this.#keys('ticket/')) removed += await this.#endTicket(key, now - ticketDays * dayMs);
    removed += await this.#removeWhere('delivery/', async (key) =>
      this.#holds(key, (value) => Date.parse(deliverySchema.parse(value).receivedAt) < now - deliveryDays * dayMs),
    );
    removed += await this.#removeWhere('ticket-link/', async (key) =>
      this.#holds(key, (value) => Date.parse(linkSchema.parse(value).expiresAt) < now),
    );
    removed += await this.#removeWhere(
      'ticket-place/',
      async (key) => (await this.#store.read(`ticket/${partOf(key, 2)}`)) === null,
    );
    // Work of a ticket goes when it is done; what is this old belongs to one that was never stored.
    removed += await this.#removeWhere(
      'ticket-work/',
      async (key) => Date.parse(partOf(key, 1)) < now - deliveryDays * dayMs,
    );
    return removed;
  }

  /** A ticket that is taken up at that very moment stays: first it is marked as gone, and only if nobody changed it. */
  async #endTicket(key: string, before: number): Promise<number> {
    const stored = await this.#store.read(key);
    const ended = endedTicketSchema.safeParse(stored?.value);
    if (ended.success) return this.#removeTicket(key, ended.data);
    const parsed = ticketSchema.safeParse(stored?.value);
    if (stored === null || !parsed.success) return 0;
    const { deskId, number, changedAt, work } = parsed.data;
    if (work !== null || Date.parse(changedAt) >= before) return 0;
    const marked = await this.#store.write(key, { removed: true, deskId, number }, stored.etag);
    return marked.kind === 'conflict' ? 0 : this.#removeTicket(key, { deskId, number });
  }

  async #removeTicket(key: string, { deskId, number }: Pick<Ticket, 'deskId' | 'number'>): Promise<number> {
    if (number !== '') await this.#store.remove(`ticket-of/${deskId}/${number}`);
    await this.#store.remove(key);
    return 1;
  }

  async forget(conversation: string): Promise<Erased> {
    const found = await this.#keysOf(conversation);
    // Its tickets first: where they stand is what leads to them.
    for (const key of found.filter((one) => one.startsWith('ticket-place/'))) await this.#cutPerson(key, conversation);
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
    for await (const key of this.#keys(placesOf(conversation))) found.push(key);
    return found;
  }

  /** The desk keeps its ticket; here nothing of it leads to the person any more. */
  async #cutPerson(placeKey: string, conversation: string): Promise<void> {
    const place = placeSchema.safeParse((await this.#store.read(placeKey))?.value);
    if (!place.success) return;
    const key = `ticket/${place.data.ticketId}`;
    for (;;) {
      const stored = await this.#store.read(key);
      const parsed = ticketSchema.safeParse(stored?.value);
      if (stored === null || !parsed.success || parsed.data.conversation !== conversation) return;
      const written = await this.#store.write(key, withoutPerson(parsed.data), stored.etag);
      if (written.kind === 'written') return;
    }
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

/** Where the tickets of a conversation stand. */
function placesOf(conversation: string): string {
  return `ticket-place/${createHash('sha256').update(conversation).digest('hex')}/`;
}

/** Nobody is written to or woken any more; what is already on its way to the desk stays, without who asked. */
function withoutPerson(ticket: Ticket): Json {
  const nobody = { personId: null, userPrincipalName: null, tenantId: null };
  return JSON.parse(
    JSON.stringify({
      ...ticket,
      title: '',
      requester: nobody,
      personId: null,
      person: null,
      wake: null,
      conversation: null,
      answers: [],
      outbox: ticket.outbox.map((one) => ({ ...one, effect: { ...one.effect, requester: null } })),
    }),
  ) as Json;
}

function partOf(key: string, index: number): string {
  return key.split('/')[index] ?? '';
}
