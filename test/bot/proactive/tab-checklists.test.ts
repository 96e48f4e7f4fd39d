import type { ConversationReference, TurnContext } from 'botbuilder';
import { TabChecklists } from '../../../src/bot/proactive/tab-checklists.ts';
import { rememberReference } from '../../../src/bot/record/conversation-changes.ts';
import { newRecord, storedRecord } from '../../../src/bot/record/conversation-record.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';

/** Which chat a tab shows, and whose it may be. */

const person = { personId: '11111111-2222-4333-8444-000000000001', tenantId: '11111111-2222-4333-8444-00000000000a' };
const other = '11111111-2222-4333-8444-0000000000ff';

function chatOf(personId: string | undefined, tenantId: string): Partial<ConversationReference> {
  return {
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    user: { id: '29:somebody', name: '', ...(personId === undefined ? {} : { aadObjectId: personId }) },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId, isGroup: false, name: '' },
  };
}

async function tabWhere(wroteLast: Partial<ConversationReference> | null) {
  const store = new MemoryDocumentStore();
  const record = newRecord('en', 0);
  if (wroteLast !== null) rememberReference(record, wroteLast);
  await store.write('conversation/msteams/a:1/one', storedRecord(record), null);
  const reached: Partial<ConversationReference>[] = [];
  const tab = new TabChecklists({
    store,
    adapter: {
      findChat: async () => chatOf(person.personId, person.tenantId),
      reachOut: async (reference, logic) => {
        reached.push(reference);
        await logic({} as TurnContext);
      },
    },
    runTurn: async () => undefined,
    checklist: async () => null,
    journal: { note: () => undefined },
    teamsServiceUrl: 'https://smba.trafficmanager.net/teams/',
  });
  return { tab, reached };
}

test.each([
  ['another person', chatOf(other, person.tenantId)],
  ['the same id of another tenant', chatOf(person.personId, other)],
])('a chat in which %s wrote last shows nothing', async (_who, wroteLast) => {
  const { tab, reached } = await tabWhere(wroteLast);

  expect(await tab.read(person, 'en')).toEqual({ kind: 'no-chat' });
  expect(await tab.tick(person, { step: 'azure-open-sign-up', done: true }, 'en')).toEqual({ kind: 'no-chat' });
  expect(reached).toEqual([]);
});

test('what the tab does goes to the chat as its person wrote there last, with their name and region in Teams', async () => {
  const theirs = chatOf(person.personId.toUpperCase(), person.tenantId);
  const { tab, reached } = await tabWhere(theirs);

  expect(await tab.read(person, 'en')).toEqual({ kind: 'nothing' });
  expect(reached).toEqual([theirs]);
});

test('a chat in which nobody wrote yet is found as Teams tells it', async () => {
  const { tab, reached } = await tabWhere(null);

  expect(await tab.read(person, 'en')).toEqual({ kind: 'nothing' });
  expect(reached).toEqual([chatOf(person.personId, person.tenantId)]);
});
