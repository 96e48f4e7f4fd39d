import type { DeskWriting } from '../../src/ports/desk.ts';
import { failpoints } from '../../src/tickets/ticket-store.ts';
import { seedOfRun } from '../builders/laws.ts';
import { offendersOneByOne } from '../builders/offenders.ts';
import { randomNumbers } from '../builders/random-numbers.ts';
import { aWorld, deliver, handOver, start, type WorkingBook, type World } from './a-book.ts';
import { aDelivery, alice, aRequester, fakeDesk, handedOver } from './fake-desk.ts';
import { allTickets, faultsOf, letEverythingEnd } from './history.ts';
import { type MortalProcess, ProcessEnded, startProcess } from './mortal-process.ts';

const at = new Date(start).toISOString();
const chat = 'conversation/webchat/alice/one';
const raisedId = 'DDDDDDDDDDDDDDDDDDDDDD';
const leaseMs = 30_000;

/** What was promised to somebody outside. */
interface Acknowledged {
  readonly tickets: Set<string>;
  /** How many effects a ticket owes to its news. */
  readonly news: Map<string, number>;
}

type Act = (book: WorkingBook, world: World, acknowledged: Acknowledged) => Promise<void>;

/** A whole story: found in the directory, given a link, started, answered, solved; and one that a person asked for. */
const story: readonly Act[] = [
  async (book, world, { tickets }) => {
    world.directory = { kind: 'found', personId: alice };
    world.reach = 'not-there';
    const requester = aRequester({ personId: null, userPrincipalName: 'alice@contoso.com' });
    tickets.add(await handOver(book, aDelivery('d1', handedOver({ requester }))));
  },
  async (book) => book.runDue(),
  async (book, world) => {
    const reply = world.desk.taken.find(({ effect }) => effect.reply !== '')?.effect.reply ?? '';
    const opened = await book.redeem(/#([\w-]+)/.exec(reply)?.[1] ?? '', chat);
    if (opened === null) throw new Error('the link opens nothing');
    await book.keepPlace(opened.id, chat);
  },
  async (book, _world, acknowledged) => {
    const [id = ''] = acknowledged.tickets;
    await book.tell(id, { id: 'n1', at, kind: 'taken-up', scenario: 'add-azure' });
    acknowledged.news.set(id, 2);
  },
  async (book) => book.runDue(),
  async (book) => {
    const event = { kind: 'colleague-answered', number: 'T1', text: 'Hello', version: null };
    await deliver(book, aDelivery('d2', event));
  },
  async (book) => book.runDue(),
  async (book, _world, acknowledged) => {
    const [id = ''] = acknowledged.tickets;
    await book.tell(id, { id: 'n2', at, kind: 'solved', summary: 'in use' });
    acknowledged.news.set(id, 3);
  },
  async (book, _world, { tickets, news }) => {
    const said = { scenario: null, title: 't', summary: 's', transcript: null, conversation: chat };
    await book.raise({ id: raisedId, requester: aRequester(), ...said });
    tickets.add(raisedId);
    news.set(raisedId, 1);
  },
  async (book) => book.runDue(),
];

/** Does each act until it succeeds; a process that ends is followed by another on the same store. */
async function play(
  acts: readonly Act[],
  world: World,
  begin: (lives: number) => MortalProcess,
): Promise<{ acknowledged: Acknowledged; lives: MortalProcess[] }> {
  const acknowledged: Acknowledged = { tickets: new Set(), news: new Map() };
  const lives = [begin(0)];
  for (const act of acts) {
    for (let tries = 0; ; tries += 1) {
      const process = lives.at(-1);
      if (process === undefined || tries > 20) throw new Error('an act never succeeds');
      const ended = await act(process.book, world, acknowledged).then(
        () => process.hasEnded(),
        (error: unknown) => {
          if (!(error instanceof ProcessEnded)) throw error;
          return true;
        },
      );
      if (!ended) break;
      const next = begin(lives.length);
      lives.push(next);
      // It sees what was claimed before, and that nobody goes on with it.
      await next.book.runDue();
      world.now += leaseMs + 1_000;
    }
  }
  return { acknowledged, lives };
}

function aWorldWithAChat(): World {
  return aWorld({ desks: [fakeDesk({ isForPeople: true })] });
}

test('the story passes every place where a process could end', async () => {
  const world = aWorldWithAChat();

  const { lives } = await play(story, world, () => startProcess(world, () => false));

  const missed = failpoints.filter((name) => !lives[0]?.passed.includes(name));
  expect(missed.filter((name) => name !== 'old-work-removed')).toEqual([]);
  expect(failpoints.length).toBeGreaterThanOrEqual(12);
});

describe.each([1, 2, 3, 5])('a process that ends at passing %i of', (passing) => {
  test.each(failpoints)('%s loses nothing and does nothing twice', async (name) => {
    const world = aWorldWithAChat();
    const begin = (lives: number) =>
      startProcess(world, (passed, count) => lives === 0 && passed === name && count === passing);

    const { acknowledged } = await play(story, world, begin);
    await letEverythingEnd(world);

    expect(await faultsOf(world, acknowledged)).toEqual([]);
    const [handed, raised] = [...(await allTickets(world))].sort((one) => (one.id === raisedId ? 1 : -1));
    expect(handed?.state).toBe('solved');
    expect(handed?.effects.map(({ fate }) => fate)).toEqual(['delivered', 'delivered', 'delivered']);
    expect(raised?.effects.map(({ fate }) => fate)).toEqual(['delivered']);
    expect((await world.book().find(handed?.id ?? ''))?.answers).toHaveLength(1);
    expect(world.continued.length).toBeGreaterThanOrEqual(1);
  });
});

test('a process that ends at each place in turn, one after the other, loses nothing', async () => {
  const world = aWorldWithAChat();
  const begin = (lives: number) => startProcess(world, (passed) => passed === failpoints[lives]);

  const { acknowledged, lives } = await play(story, world, begin);
  await letEverythingEnd(world);

  expect(lives.length).toBeGreaterThan(5);
  expect(await faultsOf(world, acknowledged)).toEqual([]);
});

test('fifty random stories lose nothing and do nothing twice', async () => {
  const stories = Array.from({ length: 50 }, (_, story) => {
    const seed = seedOfRun() + story;
    return { title: `the story of seed ${seed}`, seed };
  });
  const offenders = await offendersOneByOne(stories, async ({ seed }) => {
    const world = aWorldWithAChat();
    const random = randomNumbers(seed);

    const begin = () => startProcess(world, () => random(50) === 0);
    const { acknowledged, lives } = await play(randomActs(random), world, begin);
    await letEverythingEnd(world);

    return [
      ...(await faultsOf(world, acknowledged)),
      ...(acknowledged.tickets.size > 0 ? [] : ['no ticket was taken']),
      ...(lives.length > 0 ? [] : ['no process ever ran']),
    ];
  });

  expect(offenders).toEqual([]);
});

/** Sixty acts of two desks' worth of tickets, with a desk that fails now and then, some of them at the same time. */
function randomActs(pick: (below: number) => number): readonly Act[] {
  const told = new Map<string, number>();
  const refusals: readonly (() => DeskWriting | null)[] = [
    () => null,
    () => null,
    () => ({ kind: 'again', status: 503, retryAfterSeconds: null, mayBeThere: false }),
    () => ({ kind: 'again', status: 429, retryAfterSeconds: 30, mayBeThere: false }),
    () => ({ kind: 'again', status: null, retryAfterSeconds: null, mayBeThere: true }),
  ];
  const acts: (() => Act)[] = [
    () => {
      const number = pick(6);
      return async (book, _world, { tickets }) => {
        tickets.add(await handOver(book, aDelivery(`h${number}`, handedOver({ number: `T${number}` }))));
      };
    },
    () => {
      const [which, news] = [pick(6), `n${pick(1_000_000)}`];
      return async (book, _world, acknowledged) => {
        const id = [...acknowledged.tickets][which];
        if (id === undefined) return;
        await book.tell(id, { id: news, at, kind: 'progress', summary: news });
        const known = told.get(`${id} ${news}`) ?? 0;
        told.set(`${id} ${news}`, 1);
        if (known === 0) acknowledged.news.set(id, (acknowledged.news.get(id) ?? 0) + 1);
      };
    },
    () => {
      const [number, delivery] = [pick(6), pick(1_000)];
      return async (book) => {
        const event = { kind: 'colleague-answered', number: `T${number}`, text: 'Hello', version: null };
        await deliver(book, aDelivery(`a${number}-${delivery}`, event));
      };
    },
    () => async (book) => book.runDue(),
    () => async (book, world) => {
      world.now += 6_000;
      await Promise.all([book.runDue(), world.book().runDue()]);
    },
    () => {
      const refusal = refusals[pick(refusals.length)];
      const forgets = pick(5) === 0;
      return async (_book, world) => {
        world.desk.refuses = refusal ?? null;
        world.desk.forgetsToAnswer = forgets;
      };
    },
    () => {
      const minutes = pick(40);
      return async (_book, world) => {
        world.now += minutes * 60_000;
      };
    },
  ];
  return Array.from(
    { length: 60 },
    (_, index) => (index === 0 ? acts[0] : acts[pick(acts.length)])?.() ?? (async () => undefined),
  );
}
