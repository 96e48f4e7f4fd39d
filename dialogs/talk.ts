import type { TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { CardAction } from '../cards/card-action.ts';
import type { AdminRequestReader, AdminRequestRefusal } from '../src/domain/admin-request.ts';
import type { Facts } from '../src/domain/facts.ts';
import type { LookingMoment } from '../src/domain/looking-on.ts';
import type { AgreementAnswer } from '../src/domain/offers.ts';
import type { Plan } from '../src/domain/plan.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { Locale } from '../src/i18n/locales.ts';
import type { Translator } from '../src/i18n/translator.ts';
import type { MessageId } from '../src/i18n/words.ts';
import type { FactsReading } from '../src/ports/facts-source.ts';
import type { SignInFailure } from '../src/ports/journal.ts';

/** The points where a conversation waits for a person. Each is one dialog; the name is kept with the conversation. */
export const momentIds = [
  'choose-scenario',
  'explain-sign-in',
  'sign-in',
  'check',
  'agreement',
  'verdict',
  'status',
  'suggestion',
  'join-confirmation',
  'steps',
  'proof',
  'admin-request',
  'ticket',
  'resume',
] as const;
export type MomentId = (typeof momentIds)[number];

/** What the person came for. */
export type Errand =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'status' }
  | { readonly kind: 'suggestion' }
  /** An administrator answers somebody's request. */
  | { readonly kind: 'admin-request'; readonly requestId: string }
  /** A ticket that is not opened yet: who signs in is still to be compared with who it is for. */
  | { readonly kind: 'ticket'; readonly ticketId: string };

/** What is kept of one errand, over days. Small plain data; no tokens, and nothing that was typed. */
export interface Journey {
  errand: Errand | null;
  /** The last reading. */
  facts: Facts | null;
  /** The reading before the person set to work, to compare with. */
  factsBefore: Facts | null;
  agreementAnswer: AgreementAnswer | null;
  joinConfirmed: boolean;
  /** The steps with their ticks. */
  plan: Plan | null;
  /** How often the result was looked for and not found. */
  proofAttempts: number;
}

export function newJourney(errand: Errand | null): Journey {
  return {
    errand,
    facts: null,
    factsBefore: null,
    agreementAnswer: null,
    joinConfirmed: false,
    plan: null,
    proofAttempts: 0,
  };
}

/** What the person did in this turn. */
export interface Heard {
  readonly how: 'press' | 'words' | 'nothing';
  /** What it means, when we understood it. A press always means something. */
  readonly wish: CardAction | null;
  /** What was typed, cleaned and cut to 256 characters. Empty for a press. */
  readonly text: string;
}

export type AnsweredRequest =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly because: AdminRequestRefusal };

export type OpenedRequest =
  | { readonly kind: 'open'; readonly requesterName: string; readonly scenario: Scenario }
  | { readonly kind: 'refused'; readonly because: AdminRequestRefusal };

export type Reading = FactsReading | { readonly kind: 'not-signed-in' };

/** What became of opening a ticket. `moment` is where the chat goes on. */
export type OpenedTicket =
  | { readonly kind: 'opened'; readonly moment: MomentId }
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'refused'; readonly because: 'gone' | 'other-person'; readonly moment: MomentId };

/** A ticket as the person may see it. Its texts come from the desk and are not trusted. */
export interface TicketHere {
  /** Empty while the desk has not given one. */
  readonly number: string;
  readonly deskName: string;
}

/** Everything a dialog may do: hear, remember, look things up, and show. */
export interface Talk {
  readonly t: Translator;
  readonly heard: Heard;
  journey: Journey;
  /** Milliseconds since 1970. */
  now(): number;
  /** Where an administrator of this tenant approves the bot; null when the id is none. */
  consentUrl(tenantId: string): string | null;
  /** The tenant that the channel says this chat is in; null where channels have none. */
  readonly chatTenantId: string | null;
  /** Shows a card. A card with a slot replaces the one shown before in that slot, when that is still the last thing in the chat. */
  show(card: AdaptiveCard, options?: { readonly slot: 'steps' }): Promise<void>;
  /** Says one of the short messages. */
  say(message: MessageId): Promise<void>;
  /** What was said and still waits to go along with the next message; it then waits no longer. */
  takeLead(): string;
  /** Marks where the conversation waits, so that it can be taken up again. */
  waitAt(moment: MomentId): void;
  /** Counts one more answer that did not fit; the number so far. */
  miss(): number;
  isSignedIn(): Promise<boolean>;
  /** Looks whether a sign-in is there, with the code from the sign-in window where one was given. One of another account is forgotten. */
  lookForSignIn(code?: string): Promise<SignInFound>;
  readFacts(purpose: Scenario | 'status'): Promise<Reading>;
  /** Says that the bot looks on by itself after this reading (ISO 8601), and has it do so. Once for each reading. */
  lookOn(moment: LookingMoment, readAt: string): Promise<void>;
  /** There is nothing left to look for. */
  stopLooking(): void;
  /** Looks at a request to an administrator, as somebody who may be allowed to answer it. */
  openRequest(id: string, reader: AdminRequestReader): Promise<OpenedRequest>;
  answerRequest(id: string, reader: AdminRequestReader, answer: 'approved' | 'declined'): Promise<AnsweredRequest>;
  /** The ticket that this chat is in, once the person it is for has opened it; null outside tickets. */
  readonly ticket: TicketHere | null;
  /** Opens the ticket that the errand names, for who signed in. Anybody else gets nothing of it. */
  openTicket(): Promise<OpenedTicket>;
  /** Tells the desk of the ticket that this chat is in; outside tickets nobody is told. The same is told once. */
  tellDesk(what: 'progress' | 'solved'): void;
  signOut(): Promise<void>;
  speak(locale: Locale): void;
  note(event: TalkEvent): void;
}

export type SignInFound = 'signed-in' | 'not-signed-in' | 'other-account' | 'other-tenant';

export type TalkEvent =
  | { readonly event: 'sign-in.done' }
  | { readonly event: 'sign-in.code-refused' }
  | { readonly event: 'sign-in.failed'; readonly code: SignInFailure }
  | { readonly event: 'verdict.told'; readonly scenario: string; readonly outcome: string }
  | { readonly event: 'proof.told'; readonly scenario: string; readonly kind: string };

const talkKey = Symbol('talk');

/** Puts the talk where this turn's dialogs find it. */
export function giveTalk(context: TurnContext, talk: Talk): void {
  context.turnState.set(talkKey, talk);
}

/** The talk of this turn. */
export function talkOf(context: TurnContext): Talk {
  return context.turnState.get<Talk>(talkKey);
}
