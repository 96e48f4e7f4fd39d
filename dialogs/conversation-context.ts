import type { TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { CardAction } from '../cards/card-action.ts';
import type { Acceptance } from '../src/domain/acceptance.ts';
import type { AdminRequestReader, AdminRequestRefusal } from '../src/domain/admin-request.ts';
import type { Challenge } from '../src/domain/challenge.ts';
import type { Circumstances } from '../src/domain/circumstances.ts';
import type { Facts } from '../src/domain/facts.ts';
import type { AgreementAnswer } from '../src/domain/offers.ts';
import type { Plan } from '../src/domain/plan.ts';
import type { RecheckDialog } from '../src/domain/recheck.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { Locale } from '../src/i18n/locales.ts';
import type { Translator } from '../src/i18n/translator.ts';
import type { MessageId, TitledMessageId } from '../src/i18n/words.ts';
import type { FactsReading } from '../src/ports/facts-source.ts';
import type { JournalEvent } from '../src/ports/journal.ts';

/** The dialogs in which a conversation can wait for a person. Their names are stored with the conversation. */
export const dialogIds = [
  'choose-scenario',
  'explain-sign-in',
  'sign-in',
  'step-up',
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
export type DialogId = (typeof dialogIds)[number];

/** What the person came for. */
export type Goal =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'status' }
  | { readonly kind: 'suggestion' }
  /** An administrator answers somebody's request. */
  | { readonly kind: 'admin-request'; readonly requestId: string }
  /** A ticket that is not opened yet: who signs in is still to be compared with who it is for. */
  | { readonly kind: 'ticket'; readonly ticketId: string };

/** What is kept of one goal, over days. Small plain data; no tokens, and nothing that was typed. */
export interface Progress {
  goal: Goal | null;
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

export function newProgress(goal: Goal | null): Progress {
  return {
    goal,
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
  readonly intent: CardAction | null;
  /** What was typed, cleaned and cut to 256 characters. Empty for a press. */
  readonly text: string;
}

export interface RefusedRequest {
  readonly kind: 'refused';
  readonly because: AdminRequestRefusal;
  /** Where they have to sign in instead; only with `other-target`. */
  readonly forTenantId?: string;
}

export type AnsweredRequest = { readonly kind: 'done' } | RefusedRequest;

export type OpenedRequest =
  | {
      readonly kind: 'open';
      readonly requesterName: string;
      readonly scenario: Scenario;
      /** Only where a subscription is to be accepted. */
      readonly accepts?: Pick<Acceptance, 'link'>;
      /** Only where an Owner of a subscription is asked. */
      readonly asksOwner?: true;
    }
  | RefusedRequest;

export type Reading = FactsReading | { readonly kind: 'not-signed-in' };

/** The result of opening a ticket. `dialogId` is where the chat continues. */
export type OpenedTicket =
  | { readonly kind: 'opened'; readonly dialogId: DialogId }
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'refused'; readonly because: 'gone' | 'other-person'; readonly dialogId: DialogId };

/** A ticket as the person may see it. Its texts come from the desk and are not trusted. */
export interface TicketHere {
  /** Empty while the desk has not given one. */
  readonly number: string;
  readonly deskName: string;
}

/** How a card is shown. A card with a slot replaces the one shown before in that slot, when that is still the last thing in the chat. */
export interface ShowOptions {
  readonly slot: 'steps';
}

/** What a turn can say. */
export interface Shows {
  readonly t: Translator;
  show(card: AdaptiveCard, options?: ShowOptions): Promise<void>;
  /** Says one of the short messages, along with the next card. */
  say(message: MessageId): Promise<void>;
  /** The same, where the title says what happened and the text what to do. */
  sayWithTitle(message: TitledMessageId): Promise<void>;
  /** What was said and still waits for the next card; it then waits no longer. */
  takeLead(): string;
  /** Changes to the language that the person chose. */
  speak(locale: Locale): void;
}

/** The person's sign-in. No token ever comes out of here. Rejects with `SignInUnavailable` when its service does not answer. */
export interface SignIn {
  isThere(): Promise<boolean>;
  /** Where the person signs in. Null where the channel does that without a window. */
  link(): Promise<string | null>;
  /** Looks for a sign-in, with the code from the sign-in window where one was given. One of another account is removed. */
  lookFor(code?: string): Promise<SignInFound>;
  /** Removes the sign-in, and everything that was read with it. */
  signOut(): Promise<void>;
}

/** What can be read with the person's own rights. */
export interface ReadsFacts {
  read(purpose: Scenario | 'status'): Promise<Reading>;
  /** Says that the bot reads again by itself after this reading (ISO 8601), and has it do so. Once for each reading. */
  recheckLater(dialogId: RecheckDialog, readAt: string): Promise<void>;
  /** Nothing is missing any more. */
  stopRecheck(): void;
}

/** A dialog that reads, and goes on after a step-up. */
export type ReadingDialog = Extract<DialogId, 'check' | 'status' | 'suggestion' | 'proof' | 'admin-request'>;

/** A step-up that the conversation waits for. */
export interface WaitingStepUp {
  /** Who asks for it. */
  readonly service: Challenge['service'];
  /** What its button opens. */
  readonly url: string;
  /** Sign-in name of the account that it takes; null if it is not known. */
  readonly account: string | null;
  /** A second proof, or only a newer sign-in. */
  readonly wants: 'proof' | 'sign-in';
  /** Somebody signed in with another account, so this is the second and last time. */
  readonly isAgain: boolean;
  readonly goesOn: ReadingDialog;
  /** What could be read without it. */
  readonly facts: Facts;
}

/** Having a person prove more than their sign-in showed. */
export interface StepUp {
  /** Null while there is none. */
  readonly waiting: WaitingStepUp | null;
  /** Begins one. False where the bot has no pages of its own to do it on. */
  offer(asked: {
    readonly challenge: Challenge;
    readonly purpose: Scenario | 'status';
    readonly goesOn: ReadingDialog;
    readonly facts: Facts;
  }): Promise<boolean>;
  /** Offers it once more after somebody signed in with another account. False if that was the second time. */
  offerAgain(): Promise<boolean>;
  /** Whether its button was pressed, and whether somebody came back from Microsoft with it. */
  state(): Promise<'offered' | 'opened' | 'used'>;
  /** The conversation no longer waits for it. */
  stop(): void;
}

/** The helpdesk behind the ticket that this chat is in. */
export interface TicketDesk {
  /** Null outside tickets, and until the person it is for has opened it. */
  readonly ticket: TicketHere | null;
  /** Opens the goal's ticket for its own person. Anybody else sees nothing of it. */
  openTicket(): Promise<OpenedTicket>;
  /** Tells the desk, once per piece of news; does nothing outside tickets. */
  tell(what: 'progress' | 'solved' | 'status'): void;
}

/** Requests that somebody made to an administrator. */
export interface AnswersRequests {
  /** What a person may see of a request, if they may answer it. */
  open(id: string, reader: AdminRequestReader): Promise<OpenedRequest>;
  answer(id: string, reader: AdminRequestReader, answer: 'approved' | 'declined'): Promise<AnsweredRequest>;
}

/** Everything a dialog may do: hear, remember, look things up, and show. */
export interface ConversationContext extends Shows {
  readonly heard: Heard;
  readonly signIn: SignIn;
  readonly stepUp: StepUp;
  readonly facts: ReadsFacts;
  readonly desk: TicketDesk;
  readonly requests: AnswersRequests;
  /** How far the person is with their goal. Changed through `keep` and `startGoal` only. */
  readonly progress: Readonly<Progress>;
  /** Changes a part of the progress. */
  keep(changes: Partial<Omit<Progress, 'goal'>>): void;
  /** Starts a goal from the beginning; null for none. */
  startGoal(goal: Goal | null): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** The address where an administrator of this tenant approves the bot; null when the id is none. */
  consentUrl(tenantId: string): string | null;
  /** What is known of this turn besides the facts. */
  readonly circumstances: Circumstances;
  /** Marks where the conversation waits, so that it can be continued there. */
  waitAt(dialogId: DialogId): void;
  /** Counts one more answer that did not fit; the number so far. */
  miss(): number;
  note(event: ConversationEvent): void;
}

export type SignInFound = 'signed-in' | 'not-signed-in' | 'other-account' | 'other-tenant';

/** The events that a dialog may note. */
export type ConversationEvent = Extract<
  JournalEvent,
  {
    event:
      | 'sign-in.done'
      | 'sign-in.code-refused'
      | 'sign-in.failed'
      | 'sign-in.unavailable'
      | 'step-up.ended'
      | 'verdict.told'
      | 'proof.told';
  }
>;

const conversationKey = Symbol('conversation');

/** Puts the conversation where this turn's dialogs find it. */
export function setConversation(context: TurnContext, conversation: ConversationContext): void {
  context.turnState.set(conversationKey, conversation);
}

/** The conversation of this turn. */
export function conversationOf(context: TurnContext): ConversationContext {
  return context.turnState.get<ConversationContext>(conversationKey);
}
