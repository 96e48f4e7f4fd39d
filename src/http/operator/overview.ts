import { isRefusal } from '../../domain/desk-refusal.ts';
import { type TicketState, type TicketSubject, ticketStates } from '../../domain/ticket.ts';
import type { Clock } from '../../ports/clock.ts';
import type { EffectRecord, TicketRecord, TicketRecords } from '../../ports/ticket-records.ts';

/** One row of the list. */
export type OverviewRow = Pick<TicketRecord, 'id' | 'deskId' | 'number' | 'about' | 'state' | 'changedAt'> & {
  /** Why it is in this state; null if there is no reason. */
  readonly because: string | null;
  /** Number of effects that its desk will not get without a retry. */
  readonly dead: number;
  /** Number of effects that its desk has yet to get. */
  readonly waiting: number;
  /** Number of effects that its desk refused: tried again, or written without the state. */
  readonly refused: number;
  /** Whether the person got a message, and whether they began. */
  readonly wasReached: boolean;
  readonly wasTakenUp: boolean;
};

export interface Snapshot {
  /** Most recently changed first. */
  readonly rows: readonly OverviewRow[];
  /** Milliseconds since 1970. */
  readonly takenAt: number;
}

export interface OverviewFilter {
  /** Ids of the visible desks; null for all. */
  readonly desks: ReadonlySet<string>;
  readonly desk: string | null;
  readonly state: TicketState | null;
  readonly only: 'all' | 'dead';
  /** Counts from 1. */
  readonly page: number;
}

export interface OverviewPage {
  readonly rows: readonly OverviewRow[];
  readonly count: number;
  readonly page: number;
  readonly pages: number;
}

export const rowsPerPage = 50;
/** Older tickets beyond this number are left out to limit memory; the table of outcomes has them. */
const mostRows = 20_000;
/** How long the list of tickets is shown before it is read anew, in milliseconds. */
const keptForMs = 30_000;
const readAtOnce = 200;

/**
 * The list of all tickets, most recently changed first. The store sorts tickets by id,
 * so all of them are read at once, at most every half minute, and shared by everyone who looks.
 */
export class Overview {
  readonly #records: TicketRecords;
  readonly #clock: Clock;
  #kept: Snapshot | null = null;
  #flight: Promise<Snapshot> | null = null;
  #changes = 0;

  constructor(records: TicketRecords, clock: Clock) {
    this.#records = records;
    this.#clock = clock;
  }

  async snapshot(): Promise<Snapshot> {
    if (this.#kept !== null && Math.abs(this.#clock.now() - this.#kept.takenAt) < keptForMs) return this.#kept;
    this.#flight ??= this.#takeUp();
    return this.#flight;
  }

  /** Something changed here, so the next reader must see it. */
  forget(): void {
    this.#changes += 1;
    this.#kept = null;
    this.#flight = null;
  }

  async #takeUp(): Promise<Snapshot> {
    const before = this.#changes;
    try {
      const snapshot = await this.#read();
      // A snapshot that was read during a change is good enough for those who waited, but must not be cached.
      if (before === this.#changes) this.#kept = snapshot;
      return snapshot;
    } finally {
      if (before === this.#changes) this.#flight = null;
    }
  }

  async #read(): Promise<Snapshot> {
    const takenAt = this.#clock.now();
    const rows: OverviewRow[] = [];
    let after: string | null = null;
    do {
      const { tickets, next } = await this.#records.list({ after, limit: readAtOnce, only: 'all' });
      rows.push(...tickets.map(rowOf));
      if (rows.length > 2 * mostRows) keepNewest(rows);
      after = next;
    } while (after !== null);
    keepNewest(rows);
    return { rows, takenAt };
  }
}

function keepNewest(rows: OverviewRow[]): void {
  rows.sort((a, b) => (a.changedAt === b.changedAt ? (a.id < b.id ? -1 : 1) : a.changedAt < b.changedAt ? 1 : -1));
  rows.splice(mostRows);
}

function rowOf({ id, deskId, number, about, state, changedAt, history, effects }: TicketRecord): OverviewRow {
  return {
    id,
    deskId,
    number,
    about,
    state,
    changedAt,
    because: history.at(-1)?.because ?? null,
    dead: effects.filter(({ fate }) => fate === 'dead').length,
    waiting: effects.filter(({ fate }) => fate === 'waiting').length,
    refused: effects.map(standingOf).filter((one) => one === 'refused' || one === 'without-state').length,
    // A link that the desk passes on says nothing about the person; whoever is in the chat was reached.
    wasReached: history.some(({ to, because }) => to === 'talking' || (to === 'waiting' && because === 'in-teams')),
    wasTakenUp: history.some(({ to }) => to === 'talking'),
  };
}

/** How it stands with an effect, and whether its desk said no to it or to the state in it. */
export function standingOf({
  fate,
  lastStatus,
  stateRefused,
}: EffectRecord): EffectRecord['fate'] | 'refused' | 'without-state' {
  if (fate === 'waiting' && isRefusal(lastStatus)) return 'refused';
  return fate === 'delivered' && stateRefused !== null ? 'without-state' : fate;
}

/** The requested page of the list. A page beyond the end becomes the last one. */
export function pageOf(snapshot: Snapshot, filter: OverviewFilter): OverviewPage {
  const found = snapshot.rows.filter((row) => fits(row, filter));
  const pages = Math.max(1, Math.ceil(found.length / rowsPerPage));
  const page = Math.min(Math.max(1, filter.page), pages);
  const rows = found.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  return { rows, count: found.length, page, pages };
}

/** How far a ticket gets: each stage counts those that came at least that far. */
export const funnelStages = ['received', 'reached', 'taken-up', 'solved'] as const;
type FunnelStage = (typeof funnelStages)[number];

/** Numbers about the tickets of the chosen desk, whatever else is filtered. */
export interface OverviewSummary {
  /** Neither solved nor withdrawn. */
  readonly open: number;
  /** Tickets with something that their desk did not get. */
  readonly dead: number;
  readonly solvedThisWeek: number;
  readonly states: Readonly<Record<TicketState, number>>;
  /** By what they are about, the most frequent first. */
  readonly funnels: readonly {
    readonly about: TicketSubject;
    readonly counts: Readonly<Record<FunnelStage, number>>;
  }[];
}

const weekMs = 7 * 86_400_000;

export function summaryOf({ rows, takenAt }: Snapshot, { desks, desk }: OverviewFilter): OverviewSummary {
  const seen = rows.filter((row) => desks.has(row.deskId) && (desk === null || row.deskId === desk));
  const count = (list: readonly OverviewRow[], fits: (row: OverviewRow) => boolean) => list.filter(fits).length;
  const isSolved = ({ state }: OverviewRow) => state === 'solved';
  const states = Object.fromEntries(ticketStates.map((state) => [state, count(seen, (row) => row.state === state)]));
  const funnels = [...Map.groupBy(seen, ({ about }) => about)].map(([about, list]) => ({
    about,
    counts: {
      received: list.length,
      reached: count(list, ({ wasReached }) => wasReached),
      'taken-up': count(list, ({ wasTakenUp }) => wasTakenUp),
      solved: count(list, isSolved),
    },
  }));
  return {
    open: count(seen, ({ state }) => state !== 'solved' && state !== 'withdrawn'),
    dead: count(seen, ({ dead }) => dead > 0),
    solvedThisWeek: count(seen, (row) => isSolved(row) && Date.parse(row.changedAt) > takenAt - weekMs),
    states: states as Record<TicketState, number>,
    funnels: funnels.sort((one, other) => other.counts.received - one.counts.received),
  };
}

function fits(row: OverviewRow, { desks, desk, state, only }: OverviewFilter): boolean {
  if (!desks.has(row.deskId)) return false;
  if (desk !== null && row.deskId !== desk) return false;
  if (state !== null && row.state !== state) return false;
  return only === 'all' || row.dead > 0;
}
