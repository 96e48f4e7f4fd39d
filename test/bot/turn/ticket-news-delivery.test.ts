import type { ConversationRecord, TicketPost } from '../../../src/bot/record/conversation-record.ts';
import { ConversationStore, RecordCache } from '../../../src/bot/turn/conversation-store.ts';
import { TicketNewsDelivery } from '../../../src/bot/turn/ticket-news-delivery.ts';
import type { JournalEvent } from '../../../src/ports/journal.ts';
import { noon } from '../../builders/facts.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';
import { aRecord } from '../../builders/records.ts';
import { countedIds } from '../../builders/turn-parts.ts';

const key = 'conversation/directline/conv-1/one';

async function aDelivery(record: ConversationRecord, { hasTickets = true } = {}) {
  const store = new MemoryDocumentStore();
  const events: JournalEvent[] = [];
  const told: string[] = [];
  const planned: string[] = [];
  const away = new Set<string>();
  const hear = (what: string) => async (ticketId: string) => {
    if (away.has(ticketId)) throw new RangeError('the store is away');
    told.push(`${what} ${ticketId}`);
  };
  const shared = { clock: { now: () => noon }, journal: { note: (event: JournalEvent) => void events.push(event) } };
  const conversations = new ConversationStore({
    ...shared,
    store,
    randomId: countedIds(),
    cache: new RecordCache(),
    sender: 'me',
  });
  const delivery = new TicketNewsDelivery({
    ...shared,
    conversations,
    tickets: hasTickets
      ? { tell: hear('news of'), raise: async ({ id }) => hear('made')(id), keepPlace: hear('place of') }
      : undefined,
    tellNewsAt: async (conversation, dueAt) => void planned.push(`${conversation} ${dueAt}`),
  });
  await conversations.save(key, record, null);
  const etag = () => store.documents.get(key)?.etag ?? '';
  const left = () => (store.documents.get(key)?.value as unknown as ConversationRecord | undefined)?.ticketNews;
  return { delivery, store, events, told, planned, away, etag, left };
}

const news = (ticketId: string): TicketPost => ({
  kind: 'news',
  ticketId,
  news: { kind: 'progress', summary: 'on the way', id: `news of ${ticketId}`, at: '2026-11-20T12:00:00.000Z' },
});
const place = (ticketId: string): TicketPost => ({ kind: 'place', ticketId });
const posts = [news('one'), place('two'), news('three')];

test('a second try is planned a quarter of a minute later', async () => {
  const { delivery, planned } = await aDelivery(aRecord());
  await delivery.plan(key);

  expect(planned).toEqual([`${key} ${new Date(noon + 15_000).toISOString()}`]);
});

test('the tickets are told in order, and what they know is crossed off', async () => {
  const record = aRecord({ ticketNews: posts });
  const { delivery, told, etag, left } = await aDelivery(record);

  expect(await delivery.settle(key, record, etag())).toBe(true);
  expect(told).toEqual(['news of one', 'place of two', 'news of three']);
  expect(left()).toEqual([]);
});

test('from the first that could not be told, everything waits', async () => {
  const record = aRecord({ ticketNews: posts });
  const { delivery, told, away, etag, left, events } = await aDelivery(record);
  away.add('two');

  expect(await delivery.settle(key, record, etag())).toBe(false);
  expect(told).toEqual(['news of one']);
  expect(left()).toEqual(posts.slice(1));
  expect(events).toEqual([{ event: 'job.failed', error: 'RangeError' }]);
});

test('what was told, and could not be crossed off, is told again by whoever was faster', async () => {
  const record = aRecord({ ticketNews: posts });
  const { delivery, etag, left } = await aDelivery(record);

  expect(await delivery.settle(key, record, `${etag()} of before`)).toBe(false);
  expect(left()).toEqual(posts);
});

test('without a helpdesk the news waits', async () => {
  const record = aRecord({ ticketNews: posts });
  const { delivery } = await aDelivery(record, { hasTickets: false });

  expect(await delivery.tell(key, record)).toEqual(posts);
});
