import type { Scenario } from './scenario.ts';

export type TicketId = string & { readonly brand: 'TicketId' };

/**
 * Where a ticket is in its life cycle.
 * - `received`: stored, nothing done yet
 * - `unrouted`: the requester was not found in the desk's tenant; parked, and the desk was told
 * - `waiting`: the person was contacted, or the desk was given a link for them
 * - `talking`: the person started on it
 * - `with-human`: a colleague at the desk has it
 * - `undeliverable`: the person cannot be reached
 * - `withdrawn`: the desk closed it or took it back
 */
export const ticketStates = [
  'received',
  'unrouted',
  'waiting',
  'talking',
  'solved',
  'with-human',
  'undeliverable',
  'withdrawn',
] as const;
export type TicketState = (typeof ticketStates)[number];

/** Who asked, according to the desk's own fields. An email address alone is never enough to identify a person. */
export interface Requester {
  /** Entra object id; null if the desk does not know it. */
  readonly personId: string | null;
  /** User principal name; null if the desk does not know it. */
  readonly userPrincipalName: string | null;
  /** The tenant that the desk names; null if it names none. Must be the desk's own. */
  readonly tenantId: string | null;
}

/** What a ticket is about. `ask`: its form fields do not say, so the bot asks the person. */
export type TicketSubject = Scenario | 'status' | 'ask';

/** A ticket as the desk sent it. Every text is cut to its maximum length; none of it is trusted. */
export interface HandedTicket {
  /** The desk's own ticket number, up to 64 letters, digits and dashes. */
  readonly number: string;
  /** Up to 200 characters. Shown as plain text, never as Markdown. */
  readonly title: string;
  readonly requester: Requester;
  readonly about: TicketSubject;
  /** The person's language, if the desk knows it. */
  readonly locale: string | null;
  /** Increases with every change at the desk; older ones are ignored. Null if the desk has no versions. */
  readonly version: number | null;
  /** What the desk itself calls the person who asked, so that their own replies are known as theirs. Missing if it does not say. */
  readonly requesterAtDesk?: string | null | undefined;
}

/** The meaning of a delivery from a desk. */
export type DeskEvent =
  | { readonly kind: 'handed-over'; readonly ticket: HandedTicket }
  /** A colleague at the desk replied; `text` goes to the person as plain text, up to 2,000 characters. */
  | {
      readonly kind: 'colleague-answered';
      readonly number: string;
      readonly text: string;
      readonly version: number | null;
      /** What the desk calls whoever wrote it; missing if it does not say. */
      readonly author?: string | null | undefined;
    }
  /** The desk closed or withdrew the ticket. */
  | { readonly kind: 'withdrawn'; readonly number: string; readonly version: number | null }
  /** Our own change echoed back, or something that does not concern us. Answered with 202 and ignored. */
  | { readonly kind: 'nothing'; readonly because: 'own-echo' | 'not-for-us' };

export const humanReasons = [
  /** The person asked for a colleague. */
  'asked',
  /** The bot found something it cannot help with. */
  'beyond-the-bot',
  /** The result never appeared, despite repeated checks. */
  'not-proven',
  /** A different person signed in than the ticket is for. */
  'other-person',
] as const;
export type HumanReason = (typeof humanReasons)[number];

/**
 * How a hand-over to a colleague fares. `late`: the desk has not taken it yet. `refused`: it said no. Both are sent again, until
 * the hand-over has arrived or `failed`.
 */
export const handOverFates = ['on-its-way', 'late', 'refused', 'arrived', 'failed'] as const;
export type HandOverFate = (typeof handOverFates)[number];

/** What answers a ticket without anything being done: both are in one tenant already, or the status that was asked for. */
export type ShownToPerson = 'already-done' | 'status';

/** An event in the chat about a ticket. `id` is unique: a repeat counts once. */
export type TicketNews = { readonly id: string; readonly at: string } & (
  | { readonly kind: 'taken-up'; readonly scenario: Scenario | null }
  /** `summary`: lines in the desk's language without names, tokens or anything the person typed. */
  | {
      readonly kind: 'progress';
      readonly summary: string;
      /** With this the person has what they asked for; missing where there is more to do. */
      readonly shown?: ShownToPerson;
    }
  | { readonly kind: 'solved'; readonly summary: string }
  | {
      readonly kind: 'needs-human';
      readonly because: HumanReason;
      /** What the person saw and agreed to: their question, who they are, what is known so far. */
      readonly summary: string;
      /** Only if the person agreed. */
      readonly transcript: string | null;
    }
  /** The person writes to the colleague who has the ticket. */
  | { readonly kind: 'person-answered'; readonly text: string }
  /** The person does not want the bot's help with this ticket. */
  | { readonly kind: 'declined' }
  /** The chat showed these replies from colleagues, by id. The desk is not told. */
  | { readonly kind: 'answers-shown'; readonly answers: readonly string[] }
);

/** Mapped to each desk's own states in its folder under src/adapters/helpdesk. */
export type DeskStatus = 'open' | 'pending' | 'solved';

/** One change to make at the desk, once. Kept with the ticket until the desk accepts it. */
export interface DeskEffect {
  /** Unique and ordered per ticket: `<ticket id>-<number>`. */
  readonly id: string;
  readonly kind: 'create' | 'update';
  /** Internal note, plain text; empty for none. Ends with a mark that identifies this effect. */
  readonly note: string;
  /** Reply that the person may see, plain text; empty for none (a link that the desk sends on). */
  readonly reply: string;
  /** Null leaves the status unchanged. */
  readonly status: DeskStatus | null;
  /** Whether `status` may open a ticket that has ended at its desk; otherwise an ended ticket gets the note alone. */
  readonly reopens: boolean;
  /** For example `onetenant-solved`; the desk's other tags stay. */
  readonly tag: string | null;
  /** Only for `create`. */
  readonly title: string;
  /** Only for `create`: the person it is for. */
  readonly requester: Requester | null;
}
