import type { CertificateFault } from '../domain/certificate-fault.ts';
import type { DeskEffect, DeskEvent } from '../domain/ticket.ts';

/** One delivery from a desk, exactly as it arrived. */
export interface DeskDelivery {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The bytes that were signed. */
  readonly bytes: Uint8Array;
  /** The same content, parsed. */
  readonly value: unknown;
}

/** What a delivery says, or why it is refused. */
export type DeskReading =
  /** 401: not from this desk, or too old. 400: the delivery id is malformed. 422: not a payload that this desk sends. */
  | {
      readonly kind: 'refused';
      readonly status: 400 | 401 | 422;
      readonly because: string;
      /** What is wrong and how to set it, for whoever reads the desk's log; only if the sender is known to be the desk. */
      readonly message?: string | undefined;
    }
  /** `deliveryId` stays the same if the desk delivers again: 1 to 128 letters, digits, `_` and `-`. */
  | { readonly kind: 'read'; readonly deliveryId: string; readonly event: DeskEvent };

/** A desk did not take a state: a field is missing, or its workflow forbids it. */
export interface StateRefused {
  /** HTTP; null if the workflow there has no step to that state. */
  readonly status: number | null;
  /** The desk's own words, up to 300 characters; empty for none. */
  readonly words: string;
}

/** The result of writing an effect to the desk. */
export type DeskWriting =
  /** `number`: the desk's number for a ticket that was created. `stateRefused`: everything was written but the state. */
  | {
      readonly kind: 'written';
      readonly number: string | null;
      /** What the desk calls the requester of a ticket that was created, if it says. */
      readonly requesterAtDesk?: string | undefined;
      readonly stateRefused?: StateRefused | undefined;
    }
  /** Retry later, but not before `retryAfterSeconds` if the desk gave it. `mayBeThere`: this attempt may have taken effect. */
  | {
      readonly kind: 'again';
      readonly status: number | null;
      readonly retryAfterSeconds: number | null;
      readonly mayBeThere: boolean;
      /** The desk was not asked, because there was no token to sign in with. */
      readonly signIn?: TokenFault | undefined;
    }
  /** The desk does not know this ticket (404), or no longer (410). A 404 can also be a key that may not see it. */
  | { readonly kind: 'gone'; readonly status: number }
  /** The desk will never accept this effect as it is. */
  | { readonly kind: 'refused'; readonly status: number };

/** What the bot does at a desk, each with a right of its own. */
export const deskRights = ['read', 'find-notes', 'note', 'answer', 'change-state'] as const;
/** One of them. */
export type DeskRight = (typeof deskRights)[number];

/** Whether a desk can be written to, as far as a probe shows. */
export type DeskProbe =
  /** `triedKey`: its API accepted our key; otherwise it has nothing that could be asked. */
  | {
      readonly kind: 'well';
      readonly triedKey: boolean;
      /** What the desk says that we may do, and may not. It says nothing about the other rights. */
      readonly may: readonly DeskRight[];
      readonly mayNot: readonly DeskRight[];
    }
  /** The API responded but refused our key. */
  | { readonly kind: 'key-refused'; readonly status: number }
  /** Something other than the desk's API responded. */
  | { readonly kind: 'not-there'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly because: DeskSilence | 'failing' };

/** Why there was no response. `no-tls`: the connection is not encrypted. `certificate`: it is, but the certificate is refused. */
export type Silence =
  | 'unknown-name'
  | 'private-address'
  | 'no-tls'
  | 'too-slow'
  | 'no-answer'
  | { readonly certificate: CertificateFault };

/** The same at a desk, which is not asked at all without a token to sign in with. */
export type DeskSilence = Silence | { readonly signIn: TokenFault };

/** The kinds of `TokenFault`. */
export const tokenFaultKinds = ['refused', 'busy', 'failing', 'not-there', 'silent'] as const;

/** Why there is no token to sign in to a desk with. */
export interface TokenFault {
  /** `not-there`: something answers that is no token endpoint. `silent`: nothing does. */
  readonly because: (typeof tokenFaultKinds)[number];
  /** Why there was no answer; null if there was one. */
  readonly silence: Silence | null;
  /** HTTP; null for `silent`. */
  readonly status: number | null;
  /** The error code of OAuth 2.0, such as `invalid_client`; empty if there is none. */
  readonly code: string;
  /** Host of the token endpoint. */
  readonly host: string;
  readonly retryAfterSeconds: number | null;
}

/** A helpdesk that hands over tickets and gets the outcome back. One per entry in the setting DESKS. */
export interface Desk {
  /** The last segment of its URL, `/api/tickets/{id}`. */
  readonly id: string;
  /** Whether it signs the delivery id; if not, a recorded delivery could come again under another id. */
  readonly signsDeliveryId: boolean;
  /** The name that people know it by. */
  readonly name: string;
  /** The language of its notes. */
  readonly locale: string;
  /** The only tenant whose people it may name. */
  readonly tenantId: string;
  /** Domains of that tenant; a user principal name in any other domain is never looked up. */
  readonly domains: readonly string[];
  /** Whether "talk to a person" creates its tickets here. */
  readonly isForPeople: boolean;
  /** Whether its colleagues' replies are shown in the chat. */
  readonly bringsAnswers: boolean;
  /** Verifies the sender, in constant time and over the raw bytes, then parses. `now`: milliseconds since 1970. */
  receive(delivery: DeskDelivery, now: number): DeskReading;
  /** Reads a body that is not JSON, before its sender is verified; null if it cannot be read. */
  mend(text: string): unknown;
  /** Whether this key may read the status of this desk's tickets. Constant time. */
  mayRead(key: string): boolean;
  /**
   * Writes one effect to the desk. `number`: the desk's ticket number, empty for `create`.
   * `mayBeThere`: an earlier attempt got no response, so look for its result first. Never rejects.
   */
  write(effect: DeskEffect, number: string, options: { readonly mayBeThere: boolean }): Promise<DeskWriting>;
  /** Connects to the desk and, if its API allows it, asks whom the key belongs to. Changes nothing. Never rejects. */
  probe(): Promise<DeskProbe>;
}
