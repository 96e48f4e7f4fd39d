import type { CardAction } from '../../../cards/card-action.ts';
import { answerBackCard } from '../../../cards/colleague-answer-card.ts';
import { literalTicketParams } from '../../../cards/ticket-parts.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import { isShownTo } from '../context/ticket-opening.ts';
import { typedText } from '../input/hearing.ts';
import { knownTicket, setAsking } from '../record/ticket-places.ts';

/** Asks for the words of an answer to the colleague who has the ticket. */
export async function askForAnswer(turn: ConversationTurn, ticketId: string): Promise<true> {
  const { record, conversation, parts } = turn;
  const ticket = knownTicket(record, ticketId);
  const view = ticket === null ? null : ((await parts.tickets?.find(ticketId)) ?? null);
  if (view === null || ticket === null || !isShownTo(view, ticket)) {
    await turn.showTicketNotice('unknown');
    return true;
  }
  const hasColleague = view.state === 'with-human' || ticket.state === 'with-human' || ticket.hasAnswers;
  if (!hasColleague) return turn.sayAndAskAgain(conversation.t('tickets.answer-back.not-now'));
  setAsking(record, { kind: 'answer', ticketId, text: null });
  conversation.messages.lead(conversation.t('tickets.answer-back.ask', literalTicketParams(ticket)));
  return true;
}

/** These words are for the bot even while it waits for an answer to a colleague. */
const forTheBot: readonly CardAction['do'][] = [
  'show-help',
  'show-menu',
  'start-over',
  'talk-to-person',
  'delete-my-data',
  'sign-out',
  'my-tickets',
  'set-language',
];

/** Shows what was typed and asks whether it goes to the desk. False when it was meant for the bot. */
export async function takeWords(turn: ConversationTurn, ticketId: string): Promise<boolean> {
  const { context, conversation } = turn;
  const { how, intent } = conversation.heard;
  if (intent?.do === 'cancel') return turn.sayAndAskAgain(conversation.t('tickets.answer-back.not-sent'));
  const text = typedText(context.activity);
  if (how !== 'words' || text === '') return false;
  if (intent !== null && forTheBot.includes(intent.do)) return false;
  return showWords(turn, ticketId, text);
}

/** Shows the words of an answer, and asks whether they go to the desk. False when the ticket is gone. */
export async function showWords(turn: ConversationTurn, ticketId: string, text: string): Promise<boolean> {
  const { record, conversation } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket === null) return false;
  setAsking(record, { kind: 'answer', ticketId, text });
  await conversation.show(answerBackCard({ deskName: ticket.deskName, text }, conversation.t));
  return true;
}

/** The person said yes. */
export async function sendAnswer(turn: ConversationTurn, ticketId: string, text: string): Promise<boolean> {
  const { record, conversation } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket === null) return turn.askAgain();
  turn.tellTicket(ticketId, { kind: 'person-answered', text });
  return turn.sayAndAskAgain(conversation.t('tickets.answer-back.sent', literalTicketParams(ticket)));
}
