import { createHash } from 'node:crypto';
import type { TicketPost } from '../../src/bot/record/conversation-record.ts';
import type { Json } from '../../src/ports/document-store.ts';
import { parseTicket, type Ticket } from '../../src/tickets/ticket-document.ts';
import { ticketKey } from '../../src/tickets/ticket-keys.ts';
import { type DeskNote, deskId } from './simulated-desk.ts';

/** What the bot owes its desk: every acknowledged delivery and every piece of news counts, once and in its order. */
export class TicketLedger {
  readonly #fault: (what: string) => void;
  readonly #read: (key: string) => Json | null;
  readonly #written = new Set<string>();
  /** The number of the last effect by ticket. */
  readonly #last = new Map<string, number>();

  /** `read`: the document as it stands now. */
  constructor(fault: (what: string) => void, read: (key: string) => Json | null) {
    this.#fault = fault;
    this.#read = read;
  }

  /** The desk took a note. */
  wrote({ effect: { id } }: DeskNote): void {
    if (this.#written.has(id)) this.#fault(`effect ${id} is at the desk twice`);
    this.#written.add(id);
    const [, ticketId = '', number = ''] = /^(.+)-(\d+)$/.exec(id) ?? [];
    if ((this.#last.get(ticketId) ?? 0) > Number(number)) this.#fault(`effect ${id} came after a later one`);
    this.#last.set(ticketId, Number(number));
  }

  /** A ticket was written. */
  changed(after: Json | null): void {
    const ticket = after === null ? 'removed' : parseTicket(after);
    if (ticket === 'removed') return;
    for (const { effect, fate } of ticket.outbox)
      if (fate === 'delivered' && !this.#written.has(effect.id))
        this.#fault(`effect ${effect.id} is called delivered, and the desk has it not`);
  }

  /** The desk is told that its delivery was taken. */
  acknowledged(ticketId: string, deliveryId: string): void {
    const ticket = this.ticket(ticketId);
    const mark = shortDigest(`delivery/${deskId}/${deliveryId}`);
    if (ticket?.applied.includes(mark) !== true) this.#fault(`delivery ${deliveryId} was acknowledged and is lost`);
  }

  readonly hasHeard = (post: TicketPost): boolean => {
    if (post.kind === 'raise') return this.ticket(post.from.id) !== null;
    const ticket = this.ticket(post.ticketId);
    return post.kind === 'place' || ticket?.applied.includes(shortDigest(`news/${post.news.id}`)) === true;
  };

  ticket(id: string): Ticket | null {
    const stored = this.#read(ticketKey(id));
    const ticket = stored === null ? 'removed' : parseTicket(stored);
    return ticket === 'removed' ? null : ticket;
  }

  get notes(): number {
    return this.#written.size;
  }
}

function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
