import { setTimeout as pause } from 'node:timers/promises';
import { Chat, type TurnTime } from '../chat.ts';
import type { BenchCloud, CloudService } from '../cloud.ts';
import { median, percentile, short, spread } from '../numbers.ts';
import { type BenchBot, startBot } from '../process.ts';
import { judge, type Row } from '../row.ts';
import { scenario, untilVerdict } from '../script.ts';

const upstreamMs = { graph: 60, arm: 90, login: 50, documents: 50 };
const slowest = Math.max(...Object.values(upstreamMs));
const rounds = 7;

/** The check: how long it takes beside the slowest service that it asks, and how many questions it asks. */
export async function measureCheck(cloud: BenchCloud): Promise<readonly Row[]> {
  const bot = await startBot('onetenant', cloud);
  try {
    for (let warm = 0; warm < 100; warm += 1) await walk(bot, cloud);
    Object.assign(cloud.delays, upstreamMs);
    const [cold, warm]: [number[], number[]] = [[], []];
    const questions: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const chat = new Chat(cloud, bot);
      let last: TurnTime | null = null;
      for await (const time of untilVerdict(chat)) last = time;
      cold.push((last?.httpMs ?? Number.NaN) / slowest);
      const before = { ...cloud.counts };
      const { httpMs } = await recheck(chat);
      warm.push(httpMs / slowest);
      questions.push(asked(cloud, before));
      chat.leaves();
    }
    const crowd = await fiftyPresses(bot, cloud);
    return [
      row('check after sign-in, tokens kept, against the slowest service', warm, { reach: 1.1, aim: 1.03 }),
      row('check after sign-in, fresh tokens, against the slowest service', cold, { reach: 2.1, aim: 2 }),
      count('upstream requests per check', median(questions), { reach: 3, aim: 2 }),
      count('upstream requests for 50 presses of "check" at once by one person', crowd, { reach: 3, aim: 2 }),
    ];
  } finally {
    Object.assign(cloud.delays, { graph: 0, arm: 0, login: 0, documents: 0 });
    await bot.stop();
  }
}

async function walk(bot: BenchBot, cloud: BenchCloud): Promise<void> {
  const chat = new Chat(cloud, bot);
  for await (const _ of scenario(chat, cloud));
  chat.leaves();
}

/** From the steps the person says that it is done: the bot reads everything again. */
async function recheck(chat: Chat): Promise<TurnTime> {
  await chat.presses('show-steps');
  return chat.presses('i-have-done-it');
}

async function fiftyPresses(bot: BenchBot, cloud: BenchCloud): Promise<number> {
  const chat = new Chat(cloud, bot);
  for await (const _ of untilVerdict(chat));
  await chat.presses('show-steps');
  const before = { ...cloud.counts };
  await Promise.all(Array.from({ length: 50 }, () => chat.presses('i-have-done-it').catch(() => null)));
  chat.leaves();
  const questions = asked(cloud, before);
  if (questions === 0) throw new Error('nobody was asked, so nothing was checked');
  return questions;
}

function asked(cloud: BenchCloud, before: Readonly<Record<CloudService, number>>): number {
  const services = ['graph', 'arm', 'login', 'documents'] as const;
  return services.reduce((sum, service) => sum + cloud.counts[service] - before[service], 0);
}

function row(what: string, ratios: readonly number[], target: { reach: number; aim: number }): Row {
  const ratio = median(ratios);
  return {
    what,
    ours: `${short(ratio * slowest)} ms`,
    peer: `${slowest} ms`,
    ratio: short(ratio),
    spread: spread(ratios),
    target: `≤ ${target.reach} (${target.aim})`,
    reached: judge(ratio, target),
  };
}

function count(what: string, value: number, target: { reach: number; aim: number }): Row {
  return {
    what,
    ours: String(value),
    peer: '–',
    ratio: String(value),
    spread: '–',
    target: `≤ ${target.reach} (${target.aim})`,
    reached: judge(value, target),
  };
}

/** A channel 20 ms and a store 5 ms away: what one turn takes. */
export async function measureDistance(cloud: BenchCloud): Promise<readonly Row[]> {
  const { delays } = cloud;
  const origin = cloud.environment.TOKEN_SERVICE_URL ?? '';
  const key = Buffer.from('a key for the bench only').toString('base64');
  const connection = `DefaultEndpointsProtocol=http;AccountName=bench;AccountKey=${key};BlobEndpoint=${origin}/blobs`;
  const bot = await startBot('onetenant', cloud, {
    environment: { STORAGE: 'azure', STORAGE_CONNECTION_STRING: connection },
  });
  try {
    for (let warm = 0; warm < 100; warm += 1) await walk(bot, cloud);
    const near = await stepTurns(bot, cloud);
    Object.assign(delays, { connector: 20, store: 5 });
    const before = { ...cloud.counts };
    const far = await stepTurns(bot, cloud);
    const perTurn = (service: 'connector' | 'store'): string =>
      short((cloud.counts[service] - before[service]) / far.turns.length);
    const limit = 20 + 2 * 5 + 5;
    const figure = median(far.turns.map(({ httpMs }) => httpMs));
    const first = median(far.turns.map(({ firstReplyMs }) => firstReplyMs));
    return [
      {
        what: 'turn with the channel 20 ms and the store 5 ms away: HTTP answer',
        ours: `${short(figure)} ms`,
        peer: `${short(median(near.turns.map(({ httpMs }) => httpMs)))} ms with both near`,
        ratio: `${perTurn('connector')} channel + ${perTurn('store')} store trips`,
        spread: spread(far.turns.map(({ httpMs }) => httpMs)),
        target: `≤ ${limit} ms`,
        reached: judge(figure, { reach: limit }),
      },
      {
        what: 'the same: first reply at the channel',
        ours: `${short(first)} ms`,
        peer: '–',
        ratio: `p95 ${short(
          percentile(
            far.turns.map(({ firstReplyMs }) => firstReplyMs),
            95,
          ),
        )} ms`,
        spread: spread(far.turns.map(({ firstReplyMs }) => firstReplyMs)),
        target: '–',
        reached: '–',
      },
    ];
  } finally {
    Object.assign(delays, { connector: 0, store: 0 });
    await bot.stop();
  }
}

const steps: readonly ((chat: Chat) => Promise<TurnTime>)[] = [
  (chat) => chat.presses('choose-scenario', { scenario: 'add-azure' }),
  (chat) => chat.types('menu'),
  (chat) => chat.types('help'),
];

/** Turns with a card each that ask nobody but the channel and the store. */
async function stepTurns(bot: BenchBot, cloud: BenchCloud): Promise<{ turns: readonly TurnTime[] }> {
  const turns: TurnTime[] = [];
  for (let round = 0; round < 5; round += 1) {
    const chat = new Chat(cloud, bot);
    await chat.opens();
    for (const step of steps) {
      // Nobody presses in the millisecond of the answer: what a turn writes behind it belongs to no turn after it.
      await pause(10);
      turns.push(await step(chat));
    }
    chat.leaves();
  }
  return { turns };
}
