import type { DeskEffect, TicketState, TicketSubject } from '../domain/ticket.ts';

/** One thing to do at a desk, as an operator sees it: without its words. */
export interface EffectRecord {
  readonly id: string;
  readonly kind: DeskEffect['kind'];
  readonly fate: 'waiting' | 'delivered' | 'dead';
  readonly plannedAt: string;
  /** Null while it waits. */
  readonly endedAt: string | null;
  readonly tries: number;
  /** When it is tried next; null when it is not. */
  readonly nextAt: string | null;
  /** What the desk answered last; null without an answer. */
  readonly lastStatus: number | null;
}

/** One ticket as an operator sees it: no names, nothing that was said. */
export interface TicketRecord {
  readonly id: string;
  readonly deskId: string;
  readonly number: string;
  readonly about: TicketSubject;
  readonly state: TicketState;
  readonly receivedAt: string;
  readonly changedAt: string;
  readonly history: readonly { readonly at: string; readonly to: TicketState; readonly because: string | null }[];
  readonly effects: readonly EffectRecord[];
}

/** One page of the list of tickets. */
export interface TicketPage {
  readonly tickets: readonly TicketRecord[];
  /** Hand back for the next page; null at the end. */
  readonly next: string | null;
}

/** How one ticket went, for a table of outcomes. */
export interface TicketOutcome {
  readonly id: string;
  readonly deskId: string;
  readonly number: string;
  readonly about: TicketSubject;
  readonly state: TicketState;
  /** Why it was parked or handed to a colleague; null otherwise. */
  readonly because: string | null;
  readonly receivedAt: string;
  /** When the person took it up; null when they did not. */
  readonly takenUpAt: string | null;
  /** When it got the state that it is in. */
  readonly changedAt: string;
  readonly effectsDead: number;
}

/** What operators see and do with tickets. Rejects with `StoreFault` when the store is away. */
export interface TicketRecords {
  /** In the order of their ids. `only: 'dead'` gives those with an effect that their desk will not get. */
  list(options: {
    readonly after: string | null;
    /** 1 to 200. */
    readonly limit: number;
    readonly only: 'all' | 'dead';
  }): Promise<TicketPage>;
  /** Null when there is none. */
  record(id: string): Promise<TicketRecord | null>;
  /** Tries everything again that the desk of this ticket will not get, in its order; tells how much that is. */
  replay(id: string): Promise<number>;
  /** Every ticket that is kept, one by one. */
  outcomes(): AsyncIterable<TicketOutcome>;
}
