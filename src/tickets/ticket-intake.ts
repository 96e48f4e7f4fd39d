import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DeskEvent, HandedTicket, TicketId } from '../domain/ticket.ts';
import { sameBodyMs } from '../domain/ticket-life.ts';
import { noteText, ticketTextMax } from '../domain/ticket-text.ts';
import type { Clock } from '../ports/clock.ts';
import type { Desk, DeskDelivery } from '../ports/desk.ts';
import type { DocumentStore } from '../ports/document-store.ts';
import type { Journal } from '../ports/journal.ts';
import type { DeliveryAnswer, DeliveryRead } from '../ports/ticket-door.ts';
import {
  answerByColleague,
  answersMax,
  beginTicket,
  handOverAgain,
  isHeard,
  isMarked,
  iso,
  withdraw,
} from './ticket-changes.ts';
import type { Ticket } from './ticket-document.ts';
import { deliveryKey, numberKey } from './ticket-keys.ts';
import type { Failpoint, TicketStore } from './ticket-store.ts';

/** What the intake needs. */
export interface IntakeParts {
  readonly store: DocumentStore;
  readonly tickets: TicketStore;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly failpoint: Failpoint;
  readonly randomId: () => string;
}

const deliverySchema = z.object({ hash: z.string(), ticketId: z.string().nullable() });
const numberSchema = z.object({ ticketId: z.string() });

/** When a desk should deliver again what met a change of the same ticket, in seconds. */
const busyRetrySeconds = 5;
/** When a desk should deliver an answer again while too many wait to be shown, in seconds. */
const fullRetrySeconds = 300;

/** Two changes at a desk whose clock has minutes can look the same for so long, with the way here, in milliseconds. */
const coarsestClockMs = 2 * 60_000;

/** An incoming delivery, and what identifies a repeat of it. */
interface Coming {
  readonly desk: Desk;
  readonly event: DeskEvent;
  readonly mark: string;
  readonly hash: string;
  readonly deliveryId: string;
}

/**
 * Takes in deliveries from desks. After a crash every step can be repeated: first the delivery is recorded, then the
 * ticket number gets its one ticket, then the ticket gets the delivery, and only then is it acknowledged.
 */
export class TicketIntake {
  readonly #parts: IntakeParts;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  async accept(desk: Desk, delivery: DeskDelivery, read: DeliveryRead): Promise<DeliveryAnswer> {
    const coming: Coming = {
      desk,
      event: limited(read.event),
      mark: deliveryMark(desk.id, read.deliveryId),
      hash: createHash('sha256').update(delivery.bytes).digest('base64url'),
      deliveryId: read.deliveryId,
    };
    const noted = await this.#note(coming);
    if (noted === 'other-body') {
      this.#parts.journal.note({ event: 'ticket.refused', desk: desk.id, because: 'other-body' });
      return { kind: 'other-body' };
    }
    if (noted === 'lost') return { kind: 'later', retryAfterSeconds: busyRetrySeconds, tooMany: false };
    return this.#apply(coming, noted.ticketId);
  }

  /** The first writer decides which ticket a delivery is about; everyone else uses that. */
  async #note(coming: Coming): Promise<{ readonly ticketId: string | null } | 'other-body' | 'lost'> {
    const { store, clock, failpoint } = this.#parts;
    const { desk, event, hash, deliveryId } = coming;
    const key = deliveryKey(desk.id, deliveryId);
    const ticketId = await this.#ticketFor(desk, event);
    const note = { hash, ticketId, receivedAt: iso(clock.now()), event: event.kind };
    const written = await store.write(key, note, null);
    if (written.kind === 'written') {
      await failpoint('delivery-noted');
      return { ticketId };
    }
    const stored = await store.read(key);
    if (stored === null) return 'lost';
    const known = deliverySchema.parse(stored.value);
    return known.hash === hash ? known : 'other-body';
  }

  /** A new ticket gets its id here. The id counts once it is stored as the one for this number. */
  async #ticketFor(desk: Desk, event: DeskEvent): Promise<string | null> {
    if (event.kind === 'nothing') return null;
    const number = event.kind === 'handed-over' ? event.ticket.number : event.number;
    const known = await this.#ticketOf(desk, number);
    return known ?? (event.kind === 'handed-over' ? this.#parts.randomId() : null);
  }

  async #ticketOf(desk: Desk, number: string): Promise<string | null> {
    const stored = await this.#parts.store.read(numberKey(desk.id, number));
    return stored === null ? null : numberSchema.parse(stored.value).ticketId;
  }

  async #apply(coming: Coming, ticketId: string | null): Promise<DeliveryAnswer> {
    const { desk, event } = coming;
    if (event.kind === 'nothing' || ticketId === null) {
      this.#heard(desk, event.kind === 'nothing' ? event.because : 'unknown-ticket');
      return { kind: 'accepted', id: null };
    }
    if (event.kind === 'handed-over') return this.#handOver(coming, event.ticket, ticketId);
    return this.#change(coming, ticketId, event);
  }

  async #handOver(
    { desk, mark, hash: bodyHash }: Coming,
    handed: HandedTicket,
    candidate: string,
  ): Promise<DeliveryAnswer> {
    const { store, tickets, clock, failpoint } = this.#parts;
    const key = numberKey(desk.id, handed.number);
    await store.write(key, { ticketId: candidate }, null);
    await failpoint('number-kept');
    const id = await this.#ticketOf(desk, handed.number);
    if (id === null) return { kind: 'later', retryAfterSeconds: busyRetrySeconds, tooMany: false };
    const now = clock.now();
    const hash = desk.signsDeliveryId ? null : bodyHash;
    const ids = { id: id as TicketId, deskId: desk.id, tenantId: desk.tenantId };
    const begun = beginTicket({ ...ids, handed, mark, hash }, now);
    // Read first, because creating a ticket that already exists would leave an unused work document behind.
    if ((await tickets.read(id)) === null && (await tickets.create(begun))) {
      this.#heard(desk, 'new');
      return { kind: 'accepted', id };
    }
    const seen = { isThere: false };
    const changed = await tickets.change(id, (ticket) => {
      seen.isThere = true;
      // The very same body is the very same change. One that says when it was may come twice in a minute; one that does not, for hours.
      const age = handed.version === null ? { withinMs: sameBodyMs } : { atLeastMs: coarsestClockMs };
      const isReplay = hash !== null && isHeard(ticket, hash, now, age);
      return isMarked(ticket, mark) || isReplay ? null : handOverAgain(ticket, handed, { mark, hash }, now);
    });
    // An expired ticket is removed in two steps; between them it is missing.
    if (!seen.isThere) return { kind: 'later', retryAfterSeconds: busyRetrySeconds, tooMany: false };
    this.#heard(desk, changed === null ? 'duplicate' : 'again');
    return { kind: 'accepted', id };
  }

  async #change(
    { desk, mark, hash: bodyHash }: Coming,
    id: string,
    event: Extract<DeskEvent, { kind: 'colleague-answered' | 'withdrawn' }>,
  ): Promise<DeliveryAnswer> {
    const { tickets, clock } = this.#parts;
    const now = clock.now();
    const hash = desk.signsDeliveryId ? null : bodyHash;
    const isKnown = (ticket: Ticket): boolean =>
      isMarked(ticket, mark) || (event.kind === 'colleague-answered' && hash !== null && isHeard(ticket, hash, now));
    const seen = { isThere: false, isFull: false };
    const changed = await tickets.change(id, (ticket) => {
      seen.isThere = true;
      seen.isFull = false;
      if (isKnown(ticket)) return null;
      if (event.kind === 'withdrawn') return withdraw(ticket, event, mark, now);
      seen.isFull = ticket.answers.length >= answersMax;
      return seen.isFull ? null : answerByColleague(ticket, event, { mark, hash }, now);
    });
    if (seen.isFull) return { kind: 'later', retryAfterSeconds: fullRetrySeconds, tooMany: true };
    // A number has its ticket's id before the ticket is stored.
    if (!seen.isThere) return { kind: 'later', retryAfterSeconds: busyRetrySeconds, tooMany: false };
    this.#heard(desk, changed === null ? 'duplicate' : event.kind);
    return { kind: 'accepted', id };
  }

  #heard(desk: Desk, outcome: string): void {
    this.#parts.journal.note({ event: 'ticket.received', desk: desk.id, outcome });
  }
}

/** Short, because each ticket keeps the marks of many deliveries. */
function deliveryMark(deskId: string, deliveryId: string): string {
  return createHash('sha256').update(`delivery/${deskId}/${deliveryId}`).digest('base64url').slice(0, 16);
}

/** The number becomes part of a key and is sent back to the desk; everything else is cut where it is stored. */
function limited(event: DeskEvent): DeskEvent {
  if (event.kind === 'nothing') return event;
  if (event.kind === 'handed-over') {
    const { number } = event.ticket;
    return isNumber(number) ? event : { kind: 'nothing', because: 'not-for-us' };
  }
  const text = event.kind === 'colleague-answered' ? { text: noteText(event.text, ticketTextMax.answer) } : {};
  return isNumber(event.number) ? { ...event, ...text } : { kind: 'nothing', because: 'not-for-us' };
}

function isNumber(number: string): boolean {
  return /^(?=.{1,64}$)[A-Za-z0-9_-]+(?: [A-Za-z0-9_-]+)*$/.test(number);
}
