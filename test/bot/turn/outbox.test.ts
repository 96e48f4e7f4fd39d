import type { Activity } from 'botbuilder';
import type { ProactiveTrigger } from '../../../src/bot/proactive/proactive-trigger.ts';
import { setOutbox } from '../../../src/bot/record/conversation-changes.ts';
import type { BufferedMessage, ConversationRecord } from '../../../src/bot/record/conversation-record.ts';
import { ConversationStore, RecordCache } from '../../../src/bot/turn/conversation-store.ts';
import { Outbox } from '../../../src/bot/turn/outbox.ts';
import { TicketNewsDelivery } from '../../../src/bot/turn/ticket-news-delivery.ts';
import type { Json } from '../../../src/ports/document-store.ts';
import type { JournalEvent } from '../../../src/ports/journal.ts';
import { aMessage, aStepsCard, aStepsUpdate } from '../../builders/buffered-messages.ts';
import { noon } from '../../builders/facts.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';
import { aRecord } from '../../builders/records.ts';
import { aTurnContext, inTeams, PlayedChannel } from '../../builders/turn-context.ts';
import { countedIds } from '../../builders/turn-parts.ts';

const key = 'conversation/directline/conv-1/one';
const leaseMs = 5_000;

async function anOutbox(
  record: ConversationRecord,
  activity: Partial<Activity> = {},
  trigger: ProactiveTrigger | null = null,
) {
  const store = new MemoryDocumentStore();
  const channel = new PlayedChannel();
  const context = aTurnContext(activity, channel);
  const events: JournalEvent[] = [];
  const planned: string[] = [];
  const told: string[] = [];
  const cache = new RecordCache();
  const shared = { clock: { now: () => noon }, journal: { note: (event: JournalEvent) => void events.push(event) } };
  const conversations = new ConversationStore({ ...shared, store, randomId: countedIds(), cache, sender: 'me' });
  const tickets = {
    tell: async (ticketId: string) => void told.push(ticketId),
    raise: async () => undefined,
    keepPlace: async () => undefined,
  };
  const news = new TicketNewsDelivery({ ...shared, conversations, tickets, tellNewsAt: async () => undefined });
  const outbox = new Outbox({
    ...shared,
    conversations,
    news,
    passes: undefined,
    sender: 'me',
    sendAgainAt: async (conversation, dueAt) => void planned.push(`${conversation} ${dueAt}`),
    jitter: () => 0,
    apologise: async (_context, _record, { status }) => [aMessage(`sorry for ${status}`)],
  });
  const save = async () => {
    const written = await conversations.save(key, record, store.documents.get(key)?.etag ?? null);
    if (written.kind !== 'written') throw new Error('was not written');
    return written.etag;
  };
  const stored = () => store.documents.get(key)?.value as unknown as ConversationRecord;
  /** A turn of this record, from the moment that it is saved. */
  const runs = async (fault: { status: number; code: string; retryAfterSeconds: null } | null = null) => {
    const turn = { trigger, record, etag: await save(), replays: 0, fault };
    const sent = await outbox.send(context, key, turn);
    await outbox.settle(context, key, turn, sent);
    return sent;
  };
  return { outbox, channel, context, store, events, planned, told, cache, save, stored, runs };
}

const waiting = (count: number, tries = 0, sender = 'me') => ({
  messages: Array.from({ length: count }, (_, index) => aMessage(`waiting ${index + 1}`)),
  sender,
  leaseUntil: noon + leaseMs,
  tries,
});

test('a turn that says nothing leaves no outbox', async () => {
  const record = aRecord();
  (await anOutbox(record)).outbox.fill(record, []);

  expect(record.outbox).toBeNull();
});

test('what a turn says comes behind what waits, under a lease of this process', async () => {
  const record = aRecord({ outbox: { ...waiting(1, 2, 'another'), leaseUntil: 0 } });
  (await anOutbox(record)).outbox.fill(record, [aMessage('new')]);

  expect(record.outbox).toEqual({
    messages: [aMessage('waiting 1'), aMessage('new')],
    sender: 'me',
    leaseUntil: noon + leaseMs,
    tries: 2,
  });
});

test('what went out is crossed off, and the conversation is in memory for its next turn', async () => {
  const { runs, stored, channel, cache, store } = await anOutbox(aRecord({ outbox: waiting(2) }));
  await runs();

  expect(channel.sent.map(({ text }) => text)).toEqual(['waiting 1', 'waiting 2']);
  expect(stored().outbox).toBeNull();
  expect(cache.take(key)?.etag).toBe(store.documents.get(key)?.etag);
});

test('the steps card is known by the id that the channel gave it', async () => {
  const { runs, stored } = await anOutbox(aRecord({ outbox: { ...waiting(0), messages: [aStepsUpdate('steps-1')] } }));
  await runs();

  expect(stored().stepsCardId).toBe('steps-1');
});

test('each message that went out is crossed off before the next one', async () => {
  const { runs, stored, channel } = await anOutbox(aRecord({ outbox: waiting(3) }));
  const left: number[] = [];
  const send = channel.sendActivities.bind(channel);
  channel.sendActivities = (context, activities) => {
    left.push(stored().outbox?.messages.length ?? 0);
    return send(context, activities);
  };
  await runs();

  expect(left).toEqual([3, 2, 1]);
});

test('each crossing-off also says which steps card is the last thing in the chat', async () => {
  const messages = [aStepsCard(), aMessage('under it'), aMessage('the last')];
  const { runs, stored, channel } = await anOutbox(
    aRecord({ stepsCardId: 'before', outbox: { ...waiting(0), messages } }),
  );
  const last: (string | null)[] = [];
  const send = channel.sendActivities.bind(channel);
  channel.sendActivities = (context, activities) => {
    last.push(stored().stepsCardId);
    return send(context, activities);
  };
  await runs();

  expect(last).toEqual(['before', 'sent-1', null]);
});

test('what was not taken waits, with no lease that would hold anybody up', async () => {
  const { runs, stored, channel, planned, cache } = await anOutbox(aRecord({ outbox: waiting(2) }));
  channel.refusals.push(0, 503);
  await runs();

  expect(stored().outbox).toMatchObject({ messages: [aMessage('waiting 2')], tries: 1, leaseUntil: 0 });
  expect(planned).toEqual([]);
  expect(cache.take(key)).toBeNull();
});

test('an answer that came too fast is planned again', async () => {
  const { runs, channel, planned } = await anOutbox(aRecord({ outbox: waiting(1) }));
  channel.refusals.push(429);
  await runs();

  expect(planned).toEqual([`${key} ${new Date(noon + 15_000).toISOString()}`]);
});

test('what the bot says by itself is planned again also when the channel is away', async () => {
  const { runs, channel, planned } = await anOutbox(aRecord({ outbox: waiting(1) }), {}, { kind: 'ticket-news' });
  channel.refusals.push(503);
  await runs();

  expect(planned).toHaveLength(1);
});

test('where Teams refuses for good, nothing stays that would write there', async () => {
  const record = aRecord({ outbox: waiting(1), reference: { channelId: 'msteams' } });
  const { runs, stored, channel, events } = await anOutbox(record, inTeams);
  channel.refusals.push(403);
  await runs();

  expect(stored()).toMatchObject({ outbox: null, reference: null });
  expect(events).toContainEqual({ event: 'reference.dropped', reason: 'CHANNEL_FAULT' });
});

test('what was just tried again is not tried twice in one turn', async () => {
  const { runs, channel } = await anOutbox(aRecord({ outbox: waiting(1, 1) }), {}, { kind: 'send-again' });
  const sent = await runs({ status: 503, code: 'CHANNEL_FAULT', retryAfterSeconds: null });

  expect(channel.sent).toEqual([]);
  expect(sent.undelivered).toHaveLength(1);
});

test('what another turn saved meanwhile is newer, and stays', async () => {
  const { outbox, context, save, store, stored } = await anOutbox(aRecord({ outbox: waiting(1) }));
  const turn = { trigger: null, record: aRecord({ outbox: waiting(1) }), etag: await save(), replays: 0, fault: null };
  const sent = await outbox.send(context, key, turn);
  await store.write(key, aRecord({ misses: 7 }) as unknown as Json, turn.etag);
  await outbox.settle(context, key, turn, sent);

  expect(stored().misses).toBe(7);
});

test('a turn that says nothing still tells the tickets, and crosses that off', async () => {
  const news = { kind: 'progress', summary: 'on the way', id: 'n-1', at: '2026-11-20T12:00:00.000Z' } as const;
  const { runs, stored, told } = await anOutbox(
    aRecord({ ticketNews: [{ kind: 'news', ticketId: 'ticket-1', news }] }),
  );
  await runs();

  expect(told).toEqual(['ticket-1']);
  expect(stored().ticketNews).toEqual([]);
});

describe('what an earlier turn could not send', () => {
  const leftover = async (tries: number, ...refusals: number[]) => {
    const record = aRecord({ outbox: waiting(2, tries, 'one that died') });
    const parts = await anOutbox(record);
    parts.channel.refusals.push(...refusals);
    const recovered = await parts.outbox.sendLeftovers(parts.context, key, record, await parts.save());
    return { ...parts, record, recovered };
  };

  test('is crossed off before the turn goes on, which may fail', async () => {
    const { stored } = await leftover(0);

    expect(stored().outbox).toBeNull();
  });

  test('goes out first', async () => {
    const { channel, record, recovered, events, store } = await leftover(0);

    expect(channel.sent.map(({ text }) => text)).toEqual(['waiting 1', 'waiting 2']);
    expect(record.outbox).toBeNull();
    expect(recovered).toEqual({ fault: null, etag: store.documents.get(key)?.etag });
    expect(events).toContainEqual({ event: 'send.recovered', messages: 2 });
  });

  test('waits on when the channel still does not take it', async () => {
    const { record, recovered } = await leftover(1, 0, 503);

    expect(record.outbox).toMatchObject({ messages: [aMessage('waiting 2')], tries: 2 });
    expect(recovered?.fault?.status).toBe(503);
  });

  test('is given up after five tries', async () => {
    const { record, recovered } = await leftover(4, 503);

    expect(record.outbox).toBeNull();
    expect(recovered?.fault).toBeNull();
  });

  const recoveredFrom = async (messages: readonly BufferedMessage[], ...refusals: number[]) => {
    const record = aRecord({ stepsCardId: 'before', outbox: { ...waiting(0), messages: [...messages] } });
    const { outbox, channel, context, save } = await anOutbox(record);
    channel.refusals.push(...refusals);
    await outbox.sendLeftovers(context, key, record, await save());
    return { record, channel };
  };

  test('is a steps card that the next turn can replace', async () => {
    expect((await recoveredFrom([aMessage('one'), aStepsCard()])).record.stepsCardId).toBe('sent-2');

    const { record, channel } = await recoveredFrom([aStepsUpdate('steps-1')]);
    expect(record.stepsCardId).toBe('steps-1');
    expect(channel.sent).toEqual([]);
  });

  test('puts something under the steps card, which is then not replaced', async () => {
    expect((await recoveredFrom([aMessage('one')])).record.stepsCardId).toBeNull();
    expect((await recoveredFrom([aMessage('one')], 503)).record.stepsCardId).toBeNull();
  });

  test('leaves the steps card where it is while it waits to replace it, or is given up', async () => {
    expect((await recoveredFrom([aStepsUpdate('steps-1')], 429)).record.stepsCardId).toBe('steps-1');

    const record = aRecord({ stepsCardId: 'before', outbox: waiting(1, 4) });
    const { outbox, channel, context, save } = await anOutbox(record);
    channel.refusals.push(503);
    await outbox.sendLeftovers(context, key, record, await save());
    expect(record).toMatchObject({ outbox: null, stepsCardId: 'before' });
  });

  test('is left to a replica that was first to take it', async () => {
    const record = aRecord({ outbox: waiting(1) });
    const { outbox, context, channel, save } = await anOutbox(record);
    const etag = await save();
    await save();

    expect(await outbox.sendLeftovers(context, key, record, etag)).toBeNull();
    expect(channel.sent).toEqual([]);
  });

  test('is nothing in a new conversation', async () => {
    const record = aRecord();
    const { outbox, context } = await anOutbox(record);
    expect(await outbox.sendLeftovers(context, key, record, null)).toEqual({ fault: null, etag: null });

    setOutbox(record, null);
    expect(await outbox.sendLeftovers(context, key, record, '1')).toEqual({ fault: null, etag: '1' });
  });
});
