import { setRecheck, setReminder } from '../../../src/bot/record/conversation-changes.ts';
import type { ConversationRecord } from '../../../src/bot/record/conversation-record.ts';
import {
  changeTicket,
  closeTickets,
  goBackTo,
  goInto,
  goOutside,
  goWhereDue,
  knownTicket,
  openTicketHere,
  openTicketOf,
  rememberTicket,
} from '../../../src/bot/record/ticket-places.ts';
import { beginRecheck } from '../../../src/domain/recheck.ts';
import { makeReminder } from '../../../src/domain/reminders.ts';
import { noon } from '../../builders/facts.ts';
import { onTheWay } from '../../builders/played-conversation.ts';
import { aKnownTicket, aPlace, aRecord, aView, person1 } from '../../builders/records.ts';
import { kelley } from '../../builders/stories.ts';

const reminder = makeReminder('add-azure', 1, noon);

/** Somebody on their way, who knows two tickets and is in neither. */
function aBusyChat(): ConversationRecord {
  const known = [aKnownTicket({ id: 'one' }), aKnownTicket({ id: 'two' })];
  return aRecord({ ...aPlace({ reminder }), tickets: { current: null, outside: null, known, asking: null } });
}

const placeOf = ({ dialogId, trail, progress, reminder: promised }: ConversationRecord) => ({
  dialogId,
  trail,
  progress,
  reminder: promised,
});

const inTicket = aPlace({ dialogId: 'proof', trail: ['steps'], progress: onTheWay('join', { facts: kelley }) });

/** The person opens a ticket and gets so far in it. */
function workIn(record: ConversationRecord, ticketId: string, place = inTicket): void {
  goInto(record, ticketId);
  openTicketHere(record, ticketId, person1);
  Object.assign(record, place);
}

test('going into a ticket begins at its door, and keeps where the person was', () => {
  const record = aBusyChat();
  goInto(record, 'one');

  expect(placeOf(record)).toEqual({
    dialogId: null,
    trail: [],
    progress: { ...onTheWay('join'), goal: { kind: 'ticket', ticketId: 'one' } },
    reminder: null,
  });
  expect(record.tickets).toMatchObject({ current: 'one', outside: aPlace({ reminder }) });
  expect(openTicketOf(record)).toBeNull();
});

test('a ticket is open once its own person has opened it', () => {
  const record = aBusyChat();
  goInto(record, 'one');
  openTicketHere(record, 'one', person1);

  expect(openTicketOf(record)).toMatchObject({ id: 'one', openedBy: person1 });
  expect(record.progress).toEqual({ ...onTheWay('join'), goal: null });
});

test('outside, everything is as it was left, and so it is in the ticket', () => {
  const record = aBusyChat();
  workIn(record, 'one');
  goOutside(record);
  expect(placeOf(record)).toEqual(aPlace({ reminder }));
  expect(record.tickets).toMatchObject({ current: null, outside: null });
  expect(knownTicket(record, 'one')?.place).toEqual(inTicket);

  goInto(record, 'one');
  openTicketHere(record, 'one', person1);
  expect(placeOf(record)).toEqual(inTicket);
  expect(knownTicket(record, 'one')?.place).toBeNull();
});

test('from one ticket into another, both keep their place, and so does what is outside', () => {
  const record = aBusyChat();
  workIn(record, 'one');
  workIn(record, 'two', aPlace({ dialogId: 'status', trail: [] }));
  expect(knownTicket(record, 'one')?.place).toEqual(inTicket);
  expect(record.tickets.outside).toEqual(aPlace({ reminder }));

  goBackTo(record, 'one');
  expect(placeOf(record)).toEqual(inTicket);
  expect(knownTicket(record, 'two')?.place?.dialogId).toBe('status');

  goBackTo(record, null);
  expect(placeOf(record)).toEqual(aPlace({ reminder }));
});

test('a ticket that was not opened keeps nothing, and what was kept of it before stays', () => {
  const record = aBusyChat();
  workIn(record, 'one');
  goOutside(record);
  goInto(record, 'one');
  goOutside(record);

  expect(knownTicket(record, 'one')?.place).toEqual(inTicket);
});

test('who goes outside from outside stays where they are', () => {
  const record = aBusyChat();
  goOutside(record);

  expect(placeOf(record)).toEqual(aPlace({ reminder }));
});

test.each([
  ['into a ticket', (record: ConversationRecord) => goInto(record, 'one')],
  ['back to one', (record: ConversationRecord) => goBackTo(record, 'one')],
])('a recheck does not follow %s: its card is no longer the last', (_where, go) => {
  const record = aBusyChat();
  setRecheck(record, beginRecheck('status', '2026-11-20T12:00:00.000Z', noon));
  go(record);

  expect(record.recheck).toBeNull();
});

test('a ticket that nobody here knows is opened by nobody, and gone back to by nobody', () => {
  const record = aBusyChat();
  const before = structuredClone(record);
  openTicketHere(record, 'of somebody', person1);
  goBackTo(record, 'of somebody');
  changeTicket(record, 'of somebody', { state: 'solved' });

  expect(record).toEqual(before);
});

const isPromised = ({ reminder: promised }: { readonly reminder: unknown }) => promised !== null;

test('what is due in a ticket is gone to, wherever the chat is', () => {
  const record = aBusyChat();
  setReminder(record, null);
  workIn(record, 'one', { ...inTicket, reminder });
  workIn(record, 'two');

  expect(goWhereDue(record, isPromised)).toBe(true);
  expect(record.tickets.current).toBe('one');
  expect(placeOf(record)).toEqual({ ...inTicket, reminder });
});

test('what is due outside is gone to from a ticket', () => {
  const record = aBusyChat();
  workIn(record, 'one');

  expect(goWhereDue(record, isPromised)).toBe(true);
  expect(record.tickets.current).toBeNull();
  expect(record.reminder).toEqual(reminder);
});

test('what is due where the chat is moves nothing', () => {
  const record = aBusyChat();
  const before = structuredClone(record);

  expect(goWhereDue(record, isPromised)).toBe(false);
  expect(record).toEqual(before);
});

test('what is due nowhere moves nothing', () => {
  const record = aBusyChat();
  workIn(record, 'one');
  const before = structuredClone(record);

  expect(goWhereDue(record, () => false)).toBe(false);
  expect(record).toEqual(before);
});

test('a ticket that is told of again keeps where the person is in it, and takes the new number', () => {
  const record = aBusyChat();
  workIn(record, 'one');
  goOutside(record);
  const told = rememberTicket(record, aView({ id: 'one', number: '5000', deskName: 'Fabrikam IT', deskLocale: 'de' }));

  expect(told).toMatchObject({ number: '5000', deskName: 'Fabrikam IT', deskLocale: 'de', openedBy: person1 });
  expect(told.place).toEqual(inTicket);
  expect(record.tickets.known.map(({ id }) => id)).toEqual(['two', 'one']);
});

test('what is known of it besides can be given along', () => {
  const record = aRecord();
  rememberTicket(record, aView(), { reachedAs: 'person-1' });

  expect(record.tickets.known).toEqual([aKnownTicket({ reachedAs: 'person-1' })]);
});

test('twenty tickets are known; of more, the one that was told of longest ago goes', () => {
  const record = aRecord();
  for (let number = 1; number <= 21; number += 1) rememberTicket(record, aView({ id: `ticket-${number}` }));

  expect(record.tickets.known).toHaveLength(20);
  expect(knownTicket(record, 'ticket-1')).toBeNull();
  expect(knownTicket(record, 'ticket-2')).not.toBeNull();
});

test('the ticket that the chat is in never goes', () => {
  const record = aRecord();
  rememberTicket(record, aView({ id: 'ticket-1' }));
  goInto(record, 'ticket-1');
  for (let number = 2; number <= 21; number += 1) rememberTicket(record, aView({ id: `ticket-${number}` }));

  expect(record.tickets.known).toHaveLength(20);
  expect(knownTicket(record, 'ticket-1')).not.toBeNull();
  expect(knownTicket(record, 'ticket-2')).toBeNull();
});

test('twenty that are told of again are still twenty', () => {
  const record = aRecord();
  for (let number = 1; number <= 20; number += 1) rememberTicket(record, aView({ id: `ticket-${number}` }));
  rememberTicket(record, aView({ id: 'ticket-1' }));

  expect(record.tickets.known).toHaveLength(20);
});

test('for somebody else every ticket is closed, and nothing of any place stays', () => {
  const record = aBusyChat();
  workIn(record, 'one');
  goOutside(record);
  workIn(record, 'two');
  rememberTicket(record, aView({ id: 'three' }), { isRaisedHere: true, reachedAs: 'person-1' });
  closeTickets(record);

  expect(record.tickets).toMatchObject({ current: null, outside: null, asking: null });
  expect(record.tickets.known).toEqual([
    aKnownTicket({ id: 'one' }),
    aKnownTicket({ id: 'two' }),
    aKnownTicket({ id: 'three', reachedAs: 'person-1' }),
  ]);
});
