import type { TicketNews } from '../../src/domain/ticket.ts';
import type { StoredDocument } from '../../src/ports/document-store.ts';
import { MemoryDocumentStore } from '../builders/memory-document-store.ts';
import { aWorld, handOver, start } from './a-book.ts';
import { aDelivery, aRequester, down, fakeDesk, handedOver } from './fake-desk.ts';

/** When and how often what waits is done: for the person, in the chat, at the desk. */

const at = new Date(start).toISOString();
const minute = 60_000;
/** No test waits for the timer. */
const never = 3_600_000;

class WatchedStore extends MemoryDocumentStore {
  afterRead = async (): Promise<void> => undefined;

  override async read(key: string): Promise<StoredDocument | null> {
    const found = await super.read(key);
    await this.afterRead();
    return found;
  }
}

function takenUp(id = 'n1'): TicketNews {
  return { id, at, kind: 'taken-up', scenario: 'add-azure' };
}

describe('what it works on', () => {
  test('once started, it works on a ticket at once, without a poll', async () => {
    const world = aWorld();
    const book = world.book();
    book.start(never);

    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.stop();

    expect(world.reached.has(id)).toBe(true);
  });

  test('before it is started, and after it was stopped, it waits until it is told to', async () => {
    const world = aWorld();
    const book = world.book();
    const first = await handOver(book, aDelivery('d1', handedOver()));
    book.start(never);
    await book.stop();
    const second = await handOver(book, aDelivery('d2', handedOver({ number: 'T2' })));
    await book.stop();
    expect([...world.reached]).toEqual([]);

    await book.runDue();

    expect(world.reached).toEqual(new Set([first, second]));
  });

  test('news that comes at the last look at a ticket is not left for the next poll', async () => {
    const store = new WatchedStore();
    const world = aWorld({ store });
    let [looks, isTold] = [0, false];
    const book = world.book({
      failpoint: (name) => {
        if (name === 'effect-settled' && !isTold) looks = 2;
      },
    });
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.runDue();
    looks = Number.POSITIVE_INFINITY;
    book.start(never);
    // After the note it looks for more to do, and then whether there is anything left to plan.
    store.afterRead = async () => {
      looks -= 1;
      if (looks !== 0) return;
      isTold = true;
      await book.tell(id, { id: 'n2', at, kind: 'progress', summary: 'more' });
    };

    await book.tell(id, takenUp());
    for (let turn = 0; turn < 1_000 && world.desk.taken.length < 3; turn += 1)
      await new Promise((resolve) => setImmediate(resolve));
    await book.stop();

    expect(isTold).toBe(true);
    expect(world.desk.taken.map(({ effectId }) => effectId)).toEqual([`${id}-1`, `${id}-2`, `${id}-3`]);
  });

  test('the oldest first, and eight at a time', async () => {
    const world = aWorld();
    const order: string[] = [];
    let [now, most] = [0, 0];
    const book = world.book({
      people: {
        reach: async (_person, ticketId) => {
          order.push(ticketId);
          now += 1;
          most = Math.max(most, now);
          await new Promise((resolve) => setImmediate(resolve));
          now -= 1;
          return { kind: 'reached' };
        },
        continueChat: async () => undefined,
      },
    });
    const ids: string[] = [];
    for (let number = 0; number < 20; number += 1) {
      ids.push(await handOver(book, aDelivery(`d${number}`, handedOver({ number: `T${number}` }))));
      world.now += 1_000;
    }

    await book.runDue();

    expect(order.slice(0, 8).sort()).toEqual(ids.slice(0, 8).sort());
    expect(order.slice(8, 16).sort()).toEqual(ids.slice(8, 16).sort());
    expect(order).toHaveLength(20);
    expect(most).toBe(8);
  });

  test('asked again while it works, it does not begin a second round', async () => {
    const world = aWorld();
    const book = world.book();
    await handOver(book, aDelivery('d1', handedOver()));

    const [one, other] = [book.runDue(), book.runDue()];

    expect(one).toBe(other);
    await one;
  });

  test('a ticket that fails is noted, keeps no other waiting, and is done next time', async () => {
    const world = aWorld();
    let [isBroken, found] = [true, 0];
    const breaks = (name: string): void => {
      if (name !== 'work-found') return;
      found += 1;
      // The first of the three, and the one that is left when it looks again.
      if (isBroken && (found === 1 || found > 3)) throw new RangeError('CNRY-broken');
    };
    const book = world.book({ failpoint: breaks });
    for (const number of ['T1', 'T2', 'T3']) await handOver(book, aDelivery(`d${number}`, handedOver({ number })));

    await book.runDue();

    expect(world.reached.size).toBe(2);
    expect(world.events).toContainEqual({ event: 'ticket.work-failed', error: 'RangeError' });
    expect(JSON.stringify(world.events)).not.toContain('CNRY');
    isBroken = false;
    await book.runDue();
    expect(world.reached.size).toBe(3);
  });

  test('what a desk that left the settings should hear waits for it', async () => {
    const world = aWorld();
    const id = await handOver(world.book(), aDelivery('d1', handedOver()));
    await world.book().tell(id, takenUp());
    await world.book({ desks: [] }).runDue();
    expect((await world.book().record(id))?.effects.map(({ fate }) => fate)).toEqual(['waiting']);

    world.now += 60 * minute;
    await world.book().runDue();

    expect(world.desk.taken).toHaveLength(1);
  });

  test('work that another replica sees before the ticket is stored is not thrown away', async () => {
    const world = aWorld();
    const other = world.book();
    const book = world.book({ failpoint: (name) => (name === 'work-planned' ? other.runDue() : undefined) });

    const id = await handOver(book, aDelivery('d1', handedOver()));
    await other.runDue();

    expect(world.reached.has(id)).toBe(true);
  });

  test('work whose ticket was never stored goes after a while', async () => {
    const world = aWorld();
    await world.store.write(`ticket-work/${at}/EEEEEEEEEEEEEEEEEEEEEE/1-desk`, {}, null);

    const book = world.book();
    await book.runDue();
    expect(await world.store.list('ticket-work/', 10)).toHaveLength(1);
    world.now += 6 * minute;
    await book.runDue();

    expect(await world.store.list('ticket-work/', 10)).toEqual([]);
  });

  test('work that several replicas left at one ticket goes in the same while, not one piece after the other', async () => {
    const world = aWorld();
    const book = world.book();
    await book.runDue();
    for (const revision of [1, 2, 3])
      await world.store.write(`ticket-work/${at}/EEEEEEEEEEEEEEEEEEEEEE/${revision}-desk`, {}, null);

    await book.runDue();
    world.now += 6 * minute;
    for (let look = 0; look < 3; look += 1) await book.runDue();

    expect(await world.store.list('ticket-work/', 10)).toEqual([]);
  });
});

describe('a desk that does not take it', () => {
  async function withOneEffect() {
    const world = aWorld();
    const book = world.book();
    const id = await handOver(book, aDelivery('d1', handedOver()));
    await book.tell(id, takenUp());
    return { world, book, id };
  }

  /** Looks, and again when what was claimed before has stood still for long enough. */
  async function untilClaimsEnd(world: ReturnType<typeof aWorld>, book: { runDue(): Promise<void> }): Promise<void> {
    await book.runDue();
    world.now += 31_000;
    await book.runDue();
  }

  /** Looks every five seconds for so long. */
  async function pass(world: ReturnType<typeof aWorld>, book: { runDue(): Promise<void> }, ms: number): Promise<void> {
    for (const end = world.now + ms; world.now < end; ) {
      world.now += 5_000;
      await book.runDue();
    }
  }

  test('down for an hour: afterwards each ticket is told of once, in order, within a minute', async () => {
    const world = aWorld();
    const book = world.book();
    world.desk.refuses = down;
    const ids: string[] = [];
    for (let number = 0; number < 20; number += 1)
      ids.push(await handOver(book, aDelivery(`d${number}`, handedOver({ number: `T${number}` }))));
    await pass(world, book, 30 * minute);
    for (const id of ids) await book.tell(id, takenUp(`n-${id}`));
    await pass(world, book, 30 * minute);

    world.desk.refuses = null;
    await pass(world, book, minute);

    for (const id of ids)
      expect(world.desk.taken.filter((one) => one.effectId.startsWith(id)).map(({ effectId }) => effectId)).toEqual([
        `${id}-1`,
        `${id}-2`,
      ]);
    expect(world.desk.taken).toHaveLength(40);
  });

  test('down for an hour: it is not called more than a few times a minute', async () => {
    const { world, book } = await withOneEffect();
    world.desk.refuses = down;

    await pass(world, book, 60 * minute);

    expect(world.desk.writes).toBeLessThan(4 * 60);
  });

  test('down for four days: it is dead, which is told, and goes when it is tried again', async () => {
    const { world, book, id } = await withOneEffect();
    world.desk.refuses = down;
    for (let look = 0; look < 100; look += 1) {
      world.now += 60 * minute;
      await book.runDue();
    }
    expect((await book.list({ after: null, limit: 10, only: 'dead' })).tickets.map((ticket) => ticket.id)).toEqual([
      id,
    ]);
    expect(world.events.some(({ event }) => event === 'desk.dead')).toBe(true);

    world.desk.refuses = null;
    expect(await book.replay(id)).toBe(1);
    await book.runDue();

    expect(world.desk.taken).toHaveLength(1);
    expect((await book.list({ after: null, limit: 10, only: 'dead' })).tickets).toEqual([]);
  });

  test('a process that ends again and again while it writes does not use up the tries', async () => {
    const { world, id } = await withOneEffect();
    for (let life = 0; life < 20; life += 1) {
      const ends = (name: string): void => {
        if (name === 'effect-claimed') throw new Error('the process ends');
      };
      await untilClaimsEnd(world, world.book({ failpoint: ends }));
    }

    await untilClaimsEnd(world, world.book());

    expect((await world.book().record(id))?.effects.map(({ fate, tries }) => [fate, tries])).toEqual([
      ['delivered', 1],
    ]);
    expect(world.desk.taken).toHaveLength(1);
  });

  test('an answer that was lost: it looks, and does not write twice', async () => {
    const { world, book } = await withOneEffect();
    world.desk.forgetsToAnswer = true;
    await book.runDue();
    world.desk.forgetsToAnswer = false;

    world.now += minute;
    await book.runDue();

    expect(world.desk.taken).toHaveLength(1);
    expect(await world.store.list('ticket-work/', 10)).toEqual([]);
  });

  test('429: nothing is sent to it before it said', async () => {
    const { world, book } = await withOneEffect();
    world.desk.refuses = () => ({ kind: 'again', status: 429, retryAfterSeconds: 600, mayBeThere: false });
    await book.runDue();
    const { writes } = world.desk;

    await handOver(book, aDelivery('d2', handedOver({ number: 'T2' })));
    await pass(world, book, 9 * minute);
    expect(world.desk.writes).toBe(writes);
    world.desk.refuses = null;
    await pass(world, book, 2 * minute);

    expect(world.desk.taken).toHaveLength(2);
  });

  test('no token to sign in with: what waits stays, its page says why, and goes when there is one', async () => {
    const { world, book, id } = await withOneEffect();
    const signIn = {
      because: 'refused',
      silence: null,
      status: 401,
      code: 'invalid_client',
      host: 'desk.contoso.com',
      retryAfterSeconds: null,
    } as const;
    world.desk.refuses = () => ({ kind: 'again', status: 401, retryAfterSeconds: null, mayBeThere: false, signIn });
    await book.runDue();

    expect((await book.record(id))?.effects).toMatchObject([
      { fate: 'waiting', lastStatus: 401, signInFault: 'refused' },
    ]);
    expect(world.events).toContainEqual({
      event: 'desk.sign-in-failed',
      desk: 'desk',
      because: 'refused',
      status: 401,
      code: 'invalid_client',
      host: 'desk.contoso.com',
      tries: 1,
    });
    expect(world.events.map(({ event }) => event)).not.toContain('desk.failed');

    world.desk.refuses = () => ({ kind: 'again', status: 500, retryAfterSeconds: null, mayBeThere: false });
    await pass(world, book, minute);
    expect((await book.record(id))?.effects).toMatchObject([{ fate: 'waiting', signInFault: null }]);

    world.desk.refuses = null;
    await pass(world, book, 60 * minute);
    expect((await book.record(id))?.effects).toMatchObject([{ fate: 'delivered', signInFault: null }]);
  });

  test('no token for four days: it is dead, and its page still says why', async () => {
    const { world, book, id } = await withOneEffect();
    const signIn = {
      because: 'silent',
      silence: 'no-answer',
      status: null,
      code: '',
      host: 'auth.contoso.com',
      retryAfterSeconds: null,
    } as const;
    world.desk.refuses = () => ({ kind: 'again', status: null, retryAfterSeconds: null, mayBeThere: false, signIn });

    for (let hour = 0; hour < 96; hour += 1) await pass(world, book, 60 * minute);

    expect((await book.record(id))?.effects).toMatchObject([{ fate: 'dead', signInFault: 'silent' }]);
  });

  test('410: nothing more is sent for that ticket, and all of it is visible', async () => {
    const { world, book, id } = await withOneEffect();
    world.desk.refuses = () => ({ kind: 'gone', status: 410 });
    await book.runDue();
    const { writes } = world.desk;

    await book.tell(id, { id: 'n9', at, kind: 'solved', summary: 'done' });
    world.now += 60 * minute;
    await book.runDue();

    expect(world.desk.writes).toBe(writes);
    expect((await book.record(id))?.effects.map(({ fate }) => fate)).toEqual(['dead', 'dead']);
  });

  test('404: it is looked for again, for the key may not see it; after the last time it is gone', async () => {
    const { world, book, id } = await withOneEffect();
    world.desk.refuses = () => ({ kind: 'gone', status: 404 });
    await book.runDue();
    expect((await book.record(id))?.effects).toMatchObject([{ fate: 'waiting', lastStatus: 404 }]);
    expect((await book.find(id))?.isGone).toBe(false);

    for (let day = 0; day < 9; day += 1) await pass(world, book, 25 * 60 * minute);
    expect((await book.record(id))?.effects).toMatchObject([{ fate: 'dead', lastStatus: 404 }]);
    expect((await book.find(id))?.isGone).toBe(true);
  });

  test('a hand-over that was refused is tried again, and its person learns of both', async () => {
    const world = aWorld({ desks: [fakeDesk({ isForPeople: true })] });
    const book = world.book();
    const id = 'DDDDDDDDDDDDDDDDDDDDDD';
    const rest = { title: 't', summary: 's', transcript: null, scenario: null, conversation: 'conversation/a' };
    await book.raise({ id, requester: aRequester(), ...rest });
    world.desk.refuses = () => ({ kind: 'refused', status: 422 });
    await book.runDue();
    expect((await book.find(id))?.handOver).toBe('refused');
    const told = world.continued.length;
    expect(told).toBeGreaterThan(0);

    world.desk.refuses = null;
    await pass(world, book, 2 * minute);
    await book.runDue();

    expect((await book.find(id))?.handOver).toBe('arrived');
    expect(world.continued.length).toBeGreaterThan(told);
  });

  test('another refusal ends that effect only', async () => {
    const { world, book, id } = await withOneEffect();
    await book.tell(id, { id: 'n2', at, kind: 'progress', summary: 'more' });
    world.desk.refuses = (effect) => (effect.id.endsWith('-1') ? { kind: 'refused', status: 422 } : null);

    await book.runDue();

    expect((await book.record(id))?.effects.map(({ fate, lastStatus }) => [fate, lastStatus])).toEqual([
      ['dead', 422],
      ['delivered', null],
    ]);
  });

  test('a ticket that could not be made takes what follows with it, and all is made when it is tried again', async () => {
    const world = aWorld({ desks: [fakeDesk({ isForPeople: true })] });
    const book = world.book();
    const id = 'BBBBBBBBBBBBBBBBBBBBBB';
    const rest = { title: 't', summary: 's', transcript: 'x', scenario: null, conversation: 'conversation/a' };
    await book.raise({ id, requester: aRequester(), ...rest });
    await book.tell(id, { id: 'n1', at, kind: 'person-answered', text: 'and this' });
    world.desk.refuses = () => ({ kind: 'refused', status: 400 });
    await book.runDue();
    expect((await book.find(id))?.handOver).toBe('refused');
    for (let day = 0; day < 9; day += 1) await pass(world, book, 25 * 60 * minute);
    expect((await book.record(id))?.effects.map(({ fate }) => fate)).toEqual(['dead', 'dead']);
    expect((await book.find(id))?.handOver).toBe('failed');

    world.desk.refuses = null;
    await book.replay(id);
    await book.runDue();

    expect(world.desk.taken.map(({ effectId, number }) => [effectId, number])).toEqual([
      [`${id}-1`, 'N1'],
      [`${id}-2`, 'N1'],
    ]);
  });

  test('what it has is no longer kept', async () => {
    const { world, book } = await withOneEffect();
    await book.tell((await book.list({ after: null, limit: 1, only: 'all' })).tickets[0]?.id ?? '', {
      id: 'n2',
      at,
      kind: 'person-answered',
      text: 'CNRY-words',
    });

    await book.runDue();

    expect(JSON.stringify([...(world.store as MemoryDocumentStore).documents])).not.toContain('CNRY-words');
  });
});

test('an object id that the tenant does not know is parked, and nobody gets a link', async () => {
  const world = aWorld();
  world.reach = 'not-there';
  world.knowsIds = { kind: 'absent' };
  const book = world.book();
  const id = await handOver(book, aDelivery('d1', handedOver()));
  await book.runDue();

  expect(await book.record(id)).toMatchObject({ state: 'unrouted', history: [{}, { because: 'unknown-person' }] });
  expect(world.desk.taken.map(({ effect }) => effect.reply)).toEqual(['']);
});
