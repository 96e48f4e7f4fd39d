import type { ConversationRecord } from '../../../src/bot/record/conversation-record.ts';
import { conversationKey } from '../../../src/bot/record/conversation-record.ts';
import { cannotTell, known } from '../../../src/domain/known.ts';
import { beginRecheck } from '../../../src/domain/recheck.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { noon, someFacts } from '../../builders/facts.ts';
import { onTheWay } from '../../builders/played-conversation.ts';
import { aRecord, aRecordInTicket } from '../../builders/records.ts';
import { tokenOf } from '../../builders/turn-context.ts';
import { theParts } from '../../builders/turn-parts.ts';

const factsOf = (personId: string, tenantId = 'tenant-1') =>
  someFacts({ identity: { personId, tenantId, account: 'work' } });
const readOf = (personId: string, tenantId?: string) => ({ kind: 'read', facts: factsOf(personId, tenantId) }) as const;

function signedIn(record?: ConversationRecord, more?: Parameters<typeof theParts>[2]) {
  const parts = theParts({}, record, more);
  parts.tokens.token = tokenOf('person-1', 'tenant-1');
  parts.world.reading = readOf('person-1');
  return parts;
}

test('reads with the token of the person, for what it is for, within eight seconds', async () => {
  const { facts, requests, tokens } = signedIn();

  expect(await facts.read('join')).toEqual(readOf('person-1'));
  expect(requests).toEqual([{ userToken: tokens.token, purpose: 'join', budgetMs: 8_000 }]);
});

test('shows that it is busy while a person waits, and not in a turn of its own', async () => {
  const asked = signedIn();
  await asked.facts.read('status');
  expect(asked.channel.sent).toMatchObject([
    { type: 'typing', channelData: { reading: createTranslator('en')('card.verdict.reading') } },
  ]);

  const own = signedIn(aRecord(), { isBotsOwn: true });
  await own.facts.read('status');
  expect(own.channel.sent).toEqual([]);
});

test('without a sign-in nothing is read', async () => {
  const { facts, requests } = theParts();

  expect(await facts.read('status')).toEqual({ kind: 'not-signed-in' });
  expect(requests).toEqual([]);
});

test('a sign-in that ran out is taken away', async () => {
  const { facts, tokens, world } = signedIn();
  world.reading = { kind: 'sign-in-needed' };

  expect(await facts.read('status')).toEqual({ kind: 'sign-in-needed' });
  expect(tokens.token).toBeNull();
});

test.each([
  ['another person', readOf('person-2')],
  ['the same id in another tenant', readOf('person-1', 'tenant-2')],
])('of %s nothing that was read before stays, but the goal does', async (_who, reading) => {
  const record = aRecord({
    progress: onTheWay('join', { facts: factsOf('person-1'), factsBefore: factsOf('person-1'), joinConfirmed: true }),
  });
  const { facts, messages, world } = signedIn(record);
  world.reading = reading;
  await facts.read('join');

  expect(record.progress).toEqual(onTheWay('join'));
  expect(messages.takeLead()).toBe(messages.t('message.other-person.text'));
});

test('the same person keeps everything', async () => {
  const progress = onTheWay('join', { facts: factsOf('person-1'), joinConfirmed: true });
  const record = aRecord({ progress });
  const { facts, messages } = signedIn(record);
  await facts.read('join');

  expect(record.progress).toEqual(progress);
  expect(messages.takeLead()).toBe('');
});

test('in a ticket another person closes all tickets, and the desk is told', async () => {
  const record = aRecordInTicket();
  const { facts, world } = signedIn(record);
  world.reading = readOf('person-2');
  await facts.read('add-azure');

  expect(record.tickets).toMatchObject({ current: null, known: [{ openedBy: null, hasToldOther: true }] });
  expect(record.ticketNews).toMatchObject([
    { kind: 'news', ticketId: 'ticket-1-of-person-1', news: { kind: 'needs-human', because: 'other-person' } },
  ]);
});

test('a desk that knows of a stranger is not told of the next one', async () => {
  const record = aRecordInTicket({ hasToldOther: true });
  const { facts, world } = signedIn(record);
  world.reading = readOf('person-2');
  await facts.read('add-azure');

  expect(record.tickets.current).toBeNull();
  expect(record.ticketNews).toEqual([]);
});

test('in a ticket its own person goes on, and nobody is told', async () => {
  const record = aRecordInTicket();
  await signedIn(record).facts.read('add-azure');

  expect(record.tickets.current).toBe('ticket-1-of-person-1');
  expect(record.ticketNews).toEqual([]);
});

test('who somebody is comes from the token, and their user name from Graph', async () => {
  const { facts, world } = signedIn();
  expect(await facts.whoWithName()).toEqual({
    personId: 'person-1',
    tenantId: 'tenant-1',
    userPrincipalName: 'admin@contoso.onmicrosoft.com',
  });

  world.reading = { kind: 'read', facts: someFacts({ profile: cannotTell('too-slow') }) };
  expect(await facts.whoWithName()).toMatchObject({ userPrincipalName: null });

  world.reading = { kind: 'refused', because: 'foreign-token' };
  expect(await facts.whoWithName()).toBeNull();
});

test('nobody who is not signed in, or whose token cannot be read, has a name', async () => {
  expect(await theParts().facts.whoWithName()).toBeNull();

  const { facts, tokens, requests } = signedIn();
  tokens.token = 'no token at all';
  expect(await facts.whoWithName()).toBeNull();
  expect(requests).toEqual([]);
});

describe('after a reading that was cut short', () => {
  const readAt = '2026-11-20T12:00:00.000Z';
  const begun = beginRecheck('status', readAt, noon);

  test('the bot promises to read again, plans it and says so', async () => {
    const { facts, messages, record, store, context } = signedIn();
    await facts.recheckLater('status', readAt);

    expect(record.recheck).toEqual(begun);
    expect([...store.documents.keys()]).toEqual([`wake/${begun.dueAt}/recheck-due/${conversationKey(context)}`]);
    expect(messages.takeLead()).toBe(messages.t('message.looking-on.text'));
  });

  test('the same reading is promised once', async () => {
    const { facts, messages, store } = signedIn(aRecord({ recheck: begun }));
    await facts.recheckLater('status', readAt);

    expect(store.documents.size).toBe(0);
    expect(messages.takeLead()).toBe('');
  });

  test('another reading, and another dialog, are promised anew', async () => {
    const { facts, store } = signedIn(aRecord({ recheck: begun }));
    await facts.recheckLater('verdict', readAt);
    await facts.recheckLater('status', '2026-11-20T13:00:00.000Z');

    expect(store.documents.size).toBe(1);
  });

  test('a turn of its own promises nothing: whoever began it decides', async () => {
    const { facts, record } = signedIn(aRecord(), { isBotsOwn: true });
    await facts.recheckLater('status', readAt);

    expect(record.recheck).toBeNull();
  });

  test('a promise is dropped once nothing is missing, and planned no more once it was tried often enough', async () => {
    const { facts, record, store } = signedIn(aRecord({ recheck: begun }));
    facts.stopRecheck();
    await facts.recheckAt(null);

    expect(record.recheck).toBeNull();
    expect(store.documents.size).toBe(0);
  });
});

test('a reminder is planned for its time', async () => {
  const { facts, store, context } = signedIn();
  await facts.remindAt('2026-11-21T12:00:00.000Z');

  expect([...store.documents.keys()]).toEqual([
    `wake/2026-11-21T12:00:00.000Z/reminder-due/${conversationKey(context)}`,
  ]);
});

test('what is known of nobody yet is of nobody else', async () => {
  const { facts, messages, world } = signedIn();
  world.reading = { kind: 'read', facts: someFacts({ products: known([]) }) };
  await facts.read('status');

  expect(messages.takeLead()).toBe('');
});
