import type { Clock } from '../ports/clock.ts';
import { type DocumentStore, type Json, StoreFault } from '../ports/document-store.ts';
import { machineStopwatch, type Stopwatch } from '../ports/stopwatch.ts';
import { parseTicket, type Ticket, workIn } from './ticket-document.ts';
import { readWorkKey, ticketKey, type Work, workKey } from './ticket-keys.ts';
import { isAtOnce } from './ticket-leases.ts';

/**
 * Points at which tests end the process; nothing else does.
 * Each is named for what is stored or done by then.
 */
export const failpoints = [
  'delivery-noted',
  'number-kept',
  'work-planned',
  'ticket-stored',
  'old-work-removed',
  'place-kept',
  'work-found',
  'person-claimed',
  'person-found',
  'person-reached',
  'link-kept',
  'person-settled',
  'chat-claimed',
  'chat-continued',
  'effect-claimed',
  'effect-written',
  'created-number-kept',
  'effect-settled',
  'link-used',
] as const;
/** The name of a failpoint. */
export type FailpointName = (typeof failpoints)[number];
/** Called as each failpoint is passed. */
export type Failpoint = (name: FailpointName) => void | Promise<void>;

/** A stored ticket, and the version to pass when writing it. */
export interface KeptTicket {
  readonly ticket: Ticket;
  readonly etag: string;
}

/** What the ticket store needs. */
export interface TicketStoreParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly failpoint: Failpoint;
  /** By default the stopwatch of this machine. */
  readonly stopwatch?: Stopwatch;
  /** From 0 to 1. */
  readonly jitter?: () => number;
}

const triesAtMost = 40;

/**
 * Reads and changes tickets. Work is stored before the change that needs it, and removed only
 * after a change that no longer refers to it, so a ticket with work is always found again.
 */
export class TicketStore {
  readonly #parts: TicketStoreParts;
  #workListener: (ticketId: string) => void = () => undefined;

  constructor(parts: TicketStoreParts) {
    this.#parts = parts;
  }

  /** The listener is called as soon as a ticket has work that is due. */
  onWork(listener: (ticketId: string) => void): void {
    this.#workListener = listener;
  }

  /** Null if there is none. */
  async read(id: string): Promise<KeptTicket | null> {
    const stored = await this.#parts.store.read(ticketKey(id));
    if (stored === null) return null;
    const ticket = parseTicket(stored.value);
    return ticket === 'removed' ? null : { ticket, etag: stored.etag };
  }

  /** Stores a new ticket; false if it already exists. */
  async create(ticket: Ticket): Promise<boolean> {
    return (await this.#commit(ticket, null)) !== null;
  }

  /**
   * Applies `step` to the current ticket, and repeats it if another writer was first.
   * Null if there is no ticket, or `step` returns null: then nothing changes.
   */
  async change(id: string, step: (ticket: Ticket) => Ticket | null): Promise<Ticket | null> {
    for (let tries = 1; tries <= triesAtMost; tries += 1) {
      const kept = await this.read(id);
      const next = kept === null ? null : step(kept.ticket);
      if (kept === null || next === null) return null;
      const committed = await this.#commit(next, kept);
      if (committed !== null) return committed;
      await this.#pause(tries);
    }
    throw new StoreFault('a ticket changed too often to be changed');
  }

  /** Random, so that writers of the same ticket do not collide again. */
  #pause(tries: number): Promise<void> {
    const { stopwatch = machineStopwatch, jitter = Math.random } = this.#parts;
    return stopwatch.pause(jitter() * 4 * tries);
  }

  async #commit(next: Ticket, before: KeptTicket | null): Promise<Ticket | null> {
    const { store, failpoint, clock } = this.#parts;
    const revision = (before?.ticket.revision ?? 0) + 1;
    const work = workOf({ ...next, revision }, before?.ticket.work ?? null, clock.now());
    const committed: Ticket = { ...next, revision, work };
    const oldWork = before?.ticket.work ?? null;
    if (work !== null && work !== oldWork) {
      await store.write(work, {}, null);
      await failpoint('work-planned');
    }
    const written = await store.write(ticketKey(next.id), asJson(committed), before?.etag ?? null);
    if (written.kind === 'conflict') return null;
    await failpoint('ticket-stored');
    if (oldWork !== null && oldWork !== work) {
      await store.remove(oldWork);
      await failpoint('old-work-removed');
    }
    if (work !== null && isDue(readWorkKey(work), clock.now())) this.#workListener(next.id);
    return committed;
  }
}

/** Reuses the existing work document if it brings a worker in time. */
function workOf(ticket: Ticket, standing: string | null, now: number): string | null {
  const works = workIn(ticket);
  if (works.length === 0) return null;
  const due = { dueAtMs: Math.min(...works.map(({ nextAt }) => nextAt)), isAtOnce: works.some(isAtOnce) };
  if (standing !== null && bringsInTime(readWorkKey(standing), due, now)) return standing;
  return workKey(due, ticket);
}

function bringsInTime(standing: Work, due: Pick<Work, 'dueAtMs' | 'isAtOnce'>, now: number): boolean {
  if (due.isAtOnce) return standing.isAtOnce;
  if (isDue(standing, now)) return due.dueAtMs <= now;
  return standing.dueAtMs === due.dueAtMs;
}

function isDue({ dueAtMs, isAtOnce }: Pick<Work, 'dueAtMs' | 'isAtOnce'>, now: number): boolean {
  return isAtOnce || dueAtMs <= now;
}

/** A value as the store keeps it: undefined fields are left out. */
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
