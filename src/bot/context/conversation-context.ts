import type { TurnContext } from 'botbuilder';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import type {
  AnswersRequests,
  ConversationContext,
  ConversationEvent,
  DialogId,
  Goal,
  Heard,
  Progress,
  ShowOptions,
} from '../../../dialogs/conversation-context.ts';
import { adminConsentUrl } from '../../domain/links.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { MessageId } from '../../i18n/words.ts';
import { channelOf } from '../input/activity.ts';
import { countMiss, keepProgress, moveTo, startProgress } from '../record/conversation-changes.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';
import type { ConversationParts } from './conversation-parts.ts';
import { MessageComposer } from './message-composer.ts';
import { PersonSignIn } from './person-sign-in.ts';
import { TurnFacts } from './turn-facts.ts';
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

  get chatTenantId(): string | null {
    return channelOf(this.#context.activity).tenantId;
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
