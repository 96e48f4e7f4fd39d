import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TicketId, TicketNews } from '../domain/ticket.ts';
import type { Clock } from '../ports/clock.ts';
import type { Desk, DeskDelivery, DeskReading } from '../ports/desk.ts';
import { keysUnder } from '../ports/document-keys.ts';
import type { DocumentStore } from '../ports/document-store.ts';
import type { Journal } from '../ports/journal.ts';
import type { DeliveryAnswer, DeliveryRead, TicketDoor, TicketReport } from '../ports/ticket-door.ts';
import type { TicketOutcome, TicketPage, TicketRecord, TicketRecords } from '../ports/ticket-records.ts';
import type { Tickets, TicketView } from '../ports/tickets.ts';
import { hearNews, leaveAside, raiseTicket, replayDead, type TicketRules } from './ticket-changes.ts';
import { parseTicket, type Ticket } from './ticket-document.ts';
import { TicketIntake } from './ticket-intake.ts';
import { linkKey, placeKey, ticketPrefix } from './ticket-keys.ts';
import { asJson, type Failpoint, type TicketStore } from './ticket-store.ts';
import { outcomeOf, recordOf, reportOf, viewOf } from './ticket-views.ts';

/** What the ticket book needs. */
export interface TicketBookParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly tickets: TicketStore;
  readonly desks: ReadonlyMap<string, Desk>;
  /** 128 random bits as text. */
  readonly randomId: () => string;
  readonly rules: TicketRules;
  /** Tests end the process at these points. */
  readonly failpoint: Failpoint;
}

/** A person asked for a colleague, but no desk takes such tickets. `code` is stable. */
export class NoDeskForPeople extends Error {
  readonly code = 'NO_DESK_FOR_PEOPLE';
  constructor() {
    super('no desk of the setting DESKS is for people');
    this.name = 'NoDeskForPeople';
  }
}

const linkSchema = z.object({ ticketId: z.string(), expiresAt: z.string(), usedBy: z.string().nullable() });
const listPage = 200;

/** All tickets: received from desks, updated by chats, listed for operators. Everything is in the store. */
export class TicketBook implements Tickets, TicketDoor, TicketRecords {
  readonly #parts: TicketBookParts;
  readonly #desks: ReadonlyMap<string, Desk>;
  readonly #tickets: TicketStore;
  readonly #intake: TicketIntake;
  readonly #failpoint: Failpoint;

  constructor(parts: TicketBookParts) {
    this.#parts = parts;
    this.#failpoint = parts.failpoint;
    this.#desks = parts.desks;
    this.#tickets = parts.tickets;
    this.#intake = new TicketIntake(parts);
  }

  hasDesk(deskId: string): boolean {
    return this.#desks.has(deskId);
  }

  mend(deskId: string, text: string): unknown {
    return this.#desks.get(deskId)?.mend(text) ?? null;
  }

  check(deskId: string, delivery: DeskDelivery): DeskReading | null {
    const desk = this.#desks.get(deskId);
    if (desk === undefined) return null;
    const reading = desk.receive(delivery, this.#parts.clock.now());
    if (reading.kind === 'refused')
      this.#parts.journal.note({ event: 'ticket.refused', desk: deskId, because: reading.because });
    return reading;
  }

  async accept(deskId: string, delivery: DeskDelivery, read: DeliveryRead): Promise<DeliveryAnswer> {
    const desk = this.#desks.get(deskId);
    if (desk === undefined) return { kind: 'accepted', id: null };
    return this.#intake.accept(desk, delivery, read);
  }

  knowsKey(key: string): boolean {
    return this.#readers(key).length > 0;
  }

  async report(id: string, key: string): Promise<TicketReport | null> {
    // The ticket is read for every caller, so that the response time does not reveal whether it exists.
    const kept = isId(id) ? await this.#tickets.read(id) : null;
    const readers = this.#readers(key);
    if (kept === null || !readers.some((desk) => desk.id === kept.ticket.deskId)) return null;
    return reportOf(kept.ticket);
  }

  async find(id: string): Promise<TicketView | null> {
    const kept = isId(id) ? await this.#tickets.read(id) : null;
    return kept === null ? null : this.#view(kept.ticket);
  }

  async record(id: string): Promise<TicketRecord | null> {
    const kept = isId(id) ? await this.#tickets.read(id) : null;
    return kept === null ? null : recordOf(kept.ticket);
  }

  async tell(id: string, news: TicketNews, round?: number): Promise<void> {
    const mark = shortDigest(`news/${news.id}`);
    const { clock, journal, rules } = this.#parts;
    const isOfNow = (ticket: Ticket): boolean => round === undefined || round === ticket.round;
    const changed = await this.#tickets.change(id, (ticket) =>
      isOfNow(ticket)
        ? hearNews(ticket, news, mark, { now: clock.now(), deskLocale: this.#localeOf(ticket), rules })
        : leaveAside(ticket, mark),
    );
    if (changed !== null && isOfNow(changed) && news.kind !== 'answers-shown')
      journal.note({ event: 'ticket.moved', to: changed.state });
  }

  async redeem(code: string, conversation: string): Promise<TicketView | null> {
    const { store, clock } = this.#parts;
    const stored = await store.read(linkKey(code));
    if (stored === null) return null;
    const link = linkSchema.parse(stored.value);
    if (Date.parse(link.expiresAt) <= clock.now()) return null;
    // A turn that is retried after a conflict redeems the code again, from the same chat.
    if (link.usedBy !== null && link.usedBy !== conversation) return null;
    if (link.usedBy === null) {
      const written = await store.write(linkKey(code), { ...link, usedBy: conversation }, stored.etag);
      if (written.kind === 'conflict') return this.redeem(code, conversation);
      await this.#failpoint('link-used');
    }
    const kept = await this.#tickets.read(link.ticketId);
    return kept === null ? null : this.#view(kept.ticket);
  }

  deskForPeople(): { readonly id: string; readonly name: string; readonly locale: string } | null {
    const desk = this.#deskForPeople();
    return desk === null ? null : { id: desk.id, name: desk.name, locale: desk.locale };
  }

  async raise(from: Parameters<Tickets['raise']>[0]): Promise<void> {
    const desk = this.#deskForPeople();
    if (desk === null) throw new NoDeskForPeople();
    const { scenario, ...rest } = from;
    const id = from.id as TicketId;
    if ((await this.#tickets.read(id)) !== null) return;
    await this.#keepPlaceOf(id, from.conversation);
    const about = scenario ?? 'ask';
    const { id: deskId, tenantId, locale: deskLocale } = desk;
    const change = { now: this.#parts.clock.now(), deskLocale, rules: this.#parts.rules };
    await this.#tickets.create(raiseTicket({ ...rest, id, deskId, tenantId, about }, change));
    this.#parts.journal.note({ event: 'ticket.moved', to: 'with-human' });
  }

  async keepPlace(id: string, conversation: string, round?: number): Promise<void> {
    const stays = (ticket: Ticket): boolean =>
      ticket.conversation === conversation || (round !== undefined && round !== ticket.round);
    const kept = await this.#tickets.read(id);
    if (kept === null || stays(kept.ticket)) return;
    await this.#keepPlaceOf(id, conversation);
    await this.#tickets.change(id, (ticket) => (stays(ticket) ? null : { ...ticket, conversation }));
  }

  async list(options: Parameters<TicketRecords['list']>[0]): Promise<TicketPage> {
    const tickets: TicketRecord[] = [];
    let after = options.after === null ? '' : `${ticketPrefix}${options.after}`;
    for (;;) {
      const keys = await this.#parts.store.list(ticketPrefix, Math.min(options.limit, listPage), after);
      for (const key of keys) {
        after = key;
        const ticket = await this.#readKey(key);
        if (ticket === null || (options.only === 'dead' && !ticket.outbox.some(({ fate }) => fate === 'dead')))
          continue;
        tickets.push(recordOf(ticket));
        if (tickets.length === options.limit) return { tickets, next: ticket.id };
      }
      if (keys.length < Math.min(options.limit, listPage)) return { tickets, next: null };
    }
  }

  async replay(id: string): Promise<number> {
    const count = { dead: 0 };
    await this.#tickets.change(id, (ticket) => {
      count.dead = ticket.outbox.filter(({ fate }) => fate === 'dead').length;
      return count.dead === 0 ? null : replayDead(ticket, this.#parts.clock.now());
    });
    return count.dead;
  }

  async *outcomes(): AsyncGenerator<TicketOutcome> {
    for await (const key of keysUnder(this.#parts.store, ticketPrefix)) {
      const ticket = await this.#readKey(key);
      if (ticket !== null) yield outcomeOf(ticket);
    }
  }

  async #readKey(key: string): Promise<Ticket | null> {
    const stored = await this.#parts.store.read(key);
    if (stored === null) return null;
    const ticket = parseTicket(stored.value);
    return ticket === 'removed' ? null : ticket;
  }

  /** Stores which tickets a chat is about beside the tickets, so that an erasure need not read them all. */
  async #keepPlaceOf(id: string, conversation: string): Promise<void> {
    await this.#parts.store.write(placeKey(conversation, id), asJson({ ticketId: id }), null);
    await this.#failpoint('place-kept');
  }

  /** Every desk is checked, so that the response time does not reveal which one matched. */
  #readers(key: string): readonly Desk[] {
    return [...this.#desks.values()].filter((desk) => desk.mayRead(key));
  }

  #deskForPeople(): Desk | null {
    return [...this.#desks.values()].find((desk) => desk.isForPeople) ?? null;
  }

  #localeOf(ticket: Ticket): string {
    return this.#desks.get(ticket.deskId)?.locale ?? 'en';
  }

  #view(ticket: Ticket): TicketView {
    return viewOf(ticket, { name: this.#desks.get(ticket.deskId)?.name ?? '', locale: this.#localeOf(ticket) });
  }
}

function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** Ids are random bits as text; anything else is not used as a key. */
function isId(id: string): boolean {
  return /^[\w-]{16,64}$/.test(id);
}
