import { postPlace, type TicketEar } from '../../../src/bot/record/ticket-news.ts';
import { TurnRunner } from '../../../src/bot/turn/turn-runner.ts';
import type { Stopwatch } from '../../../src/ports/stopwatch.ts';
import { noon } from '../../builders/facts.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';
import { aTurnContext, PlayedChannel } from '../../builders/turn-context.ts';
import { aTurnHandler } from '../../builders/turn-handler.ts';

/** Processes that share a store do not share a clock, and a clock can be set. */

const minute = 60_000;

/** A stopwatch that a test moves, and what happens elsewhere while somebody waits. */
class PlayedStopwatch implements Stopwatch {
  #elapsed = 0;
  meanwhile: () => Promise<void> = async () => undefined;

  elapsed(): number {
    return this.#elapsed;
  }

  #calls: { readonly everyMs: number; readonly call: () => void; at: number }[] = [];

  every(everyMs: number, call: () => void): () => void {
    const one = { everyMs, call, at: this.#elapsed + everyMs };
    this.#calls.push(one);
    return () => {
      this.#calls = this.#calls.filter((other) => other !== one);
    };
  }

  passes(ms: number): void {
    this.#elapsed += ms;
    for (const one of this.#calls) {
      if (one.at > this.#elapsed) continue;
      one.at += one.everyMs;
      one.call();
    }
  }

  async pause(ms: number): Promise<void> {
    this.#elapsed += ms;
    await this.meanwhile();
  }
}

/** A process whose clock is this many milliseconds off. Each of its answers is two messages, and news for its tickets if it has any. */
function aProcess(store: MemoryDocumentStore, name: string, clockOffBy: number, tickets?: TicketEar) {
  const channel = new PlayedChannel();
  const stopwatch = new PlayedStopwatch();
  const runner = new TurnRunner({
    store,
    stopwatch,
    clock: { now: () => noon + clockOffBy + stopwatch.elapsed() },
    journal: { note: () => undefined },
    randomId: () => name,
    sendAgainAt: async () => undefined,
    tellNewsAt: async () => undefined,
    tickets,
    handler: aTurnHandler({
      answer: async (context, record) => {
        if (tickets !== undefined) postPlace(record, 'ticket-1');
        await context.sendActivity(`${name} 1`);
        await context.sendActivity(`${name} 2`);
        return undefined;
      },
    }),
  });
  const hears = async (id: string, conversation = 'conv-1') => {
    const context = aTurnContext(
      { id, conversation: { id: conversation, isGroup: false, conversationType: '', name: '' } },
      channel,
    );
    await runner.run(context);
    await runner.idle();
  };
  return { channel, stopwatch, hears, said: () => channel.sent.map(({ text }) => text) };
}

/** Sends the first of its messages, and then the process dies. */
function diesSending(process: ReturnType<typeof aProcess>, conversation?: string): Promise<void> {
  const { promise: isDead, resolve: dies } = Promise.withResolvers<void>();
  const { channel } = process;
  const send = channel.sendActivities.bind(channel);
  let count = 0;
  channel.sendActivities = (context, activities) => {
    count += 1;
    if (count === 1) return send(context, activities);
    dies();
    return new Promise(() => undefined);
  };
  void process.hears('its last', conversation);
  return isDead;
}

test.each([
  ['set back by an hour', -60 * minute],
  ['set back by ten years', -10 * 365 * 24 * 60 * minute],
  ['ten minutes behind', -10 * minute],
  ['the same', 0],
  ['ten minutes ahead', 10 * minute],
  ['a day ahead', 24 * 60 * minute],
])(
  'after a death in the middle of sending, with a clock that is then %s, a chat goes on within 5 seconds',
  async (_how, offBy) => {
    const store = new MemoryDocumentStore();
    await diesSending(aProcess(store, 'dead', 0));
    const next = aProcess(store, 'next', offBy);
    await next.hears('hello');

    expect(next.stopwatch.elapsed()).toBeLessThanOrEqual(5_000);
    expect(next.said()).toEqual(['dead 2', 'next 1', 'next 2']);
  },
);

test('forty chats that stood still with the clock an hour ahead all go on', async () => {
  const store = new MemoryDocumentStore();
  const chats = Array.from({ length: 40 }, (_one, index) => `conv-${index}`);
  for (const chat of chats) await diesSending(aProcess(store, 'dead', 60 * minute), chat);
  const next = aProcess(store, 'next', 0);
  await Promise.all(chats.map((chat) => next.hears('hello', chat)));

  expect(next.said()).toHaveLength(3 * chats.length);
});

test.each([
  ['ten minutes ahead of', 10 * minute],
  ['ten minutes behind', -10 * minute],
])('a replica whose clock is %s another lets it finish, and nothing is lost or said twice', async (_how, offBy) => {
  const store = new MemoryDocumentStore();
  const slow = aProcess(store, 'slow', 0);
  const other = aProcess(store, 'other', offBy);
  const { isSending, goesOn } = holdSending(slow);
  const slowTurn = slow.hears('to the slow one');
  await isSending;
  other.stopwatch.meanwhile = async () => {
    if (other.stopwatch.elapsed() < 3_000) return;
    goesOn();
    await slowTurn;
  };
  await other.hears('to the other');

  expect(slow.said()).toEqual(['slow 1', 'slow 2']);
  expect(other.said()).toEqual(['other 1', 'other 2']);
});

test('a channel that takes twelve seconds is no reason to take its process for dead', async () => {
  const store = new MemoryDocumentStore();
  const slow = aProcess(store, 'slow', 0);
  const other = aProcess(store, 'other', 0);
  const { isSending, goesOn } = holdSending(slow);
  const slowTurn = slow.hears('to the slow one');
  await isSending;
  other.stopwatch.meanwhile = async () => {
    slow.stopwatch.passes(100);
    // What the slow process does by its stopwatch is done before the other looks again.
    await new Promise((resolve) => setImmediate(resolve));
    if (other.stopwatch.elapsed() < 12_000) return;
    goesOn();
    await slowTurn;
  };
  await other.hears('to the other');

  expect(slow.said()).toEqual(['slow 1', 'slow 2']);
  expect(other.said()).toEqual(['other 1', 'other 2']);
});

test('tickets that take long to hear the news are no reason to say anything twice', async () => {
  const store = new MemoryDocumentStore();
  const { promise: isTelling, resolve: tells } = Promise.withResolvers<void>();
  const { promise: mayGoOn, resolve: goesOn } = Promise.withResolvers<void>();
  const told: string[] = [];
  const keepPlace = async (ticketId: string) => {
    tells();
    await mayGoOn;
    told.push(ticketId);
  };
  const slow = aProcess(store, 'slow', 0, { keepPlace, tell: async () => undefined, raise: async () => undefined });
  const other = aProcess(store, 'other', 0);
  const slowTurn = slow.hears('to the slow one');
  await isTelling;
  await other.hears('to the other');
  goesOn();
  await slowTurn;

  expect([...slow.said(), ...other.said()]).toEqual(['slow 1', 'slow 2', 'other 1', 'other 2']);
  expect(told).toEqual(['ticket-1']);
});

/** Its channel takes what is sent only once it may go on. */
function holdSending({ channel }: ReturnType<typeof aProcess>) {
  const { promise: isSending, resolve: sends } = Promise.withResolvers<void>();
  const { promise: mayGoOn, resolve: goesOn } = Promise.withResolvers<void>();
  const send = channel.sendActivities.bind(channel);
  channel.sendActivities = async (context, activities) => {
    sends();
    await mayGoOn;
    return send(context, activities);
  };
  return { isSending, goesOn };
}
