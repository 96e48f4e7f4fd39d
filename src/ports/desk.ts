import type { CertificateFault } from '../domain/certificate-fault.ts';
import type { DeskEffect, DeskEvent, DeskKind } from '../domain/ticket.ts';

/** One delivery of a desk, exactly as it came. */
export interface DeskDelivery {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The bytes that were signed. */
  readonly bytes: Uint8Array;
  /** The same, parsed. */
  readonly value: unknown;
}

/** What a delivery says, or why it is not read. */
export type DeskReading =
  /** 401: not from this desk, or too old. 400: its delivery id is no id. 422: not a shape that this desk sends. */
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 422; readonly because: string }
  /** `deliveryId` is the same when the desk delivers again: 1 to 128 letters, digits, `_` and `-`. */
  | { readonly kind: 'read'; readonly deliveryId: string; readonly event: DeskEvent };

/** How an effect fared at the desk. */
export type DeskWriting =
  /** `number` is the desk's name for a ticket that was created. */
  | { readonly kind: 'written'; readonly number: string | null }
  /** Try again later; not before `retryAfterSeconds` where the desk said so. `mayBeThere`: it may have had its effect. */
  | {
      readonly kind: 'again';
      readonly status: number | null;
      readonly retryAfterSeconds: number | null;
      readonly mayBeThere: boolean;
    }
  /** The desk takes nothing more for this ticket (410, or the ticket is gone). */
  | { readonly kind: 'gone'; readonly status: number }
  /** It will never be taken as it is. */
  | { readonly kind: 'refused'; readonly status: number };

/** Whether a desk could be written back to, as far as a look tells. */
export type DeskProbe =
  | { readonly kind: 'well' }
  /** Its API is there, and does not let us in. */
  | { readonly kind: 'key-refused'; readonly status: number }
  /** Something answers at its address that is not its API. */
  | { readonly kind: 'not-there'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly because: DeskSilence | 'failing' };

/** Why nothing came back. `no-tls`: what answers there is not encrypted. `certificate`: it is, and its certificate is refused. */
export type DeskSilence =
  | 'unknown-name'
  | 'private-address'
  | 'no-tls'
  | 'too-slow'
  | 'no-answer'
  | { readonly certificate: CertificateFault };

/** A helpdesk that hands tickets over, and gets the outcome back. One per entry of the setting DESKS. */
export interface Desk {
  /** The last part of its address `/api/tickets/{id}`. */
  readonly id: string;
  readonly kind: DeskKind;
  /** How people know it. */
  readonly name: string;
  /** The language that its notes are written in. */
  readonly locale: string;
  /** The one tenant whose people it may name. */
  readonly tenantId: string;
  /** Domains of that tenant; a user principal name outside them is never looked for. */
  readonly domains: readonly string[];
  /** Whether "talk to a person" makes its tickets here. */
  readonly isForPeople: boolean;
  /** Whether answers of its colleagues are brought into the chat. */
  readonly bringsAnswers: boolean;
  /** Checks who sends, in constant time and over the bytes, then reads. `now`: milliseconds since 1970. */
  receive(delivery: DeskDelivery, now: number): DeskReading;
  /** Whether this key may ask for the state of this desk's tickets. Constant time. */
  mayRead(key: string): boolean;
  /**
   * Has one effect at the desk. `number`: its name for the ticket, empty for `create`.
   * `mayBeThere`: an earlier try ended without an answer, so it looks first. Never rejects.
   */
  write(effect: DeskEffect, number: string, options: { readonly mayBeThere: boolean }): Promise<DeskWriting>;
  /** Reaches for the desk and, where its API allows that, asks whom the key belongs to. Changes nothing. Never rejects. */
  probe(): Promise<DeskProbe>;
}
