import type { TicketState, TicketSubject } from '../domain/ticket.ts';
import type { DeskDelivery, DeskReading } from './desk.ts';

/** A delivery that was checked and read. */
export type DeliveryRead = Extract<DeskReading, { kind: 'read' }>;

/** What a desk gets back for a delivery that was checked. */
export type DeliveryAnswer =
  /** It is stored for good. `id` is null when it concerns no ticket of ours. */
  | { readonly kind: 'accepted'; readonly id: string | null }
  /** The same delivery id came before, with another body. */
  | { readonly kind: 'other-body' }
  /** Cannot be taken now; the desk may deliver it again. `tooMany`: of this ticket. */
  | { readonly kind: 'later'; readonly retryAfterSeconds: number; readonly tooMany: boolean };

/** What a desk may know of its own ticket: no names, nothing that was said. */
export interface TicketReport {
  readonly id: string;
  readonly desk: string;
  readonly number: string;
  readonly about: TicketSubject;
  readonly state: TicketState;
  readonly receivedAt: string;
  readonly changedAt: string;
  readonly history: readonly { readonly at: string; readonly to: TicketState; readonly because: string | null }[];
  /** What the desk is to be told: how much waits, how much it has, how much it will not get. */
  readonly effects: { readonly waiting: number; readonly delivered: number; readonly dead: number };
}

/** Where desks come in: they deliver tickets and ask how those are. */
export interface TicketDoor {
  hasDesk(deskId: string): boolean;
  /** Checks who sends, and reads; nothing happens yet. Null when there is no such desk. */
  check(deskId: string, delivery: DeskDelivery): DeskReading | null;
  /** Keeps what was checked. Rejects with `StoreFault` when the store is away. */
  accept(deskId: string, delivery: DeskDelivery, read: DeliveryRead): Promise<DeliveryAnswer>;
  /** Whether any desk reads with this key. */
  knowsKey(key: string): boolean;
  /** A ticket of the desk that reads with this key; null when it is absent or another desk's. */
  report(id: string, key: string): Promise<TicketReport | null>;
}
