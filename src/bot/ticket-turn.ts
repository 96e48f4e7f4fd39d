import type { TurnContext } from 'botbuilder';
import { type TicketNotice, ticketNoticeCard } from '../../cards/ticket-notice-card.ts';
import type { ConversationDialogs } from '../../dialogs/conversation-dialogs.ts';
import type { ConversationParts } from './conversation-parts.ts';
import type { ConversationRecord } from './conversation-record.ts';
import type { TurnTalk } from './turn-talk.ts';

/** One turn of a chat that may be about tickets. */
export interface TicketTurn {
  readonly context: TurnContext;
  readonly record: ConversationRecord;
  readonly talk: TurnTalk;
  readonly dialogs: ConversationDialogs;
  readonly parts: ConversationParts;
}

export async function tellNotice({ talk }: TicketTurn, notice: TicketNotice): Promise<void> {
  await talk.show(ticketNoticeCard({ notice }, talk.t));
}

/** Says a sentence, and asks the question that is open again. */
export function sayAndAsk(turn: TicketTurn, sentence: string): Promise<true> {
  turn.talk.lead(sentence);
  return askPending(turn);
}

export async function askPending({ context, record, dialogs }: TicketTurn): Promise<true> {
  await dialogs.begin(context, record.checkpoint ?? 'choose-scenario');
  return true;
}

/** What news of this turn is made with. */
export function newsParts({ talk, parts }: TicketTurn) {
  return { now: talk.now(), randomId: parts.randomId };
}
