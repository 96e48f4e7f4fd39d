import type { TurnContext } from 'botbuilder';
import { type TicketNotice, ticketNoticeCard } from '../../../cards/ticket-notice-card.ts';
import type { Reading } from '../../../dialogs/conversation-context.ts';
import type { ConversationDialogs } from '../../../dialogs/conversation-dialogs.ts';
import type { ProactiveTrigger } from '../proactive/proactive-trigger.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';
import type { TicketNewsItem } from '../record/ticket-news.ts';
import type { TurnConversation } from './conversation-context.ts';
import type { ConversationParts } from './conversation-parts.ts';

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
