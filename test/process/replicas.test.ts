import { setTimeout as pause } from 'node:timers/promises';
import { type RunningAzurite, startAzurite } from '../builders/azurite.ts';
import { type BotProcess, makeWorld, type World } from './bot-process.ts';
import { type Front, startFront } from './front.ts';

/**
 * Two processes that share one store: what comes three times has one effect, and they can be replaced one after another
 * while people talk. REPEATED_ACTIVITIES and ROLLING_REQUESTS set how many; `npm run test:long` takes 1,000 and 10,000.
 */

const activities = Number(process.env.REPEATED_ACTIVITIES ?? 60);
const requests = Number(process.env.ROLLING_REQUESTS ?? 300);
const atOnce = 12;
const chats = 40;
const messagesOfHelp = 1;

let world: World;
let azurite: RunningAzurite;
let front: Front;
beforeAll(async () => {
  world = await makeWorld();
  azurite = await startAzurite();
});
beforeEach(async () => {
  front = await startFront({ as: 'balancer' });
  world.channel.got.length = 0;
});
afterEach(() => front.stop());
afterAll(async () => {
  await world.stop();
  await azurite.stop();
});

/** Each pair gets a place of its own. */
const stores: readonly [string, () => Readonly<Record<string, string>>][] = [
  ['one SQLite file', () => ({ DATA_FILE: `${world.folder}/${crypto.randomUUID()}.sqlite` })],
  [
    'one container of Azure Blob Storage',
    () => ({
      STORAGE: 'azure',
      STORAGE_CONNECTION_STRING: azurite.connectionString,
      STORAGE_CONTAINER: `c${crypto.randomUUID()}`,
    }),
  ],
];

test.each(stores)(
  `two replicas on %s: each of ${activities} activities that come three times is answered once`,
  async (_store, place) => {
    const settings = { ...place(), LOG_LEVEL: 'silent' };
    const replicas = [world.starts(settings), world.starts(settings)];
    const ports = await Promise.all(replicas.map((bot) => bot.port()));
    const [one = 0, other = 0] = ports;
    const statuses = new Set<number>();

    await inTurns(activities, async (index) => {
      const chat = `thrice-${index % chats}`;
      const deliveries = [one, other, index % 2 === 0 ? one : other];
      const answers = await Promise.all(deliveries.map((port) => untilTaken(port, chat, `a${index}`)));
      for (const status of answers) statuses.add(status);
    });

    expect([...statuses]).toEqual([200]);
    expect(timesAnswered()).toEqual({ activities, messagesOfEach: [messagesOfHelp] });
    await Promise.all(replicas.map(ends));
  },
  3_600_000,
);

test(`of ${requests} requests none fails while both replicas are replaced`, async () => {
  const settings = { DATA_FILE: `${world.folder}/rolling.sqlite`, LOG_LEVEL: 'silent' };
  let bots = [world.starts(settings), world.starts(settings)];
  const aims = async (): Promise<void> => front.toward(await Promise.all(bots.map((bot) => bot.port())));
  await aims();
  let isRolling = true;
  const failed: number[] = [];
  let sent = 0;

  const talking = Array.from({ length: atOnce }, async (_, worker) => {
    while (sent < requests || isRolling) {
      sent += 1;
      const status = await world.channel.delivers(front.port, `rolling-${worker}-${sent % 5}`, { id: `r${sent}` });
      if (status !== 200) failed.push(status);
    }
  });
  let rolls = 0;
  do {
    for (const old of [...bots]) {
      bots = [...bots, world.starts(settings)];
      await aims();
      const ended = ends(old);
      expect(await ended).toBe(0);
      bots = bots.filter((bot) => bot !== old);
      await aims();
    }
    rolls += 1;
  } while (sent < requests);
  isRolling = false;
  await Promise.all(talking);

  expect(failed).toEqual([]);
  expect(rolls).toBeGreaterThan(0);
  expect(timesAnswered()).toEqual({ activities: sent, messagesOfEach: [messagesOfHelp] });
  await Promise.all(bots.map(ends));
}, 3_600_000);

async function ends(bot: BotProcess): Promise<number | null> {
  bot.child.kill('SIGTERM');
  return (await bot.ends()).code;
}

/** As a channel does when it is asked to come back later. */
async function untilTaken(port: number, conversation: string, id: string): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    const status = await world.channel.delivers(port, conversation, { id });
    if ((status !== 429 && status !== 503) || attempt === 20) return status;
    await pause(200);
  }
}

/** How many activities were answered, and with how many messages. */
function timesAnswered(): { activities: number; messagesOfEach: readonly number[] } {
  const counts = new Map<string, number>();
  for (const { text } of world.channel.got) {
    const id = /"replyToId":"([^"]*)"/.exec(text)?.[1] ?? '';
    if (text.includes('"type":"message"')) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return { activities: counts.size, messagesOfEach: [...new Set(counts.values())] };
}

/** Every number below `count`, some at a time. */
async function inTurns(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      await work(index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
