import { newProgress } from '../../../dialogs/conversation-context.ts';
import type { SignedInPerson } from '../../domain/ticket-person.ts';
import type { TicketView } from '../../ports/tickets.ts';
import {
  type ConversationPlace,
  type ConversationRecord,
  type KnownTicket,
  type WritableRecord,
  type WritableTicket,
  writable,
} from './conversation-record.ts';

/** Keeps a person's tickets apart: each has its own place, and so does whatever they do outside tickets. */

const knownMax = 20;

/** A ticket that this chat knows; null for any other. */
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
  const fresh: WritableTicket = {
    id,
    number,
    deskName,
    deskLocale,
    state: 'offered',
    openedBy: null,
    reachedAs: null,
    round: 0,
    isRaisedHere: false,
    hasAnswers: false,
    hasToldOther: false,
    toldHandOver: null,
    toldWait: '',
    toldLast: '',
    place: null,
  };
  const { tickets } = writable(record);
  const ticket = { ...fresh, ...knownTicket(record, id), number, deskName, deskLocale, ...more };
  const others = tickets.known.filter((one) => one.id !== id);
  const oldest = others.find((one) => one.id !== tickets.current);
  const kept = others.length < knownMax ? others : others.filter((one) => one !== oldest);
  tickets.known = [...kept, ticket];
  return ticket;
}

/** What can change about a known ticket, apart from its place. */
export type TicketChanges = Partial<
  Pick<
    KnownTicket,
    'number' | 'state' | 'round' | 'openedBy' | 'hasAnswers' | 'hasToldOther' | 'toldHandOver' | 'toldWait' | 'toldLast'
  >
>;

/** Changes what is known of a ticket. Nothing happens when this chat does not know it. */
export function changeTicket(record: ConversationRecord, ticketId: string, changes: TicketChanges): void {
  Object.assign(writableTicket(record, ticketId) ?? {}, changes);
}

/** What waits for a yes, or for the words of an answer; the next answer settles it. */
export function setAsking(record: ConversationRecord, asking: ConversationRecord['tickets']['asking']): void {
  writable(record).tickets.asking = asking;
}

/** Goes into a ticket that is still to be opened. Where the person was is kept. */
export function goInto(record: ConversationRecord, ticketId: string): void {
  const changing = writable(record);
  keepPlace(changing);
  changing.tickets.current = ticketId;
  takePlace(changing, null);
  changing.progress = newProgress({ kind: 'ticket', ticketId });
}

/** The ticket's own person opened it: continues where they left off. */
export function openTicketHere(record: ConversationRecord, ticketId: string, who: SignedInPerson): void {
  const ticket = writableTicket(record, ticketId);
  if (ticket === null) return;
  const { personId, tenantId, userPrincipalName } = who;
  // What a sign-in shows is not kept.
  ticket.openedBy = { personId, tenantId, userPrincipalName };
  goOnInTicket(writable(record), ticket);
}

/** Goes back to what the person was doing outside their tickets. */
export function goOutside(record: ConversationRecord): void {
  const changing = writable(record);
  const { tickets } = changing;
  if (tickets.current === null) return;
  keepPlace(changing);
  tickets.current = null;
  takePlace(changing, tickets.outside);
  tickets.outside = null;
}

/** Goes to where something was promised that is due, while the chat is in another place. False when it is nowhere else. */
export function goWhereDue(record: ConversationRecord, isDue: (place: ConversationPlace) => boolean): boolean {
  const { tickets } = writable(record);
  const { outside, known, current } = tickets;
  const ticket = known.find(({ id, place }) => id !== current && place !== null && isDue(place));
  if (ticket !== undefined) {
    goToTicket(writable(record), ticket);
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
  const ticket = writableTicket(record, ticketId);
  if (ticket !== null) goToTicket(writable(record), ticket);
}

/** What was read for one person is nobody else's: all places of tickets go, and each ticket has to be opened again. */
export function closeTickets(record: ConversationRecord): void {
  const { tickets } = writable(record);
  tickets.known = tickets.known.map((ticket) => ({ ...ticket, openedBy: null, isRaisedHere: false, place: null }));
  tickets.current = null;
  tickets.outside = null;
  tickets.asking = null;
}

function goToTicket(record: WritableRecord, ticket: WritableTicket): void {
  keepPlace(record);
  record.tickets.current = ticket.id;
  goOnInTicket(record, ticket);
}

function goOnInTicket(record: WritableRecord, ticket: WritableTicket): void {
  takePlace(record, ticket.place);
  ticket.place = null;
}

function keepPlace(record: WritableRecord): void {
  const { dialogId, trail, progress, reminder, tickets } = record;
  const place: ConversationPlace = { dialogId, trail, progress, reminder };
  if (tickets.current === null) {
    tickets.outside = place;
    return;
  }
  const ticket = writableTicket(record, tickets.current);
  // Of a ticket that was not opened there is nothing to keep, and what was kept before stays.
  if (ticket !== null && progress.goal?.kind !== 'ticket') ticket.place = place;
}

function takePlace(record: WritableRecord, place: ConversationPlace | null): void {
  record.dialogId = place?.dialogId ?? null;
  record.trail = place?.trail ?? [];
  record.progress = place?.progress ?? newProgress(null);
  record.reminder = place?.reminder ?? null;
  // A recheck follows within minutes, for a card that is no longer the last one.
  record.recheck = null;
}

function writableTicket(record: ConversationRecord, ticketId: string): WritableTicket | null {
  return writable(record).tickets.known.find(({ id }) => id === ticketId) ?? null;
}
