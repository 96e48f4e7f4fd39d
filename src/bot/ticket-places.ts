import { newJourney } from '../../dialogs/talk.ts';
import type { TicketView } from '../ports/tickets.ts';
import type { ConversationRecord, KnownTicket, Place } from './conversation-record.ts';

/** Several tickets of one person are kept apart: each has a place of its own, and so has what the person does besides. */

const knownMax = 20;

export function knownTicket(record: ConversationRecord, ticketId: string): KnownTicket | null {
  return record.tickets.known.find(({ id }) => id === ticketId) ?? null;
}

/** The ticket that the chat is in, once its own person has opened it. */
export function openTicketOf(record: ConversationRecord): KnownTicket | null {
  const { current } = record.tickets;
  const known = current === null ? null : knownTicket(record, current);
  return known !== null && known.openedBy !== null ? known : null;
}

/** Remembers a ticket; one that was known keeps where the person is in it. */
export function rememberTicket(
  record: ConversationRecord,
  view: Pick<TicketView, 'id' | 'number' | 'deskName' | 'deskLocale'>,
  more: Partial<KnownTicket> = {},
): KnownTicket {
  const { id, number, deskName, deskLocale } = view;
  const fresh: KnownTicket = {
    id,
    number,
    deskName,
    deskLocale,
    state: 'offered',
    openedBy: null,
    reachedAs: null,
    isRaisedHere: false,
    hasAnswers: false,
    hasToldOther: false,
    toldLast: '',
    place: null,
  };
  const ticket = { ...fresh, ...knownTicket(record, id), number, deskName, deskLocale, ...more };
  const others = record.tickets.known.filter((one) => one.id !== id);
  const oldest = others.find((one) => one.id !== record.tickets.current);
  const kept = others.length < knownMax ? others : others.filter((one) => one !== oldest);
  record.tickets.known = [...kept, ticket];
  return ticket;
}

/** Goes into a ticket that is still to be opened. Where the person was is kept. */
export function goInto(record: ConversationRecord, ticketId: string): void {
  keepPlace(record);
  record.tickets.current = ticketId;
  takePlace(record, null);
  record.journey = newJourney({ kind: 'ticket', ticketId });
}

/** Goes on where the person was in the ticket that the chat is in. */
export function goOnInTicket(record: ConversationRecord, ticket: KnownTicket): void {
  takePlace(record, ticket.place);
  ticket.place = null;
}

/** Goes back to what the person did besides their tickets. */
export function goOutside(record: ConversationRecord): void {
  if (record.tickets.current === null) return;
  keepPlace(record);
  record.tickets.current = null;
  takePlace(record, record.tickets.outside);
  record.tickets.outside = null;
}

/** Goes to where something was promised that is due, while the chat is in another place. False when it is nowhere else. */
export function goWhereDue(record: ConversationRecord, isDue: (place: Place) => boolean): boolean {
  const { outside, known, current } = record.tickets;
  const ticket = known.find(({ id, place }) => id !== current && place !== null && isDue(place));
  if (ticket !== undefined) {
    keepPlace(record);
    record.tickets.current = ticket.id;
    goOnInTicket(record, ticket);
    return true;
  }
  if (current === null || outside === null || !isDue(outside)) return false;
  goOutside(record);
  return true;
}

/** Goes back to a place that was left a moment ago. */
export function goBackTo(record: ConversationRecord, ticketId: string | null): void {
  if (ticketId === null) {
    goOutside(record);
    return;
  }
  const ticket = knownTicket(record, ticketId);
  if (ticket === null) return;
  keepPlace(record);
  record.tickets.current = ticketId;
  goOnInTicket(record, ticket);
}

/** What was read for one person is nobody else's: all places of tickets go, and each ticket has to be opened again. */
export function closeTickets(record: ConversationRecord): void {
  record.tickets.known = record.tickets.known.map((ticket) => ({
    ...ticket,
    openedBy: null,
    isRaisedHere: false,
    place: null,
  }));
  record.tickets.current = null;
  record.tickets.outside = null;
  record.tickets.asking = null;
}

function keepPlace(record: ConversationRecord): void {
  const { current } = record.tickets;
  const { checkpoint, trail, journey, reminder } = record;
  const place: Place = { checkpoint, trail, journey, reminder };
  if (current === null) {
    record.tickets.outside = place;
    return;
  }
  const ticket = knownTicket(record, current);
  // Of a ticket that was not opened there is nothing to keep, and what was kept before stays.
  if (ticket !== null && journey.errand?.kind !== 'ticket') ticket.place = place;
}

function takePlace(record: ConversationRecord, place: Place | null): void {
  record.checkpoint = place?.checkpoint ?? null;
  record.trail = place?.trail ?? [];
  record.journey = place?.journey ?? newJourney(null);
  record.reminder = place?.reminder ?? null;
  // It looks again within minutes, for a card that is no longer the last one.
  record.lookingOn = null;
}
