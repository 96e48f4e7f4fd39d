import type { Activity } from 'botbuilder';
import { PersonChats } from '../../../src/bot/message-extension/person-chats.ts';
import { storedRecord } from '../../../src/bot/record/conversation-record.ts';
import { noon } from '../../builders/facts.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';
import { aRecord } from '../../builders/records.ts';

/** Whose chat it is that somebody gets something from, wherever they write a message. */

const now = { asked: 0 };

async function chats(answer: () => Promise<string>) {
  const store = new MemoryDocumentStore();
  await store.write('conversation/msteams/a:megan/one', storedRecord(aRecord({ personId: '29:megan' })), null);
  now.asked = 0;
  const chatWith = (): Promise<string> => {
    now.asked += 1;
    return answer();
  };
  return new PersonChats({ store, clock: { now: () => noon }, chatWith });
}

function writes(changes: Partial<Activity> = {}, conversation: object = {}): Activity {
  return {
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: { id: '29:megan', name: 'Megan', aadObjectId: 'megan' },
    conversation: {
      id: '19:group',
      conversationType: 'groupChat',
      isGroup: true,
      tenantId: 'contoso',
      ...conversation,
    },
    ...changes,
  } as Activity;
}

const withTwo = { id: '19:megan_alex', conversationType: 'personal', isGroup: false };

test('the own chat is found from a group, and from a chat of two that the bot is not in', async () => {
  const found = await chats(async () => 'a:megan');

  expect((await found.find(writes(), { afresh: true }))?.id).toBe('a:megan');
  expect((await found.find(writes({}, withTwo), { afresh: true }))?.id).toBe('a:megan');
  expect(now.asked).toBe(1);
});

test('in the own chat, nobody has to be asked', async () => {
  const found = await chats(async () => 'a:megan');

  expect(await found.find(writes({}, { ...withTwo, id: 'a:megan' }), { afresh: true })).not.toBeNull();
  expect(now.asked).toBe(0);
});

test('a chat that is with somebody else is nobody’s own, whatever the channel answers', async () => {
  const found = await chats(async () => 'a:megan');
  const alex = writes({ from: { id: '29:alex', name: 'Alex', aadObjectId: 'alex' } });

  expect(await found.find(alex, { afresh: true })).toBeNull();
  expect(
    await found.find({ ...alex, conversation: { ...alex.conversation, ...withTwo, id: 'a:megan' } }, { afresh: true }),
  ).toBeNull();
});

test('whoever has no chat is not asked about with every letter, and found as soon as they have one', async () => {
  let isInstalled = false;
  const found = await chats(() => (isInstalled ? Promise.resolve('a:megan') : Promise.reject(new Error('403'))));

  expect(await found.find(writes(), { afresh: false })).toBeNull();
  expect(await found.find(writes(), { afresh: false })).toBeNull();
  expect(now.asked).toBe(1);
  isInstalled = true;
  expect(await found.find(writes(), { afresh: true })).not.toBeNull();
});

test('a channel that does not answer keeps nobody waiting', async () => {
  const found = await chats(() => new Promise(() => undefined));

  expect(await found.find(writes(), { afresh: true })).toBeNull();
});

test('somebody of whom the channel tells no account or tenant has none', async () => {
  const found = await chats(async () => 'a:megan');

  expect(await found.find(writes({ from: { id: '29:megan', name: 'Megan' } }), { afresh: true })).toBeNull();
  expect(await found.find(writes({}, { tenantId: undefined }), { afresh: true })).toBeNull();
});
