import { TurnContext } from 'botbuilder';
import { cleanText } from '../../../cards/plain-text.ts';
import { ticketArrivedCard } from '../../../cards/ticket-arrived-card.ts';
import { literalTicketName, literalTicketParams } from '../../../cards/ticket-parts.ts';
import { sameId } from '../../domain/text.ts';
import { localeOf } from '../../i18n/locale-of.ts';
import type { TicketView } from '../../ports/tickets.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import { isShownTo } from '../context/ticket-opening.ts';
import { rememberReference } from '../record/conversation-changes.ts';
import type { KnownTicket } from '../record/conversation-record.ts';
import { postPlace } from '../record/ticket-news.ts';
import { changeTicket, knownTicket, rememberTicket } from '../record/ticket-places.ts';

/**
 * Says which ticket came, once, to the person whose chat this is. Whatever they are doing stays as it is: no question is
 * taken back, and the buttons that they have still work.
 */
export async function followTicketArrival(turn: ConversationTurn, ticketId: string): Promise<void> {
  const { context, record, conversation, parts } = turn;
  const view = (await parts.tickets?.find(ticketId)) ?? null;
  if (view === null || view.state === 'withdrawn' || !isFor(view, context.activity.from.aadObjectId)) return;
  const known = knownTicket(record, ticketId);
  // Without an address the last message about it did not arrive; a ticket that ended here was opened again by its desk.
  const isNews = known === null || record.reference === null || (hasEnded(known) && isAtTheStart(view));
  if (!isNews) return;
  const { activityId: _activityId, ...reference } = TurnContext.getConversationReference(context.activity);
  if (record.reference === null) rememberReference(record, reference);
  if (!record.localeIsHeard && !record.localeIsChosen)
    conversation.messages.guessLocale(localeOf(view.locale ?? view.deskLocale));
  rememberTicket(record, view, {
    state: 'offered',
    toldLast: '',
    reachedAs: context.activity.from.aadObjectId ?? null,
    round: view.round,
  });
  postPlace(record, ticketId);
  conversation.messages.keepOlderCards();
  const { id, number, title, deskName } = view;
  await conversation.show(ticketArrivedCard({ id, number, title, deskName }, conversation.t));
}

/** Meanwhile its desk may have handed it over for somebody else. */
function isFor({ requester }: TicketView, accountId: string | undefined): boolean {
  return requester.personId === null || accountId === undefined || sameId(requester.personId, accountId);
}

function hasEnded({ state }: KnownTicket): boolean {
  return state !== 'offered' && state !== 'put-off' && state !== 'open';
}

function isAtTheStart({ state }: TicketView): boolean {
  return state === 'received' || state === 'waiting';
}

/** A colleague answered, or the desk took the ticket back. */
export async function followTicketChange(turn: ConversationTurn, ticketId: string): Promise<void> {
  const { record, conversation, parts } = turn;
  const view = (await parts.tickets?.find(ticketId)) ?? null;
  const ticket = knownTicket(record, ticketId);
  if (view === null || ticket === null) return;
  changeTicket(record, ticketId, { number: view.number });
  conversation.messages.keepOlderCards();
  const mayBeShown = isShownTo(view, ticket);
  tellHandOver(turn, view, ticket);
  if (mayBeShown) await conversation.desk.showAnswers(view);
  const mayBeNamed = mayBeShown || ticket.reachedAs !== null;
  if (mayBeNamed) tellWaiting(turn, view, ticket);
  if (view.state !== 'withdrawn' || ticket.state === 'withdrawn') return;
  changeTicket(record, ticketId, { state: 'withdrawn' });
  if (mayBeNamed)
    conversation.messages.lead(
      conversation.t('tickets.withdrawn', { ticket: literalTicketName(view, conversation.t) }),
    );
}

/** The ticket goes back to its desk if nobody reacts, or has gone. */
function tellWaiting({ record, conversation }: ConversationTurn, view: TicketView, known: KnownTicket): void {
  const { t } = conversation;
  const ticket = literalTicketName(view, t);
  if (view.waitsUntil !== null && view.waitsUntil !== known.toldWait) {
    changeTicket(record, known.id, { toldWait: view.waitsUntil });
    conversation.messages.lead(t('tickets.waits', { ticket, date: t.date(view.waitsUntil) }));
  }
  const isBack = view.state === 'with-human' && view.handOver === null && !hasEnded(known);
  if (!isBack) return;
  changeTicket(record, known.id, { state: 'with-human' });
  conversation.messages.lead(t('tickets.handed-back', { ticket }));
}

/** Whether a hand-over arrived is said as soon as it is known. */
function tellHandOver(turn: ConversationTurn, view: TicketView, { id, toldHandOver }: KnownTicket): void {
  const { record, conversation, parts } = turn;
  const { handOver } = view;
  if (toldHandOver === null || handOver === null || handOver === 'on-its-way' || handOver === toldHandOver) return;
  changeTicket(record, id, { toldHandOver: handOver });
  const { t } = conversation;
  const contact = parts.contact === '' ? '' : ` ${t('tickets.hand-over.contact')} ${cleanText(parts.contact, 300)}`;
  const ticket = literalTicketName(view, t);
  const told = t(`tickets.hand-over.${handOver}`, { ...literalTicketParams(view), ticket });
  conversation.messages.lead(handOver === 'arrived' ? told : `${told}${contact}`);
}
