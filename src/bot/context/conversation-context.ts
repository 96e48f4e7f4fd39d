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
import { channelOf } from '../input/activity-channel.ts';
import { countMiss, keepProgress, moveTo, startProgress } from '../record/conversation-changes.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';
import type { ConversationParts } from './conversation-parts.ts';
import { MessageComposer } from './message-composer.ts';
import { PersonSignIn } from './person-sign-in.ts';
import { TurnFacts } from './turn-facts.ts';
import { TurnTicketDesk } from './turn-ticket-desk.ts';

/** What dialogs may do in one turn, put together from its four parts: messages, sign-in, facts and desk. */
export class TurnConversation implements ConversationContext {
  readonly #context: TurnContext;
  readonly #record: ConversationRecord;
  readonly #parts: ConversationParts;
  readonly messages: MessageComposer;
  readonly signIn: PersonSignIn;
  readonly facts: TurnFacts;
  readonly desk: TurnTicketDesk;
  readonly requests: AnswersRequests;
  heard: Heard;

  constructor(context: TurnContext, record: ConversationRecord, heard: Heard, parts: ConversationParts) {
    this.#context = context;
    this.#record = record;
    this.#parts = parts;
    this.heard = heard;
    this.messages = new MessageComposer(context, record, parts.randomId);
    this.signIn = new PersonSignIn(context, record, this.messages, parts);
    this.facts = new TurnFacts({ context, record }, this.messages, this.signIn, parts);
    const { messages, signIn, facts } = this;
    this.desk = new TurnTicketDesk({ record, messages, signIn, facts, conversation: this }, parts);
    this.requests = parts.adminRequests;
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
