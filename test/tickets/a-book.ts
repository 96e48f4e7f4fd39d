import { randomUUID } from 'node:crypto';
import type { Desk, DeskDelivery } from '../../src/ports/desk.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import type { JournalEvent } from '../../src/ports/journal.ts';
import { machineStopwatch } from '../../src/ports/stopwatch.ts';
import type { DeliveryAnswer } from '../../src/ports/ticket-door.ts';
import type { PersonFound, PersonReach, Reached } from '../../src/ports/tickets.ts';
import { openTickets } from '../../src/tickets/open-tickets.ts';
import type { TicketBook } from '../../src/tickets/ticket-book.ts';
import type { Failpoint } from '../../src/tickets/ticket-store.ts';
import type { TicketWorker } from '../../src/tickets/ticket-worker.ts';
import { MemoryDocumentStore } from '../builders/memory-document-store.ts';
import { type FakeDesk, fakeDesk } from './fake-desk.ts';

export const start = Date.UTC(2026, 10, 21, 9);

/** The tickets, with the worker that does what is due for them. */
export type WorkingBook = TicketBook & Pick<TicketWorker, 'start' | 'stop' | 'runDue'>;

/** Everything around the tickets, held still: the time, the people, the directory. */
export interface World {
  readonly store: DocumentStore;
  readonly desks: readonly FakeDesk[];
  readonly desk: FakeDesk;
  readonly events: JournalEvent[];
  /** Tickets that people were written to about, each once. */
  readonly reached: Set<string>;
  readonly continued: { readonly conversation: string; readonly ticketId: string }[];
  now: number;
  reach: Reached['kind'];
  directory: PersonFound;
  /** What it says of an object id. */
  knowsIds: PersonFound;
  /** New objects on the same store, as after a restart or on another replica. */
  book(options?: {
    readonly failpoint?: Failpoint;
    readonly store?: DocumentStore;
    readonly desks?: readonly Desk[];
    readonly people?: PersonReach;
    /** Null when there is no chat window. */
    readonly chatOrigin?: string | null;
  }): WorkingBook;
}

export function aWorld(options: { readonly store?: DocumentStore; readonly desks?: readonly FakeDesk[] } = {}): World {
  const { store = new MemoryDocumentStore(), desks = [fakeDesk()] } = options;
  const [desk] = desks;
  if (desk === undefined) throw new Error('a world needs a desk');
  const world: World = {
    store,
    desks,
    desk,
    events: [],
    reached: new Set(),
    continued: [],
    now: start,
    reach: 'reached',
    directory: { kind: 'absent' },
    knowsIds: { kind: 'cannot-tell' },
    book: (changes = {}) => {
      const parts = {
        store,
        desks,
        clock: { now: () => world.now },
        stopwatch: { ...machineStopwatch, elapsed: () => world.now },
        journal: { note: (event: JournalEvent) => void world.events.push(event) },
        people: {
          reach: async (_person: unknown, ticketId: string) => {
            if (world.reach === 'reached') world.reached.add(ticketId);
            return { kind: world.reach };
          },
          continueChat: async (conversation: string, ticketId: string) =>
            void world.continued.push({ conversation, ticketId }),
        },
        directory: {
          // An id is looked up only where nobody could be written to; a name before that.
          find: async (_tenantId: string, name: string) =>
            name.includes('@') || world.directory.kind === 'found' ? world.directory : world.knowsIds,
        },
        randomId: randomUUID,
        chatOrigin: 'https://onetenant.contoso.com',
        ...changes,
      };
      const opened = openTickets(parts);
      const worker = opened.worker(parts);
      return Object.assign(opened.book, {
        start: (everyMs: number) => worker.start(everyMs),
        stop: () => worker.stop(),
        runDue: () => worker.runDue(),
      });
    },
  };
  return world;
}

/** What a route does with a delivery: check, then keep. */
export async function deliver(
  book: TicketBook,
  delivery: DeskDelivery,
  deskId = 'desk',
): Promise<DeliveryAnswer | number> {
  const reading = book.check(deskId, delivery);
  if (reading === null) return 404;
  return reading.kind === 'refused' ? reading.status : book.accept(deskId, delivery, reading);
}

/** Delivers and gives the id of the ticket. */
export async function handOver(book: TicketBook, delivery: DeskDelivery): Promise<string> {
  const answer = await deliver(book, delivery);
  if (typeof answer === 'number' || answer.kind !== 'accepted' || answer.id === null) throw new Error('was not taken');
  return answer.id;
}
