import type { Scenario } from './scenario.ts';

/** The helpdesks that can hand over a ticket; `generic` is any desk that speaks Standard Webhooks. */
export const deskKinds = ['zendesk', 'jira', 'zammad', 'servicenow', 'freshdesk', 'generic'] as const;
export type DeskKind = (typeof deskKinds)[number];

/**
 * Whether a desk signs the name of a delivery together with its body. Where it does not, a recorded delivery can be sent
 * again under another name, so that what it says has to be known again by the body.
 */
export const signsDeliveryName = {
  zendesk: false,
  jira: false,
  zammad: false,
  servicenow: false,
  freshdesk: false,
  generic: true,
} as const satisfies Record<DeskKind, boolean>;

export type TicketId = string & { readonly brand: 'TicketId' };

/**
 * Where a ticket is in its life.
 * - `received`: stored, nothing done yet
 * - `unrouted`: who asked could not be found inside the desk's tenant; parked, and the desk was told
 * - `waiting`: the person was written to, or the desk was given a link for them
 * - `talking`: the person took it up
 * - `with-human`: a colleague at the desk has it now
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

/** Who asked, as the desk's own fields say it. A mail address alone is never enough to find somebody. */
export interface Requester {
  /** Entra object id; null when the desk does not know it. */
  readonly personId: string | null;
  /** User principal name; null when the desk does not know it. */
  readonly userPrincipalName: string | null;
  /** The tenant that the desk names; null when it names none. Must be the desk's own. */
  readonly tenantId: string | null;
}

/** What a ticket is about. `ask`: its form fields do not say, so the person is asked. */
export type TicketSubject = Scenario | 'status' | 'ask';

/** A ticket as a desk hands it over. Every text is cut to its longest; none of it is trusted. */
export interface HandedTicket {
  /** The desk's own name for the ticket, up to 64 letters, digits, dashes. */
  readonly number: string;
  /** Up to 200 letters. Shown as plain text, never as Markdown. */
  readonly title: string;
  readonly requester: Requester;
  readonly about: TicketSubject;
  /** The person's language where the desk knows it. */
  readonly locale: string | null;
  /** Grows with every change at the desk; older ones are left aside. Null when the desk counts nothing. */
  readonly version: number | null;
}

/** What a delivery of a desk turned out to be. */
export type DeskEvent =
  | { readonly kind: 'handed-over'; readonly ticket: HandedTicket }
  /** A colleague at the desk answers; `text` goes to the person as plain text, up to 2,000 letters. */
  | {
      readonly kind: 'colleague-answered';
      readonly number: string;
      readonly text: string;
      readonly version: number | null;
    }
  /** The desk closed the ticket or took it back. */
  | { readonly kind: 'withdrawn'; readonly number: string; readonly version: number | null }
  /** What we wrote there ourselves, or something that does not concern us. Answered 202, and nothing happens. */
  | { readonly kind: 'nothing'; readonly because: 'own-echo' | 'not-for-us' };

export const humanReasons = [
  /** The person asked for a colleague. */
  'asked',
  /** The bot found what it cannot help with. */
  'beyond-the-bot',
  /** The result did not show, however often it was looked for. */
  'not-proven',
  /** Somebody else signed in than who the ticket is for. */
  'other-person',
] as const;
export type HumanReason = (typeof humanReasons)[number];

/** What happens in the chat about a ticket. `id` is unique: told twice, it counts once. */
export type TicketNews = { readonly id: string; readonly at: string } & (
  | { readonly kind: 'taken-up'; readonly scenario: Scenario | null }
  /** `summary`: lines in the desk's language without names, tokens or typed text. */
  | { readonly kind: 'progress'; readonly summary: string }
  | { readonly kind: 'solved'; readonly summary: string }
  | {
      readonly kind: 'needs-human';
      readonly because: HumanReason;
      readonly summary: string;
      /** Only where the person agreed. */
      readonly transcript: string | null;
    }
  /** The person says something to the colleague who has the ticket. */
  | { readonly kind: 'person-answered'; readonly text: string }
  /** The person does not want the bot's help with it. */
  | { readonly kind: 'declined' }
  /** The chat showed these answers of colleagues, by their ids. The desk does not hear of it. */
  | { readonly kind: 'answers-shown'; readonly answers: readonly string[] }
);

/** The desk's own state words, per desk: see its folder under src/adapters/helpdesk. */
export type DeskStatus = 'open' | 'pending' | 'solved';

/** One thing to do at the desk, once. Kept with the ticket until the desk has it. */
export interface DeskEffect {
  /** Unique and in order per ticket: `<ticket id>-<number>`. */
  readonly id: string;
  readonly kind: 'create' | 'update';
  /** Internal note, plain text; empty for none. Ends with a mark from which its effect can be known again. */
  readonly note: string;
  /** Answer that the person may see, plain text; empty for none (a link that the desk sends on). */
  readonly reply: string;
  /** Null leaves the state as it is. */
  readonly status: DeskStatus | null;
  /** For instance `onetenant-solved`; the desk's other tags stay. */
  readonly tag: string | null;
  /** Only for `create`. */
  readonly title: string;
  /** Only for `create`: who it is for. */
  readonly requester: Requester | null;
}
