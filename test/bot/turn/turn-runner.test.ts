import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import type { ProactiveTrigger } from '../../../src/bot/proactive/proactive-trigger.ts';
import { countMiss, keepProgress } from '../../../src/bot/record/conversation-changes.ts';
import type { ConversationRecord } from '../../../src/bot/record/conversation-record.ts';
import { RecordCache } from '../../../src/bot/turn/conversation-store.ts';
import { TurnRunner } from '../../../src/bot/turn/turn-runner.ts';
import { type Json, type StoredDocument, StoreFault, type WriteResult } from '../../../src/ports/document-store.ts';
import type { JournalEvent } from '../../../src/ports/journal.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';
import { type Answer, aTurnHandler } from '../../builders/turn-handler.ts';

const key = 'conversation/directline/conv-1/one';
const today = Date.UTC(2026, 10, 20);

/** A channel that keeps what it got, and can refuse. */
class Channel extends BotAdapter {
  readonly got: string[] = [];
  refusals = 0;
  refusal = 503;

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    if (this.refusals > 0) {
      this.refusals -= 1;
      throw Object.assign(new Error('channel is down'), { status: this.refusal, code: 'CHANNEL_FAULT' });
    }
    for (const activity of activities) this.got.push(activity.text ?? activity.type ?? '');
    return activities.map((_, index) => ({ id: `sent-${this.got.length}-${index}` }));
  }

  override async updateActivity(): Promise<ResourceResponse | undefined> {
    throw Object.assign(new Error('this channel cannot replace messages'), { status: 405, code: 'CHANNEL_FAULT' });
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('not used');
  }

  override async continueConversation(): Promise<void> {
    throw new Error('not used');
  }
}

function aBot(
  answer: Answer,
  store = new MemoryDocumentStore(),
  now = today,
  sendAgainAt: (conversation: string) => Promise<void> = async () => undefined,
) {
  const channel = new Channel();
  const recordCache = new RecordCache();
  const events: JournalEvent[] = [];
  let ids = 0;
  const runner = new TurnRunner({
    store,
    clock: { now: () => now },
    recordCache,
    sendAgainAt,
    tellNewsAt: async () => undefined,
    journal: { note: (event) => events.push(event) },
    handler: aTurnHandler({
      answer,
      erase: async (context, _record, conversation) => {
        await store.remove(conversation);
        await context.sendActivity('all gone');
      },
    }),
    randomId: () => {
      ids += 1;
      return `random-id-${ids}-of-this-bot`;
    },
  });
  const contextOf = (text: string, id: string): TurnContext =>
    new TurnContext(channel, {
      type: 'message',
      id,
      text,
      channelId: 'directline',
      serviceUrl: 'http://localhost/',
      conversation: { id: 'conv-1', isGroup: false, conversationType: 'personal', name: '' },
      from: { id: 'dl_ann', name: '' },
      recipient: { id: 'bot', name: '' },
    });
  const delivers = (text: string, id: string = text): Promise<void> => runner.run(contextOf(text, id));
  const takesUp = (trigger: ProactiveTrigger): Promise<void> => {
    return runner.run(contextOf('', ''), trigger);
  };
  /** Until what is written behind the answer is written as well. */
  const says = async (text: string, id: string = text): Promise<void> => {
    await delivers(text, id);
    await runner.idle();
  };
  return { channel, delivers, events, recordCache, runner, store, says, takesUp };
}

/** Counts in the record, and says the count. */
const counting: Answer = async (context, record) => {
  countMiss(record);
  await context.sendActivity(`${context.activity.text} ${record.misses}`);
};

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

function storedOf(store: MemoryDocumentStore): ConversationRecord {
  return store.documents.get(key)?.value as unknown as ConversationRecord;
}

test('what was said is kept, and goes out after it was saved', async () => {
  const { channel, store, says } = aBot(async (context, record, cause) => {
    await counting(context, record, cause);
    expect(channel.got).toEqual([]);
  });

  await says('hello');

  expect(channel.got).toEqual(['hello 1']);
  expect(storedOf(store)).toMatchObject({ misses: 1, outbox: null });
});

test('fifty turns at once on one conversation all count', async () => {
  const { channel, store, says } = aBot(counting);

  await Promise.all(Array.from({ length: 50 }, (_, index) => says(`m${index}`)));

  expect(storedOf(store).misses).toBe(50);
  expect(channel.got).toHaveLength(50);
});

test('a turn that lost the race is run again on what the other saved, and says things once', async () => {
  const store = new MemoryDocumentStore();
  const mine = aBot(counting, store);
  const theirs = aBot(counting, store);
  await mine.says('first');
  store.beforeNextWrite = () => theirs.says('theirs');

  await mine.says('mine');

  expect(storedOf(store).misses).toBe(3);
  expect(mine.channel.got).toEqual(['first 1', 'mine 3']);
  expect(theirs.channel.got).toEqual(['theirs 2']);
});

test('an activity that is delivered again is answered once', async () => {
  const { channel, events, says } = aBot(counting);

  await Promise.all([says('hello', 'id-1'), says('hello', 'id-1'), says('hello', 'id-1')]);

  expect(channel.got).toEqual(['hello 1']);
  expect(events.filter(({ event }) => event === 'turn.duplicate')).toHaveLength(2);
});

test('a message that the channel did not take goes out before the next one', async () => {
  const { channel, says } = aBot(counting);
  channel.refusals = 1;
  await says('one');
  expect(channel.got).toEqual([]);

  await says('two');

  expect(channel.got).toEqual(['one 1', 'two 2']);
});

test('a delivery that comes again sends what the channel did not take, and that once', async () => {
  const { channel, store, says } = aBot(counting);
  channel.refusals = 1;
  await says('one', 'id-1');

  await says('one', 'id-1');
  expect(channel.got).toEqual(['one 1']);
  expect(storedOf(store).outbox).toBeNull();

  await says('two', 'id-2');
  expect(channel.got).toEqual(['one 1', 'two 2']);
});

test('a bot that takes over after a crash sends what was saved but not sent', async () => {
  const store = new MemoryDocumentStore();
  const crashed = aBot(counting, store);
  await crashed.says('one');
  const document = store.documents.get(key);
  const waiting = {
    messages: [{ kind: 'send', activity: { type: 'message', text: 'saved words' }, activityId: null, slot: null }],
    sender: 'a dead bot',
    leaseUntil: 0,
    tries: 0,
  };
  store.documents.set(key, {
    etag: document?.etag ?? '',
    value: { ...(document?.value as object), outbox: waiting } as never,
  });
  const { channel, says } = aBot(counting, store);

  await says('two');

  expect(channel.got).toEqual(['saved words', 'two 2']);
});

test('a bot that takes over after a crash knows the steps card that it sent for the one before', async () => {
  const store = new MemoryDocumentStore();
  const steps: Answer = async (context, record) => {
    const channelData = { 'onetenant.slot': { replaces: record.stepsCardId } };
    await context.sendActivity({ type: 'message', text: context.activity.text, channelData });
  };
  const crashed = aBot(steps, store);
  crashed.channel.sendActivities = () => new Promise(() => undefined);
  void crashed.delivers('steps');
  await until(() => store.documents.has(key));
  const { channel, says } = aBot(steps, store, today + 60 * 60_000);

  await says('steps');
  expect(channel.got).toEqual(['steps']);
  expect(storedOf(store).stepsCardId).toBe('sent-1-0');

  const replaced: (string | undefined)[] = [];
  channel.updateActivity = async (_context?: TurnContext, activity?: Partial<Activity>) => {
    replaced.push(activity?.id);
    return undefined;
  };
  await says('tick');
  expect(replaced).toEqual(['sent-1-0']);
  expect(channel.got).toEqual(['steps']);
});

test('a message that cannot be replaced is sent anew', async () => {
  const { channel, says } = aBot(async (context) => {
    await context.sendActivity({
      type: 'message',
      text: 'steps',
      channelData: { 'onetenant.slot': { replaces: 'old-id' } },
    });
  });

  await says('tick');

  expect(channel.got).toEqual(['steps']);
});

test('a turn that fails tells a reference, changes nothing and keeps the next turn working', async () => {
  const { channel, events, store, says } = aBot(async (context, record, cause) => {
    if (context.activity.text === 'bad') {
      Object.assign(record, { misses: 99 });
      await context.sendActivity('half an answer');
      throw new TypeError('somebody typed: my password is 1234');
    }
    await counting(context, record, cause);
  });
  await says('good');

  await says('bad');
  await says('again');

  expect(channel.got).toEqual(['good 1', 'sorry', 'again 2']);
  expect(storedOf(store).misses).toBe(2);
  const failure = events.find(({ event }) => event === 'turn.failed');
  expect(JSON.stringify(failure)).not.toContain('password');
});

test('a conversation that cannot be read is kept aside and starts afresh', async () => {
  const { channel, store, events, says } = aBot(counting);
  store.documents.set(key, { value: { version: 1, locale: 7 }, etag: 'x' });

  await says('hello');

  expect(channel.got).toEqual(['hello 1']);
  expect([...store.documents.keys()].some((name) => name.startsWith('quarantine/'))).toBe(true);
  expect(events.some(({ event }) => event === 'state.quarantined')).toBe(true);
});

describe('the last turn of somebody who is forgotten', () => {
  const forgetting: Answer = async (context, record, cause) => {
    await counting(context, record, cause);
    return context.activity.text === 'forget me' ? 'erased' : undefined;
  };

  test('removes instead of saving, and says only its last words', async () => {
    const { channel, store, says } = aBot(forgetting);
    await says('hello');

    await says('forget me');

    expect(channel.got).toEqual(['hello 1', 'all gone']);
    expect([...store.documents.keys()]).toEqual([]);
  });

  test('leaves nothing behind when it is delivered again', async () => {
    const { channel, events, store, says } = aBot(forgetting);
    await says('hello');
    await says('forget me');

    await says('forget me');

    expect(channel.got).toEqual(['hello 1', 'all gone']);
    expect([...store.documents.keys()]).toEqual([]);
    expect(events).toContainEqual({ event: 'turn.duplicate' });
  });

  test('saves nothing when its last words are not delivered either', async () => {
    const { channel, store, says } = aBot(forgetting);
    await says('hello');
    channel.refusals = 1;

    await says('forget me');

    expect([...store.documents.keys()]).toEqual([]);
  });

  test('is the last: who writes again begins with nothing', async () => {
    const { channel, says } = aBot(forgetting);
    await says('hello');
    await says('forget me');

    await says('hello again');

    expect(channel.got.at(-1)).toBe('hello again 1');
  });
});

describe('what was sent is crossed off behind the answer to the channel', () => {
  /** A store whose write of "all of it is sent" waits, or fails. */
  class SlowToSettle extends MemoryDocumentStore {
    settles: () => Promise<void> = async () => undefined;

    override async write(name: string, value: Json, expected: string | null): Promise<WriteResult> {
      if (expected !== null && (value as unknown as ConversationRecord).outbox === null) await this.settles();
      return super.write(name, value, expected);
    }
  }

  test('the channel does not wait for it; the next turn and the end of the process do', async () => {
    const store = new SlowToSettle();
    const { channel, delivers, runner } = aBot(counting, store);
    const settled = Promise.withResolvers<void>();
    store.settles = () => settled.promise;
    let isIdle = false;

    await delivers('one');
    expect(channel.got).toEqual(['one 1']);
    expect(storedOf(store).outbox?.messages).toHaveLength(1);
    const idle = runner.idle().then(() => {
      isIdle = true;
    });
    const next = delivers('two');
    await new Promise((resolve) => setImmediate(resolve));
    expect([channel.got, isIdle]).toEqual([['one 1'], false]);

    settled.resolve();
    await next;
    await idle;
    await runner.idle();
    expect(channel.got).toEqual(['one 1', 'two 2']);
    expect(storedOf(store)).toMatchObject({ misses: 2, outbox: null });
  });

  test('a bot that ends between the two says the same again, and loses nothing', async () => {
    const store = new SlowToSettle();
    const ended = aBot(counting, store);
    store.settles = () => new Promise(() => undefined);
    await ended.delivers('one');
    store.settles = async () => undefined;
    const { channel, says } = aBot(counting, store, today + 6_000);

    await says('two');

    expect([ended.channel.got, channel.got]).toEqual([['one 1'], ['one 1', 'two 2']]);
    expect(storedOf(store)).toMatchObject({ misses: 2, outbox: null });
  });

  test('a store that cannot be reached then is told to the journal, and the next turn works', async () => {
    const store = new SlowToSettle();
    const { channel, events, says } = aBot(counting, store);
    store.settles = async () => {
      throw new StoreFault('away');
    };

    await says('one');
    store.settles = async () => undefined;
    await says('two');

    expect(events).toContainEqual({ event: 'turn.not-settled', error: 'StoreFault' });
    expect(channel.got).toEqual(['one 1', 'one 1', 'two 2']);
    expect(storedOf(store)).toMatchObject({ misses: 2, outbox: null });
  });

  test('what the channel did not take is planned before it has its answer', async () => {
    const planned: string[] = [];
    const { channel, delivers, store } = aBot(counting, new SlowToSettle(), today, async (conversation) => {
      planned.push(conversation);
    });
    Object.assign(channel, { refusals: 1, refusal: 429 });

    await delivers('one');

    expect(planned).toEqual([key]);
    expect(storedOf(store).outbox).toMatchObject({ leaseUntil: 0, tries: 1 });
  });

  test('a turn that nobody sent is over when it is crossed off', async () => {
    const { channel, store, takesUp } = aBot(counting);

    await takesUp({ kind: 'reminder-due', dueAt: '2026-11-20T00:00:00.000Z' });

    expect(channel.got).toHaveLength(1);
    expect(storedOf(store).outbox).toBeNull();
  });
});

describe('a conversation that this process saved last', () => {
  class CountedReads extends MemoryDocumentStore {
    reads = 0;

    override read(name: string): Promise<StoredDocument | null> {
      this.reads += 1;
      return super.read(name);
    }
    override async readIfChanged(name: string, etag: string): Promise<StoredDocument | 'unchanged' | null> {
      return this.documents.get(name)?.etag === etag ? 'unchanged' : this.read(name);
    }
  }

  test('is not read again', async () => {
    const store = new CountedReads();
    const { says } = aBot(counting, store);

    for (const text of ['one', 'two', 'three']) await says(text);

    expect(store.reads).toBe(1);
    expect(storedOf(store)).toMatchObject({ misses: 3, seen: ['one', 'two', 'three'], outbox: null });
  });

  test('is read again when another replica has saved it since', async () => {
    const store = new CountedReads();
    const mine = aBot(counting, store);
    const theirs = aBot(counting, store);

    await mine.says('one');
    await theirs.says('two');
    await mine.says('three');

    expect([mine.channel.got, theirs.channel.got]).toEqual([['one 1', 'three 3'], ['two 2']]);
    expect(store.reads).toBe(3);
  });

  /** Spoils the conversation and fails when it is told to. */
  const failing: Answer = async (context, record, cause) => {
    await counting(context, record, cause);
    keepProgress(record, { proofAttempts: record.progress.proofAttempts + 1 });
    if (context.activity.text === 'bad') throw new TypeError('it failed');
  };

  test('is as it was after a turn that failed, also inside', async () => {
    const { channel, says, store } = aBot(failing);
    for (const text of ['one', 'bad', 'two']) await says(text);

    expect(channel.got).toEqual(['one 1', 'sorry', 'two 2']);
    expect(storedOf(store)).toMatchObject({ misses: 2, progress: { proofAttempts: 2 }, seen: ['one', 'bad', 'two'] });
  });

  test('is as it was after a turn that failed and had sent what waited, once', async () => {
    const { channel, says, store } = aBot(failing);
    channel.refusals = 1;
    for (const text of ['one', 'bad', 'two']) await says(text);

    expect(channel.got).toEqual(['one 1', 'sorry', 'two 2']);
    expect(storedOf(store)).toMatchObject({ misses: 2, progress: { proofAttempts: 2 }, outbox: null });
  });

  test('is as it was when its first turn fails', async () => {
    const { channel, says, store } = aBot(failing);
    await says('bad');

    expect(channel.got).toEqual(['sorry']);
    expect(storedOf(store)).toMatchObject({ misses: 0, progress: { proofAttempts: 0 }, seen: ['bad'] });
  });

  test('is what another replica made of it, when a turn fails meanwhile', async () => {
    const store = new MemoryDocumentStore();
    const theirs = aBot(counting, store);
    const mine = aBot(async (context, record) => {
      if (context.activity.text === 'bad' && record.misses === 1) await theirs.says('theirs');
      await failing(context, record, { trigger: null, reading: null });
    }, store);

    await mine.says('one');
    await mine.says('bad');

    expect(storedOf(store)).toMatchObject({ misses: 2, seen: ['one', 'theirs', 'bad'] });
    expect(mine.channel.got).toEqual(['one 1', 'sorry']);
    expect(mine.events).toContainEqual({ event: 'turn.conflict', attempt: 1 });
  });

  test('is not kept with something left to send, nor after it was forgotten', async () => {
    const { channel, recordCache, says } = aBot(async (context, record, cause) => {
      await counting(context, record, cause);
      return context.activity.text === 'forget me' ? 'erased' : undefined;
    });
    channel.refusals = 1;
    await says('one');
    expect(recordCache.take(key)).toBeNull();

    await says('two');
    await says('forget me');

    expect(recordCache.take(key)).toBeNull();
    expect(channel.got).toEqual(['one 1', 'two 2', 'all gone']);
  });
});
