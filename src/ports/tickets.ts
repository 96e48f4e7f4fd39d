import type { Scenario } from '../domain/scenario.ts';
import type { HandOverFate, Requester, TicketNews, TicketState, TicketSubject } from '../domain/ticket.ts';

/** A ticket as a conversation sees it. Its texts are not trusted. */
export interface TicketView {
  readonly id: string;
  /** The desk's own ticket number; empty until the desk assigns one. */
  readonly number: string;
  readonly title: string;
  readonly deskId: string;
  readonly deskName: string;
  /** The language of the desk's notes. */
  readonly deskLocale: string;
  readonly about: TicketSubject;
  readonly state: TicketState;
  readonly requester: Requester;
  /** The tenant it belongs to. */
  readonly tenantId: string;
  /** Counts the people it was handed over for: what a chat keeps from an earlier count is about somebody else. */
  readonly round: number;
  /** The person's language, if the desk knows it. */
  readonly locale: string | null;
  /** How the last hand-over to a colleague fares; null when there was none. */
  readonly handOver: HandOverFate | null;
  /** The person was reminded: it goes back to its desk then, ISO 8601 in UTC; null if it does not yet. */
  readonly waitsUntil: string | null;
  /** The desk has closed it or taken it back. */
  readonly isClosed: boolean;
  /** The desk does not know it any more: nothing that happens here gets there. */
  readonly isGone: boolean;
  /** Replies from colleagues that the chat has not shown yet, oldest first. */
  readonly answers: readonly { readonly id: string; readonly text: string }[];
}

/** What a conversation may do with tickets. Rejects with `StoreFault` if the store is unavailable. */
export interface Tickets {
  /** Null if there is none, or it is no longer kept. */
  find(id: string): Promise<TicketView | null>;
  /**
   * Reports what happened; safe to repeat with the same `id`. A desk that is down gets it later. `round`: the one in which it
   * happened; of an earlier one nothing counts.
   */
  tell(id: string, news: TicketNews, round?: number): Promise<void>;
  /** The ticket that a link was made for. Works once: null for a code that is used, expired or unknown. */
  redeem(code: string, conversation: string): Promise<TicketView | null>;
  /** The desk that takes "talk to a person"; null if there is none. */
  deskForPeople(): { readonly id: string; readonly name: string; readonly locale: string } | null;
  /** Creates a ticket at the desk for people. `id` makes it safe to repeat. */
  raise(from: {
    readonly id: string;
    readonly requester: Requester;
    readonly scenario: Scenario | null;
    readonly title: string;
    readonly summary: string;
    readonly transcript: string | null;
    /** The chat that replies come back to. */
    readonly conversation: string;
  }): Promise<void>;
  /** Stores which chat a ticket is in, so that replies reach it. A chat of an earlier `round` does not get it. */
  keepPlace(id: string, conversation: string, round?: number): Promise<void>;
}

/** The result of writing to the person of a ticket. */
export type Reached =
  | { readonly kind: 'reached' }
  /** The person does not have the app: give them a link. */
  | { readonly kind: 'not-there' }
  /** Retry later. */
  | { readonly kind: 'later' };

/** Writes to people about their tickets. Implemented by the bot, called by the tickets. */
export interface PersonReach {
  /** Opens the personal chat in Teams and says which ticket it is about. Once per ticket, however often it is called. */
  reach(person: { readonly personId: string; readonly tenantId: string }, ticketId: string): Promise<Reached>;
  /** Runs a turn in the chat that a ticket is in, because a reply arrived or the ticket was withdrawn. */
  continueChat(conversation: string, ticketId: string): Promise<void>;
}

/** Whether a tenant has a user of this name. */
export type PersonFound =
  | { readonly kind: 'found'; readonly personId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'cannot-tell' };

/** Looks people up in a tenant, with the bot's own identity. */
export interface PersonDirectory {
  /** `name`: a user principal name, or the object id of an account. */
  find(tenantId: string, name: string): Promise<PersonFound>;
}
