import type { Clock } from '../ports/clock.ts';
import type { Desk } from '../ports/desk.ts';
import type { DocumentStore } from '../ports/document-store.ts';
import type { Journal } from '../ports/journal.ts';
import { machineStopwatch, type Stopwatch } from '../ports/stopwatch.ts';
import type { PersonDirectory, PersonReach } from '../ports/tickets.ts';
import { PersonTask } from './person-task.ts';
import { TicketBook } from './ticket-book.ts';
import type { TicketRules } from './ticket-changes.ts';
import { TicketLeases } from './ticket-leases.ts';
import { type Failpoint, TicketStore } from './ticket-store.ts';
import { TicketWorker } from './ticket-worker.ts';

/** What the tickets need before there is a bot to reach people with. */
export interface TicketsParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly desks: readonly Desk[];
  /** 128 random bits as text. */
  readonly randomId: () => string;
  /** By default nothing is waited for or gathered, and there are no pages. */
  readonly rules?: TicketRules | undefined;
  /** Tests end the process at these points. */
  readonly failpoint?: Failpoint | undefined;
  /** By default the stopwatch of this machine. */
  readonly stopwatch?: Stopwatch | undefined;
  /** From 0 to 1. */
  readonly jitter?: () => number;
}

/** What the worker needs to bring tickets to people. */
export interface TicketWorkParts {
  readonly people: PersonReach;
  readonly directory: PersonDirectory;
  /** Origin of the bot as browsers see it; null if there is no chat window. */
  readonly chatOrigin: string | null;
}

/** The tickets of a store, and a factory for their worker. */
export interface OpenedTickets {
  readonly book: TicketBook;
  /** Creates the worker that brings tickets to people, chats and desks. One per process. */
  worker(parts: TicketWorkParts): TicketWorker;
}

/** Opens the tickets in a store. The chats need the ticket book, and the worker needs the chats, so the worker is created later. */
export function openTickets(parts: TicketsParts): OpenedTickets {
  const { store, clock, failpoint = () => undefined, stopwatch = machineStopwatch, jitter = Math.random } = parts;
  const tickets = new TicketStore({ store, clock, failpoint, stopwatch, jitter });
  const desks = new Map(parts.desks.map((desk) => [desk.id, desk]));
  const leases = new TicketLeases({ clock, stopwatch });
  const rules = parts.rules ?? { waitMs: 0, holdMs: 0, ticketPages: null };
  const shared = { ...parts, tickets, leases, desks, failpoint, stopwatch, jitter, rules };
  return {
    book: new TicketBook(shared),
    worker(work: TicketWorkParts): TicketWorker {
      return new TicketWorker({ ...work, ...shared, personTask: new PersonTask({ ...work, ...shared }) });
    },
  };
}
