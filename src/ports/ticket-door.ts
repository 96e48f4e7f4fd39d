import type { TicketState, TicketSubject } from '../domain/ticket.ts';
import type { DeskDelivery, DeskReading } from './desk.ts';

/** A delivery that passed its checks and was parsed. */
export type DeliveryRead = Extract<DeskReading, { kind: 'read' }>;

/** The response to a desk for a delivery that passed its checks. */
export type DeliveryAnswer =
  /** Stored durably. `id` is null if it concerns no ticket of ours. */
  | { readonly kind: 'accepted'; readonly id: string | null }
  /** The same delivery id arrived before with a different body. */
  | { readonly kind: 'other-body' }
  /** Cannot be accepted now; the desk may deliver it again. `tooMany`: too many deliveries for this ticket. */
  | { readonly kind: 'later'; readonly retryAfterSeconds: number; readonly tooMany: boolean };

/** What a desk may learn about its own ticket: no names, nothing that was said. */
export interface TicketReport {
  readonly id: string;
  readonly desk: string;
  readonly number: string;
  readonly about: TicketSubject;
  readonly state: TicketState;
  readonly receivedAt: string;
  readonly changedAt: string;
  readonly history: readonly { readonly at: string; readonly to: TicketState; readonly because: string | null }[];
  /** Effects for the desk: how many are waiting, how many it accepted, how many it will not get. */
  readonly effects: { readonly waiting: number; readonly delivered: number; readonly dead: number };
}

/** Where desks deliver tickets and ask for their status. */
export interface TicketDoor {
  hasDesk(deskId: string): boolean;
  /** Reads a body that is not JSON, where the desk can send one; null if it cannot be read. */
  mend(deskId: string, text: string): unknown;
  /** Authenticates and parses; stores nothing yet. Null if there is no such desk. */
  check(deskId: string, delivery: DeskDelivery): DeskReading | null;
  /** Stores a delivery that passed its checks. Rejects with `StoreFault` if the store is unavailable. */
  accept(deskId: string, delivery: DeskDelivery, read: DeliveryRead): Promise<DeliveryAnswer>;
  /** Whether any desk has this key for reading. */
  knowsKey(key: string): boolean;
  /** A ticket of the desk with this key; null if it does not exist or belongs to another desk. */
  report(id: string, key: string): Promise<TicketReport | null>;
}
