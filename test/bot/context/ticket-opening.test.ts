import { isOf, isShownTo, openForPerson } from '../../../src/bot/context/ticket-opening.ts';
import type { ConversationRecord, KnownTicket } from '../../../src/bot/record/conversation-record.ts';
import { goInto, goOutside, openTicketOf, rememberTicket } from '../../../src/bot/record/ticket-places.ts';
import type { TicketView } from '../../../src/ports/tickets.ts';
import { noon } from '../../builders/facts.ts';
import { onTheWay } from '../../builders/played-conversation.ts';
import { aKnownTicket, aPlace, aRecord, aView, person1 } from '../../builders/records.ts';
import { countedIds } from '../../builders/turn-parts.ts';

const stranger = { ...person1, personId: 'person-2' };

/** Somebody on their way, who came to the door of a ticket. */
function atTheDoor(view: TicketView, known: Partial<KnownTicket> = {}): ConversationRecord {
  const record = aRecord(aPlace());
  rememberTicket(record, view, known);
  goInto(record, view.id);
  return record;
}

function opens(
  record: ConversationRecord,
  view: TicketView | null,
  who: Parameters<typeof openForPerson>[0]['who'] = person1,
) {
  return openForPerson({ record, view, who, now: noon, randomId: countedIds() });
}

const newsOf = ({ ticketNews }: ConversationRecord) =>
  ticketNews.map((post) => (post.kind === 'news' ? post.news.kind : post.kind));

test.each([
  ['add-azure', 'check', onTheWay('add-azure').goal],
  ['status', 'status', { kind: 'status' }],
  ['ask', 'choose-scenario', null],
] as const)('a ticket about %s begins with %s', (about, dialogId, goal) => {
  const view = aView({ about });
  const record = atTheDoor(view);

  expect(opens(record, view)).toEqual({ kind: 'opened', dialogId });
  expect(record.progress.goal).toEqual(goal);
  expect(openTicketOf(record)).toMatchObject({ state: 'open', openedBy: person1 });
});

test('the desk hears that it was taken up, once', () => {
  const view = aView();
  const record = atTheDoor(view);
  opens(record, view);
  expect(newsOf(record)).toEqual(['place', 'taken-up']);

  goOutside(record);
  goInto(record, view.id);
  opens(record, view);
  expect(newsOf(record)).toEqual(['place', 'taken-up', 'place']);
});

test.each(['put-off', 'declined'] as const)('one that was %s is taken up after all', (state) => {
  const view = aView();
  const record = atTheDoor(view, { state });
  opens(record, view);

  expect(newsOf(record)).toContain('taken-up');
});

test.each(['open', 'solved', 'with-human'] as const)('one that is %s stays so', (state) => {
  const view = aView();
  const record = atTheDoor(view, { state });
  opens(record, view);

  expect(newsOf(record)).toEqual(['place']);
  expect(openTicketOf(record)?.state).toBe(state);
});

test.each([
  ['steps', 'steps'],
  ['explain-sign-in', 'check'],
  ['sign-in', 'check'],
  ['ticket', 'check'],
  ['resume', 'check'],
] as const)('who was at %s in it goes on at %s', (dialogId, expected) => {
  const view = aView();
  const record = atTheDoor(view, { state: 'open', place: aPlace({ dialogId }) });

  expect(opens(record, view)).toEqual({ kind: 'opened', dialogId: expected });
});

test('a stranger gets nothing of it, goes on where they were, and the desk hears of it once', () => {
  const view = aView();
  const record = atTheDoor(view);

  expect(opens(record, view, stranger)).toEqual({ kind: 'refused', because: 'other-person', dialogId: 'steps' });
  expect(record.progress).toEqual(onTheWay('add-azure'));
  expect(openTicketOf(record)).toBeNull();
  expect(newsOf(record)).toEqual(['needs-human']);

  goInto(record, view.id);
  opens(record, view, stranger);
  expect(newsOf(record)).toEqual(['needs-human']);
});

test.each([
  ['is no more', null],
  ['was taken back', aView({ state: 'withdrawn' })],
] as const)('a ticket that %s is gone for everybody, and the desk hears nothing', (_what, view) => {
  const record = atTheDoor(aView());

  expect(opens(record, view)).toEqual({ kind: 'refused', because: 'gone', dialogId: 'steps' });
  expect(newsOf(record)).toEqual([]);
});

test('who was nowhere before gets the choices', () => {
  const record = aRecord();
  goInto(record, 'ticket-1-of-person-1');

  expect(opens(record, null)).toMatchObject({ dialogId: 'choose-scenario' });
});

const withoutId = aView({
  requester: { personId: null, userPrincipalName: 'kelley@contoso.com', tenantId: 'tenant-1' },
});
const named = (userPrincipalName: string) => ({ ...stranger, userPrincipalName });

test.each([
  ['the object id that the desk gave', aView(), {}, person1, true],
  ['another object id', aView(), {}, stranger, false],
  ['the same object id in another tenant', aView(), {}, { ...person1, tenantId: 'tenant-2' }, false],
  ['the user name, where the desk gave no object id', withoutId, {}, named('Kelley@contoso.com'), true],
  ['another user name', withoutId, {}, named('casey@contoso.com'), false],
  ['the chat in Teams that was opened for it', withoutId, { reachedAs: 'person-2' }, stranger, true],
  ['the chat in Teams, against the object id of the desk', aView(), { reachedAs: 'person-2' }, stranger, false],
])('whose ticket it is: %s', (_what, view, ticket, who, expected) => {
  expect(isOf(view, aKnownTicket(ticket), who)).toBe(expected);
});

test.each([
  ['made here', { isRaisedHere: true }, true],
  ['opened here by its person', { openedBy: person1 }, true],
  ['opened here by somebody who is its person no longer', { openedBy: stranger }, false],
  ['not opened here', {}, false],
])('what happens in a ticket that was %s may be told here or not', (_what, ticket, expected) => {
  expect(isShownTo(aView(), aKnownTicket(ticket))).toBe(expected);
});
