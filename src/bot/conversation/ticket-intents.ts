import { type MyTicketsView, myTicketsCard, type TicketLine } from '../../../cards/my-tickets-card.ts';
import { literalTicketName, literalTicketParams } from '../../../cards/ticket-parts.ts';
import type { Goal } from '../../../dialogs/conversation-context.ts';
import { sameId } from '../../domain/text.ts';
import type { SignedInPerson } from '../../domain/ticket-person.ts';
import type { TicketView } from '../../ports/tickets.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import { isOf, isShownTo } from '../context/ticket-opening.ts';
import { channelOf } from '../input/activity.ts';
import { markWelcomed } from '../record/conversation-changes.ts';
import type { KnownTicket } from '../record/conversation-record.ts';
import { conversationKey } from '../record/conversation-record.ts';
import { changeTicket, goInto, goOutside, knownTicket, openTicketOf, rememberTicket } from '../record/ticket-places.ts';

/** Lists the person's own tickets. */
export async function showTickets(turn: ConversationTurn): Promise<true> {
  const { conversation } = turn;
  await conversation.show(myTicketsCard(await listTickets(turn), conversation.t));
  return true;
}

/** Goes back to what the person was doing outside tickets. */
export function leaveTicket(turn: ConversationTurn): Promise<true> {
  goOutside(turn.record);
  return turn.sayAndAskAgain(turn.conversation.t('tickets.back-outside'));
}

/** A goal that is not the ticket's own leads out of the ticket; where the person is in it is kept. */
export function leaveTicketFor(turn: ConversationTurn, goal: Goal): void {
  const { record, conversation } = turn;
  if (record.tickets.current === null) return;
  const ticket = openTicketOf(record);
  const present = record.progress.goal;
  const isOwn = present === null || JSON.stringify(present) === JSON.stringify(goal) || present.kind === 'suggestion';
  if (ticket !== null && isOwn) return;
  goOutside(record);
  if (ticket !== null)
    conversation.messages.lead(conversation.t('tickets.left', { ticket: literalTicketName(ticket, conversation.t) }));
}

/** A link that a desk sent was opened. It works once; who is in front of it still has to sign in. */
export async function takeTicketLink(turn: ConversationTurn, code: string): Promise<void> {
  const { context, record, parts } = turn;
  const view = (await parts.tickets?.redeem(code, conversationKey(context))) ?? null;
  if (view === null) return turn.showTicketNotice('link-spent');
  markWelcomed(record);
  rememberTicket(record, view);
  turn.conversation.messages.lead(turn.conversation.t('tickets.from-link'));
  await openTicket(turn, view.id);
}

/** A hub that took the question over says how it is. Anybody in the chat could say so, so nothing but a sentence follows. */
export async function tellHandoffStatus(
  turn: ConversationTurn,
  state: 'accepted' | 'failed' | 'completed',
): Promise<void> {
  const isHandedOver = turn.record.tickets.known.some((ticket) => ticket.state === 'with-human');
  if (isHandedOver) turn.conversation.messages.lead(turn.conversation.t(`tickets.handoff.${state}`));
}

/** Opens a ticket. The person still has to sign in. */
export async function openTicket(turn: ConversationTurn, ticketId: string): Promise<true> {
  const { context, record, conversation, dialogs } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket === null) {
    await turn.showTicketNotice('unknown');
    return true;
  }
  if (ticket.isRaisedHere) return showRaised(turn, ticket);
  goInto(record, ticketId);
  if (ticket.hasToldOther && ticket.openedBy === null) await conversation.signIn.forget();
  await dialogs.begin(context, 'explain-sign-in');
  return true;
}

/** A ticket that was made here is with a colleague: what they said is shown. */
async function showRaised(turn: ConversationTurn, ticket: KnownTicket): Promise<true> {
  const view = await turn.parts.tickets?.find(ticket.id);
  if (view == null || view.answers.length === 0) return showTickets(turn);
  await turn.conversation.desk.showAnswers(view);
  return true;
}

/** Only among the person's own tickets: a number of somebody else's gets the same answer as one that does not exist. */
export async function openByNumber(turn: ConversationTurn, number: string): Promise<true> {
  const { tickets } = await listTickets(turn);
  const wanted = tickets.find((ticket) => sameId(ticket.number, number.replace(/^#/, '')));
  if (wanted !== undefined) return openTicket(turn, wanted.id);
  await turn.showTicketNotice('unknown');
  return true;
}

/** The ticket can wait; it stays open. */
export async function putOff(turn: ConversationTurn, ticketId: string): Promise<true> {
  const { record, conversation } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket?.state === 'offered') changeTicket(record, ticket.id, { state: 'put-off' });
  conversation.messages.lead(conversation.t('tickets.put-off'));
  return turn.askAgain();
}

/** The person does not want help; tells the desk. */
export async function decline(turn: ConversationTurn, ticketId: string): Promise<true> {
  const { record, conversation } = turn;
  const ticket = knownTicket(record, ticketId);
  if (ticket === null || !isInChatOf(turn, ticket)) {
    await turn.showTicketNotice('unknown');
    return true;
  }
  if (ticket.state === 'offered' || ticket.state === 'put-off') {
    changeTicket(record, ticket.id, { state: 'declined' });
    turn.tellTicket(ticket.id, { kind: 'declined' });
  }
  conversation.messages.lead(conversation.t('tickets.declined', literalTicketParams(ticket)));
  return turn.askAgain();
}

/** In Teams the channel says whose chat it is; elsewhere only a sign-in does. */
function isInChatOf({ context }: ConversationTurn, ticket: KnownTicket): boolean {
  if (ticket.openedBy !== null) return true;
  const { activity } = context;
  const { accountId } = channelOf(activity);
  return accountId !== null && sameId(ticket.reachedAs, accountId);
}

async function listTickets(turn: ConversationTurn): Promise<MyTicketsView> {
  const { record, conversation, parts } = turn;
  const who = record.tickets.known.length === 0 ? null : await conversation.signIn.who();
  const looked = await Promise.all(
    record.tickets.known.map(async (ticket) =>
      lineOf(turn, ticket, (await parts.tickets?.find(ticket.id)) ?? null, who),
    ),
  );
  const tickets = looked.filter((line) => line !== null).toReversed();
  return { tickets, canGoOutside: openTicketOf(record) !== null };
}

function lineOf(
  turn: ConversationTurn,
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

function standingOf(ticket: KnownTicket, { state, handOver, isGone }: TicketView): TicketLine['standing'] {
  if (isGone) return 'gone';
  if (state === 'withdrawn') return state;
  if (state !== 'with-human') return ticket.state;
  return handOver === null || handOver === 'arrived' ? state : handOver;
}
