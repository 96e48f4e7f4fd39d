import type { CardAction } from '../../cards/card-action.ts';
import { answerBackCard } from '../../cards/colleague-answer-card.ts';
import { ticketParams } from '../../cards/ticket-parts.ts';
import { typedText } from './hearing.ts';
import { postNews } from './ticket-news.ts';
import { isShownTo } from './ticket-opening.ts';
import { knownTicket } from './ticket-places.ts';
import { askPending, newsParts, sayAndAsk, type TicketTurn, tellNotice } from './ticket-turn.ts';

/** Asks for the words of an answer to the colleague who has the ticket. */
export async function askForAnswer(turn: TicketTurn, ticketId: string): Promise<true> {
  const { record, talk, parts } = turn;
  const ticket = knownTicket(record, ticketId);
  const view = ticket === null ? null : ((await parts.tickets?.find(ticketId)) ?? null);
  if (view === null || ticket === null || !isShownTo(view, ticket)) {
    await tellNotice(turn, 'unknown');
    return true;
  }
  const hasColleague = view.state === 'with-human' || ticket.state === 'with-human' || ticket.hasAnswers;
  if (!hasColleague) return sayAndAsk(turn, talk.t('tickets.answer-back.not-now'));
  record.tickets.asking = { kind: 'answer', ticketId, text: null };
  talk.lead(talk.t('tickets.answer-back.ask', ticketParams(ticket)));
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
export async function takeAnswer(turn: TicketTurn, ticketId: string): Promise<boolean> {
  const { context, record, talk } = turn;
  const { how, wish } = talk.heard;
  if (wish?.do === 'cancel') return sayAndAsk(turn, talk.t('tickets.answer-back.not-sent'));
  const ticket = knownTicket(record, ticketId);
  const text = typedText(context.activity);
  if (how !== 'words' || text === '' || ticket === null) return false;
  if (wish !== null && forTheBot.includes(wish.do)) return false;
  record.tickets.asking = { kind: 'answer', ticketId, text };
  await talk.show(answerBackCard({ deskName: ticket.deskName, text }, talk.t));
  return true;
}

/** The person said yes. */
export async function sendAnswer(turn: TicketTurn, ticketId: string, text: string): Promise<boolean> {
  const { record, talk } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket === null) return askPending(turn);
  postNews(record, ticketId, { kind: 'person-answered', text }, newsParts(turn));
  return sayAndAsk(turn, talk.t('tickets.answer-back.sent', ticketParams(ticket)));
}
