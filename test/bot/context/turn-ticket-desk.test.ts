import { TurnTicketDesk } from '../../../src/bot/context/turn-ticket-desk.ts';
import type { ConversationRecord } from '../../../src/bot/record/conversation-record.ts';
import { goInto } from '../../../src/bot/record/ticket-places.ts';
import type { TicketView } from '../../../src/ports/tickets.ts';
import { onTheWay, PlayedConversation } from '../../builders/played-conversation.ts';
import { aRecord, aRecordInTicket, aView, person1 } from '../../builders/records.ts';
import { kelley, kelleyWithAzure } from '../../builders/stories.ts';
import { tokenOf } from '../../builders/turn-context.ts';
import { theParts } from '../../builders/turn-parts.ts';

function aDesk(record: ConversationRecord, view: TicketView | null = aView()) {
  const { messages, signIn, facts, tokens, world, requests, channel, randomId } = theParts({}, record);
  const conversation = Object.assign(new PlayedConversation(), { progress: record.progress });
  const withOwnParts = Object.assign(Object.create(conversation) as PlayedConversation, { signIn, facts });
  const unused = async () => undefined;
  const desk = new TurnTicketDesk(
    { record, messages, conversation: withOwnParts },
    {
      randomId,
      tickets: {
        find: async () => view,
        tell: unused,
        redeem: async () => null,
        deskForPeople: () => null,
        raise: unused,
        keepPlace: unused,
      },
    },
  );
  return { desk, messages, tokens, world, requests, channel, conversation };
}

const atTheDoor = (record = aRecord()) => {
  goInto(record, aView().id);
  return record;
};
const told = ({ ticketNews }: ConversationRecord) =>
  ticketNews.flatMap((post) => (post.kind === 'news' ? [post.news] : []));

test('outside tickets there is none, and nobody is told', () => {
  const record = aRecord({ progress: onTheWay('add-azure', { facts: kelley }) });
  const { desk } = aDesk(record);
  desk.tell('progress');

  expect(desk.ticket).toBeNull();
  expect(record.ticketNews).toEqual([]);
});

test('in a ticket the desk is told how far the person is, and the same once', () => {
  const record = aRecordInTicket({}, { progress: onTheWay('add-azure', { facts: kelley }) });
  const { desk, conversation } = aDesk(record);
  desk.tell('progress');
  desk.tell('progress');
  expect(told(record)).toMatchObject([{ kind: 'progress', summary: expect.stringContaining('.') }]);

  conversation.progress = onTheWay('join');
  desk.tell('progress');
  expect(told(record)).toHaveLength(2);
});

test('the desk is told in its own language', () => {
  const record = aRecordInTicket({ deskLocale: 'de' }, { progress: onTheWay('join') });
  const { desk, conversation } = aDesk(record);
  desk.tell('progress');
  conversation.speak('de');

  expect(told(record)).toMatchObject([{ summary: `${conversation.t('scenarios.join.name')}.` }]);
});

test('the desk learns that the person was shown their status, or that there is nothing to do', () => {
  const asking = aRecordInTicket();
  aDesk(asking).desk.tell('status');
  expect(told(asking)).toMatchObject([
    { kind: 'progress', shown: 'status', summary: expect.stringContaining('status') },
  ]);

  const done = aRecordInTicket({}, { progress: onTheWay('join', { facts: kelleyWithAzure }) });
  aDesk(done).desk.tell('progress');
  expect(told(done)).toMatchObject([{ kind: 'progress', shown: 'already-done' }]);

  const onTheWayYet = aRecordInTicket({}, { progress: onTheWay('add-azure', { facts: kelley }) });
  aDesk(onTheWayYet).desk.tell('progress');
  expect(told(onTheWayYet)[0]).not.toHaveProperty('shown');
});

test('what is proven solves the ticket, and what is not does not', () => {
  const record = aRecordInTicket({}, { progress: onTheWay('add-azure', { facts: kelley, factsBefore: kelley }) });
  const { desk, conversation } = aDesk(record);
  desk.tell('solved');
  expect(record.tickets.known[0]?.state).toBe('open');

  conversation.progress = onTheWay('add-azure', { facts: kelleyWithAzure, factsBefore: kelley });
  desk.tell('solved');
  expect(record.tickets.known[0]?.state).toBe('solved');
  expect(told(record).map(({ kind }) => kind)).toEqual(['solved']);
});

test('a desk that took its ticket back is told nothing', () => {
  const record = aRecordInTicket({ state: 'withdrawn' }, { progress: onTheWay('join') });
  aDesk(record).desk.tell('progress');

  expect(record.ticketNews).toEqual([]);
});

test('a ticket is opened for whoever signed in, by the token alone where the desk gave an object id', async () => {
  const record = atTheDoor();
  const { desk, tokens, requests, messages } = aDesk(record);
  expect(await desk.openTicket()).toEqual({ kind: 'not-signed-in' });

  tokens.token = tokenOf(person1.personId, person1.tenantId);
  expect(await desk.openTicket()).toEqual({ kind: 'opened', dialogId: 'check' });
  expect(requests).toEqual([]);
  expect(messages.takeLead()).toContain('4711');
});

test('the number of the ticket stands in the sentence as the desk wrote it', async () => {
  const { desk, tokens, messages } = aDesk(atTheDoor(), aView({ number: 'SD_35', deskName: 'IT [first line]' }));
  tokens.token = tokenOf(person1.personId, person1.tenantId);
  await desk.openTicket();

  const lead = messages.takeLead();
  expect(lead).toContain('SD_35');
  expect(lead).toContain('IT [first line]');
});

test('where the desk gave a user name only, Graph is asked for it', async () => {
  const view = aView({
    requester: { personId: null, userPrincipalName: 'admin@contoso.onmicrosoft.com', tenantId: 'tenant-1' },
  });
  const { desk, tokens, world, requests } = aDesk(atTheDoor(), view);
  tokens.token = tokenOf('person-9', 'tenant-1');
  world.reading = { kind: 'read', facts: kelley };

  expect(await desk.openTicket()).toMatchObject({ kind: 'opened' });
  expect(requests).toHaveLength(1);
});

test('a stranger hears nothing of it', async () => {
  const { desk, tokens, messages, channel } = aDesk(atTheDoor(), aView({ answers: [{ id: 'a', text: 'for Kelley' }] }));
  tokens.token = tokenOf('person-2', 'tenant-1');

  expect(await desk.openTicket()).toMatchObject({ kind: 'refused', because: 'other-person' });
  expect(messages.takeLead()).toBe('');
  expect(channel.sent).toEqual([]);
});

test('a goal that is no ticket opens none', async () => {
  const { desk } = aDesk(aRecord({ progress: onTheWay('join') }));

  expect(await desk.openTicket()).toEqual({ kind: 'refused', because: 'gone', dialogId: 'choose-scenario' });
});

test('up to five answers of colleagues are shown at once, oldest first, and the desk hears which', async () => {
  const answers = [1, 2, 3, 4, 5, 6].map((number) => ({ id: `answer-${number}`, text: `text ${number}` }));
  const record = aRecordInTicket();
  const { desk, channel } = aDesk(record);
  await desk.showAnswers(aView({ answers }));

  expect(channel.sent.map((sent) => /text \d/.exec(JSON.stringify(sent))?.[0])).toEqual(
    [1, 2, 3, 4, 5].map((number) => `text ${number}`),
  );
  expect(told(record)).toMatchObject([{ kind: 'answers-shown', answers: answers.slice(0, 5).map(({ id }) => id) }]);
  expect(record.tickets.known[0]?.hasAnswers).toBe(true);
});

test('without answers nothing is shown, and nothing is told', async () => {
  const record = aRecordInTicket();
  const { desk, channel } = aDesk(record);
  await desk.showAnswers(aView());

  expect([channel.sent, record.ticketNews]).toEqual([[], []]);
});
