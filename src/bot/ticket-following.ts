import { TurnContext } from 'botbuilder';
import { ticketArrivedCard } from '../../cards/ticket-arrived-card.ts';
import { spokenTicketName } from '../../cards/ticket-parts.ts';
import type { TicketView } from '../ports/tickets.ts';
import type { ConversationParts } from './conversation-parts.ts';
import type { ConversationRecord, KnownTicket } from './conversation-record.ts';
import { localeOf } from './language.ts';
import { showAnswers } from './ticket-answers.ts';
import { isShownTo } from './ticket-opening.ts';
import { knownTicket, rememberTicket } from './ticket-places.ts';
import type { TurnTalk } from './turn-talk.ts';

interface TicketFollowUp {
  readonly context: TurnContext;
  readonly record: ConversationRecord;
  readonly talk: TurnTalk;
  readonly parts: ConversationParts;
}

/**
 * Says which ticket came, once, to the person whose chat this is. Whatever they are doing stays as it is: no question is
 * taken back, and the buttons that they have still work.
 */
export async function followTicketArrival(turn: TicketFollowUp, ticketId: string): Promise<void> {
  const { context, record, talk, parts } = turn;
  const view = (await parts.tickets?.find(ticketId)) ?? null;
  if (view === null || view.state === 'withdrawn') return;
  const known = knownTicket(record, ticketId);
  // Without an address the last message about it did not arrive; a ticket that ended here was opened again by its desk.
  const isNews = known === null || record.reference === null || (hasEnded(known) && isAtTheStart(view));
  if (!isNews) return;
  const { activityId: _activityId, ...reference } = TurnContext.getConversationReference(context.activity);
  record.reference ??= reference;
  if (!record.localeIsHeard && !record.localeIsChosen) talk.guessLocale(localeOf(view.locale ?? view.deskLocale));
  rememberTicket(record, view, {
    state: 'offered',
    toldLast: '',
    reachedAs: context.activity.from.aadObjectId ?? null,
  });
  record.ticketNews.push({ kind: 'place', ticketId });
  talk.keepOlderCards();
  const { id, number, title, deskName } = view;
  await talk.show(ticketArrivedCard({ id, number, title, deskName }, talk.t));
}

function hasEnded({ state }: KnownTicket): boolean {
  return state !== 'offered' && state !== 'put-off' && state !== 'open';
}

function isAtTheStart({ state }: TicketView): boolean {
  return state === 'received' || state === 'waiting';
}

/** A colleague answered, or the desk took the ticket back. */
export async function followTicketChange(turn: TicketFollowUp, ticketId: string): Promise<void> {
  const { record, talk, parts } = turn;
  const view = (await parts.tickets?.find(ticketId)) ?? null;
  const ticket = knownTicket(record, ticketId);
  if (view === null || ticket === null) return;
  ticket.number = view.number;
  talk.keepOlderCards();
  const mayBeShown = isShownTo(view, ticket);
  if (mayBeShown) await showAnswers(turn, view);
  if (view.state !== 'withdrawn' || ticket.state === 'withdrawn') return;
  ticket.state = 'withdrawn';
  if (mayBeShown || ticket.reachedAs !== null)
    talk.lead(talk.t('tickets.withdrawn', { ticket: spokenTicketName(view, talk.t) }));
}
