import type { ConversationPlace, ConversationRecord, KnownTicket } from '../../src/bot/record/conversation-record.ts';
import { newRecord } from '../../src/bot/record/conversation-record.ts';
import type { TicketView } from '../../src/ports/tickets.ts';
import { noon } from './facts.ts';
import { onTheWay } from './played-conversation.ts';

/** A conversation in English that began at noon. */
export function aRecord(changes: Partial<ConversationRecord> = {}): ConversationRecord {
  return { ...newRecord('en', noon), ...changes };
}

/** Where somebody is on the way to Azure. */
export function aPlace(changes: Partial<ConversationPlace> = {}): ConversationPlace {
  return { dialogId: 'steps', trail: ['verdict'], progress: onTheWay('add-azure'), reminder: null, ...changes };
}

/** A ticket of person-1 in tenant-1, as the desk handed it over. */
export function aView(changes: Partial<TicketView> = {}): TicketView {
  return {
    id: 'ticket-1-of-person-1',
    number: '4711',
    title: 'Azure, please',
    deskId: 'desk',
    deskName: 'Contoso IT',
    deskLocale: 'en',
    about: 'add-azure',
    state: 'waiting',
    requester: { personId: 'person-1', userPrincipalName: null, tenantId: 'tenant-1' },
    tenantId: 'tenant-1',
    round: 0,
    locale: null,
    handOver: null,
    waitsUntil: null,
    isClosed: false,
    isGone: false,
    answers: [],
    ...changes,
  };
}

/** The same ticket, as a chat knows it that was only told of it. */
export function aKnownTicket(changes: Partial<KnownTicket> = {}): KnownTicket {
  return {
    id: 'ticket-1-of-person-1',
    number: '4711',
    deskName: 'Contoso IT',
    deskLocale: 'en',
    state: 'offered',
    openedBy: null,
    reachedAs: null,
    isRaisedHere: false,
    hasAnswers: false,
    hasToldOther: false,
    round: 0,
    toldHandOver: null,
    toldWait: '',
    toldLast: '',
    place: null,
    ...changes,
  };
}

/** Who the ticket is for, as their sign-in says. */
export const person1 = { personId: 'person-1', tenantId: 'tenant-1', userPrincipalName: null } as const;

/** A chat that is in this ticket, with its own person. */
export function aRecordInTicket(
  ticket: Partial<KnownTicket> = {},
  changes: Partial<ConversationRecord> = {},
): ConversationRecord {
  const known = aKnownTicket({ state: 'open', openedBy: person1, ...ticket });
  return aRecord({ tickets: { current: known.id, outside: null, known: [known], asking: null }, ...changes });
}
