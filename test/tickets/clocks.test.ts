import type { DeskEffect } from '../../src/domain/ticket.ts';
import type { Stopwatch } from '../../src/ports/stopwatch.ts';
import { machineStopwatch } from '../../src/ports/stopwatch.ts';
import { openTickets } from '../../src/tickets/open-tickets.ts';
import type { Failpoint } from '../../src/tickets/ticket-store.ts';
import { aWorld, deliver, handOver, start, type World } from './a-book.ts';
import { aDelivery, handedOver } from './fake-desk.ts';

/** Processes that share a store do not share a clock, and a clock can be set. */

const minute = 60_000;
const offsets = [
  ['set back by an hour', -60 * minute],
  ['ten minutes behind', -10 * minute],
  ['the same', 0],
  ['ten minutes ahead', 10 * minute],
  ['an hour ahead', 60 * minute],
] as const;

/** A stopwatch that a test moves. */
function aStopwatch(): Stopwatch & { passes(ms: number): void } {
  let elapsed = 0;
  return {
    ...machineStopwatch,
    elapsed: () => elapsed,
    passes: (ms) => {
      elapsed += ms;
    },
  };
}

/** A process whose clock is this many milliseconds off, on the true time of the world. */
function aProcess(world: World, clockOffBy: number, failpoint?: Failpoint) {
  const stopwatch = aStopwatch();
  const opened = openTickets({
    store: world.store,
    desks: world.desks,
    clock: { now: () => start + clockOffBy + stopwatch.elapsed() },
    stopwatch,
    journal: { note: () => undefined },
    randomId: () => crypto.randomUUID(),
    failpoint,
  });
  const worker = opened.worker({
    people: { reach: async () => ({ kind: 'reached' }), continueChat: async () => undefined },
    directory: { find: async () => ({ kind: 'absent' }) },
    chatOrigin: null,
  });
  /** Looks as often as a bot does, for so long. */
  const works = async (ms: number): Promise<void> => {
    for (let passed = 0; passed <= ms; passed += 3_000) {
      await worker.runDue();
      stopwatch.passes(3_000);
    }
  };
  return { book: opened.book, runDue: () => worker.runDue(), works };
}

/** Dies at this place. */
function diesAt(place: string): { readonly failpoint: Failpoint; readonly isDead: Promise<void> } {
  const { promise: isDead, resolve: dies } = Promise.withResolvers<void>();
  const failpoint: Failpoint = (name) => {
    if (name !== place) return undefined;
    dies();
    return new Promise(() => undefined);
  };
  return { failpoint, isDead };
}

function told(world: World): readonly string[] {
  return world.desk.taken.map(({ effectId }) => effectId);
}

describe.each(offsets)('a process whose clock is %s', (_how, offBy) => {
  test.each(['person-claimed', 'effect-claimed', 'effect-written'] as const)(
    'takes over from one that died at %s, within 50 seconds',
    async (place) => {
      const world = aWorld();
      const { failpoint, isDead } = diesAt(place);
      const dead = aProcess(world, 0, failpoint);
      await handOver(dead.book, aDelivery('d1', handedOver()));
      void dead.runDue();
      await isDead;
      const next = aProcess(world, offBy);
      await next.works(50_000);

      expect(told(world)).toHaveLength(1);
      expect(await world.store.list('ticket-work/', 10)).toEqual([]);
    },
  );

  test('leaves alone what another is writing, so that it is written once', async () => {
    const world = aWorld();
    const { promise: mayGoOn, resolve: goesOn } = Promise.withResolvers<void>();
    const { promise: isWriting, resolve: writes } = Promise.withResolvers<void>();
    const { write } = world.desk;
    let count = 0;
    world.desk.write = async (effect: DeskEffect, number: string, options: { readonly mayBeThere: boolean }) => {
      count += 1;
      writes();
      await mayGoOn;
      return write(effect, number, options);
    };
    const slow = aProcess(world, 0);
    await handOver(slow.book, aDelivery('d1', handedOver()));
    const slowly = slow.runDue();
    await isWriting;
    const other = aProcess(world, offBy);
    await other.works(20_000);
    goesOn();
    await slowly;
    await other.works(20_000);

    expect(count).toBe(1);
    expect(told(world)).toHaveLength(1);
  });

  test('does at once what another planned and did not come to', async () => {
    const world = aWorld();
    await handOver(aProcess(world, 0).book, aDelivery('d1', handedOver()));
    const next = aProcess(world, offBy);
    await next.works(0);

    expect(told(world)).toHaveLength(1);
  });

  test('leaves work alone whose ticket is just being stored', async () => {
    const world = aWorld();
    const { promise: mayGoOn, resolve: goesOn } = Promise.withResolvers<void>();
    const { promise: isPlanned, resolve: plans } = Promise.withResolvers<void>();
    const slow = aProcess(world, 0, (name) => {
      if (name !== 'work-planned') return undefined;
      plans();
      return mayGoOn;
    });
    const handed = handOver(slow.book, aDelivery('d1', handedOver()));
    await isPlanned;
    const other = aProcess(world, offBy);
    await other.works(30_000);
    goesOn();
    await handed;
    await other.works(30_000);

    expect(told(world)).toHaveLength(1);
  });
});

test('work that outlived its change does not stand before the work of today', async () => {
  const world = aWorld();
  const process = aProcess(world, 0);
  await process.works(0);
  const id = await handOver(process.book, aDelivery('d1', handedOver()));
  await world.store.write(`ticket-work/2026-11-21T08:59:59.000Z/${id}/1-desk`, {}, null);
  await process.works(0);

  expect(told(world)).toHaveLength(1);
});

test('an answer to a ticket that is just being stored is to come again, and is not lost', async () => {
  const world = aWorld();
  const { failpoint, isDead } = diesAt('number-kept');
  void handOver(aProcess(world, 0, failpoint).book, aDelivery('d1', handedOver()));
  await isDead;
  const { book } = aProcess(world, 0);
  const answer = aDelivery('d2', { kind: 'colleague-answered', number: 'T1', text: 'Hello', version: null });
  const early = await deliver(book, answer);
  const id = await handOver(book, aDelivery('d1', handedOver()));
  const again = await deliver(book, answer);

  expect(early).toMatchObject({ kind: 'later' });
  expect(again).toEqual({ kind: 'accepted', id });
  expect((await book.find(id))?.answers).toHaveLength(1);
});
