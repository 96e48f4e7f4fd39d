import type { TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { type TicketNotice, ticketNoticeCard } from '../../../cards/ticket-notice-card.ts';
import type {
  AnswersRequests,
  ConversationContext,
  ConversationEvent,
  DialogId,
  Goal,
  Heard,
  Progress,
  Reading,
  ShowOptions,
} from '../../../dialogs/conversation-context.ts';
import type { ConversationDialogs } from '../../../dialogs/conversation-dialogs.ts';
import type { Circumstances } from '../../domain/circumstances.ts';
import { adminConsentUrl } from '../../domain/links.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { MessageId, TitledMessageId } from '../../i18n/words.ts';
import { channelOf } from '../input/activity.ts';
import type { ProactiveTrigger } from '../proactive/proactive-trigger.ts';
import { countMiss, keepProgress, moveTo, startProgress } from '../record/conversation-changes.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';
import type { TicketNewsItem } from '../record/ticket-news.ts';
import type { ConversationParts } from './conversation-parts.ts';
import { MessageComposer } from './message-composer.ts';
import { PersonSignIn } from './person-sign-in.ts';
import { TurnFacts } from './turn-facts.ts';
import { TurnStepUp } from './turn-step-up.ts';
import { TurnTicketDesk } from './turn-ticket-desk.ts';

/** What a turn is about, before anything may be done in it. */
export interface TurnOfConversation {
  readonly context: TurnContext;
  readonly record: ConversationRecord;
  readonly heard: Heard;
  /** The bot started this turn, so nobody waits for an answer. */
  readonly isBotsOwn: boolean;
}

/** What dialogs may do in one turn, put together from its four parts: messages, sign-in, facts and desk. */
export class TurnConversation implements ConversationContext {
  readonly #turn: TurnOfConversation;
  readonly #context: TurnContext;
  readonly #record: ConversationRecord;
  readonly #parts: ConversationParts;
  readonly messages: MessageComposer;
  heard: Heard;
  // Few turns need more than messages, so these are made when somebody asks for them.
  #signIn: PersonSignIn | undefined;
  #stepUp: TurnStepUp | undefined;
  #facts: TurnFacts | undefined;
  #desk: TurnTicketDesk | undefined;

  constructor(turn: TurnOfConversation, parts: ConversationParts) {
    const { context, record } = turn;
    this.#context = context;
    this.#record = record;
    this.#parts = parts;
    this.heard = turn.heard;
    this.messages = new MessageComposer(context, record, parts.randomId);
    this.#turn = turn;
  }

  get signIn(): PersonSignIn {
    this.#signIn ??= new PersonSignIn(this.#context, this.#record, this.messages, this.#parts);
    return this.#signIn;
  }

  get stepUp(): TurnStepUp {
    this.#stepUp ??= new TurnStepUp(this.#context, this.#record, this.signIn, this.#parts.stepUps);
    return this.#stepUp;
  }

  get facts(): TurnFacts {
    this.#facts ??= new TurnFacts(this.#turn, this.messages, this.signIn, this.#parts);
    return this.#facts;
  }

  get desk(): TurnTicketDesk {
    this.#desk ??= new TurnTicketDesk(
      { record: this.#record, messages: this.messages, conversation: this },
      this.#parts,
    );
    return this.#desk;
  }

  get requests(): AnswersRequests {
    return this.#parts.adminRequests;
  }

  get t(): Translator {
    return this.messages.t;
  }

  show(card: AdaptiveCard, options?: ShowOptions): Promise<void> {
    return this.messages.show(card, options);
  }

  say(message: MessageId): Promise<void> {
    return this.messages.say(message);
  }

  sayWithTitle(message: TitledMessageId): Promise<void> {
    return this.messages.sayWithTitle(message);
  }

  takeLead(): string {
    return this.messages.takeLead();
  }

  speak(locale: Locale): void {
    this.messages.speak(locale);
  }

  get progress(): Readonly<Progress> {
    return this.#record.progress;
  }

  keep(changes: Partial<Omit<Progress, 'goal'>>): void {
    keepProgress(this.#record, changes);
  }

  startGoal(goal: Goal | null): void {
    startProgress(this.#record, goal);
  }

  now(): number {
    return this.#parts.clock.now();
  }

  consentUrl(tenantId: string): string | null {
    return adminConsentUrl(tenantId, this.#parts.signInAppId);
  }

  get circumstances(): Circumstances {
    return { now: this.now(), chatTenantId: channelOf(this.#context.activity).tenantId };
  }

  waitAt(dialogId: DialogId): void {
    moveTo(this.#record, dialogId);
  }

  miss(): number {
    return countMiss(this.#record);
  }

  note(event: ConversationEvent): void {
    this.#parts.journal.note(event);
  }
}

/** Why a turn runs: null for an activity of a channel. `reading` is what was read for it before it took the conversation. */
export interface TurnCause {
  readonly trigger: ProactiveTrigger | null;
  readonly reading: Reading | null;
}

/** What becomes of the conversation after a turn. */
export type TurnEnd = 'kept' | 'erased';

/** One turn of one conversation: the activity, the record, what may be said, and the dialogs that wait. */
export class ConversationTurn {
  readonly context: TurnContext;
  readonly record: ConversationRecord;
  readonly conversation: TurnConversation;
  readonly dialogs: ConversationDialogs;
  readonly parts: ConversationParts;
  readonly cause: TurnCause;
  #end: TurnEnd = 'kept';

  constructor(of: Pick<ConversationTurn, 'context' | 'record' | 'conversation' | 'dialogs' | 'parts' | 'cause'>) {
    this.context = of.context;
    this.record = of.record;
    this.conversation = of.conversation;
    this.dialogs = of.dialogs;
    this.parts = of.parts;
    this.cause = of.cause;
  }

  get end(): TurnEnd {
    return this.#end;
  }

  /** Has the conversation erased instead of saved when this turn is over. */
  erase(): void {
    this.#end = 'erased';
  }

  /** Shows the open question again; without one, the first question. Resolves to true: the turn is handled. */
  async askAgain(): Promise<true> {
    const { dialogId } = this.record;
    await this.dialogs.begin(
      this.context,
      dialogId ?? 'choose-scenario',
      dialogId === null ? { greeting: 'first' } : {},
    );
    return true;
  }

  /** Says a sentence, and shows the open question again. */
  sayAndAskAgain(sentence: string): Promise<true> {
    this.conversation.messages.lead(sentence);
    return this.askAgain();
  }

  /** Tells a ticket what happened here, once the turn is saved. */
  tellTicket(ticketId: string, news: TicketNewsItem): void {
    this.conversation.desk.post(ticketId, news);
  }

  /** Shows one of the short cards about tickets. */
  showTicketNotice(notice: TicketNotice): Promise<void> {
    const { conversation } = this;
    return conversation.show(ticketNoticeCard({ notice }, conversation.t));
  }
}
