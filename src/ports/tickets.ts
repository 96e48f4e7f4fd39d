import type { Scenario } from '../domain/scenario.ts';
import type { Requester, TicketNews, TicketState, TicketSubject } from '../domain/ticket.ts';

/** A ticket as a conversation sees it. Texts are not trusted. */
export interface TicketView {
  readonly id: string;
  /** The desk's own name for it; empty while the desk has not given one. */
  readonly number: string;
  readonly title: string;
  readonly deskId: string;
  readonly deskName: string;
  /** The language of the desk's notes. */
  readonly deskLocale: string;
  readonly about: TicketSubject;
  readonly state: TicketState;
  readonly requester: Requester;
  /** The one tenant it is in. */
  readonly tenantId: string;
  /** The person's language where the desk knows it. */
  readonly locale: string | null;
  /** Answers of colleagues that the chat has not shown yet, oldest first. */
  readonly answers: readonly { readonly id: string; readonly text: string }[];
}

/** What a conversation may do with tickets. Rejects with `StoreFault` when the store is away. */
export interface Tickets {
  /** Null when there is none, or it is no longer kept. */
  find(id: string): Promise<TicketView | null>;
  /** Tells what happened; safe to repeat with the same `id`. The desk hears of it even when it is down now. */
  tell(id: string, news: TicketNews): Promise<void>;
  /** The ticket that a link was made for, once: a code that was used, ran out or never was gives null. */
  redeem(code: string, conversation: string): Promise<TicketView | null>;
  /** The desk that takes "talk to a person"; null when there is none. */
  deskForPeople(): { readonly id: string; readonly name: string; readonly locale: string } | null;
  /** Makes a ticket at the desk for people. `id` makes it safe to repeat. */
  raise(from: {
    readonly id: string;
    readonly requester: Requester;
    readonly scenario: Scenario | null;
    readonly title: string;
    readonly summary: string;
    readonly transcript: string | null;
    /** The chat that answers come back to. */
    readonly conversation: string;
  }): Promise<void>;
  /** Keeps the chat in which a ticket is held, so that answers find it. */
  keepPlace(id: string, conversation: string): Promise<void>;
}

/** How writing to the person of a ticket went. */
export type Reached =
  | { readonly kind: 'reached' }
  /** The app is not there for them: give them a link. */
  | { readonly kind: 'not-there' }
  /** Try later. */
  | { readonly kind: 'later' };

/** Writes to people about their tickets. Built by the bot, called by the tickets. */
export interface PersonReach {
  /** Opens the one-to-one chat in Teams and says which ticket it is about. Once per ticket, however often it is called. */
  reach(person: { readonly personId: string; readonly tenantId: string }, ticketId: string): Promise<Reached>;
  /** Wakes the chat in which a ticket is held: there is an answer, or it was taken back. */
  wake(conversation: string, ticketId: string): Promise<void>;
}

/** Whether a tenant knows somebody by their user name. */
export type PersonFound =
  | { readonly kind: 'found'; readonly personId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'cannot-tell' };

/** Looks people up in a tenant, as the bot itself. */
export interface Directory {
  find(tenantId: string, userPrincipalName: string): Promise<PersonFound>;
}
