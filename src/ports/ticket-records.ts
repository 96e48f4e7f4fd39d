import type { DeskEffect, TicketState, TicketSubject } from '../domain/ticket.ts';
import type { StateRefused, TokenFault } from './desk.ts';

/** One change to make at a desk, as an operator sees it: without its text. */
export interface EffectRecord {
  readonly id: string;
  readonly kind: DeskEffect['kind'];
  readonly fate: 'waiting' | 'delivered' | 'dead';
  readonly plannedAt: string;
  /** Null while it is waiting. */
  readonly endedAt: string | null;
  readonly tries: number;
  /** When it is next attempted; null if it is not. */
  readonly nextAt: string | null;
  /** The desk's last HTTP status; null if it has not answered. */
  readonly lastStatus: number | null;
  /** Why there was no token for the last attempt, so that the desk was not asked; null if it was. */
  readonly signInFault: TokenFault['because'] | null;
  /** The note is there, but the desk did not take the state; null otherwise. */
  readonly stateRefused: StateRefused | null;
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
  /** Pass it in to get the next page; null at the end. */
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
  /** When the person started on it; null if they did not. */
  readonly takenUpAt: string | null;
  /** When it entered its current state. */
  readonly changedAt: string;
  readonly effectsDead: number;
}

/** What operators see and do with tickets. Rejects with `StoreFault` if the store is unavailable. */
export interface TicketRecords {
  /** Sorted by id. `only: 'dead'` returns those with an effect that their desk will not get. */
  list(options: {
    readonly after: string | null;
    /** 1 to 200. */
    readonly limit: number;
    readonly only: 'all' | 'dead';
  }): Promise<TicketPage>;
  /** Null if there is none. */
  record(id: string): Promise<TicketRecord | null>;
  /** Retries, in order, every effect of this ticket that its desk did not get; returns how many there are. */
  replay(id: string): Promise<number>;
  /** Every stored ticket, one by one. */
  outcomes(): AsyncIterable<TicketOutcome>;
}
