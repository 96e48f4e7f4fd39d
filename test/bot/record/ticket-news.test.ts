import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import type { ConversationRecord } from '../../../src/bot/record/conversation-record.ts';
import { postNews } from '../../../src/bot/record/ticket-news.ts';
import { TurnRunner } from '../../../src/bot/turn/turn-runner.ts';
import type { TicketNews } from '../../../src/domain/ticket.ts';
import { StoreFault } from '../../../src/ports/document-store.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';
import { aTurnHandler } from '../../builders/turn-handler.ts';

/** What happens in a chat about a ticket is saved with the chat, told once it is saved, and never lost. */

const key = 'conversation/directline/conv-1/one';
const today = Date.UTC(2026, 10, 20);

class Channel extends BotAdapter {
  isAway = false;
  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    if (this.isAway) throw Object.assign(new Error('away'), { status: 503, code: 'CHANNEL_FAULT' });
    return activities.map(() => ({ id: 'sent' }));
  }
  override async updateActivity(): Promise<ResourceResponse | undefined> {
    throw new Error('not used');
  }
  override async deleteActivity(): Promise<void> {
    throw new Error('not used');
  }
  override async continueConversation(): Promise<void> {
    throw new Error('not used');
  }
}

function aBot() {
  const store = new MemoryDocumentStore();
  const channel = new Channel();
  const told: TicketNews[] = [];
  const planned: string[] = [];
  const ear = { isAway: false };
  let ids = 0;
  const randomId = () => {
    ids += 1;
    return `random-id-${ids}-of-this-bot`;
  };
  const runner = new TurnRunner({
    store,
    clock: { now: () => today },
    journal: { note: () => undefined },
    handler: aTurnHandler({
      answer: async (context, record) => {
        if (context.activity.text === 'forget me') return 'erased';
        if (context.activity.text === 'silent') return 'kept';
        postNews(record, 'ticket-1', { kind: 'progress', summary: context.activity.text }, { now: today, randomId });
        if (context.activity.text !== 'without words') await context.sendActivity('heard');
        return 'kept';
      },
      erase: async (_context, _record, conversation) => store.remove(conversation),
    }),
    sendAgainAt: async () => undefined,
    randomId,
    tickets: {
      tell: async (_id, news) => {
        if (ear.isAway) throw new StoreFault('away');
        told.push(news);
      },
      raise: async () => undefined,
      keepPlace: async () => undefined,
    },
    tellNewsAt: async (conversation) => {
      planned.push(conversation);
    },
  });
  const delivers = (text: string): Promise<void> =>
    runner.run(
      new TurnContext(channel, {
        type: 'message',
        id: text,
        text,
        channelId: 'directline',
        serviceUrl: 'http://localhost/',
        conversation: { id: 'conv-1', isGroup: false, conversationType: 'personal', name: '' },
        from: { id: 'dl_ann', name: '' },
        recipient: { id: 'bot', name: '' },
      }),
    );
  const says = async (text: string): Promise<void> => {
    await delivers(text);
    await runner.idle();
  };
  return { channel, delivers, ear, planned, runner, says, store, told };
}

function storedOf(store: MemoryDocumentStore): ConversationRecord | undefined {
  return store.documents.get(key)?.value as unknown as ConversationRecord | undefined;
}

const summaries = (told: readonly TicketNews[]) => told.map((news) => ('summary' in news ? news.summary : news.kind));

test.each(['with words', 'without words'])('news is told after it was saved and then crossed off, %s', async (text) => {
  const { says, store, told, planned } = aBot();

  await says(text);

  expect(summaries(told)).toEqual([text]);
  expect(planned).toEqual([key]);
  expect(storedOf(store)?.ticketNews).toEqual([]);
});

test('news that could not be told is kept in its order, and told later under the same ids', async () => {
  const { ear, runner, says, store, told } = aBot();
  ear.isAway = true;
  await says('one');
  await says('two');
  const kept = storedOf(store)?.ticketNews.map((post) => (post.kind === 'news' ? post.news.id : ''));
  expect(await runner.tellTicketNews(key)).toBe(false);

  ear.isAway = false;
  expect(await runner.tellTicketNews(key)).toBe(true);

  expect(summaries(told)).toEqual(['one', 'two']);
  expect(told.map(({ id }) => id)).toEqual(kept);
  expect(storedOf(store)?.ticketNews).toEqual([]);
});

test('news is told before the channel has its answer', async () => {
  const { delivers, store, told } = aBot();

  await delivers('one');

  expect(summaries(told)).toEqual(['one']);
  expect(storedOf(store)).toMatchObject({ ticketNews: [], outbox: null });
});

test('telling it later is planned before it is saved, so that a process may end right after', async () => {
  const { planned, says, store } = aBot();
  let plannedBefore = 0;
  store.beforeNextWrite = async () => {
    plannedBefore = planned.length;
  };

  await says('one');

  expect(plannedBefore).toBe(1);
});

test('a channel that is away keeps no news from the desk', async () => {
  const { channel, says, store, told } = aBot();
  channel.isAway = true;

  await says('one');

  expect(summaries(told)).toEqual(['one']);
  expect(storedOf(store)?.outbox?.messages).toHaveLength(1);
});

test('somebody who wants to be forgotten takes no news along that the desk has to have', async () => {
  const { ear, says, store, told } = aBot();
  ear.isAway = true;
  await says('one');
  ear.isAway = false;

  await says('forget me');

  expect(summaries(told)).toEqual(['one']);
  expect(storedOf(store)).toBeUndefined();
});

test('a turn without news plans nothing and tells nothing', async () => {
  const { says, told, planned } = aBot();

  await says('silent');

  expect([told, planned]).toEqual([[], []]);
});

test('a conversation that is gone has nothing left to tell', async () => {
  const { runner } = aBot();

  expect(await runner.tellTicketNews('conversation/directline/nobody/one')).toBe(true);
});
