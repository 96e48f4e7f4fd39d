import { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import { keysUnder, partOf, readAs, removePast } from '../ports/document-keys.ts';
import type { DocumentStore } from '../ports/document-store.ts';
import type { RetentionOwner } from '../ports/retention.ts';
import { deliveryKnownDays, forgetPerson } from './ticket-changes.ts';
import { parseTicket } from './ticket-document.ts';
import {
  deliveryPrefix,
  linkPrefix,
  numberKey,
  numberPrefix,
  placePrefix,
  placesOf,
  readWorkKey,
  ticketKey,
  ticketPrefix,
  workPrefix,
} from './ticket-keys.ts';
import { TicketStore } from './ticket-store.ts';

const dayMs = 86_400_000;
/** Days that a ticket is kept after its last change. */
const ticketDays = 90;

const deliverySchema = z.object({ receivedAt: z.string() });
const linkSchema = z.object({ expiresAt: z.string() });
/** What is left of a ticket whose removal has started. */
const removedSchema = z.object({ removed: z.literal(true), deskId: z.string(), number: z.string() });
const endingSchema = z.object({
  deskId: z.string(),
  number: z.string(),
  changedAt: z.string(),
  work: z.string().nullable(),
});

/** Tickets are removed 90 days after their last change. Erasing a person takes them out of their tickets; the desk keeps its own copy. */
export function ticketRetention(parts: { readonly store: DocumentStore; readonly clock: Clock }): RetentionOwner {
  return new TicketRetention(parts.store, new TicketStore({ ...parts, failpoint: () => undefined }));
}

class TicketRetention implements RetentionOwner {
  readonly prefixes = [ticketPrefix, numberPrefix, placePrefix, linkPrefix, workPrefix, deliveryPrefix];
  readonly #store: DocumentStore;
  readonly #tickets: TicketStore;

  constructor(store: DocumentStore, tickets: TicketStore) {
    this.#store = store;
    this.#tickets = tickets;
  }

  async sweep(now: number): Promise<number> {
    const store = this.#store;
    const ticketBefore = now - ticketDays * dayMs;
    const deliveryBefore = now - deliveryKnownDays * dayMs;
    let removed = 0;
    for await (const key of keysUnder(store, ticketPrefix)) removed += await this.#endTicket(key, ticketBefore);
    removed += await removePast(store, deliveryPrefix, async (key) => {
      const delivery = await readAs(store, key, deliverySchema);
      return delivery !== null && Date.parse(delivery.receivedAt) < deliveryBefore;
    });
    removed += await removePast(store, linkPrefix, async (key) => {
      const link = await readAs(store, key, linkSchema);
      return link !== null && Date.parse(link.expiresAt) < now;
    });
    removed += await removePast(
      store,
      placePrefix,
      async (key) => (await store.read(ticketKey(partOf(key, 2)))) === null,
    );
    // Work is removed when it is done; work this old belongs to a ticket that was never stored.
    removed += await removePast(store, workPrefix, (key) => readWorkKey(key).dueAtMs < deliveryBefore);
    return removed;
  }

  async forget(conversation: string): Promise<number> {
    let removed = 0;
    for await (const key of keysUnder(this.#store, placesOf(conversation))) {
      // The place leads to the ticket, so it stays as long as the person is still named there.
      if (!(await this.#takeOutPerson(partOf(key, 2), conversation))) continue;
      await this.#store.remove(key);
      removed += 1;
    }
    return removed;
  }

  keysOf(conversation: string): AsyncIterable<string> {
    return keysUnder(this.#store, placesOf(conversation));
  }

  /** Removes an expired ticket in two steps: it is marked as removed only if nobody changed it, so a ticket in use stays. */
  async #endTicket(key: string, before: number): Promise<number> {
    const stored = await this.#store.read(key);
    const removed = removedSchema.safeParse(stored?.value);
    if (removed.success) return this.#removeTicket(key, removed.data);
    const ticket = endingSchema.safeParse(stored?.value);
    if (stored === null || !ticket.success) return 0;
    const { deskId, number, changedAt, work } = ticket.data;
    if (work !== null || Date.parse(changedAt) >= before) return 0;
    const marked = await this.#store.write(key, { removed: true, deskId, number }, stored.etag);
    return marked.kind === 'conflict' ? 0 : this.#removeTicket(key, { deskId, number });
  }

  async #removeTicket(key: string, { deskId, number }: Pick<z.infer<typeof removedSchema>, 'deskId' | 'number'>) {
    if (number !== '') await this.#store.remove(numberKey(deskId, number));
    await this.#store.remove(key);
    return 1;
  }

  /** False for a ticket that this release cannot read, and so cannot change. */
  async #takeOutPerson(ticketId: string, conversation: string): Promise<boolean> {
    const stored = await this.#store.read(ticketKey(ticketId));
    if (stored === null) return true;
    try {
      parseTicket(stored.value);
    } catch (error) {
      if (error instanceof z.ZodError) return false;
      throw error;
    }
    await this.#tickets.change(ticketId, (ticket) =>
      ticket.conversation === conversation ? forgetPerson(ticket) : null,
    );
    return true;
  }
}
