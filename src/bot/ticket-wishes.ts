import type { CardAction } from '../../cards/card-action.ts';
import { type MyTicketsView, myTicketsCard, type TicketLine } from '../../cards/my-tickets-card.ts';
import { spokenTicketName, ticketParams } from '../../cards/ticket-parts.ts';
import type { Errand } from '../../dialogs/talk.ts';
import { sameId } from '../domain/text.ts';
import type { SignedInPerson } from '../domain/ticket-person.ts';
import type { TicketView } from '../ports/tickets.ts';
import { conversationKey } from './conversation-key.ts';
import type { KnownTicket } from './conversation-record.ts';
import { isInTeams } from './teams-activity.ts';
import { askForAnswer, sendAnswer, takeAnswer } from './ticket-answer-back.ts';
import { showAnswers } from './ticket-answers.ts';
import { handOver, offerHandOver } from './ticket-hand-over.ts';
import { postNews } from './ticket-news.ts';
import { isOf, isShownTo } from './ticket-opening.ts';
import { goInto, goOutside, knownTicket, openTicketOf, rememberTicket } from './ticket-places.ts';
import { askPending, newsParts, sayAndAsk, type TicketTurn, tellNotice } from './ticket-turn.ts';

/** What a wish about tickets does. False when it is about something else. */
export async function grantTicketWish(turn: TicketTurn, wish: CardAction): Promise<boolean> {
  const { record, talk } = turn;
  switch (wish.do) {
    case 'my-tickets':
      await talk.show(myTicketsCard(await listTickets(turn), talk.t));
      return true;
    case 'open-ticket':
      return openTicket(turn, wish.ticket);
    case 'ask-for-ticket':
      return openByNumber(turn, wish.number);
    case 'put-off-ticket':
      return putOff(turn, wish.ticket);
    case 'decline-ticket':
      return decline(turn, wish.ticket);
    case 'leave-ticket':
      goOutside(record);
      talk.lead(talk.t('tickets.back-outside'));
      return askPending(turn);
    case 'answer-colleague':
      return askForAnswer(turn, wish.ticket);
    case 'hand-over':
      return handOver(turn, { withCourse: wish.course });
    case 'talk-to-person':
      return offerHandOver(turn);
    default:
      return false;
  }
}

/** An errand that is not the ticket's own is done besides it; where the person is in the ticket is kept. */
export function leaveTicketFor(turn: Pick<TicketTurn, 'record' | 'talk'>, errand: Errand): void {
  const { record, talk } = turn;
  if (record.tickets.current === null) return;
  const ticket = openTicketOf(record);
  const present = record.journey.errand;
  const isOwn = present === null || JSON.stringify(present) === JSON.stringify(errand) || present.kind === 'suggestion';
  if (ticket !== null && isOwn) return;
  goOutside(record);
  if (ticket !== null) talk.lead(talk.t('tickets.left', { ticket: spokenTicketName(ticket, talk.t) }));
}

/** A link that a desk sent was opened. It works once; who is in front of it still has to sign in. */
export async function takeTicketLink(turn: TicketTurn, code: string): Promise<void> {
  const { context, record, parts } = turn;
  const view = (await parts.tickets?.redeem(code, conversationKey(context))) ?? null;
  if (view === null) return tellNotice(turn, 'link-spent');
  record.welcomed = true;
  rememberTicket(record, view);
  turn.talk.lead(turn.talk.t('tickets.from-link'));
  await openTicket(turn, view.id);
}

/** What waited for a yes, or for the words of an answer, waits for this answer only. */
export async function settleAsking(turn: TicketTurn): Promise<boolean> {
  const { record, talk, parts } = turn;
  const { asking } = record.tickets;
  record.tickets.asking = null;
  if (asking === null) return false;
  const { wish, text } = talk.heard;
  const loosely = wish === null ? parts.understanding.loosely(text) : null;
  const meant = loosely?.kind === 'wish' ? loosely.wish.do : wish?.do;
  const isNo = meant === 'no' || meant === 'cancel';
  if (asking.kind === 'hand-over') {
    if (meant === 'yes') return handOver(turn, { withCourse: false });
    return isNo ? sayAndAsk(turn, talk.t('tickets.hand-over.not-sent')) : false;
  }
  if (asking.text === null) return takeAnswer(turn, asking.ticketId);
  if (meant === 'yes' || wish?.do === 'send-answer') return sendAnswer(turn, asking.ticketId, asking.text);
  if (isNo) return sayAndAsk(turn, talk.t('tickets.answer-back.not-sent'));
  talk.lead(talk.t('tickets.answer-back.not-sent'));
  return false;
}

/** A hub that took the question over says how it is. Anybody in the chat could say so, so nothing but a sentence follows. */
export async function tellHandoffStatus(
  turn: Pick<TicketTurn, 'record' | 'talk'>,
  state: 'accepted' | 'failed' | 'completed',
): Promise<void> {
  const isHandedOver = turn.record.tickets.known.some((ticket) => ticket.state === 'with-human');
  if (isHandedOver) turn.talk.lead(turn.talk.t(`tickets.handoff.${state}`));
}

async function openTicket(turn: TicketTurn, ticketId: string): Promise<true> {
  const { context, record, talk, dialogs } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket === null) {
    await tellNotice(turn, 'unknown');
    return true;
  }
  if (ticket.isRaisedHere) return showRaised(turn, ticket);
  goInto(record, ticketId);
  if (ticket.hasToldOther && ticket.openedBy === null) await talk.signOutOnly();
  await dialogs.begin(context, 'explain-sign-in');
  return true;
}

/** A ticket that was made here is with a colleague: what they said is shown. */
async function showRaised(turn: TicketTurn, ticket: KnownTicket): Promise<true> {
  const view = await turn.parts.tickets?.find(ticket.id);
  if (view != null && view.answers.length > 0) await showAnswers(turn, view);
  else await turn.talk.show(myTicketsCard(await listTickets(turn), turn.talk.t));
  return true;
}

/** Only among the person's own tickets: a number of somebody else's gets the same answer as one that does not exist. */
async function openByNumber(turn: TicketTurn, number: string): Promise<true> {
  const { tickets } = await listTickets(turn);
  const wanted = tickets.find((ticket) => sameId(ticket.number, number.replace(/^#/, '')));
  if (wanted !== undefined) return openTicket(turn, wanted.id);
  await tellNotice(turn, 'unknown');
  return true;
}

async function putOff(turn: TicketTurn, ticketId: string): Promise<true> {
  const { record, talk } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket?.state === 'offered') ticket.state = 'put-off';
  talk.lead(talk.t('tickets.put-off'));
  return askPending(turn);
}

async function decline(turn: TicketTurn, ticketId: string): Promise<true> {
  const { record, talk } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket === null || !isInChatOf(turn, ticket)) {
    await tellNotice(turn, 'unknown');
    return true;
  }
  if (ticket.state === 'offered' || ticket.state === 'put-off') {
    ticket.state = 'declined';
    postNews(record, ticket.id, { kind: 'declined' }, newsParts(turn));
  }
  talk.lead(talk.t('tickets.declined', ticketParams(ticket)));
  return askPending(turn);
}

/** In Teams the channel says whose chat it is; elsewhere only a sign-in does. */
function isInChatOf({ context }: TicketTurn, ticket: KnownTicket): boolean {
  if (ticket.openedBy !== null) return true;
  const { activity } = context;
  return isInTeams(activity) && sameId(ticket.reachedAs, activity.from.aadObjectId ?? null);
}

async function listTickets(turn: TicketTurn): Promise<MyTicketsView> {
  const { record, talk, parts } = turn;
  const who = record.tickets.known.length === 0 ? null : await talk.whoSignedIn();
  const looked = await Promise.all(
    record.tickets.known.map(async (ticket) =>
      lineOf(turn, ticket, (await parts.tickets?.find(ticket.id)) ?? null, who),
    ),
  );
  const tickets = looked.filter((line) => line !== null).toReversed();
  return { tickets, canGoOutside: openTicketOf(record) !== null };
}

function lineOf(
  turn: TicketTurn,
  ticket: KnownTicket,
  view: TicketView | null,
  who: SignedInPerson | null,
): TicketLine | null {
  if (view === null) return null;
  const isTheirs = ticket.isRaisedHere || isInChatOf(turn, ticket) || (who !== null && isOf(view, ticket, who));
  if (!isTheirs) return null;
  const { id, number, title, deskName } = view;
  const standing = standingOf(ticket, view);
  const canAnswer = standing === 'with-human' && isShownTo(view, ticket);
  return { id, number, title, deskName, standing, canAnswer, isHere: turn.record.tickets.current === ticket.id };
}

function standingOf(ticket: KnownTicket, { state }: TicketView): TicketLine['standing'] {
  if (state === 'withdrawn' || state === 'with-human') return state;
  return ticket.state;
}
