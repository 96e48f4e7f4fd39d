import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { Chat } from '../chat.ts';
import type { BenchCloud } from '../cloud.ts';
import { median, short, spread } from '../numbers.ts';
import { type BotName, startBot } from '../process.ts';
import { judge, type Row } from '../row.ts';

const rounds = 5;
const identityMs = 50;

/** From the start of the process until the first turn is answered, beside a Node that starts and ends. */
export async function measureColdStart(cloud: BenchCloud): Promise<readonly Row[]> {
  const names: readonly BotName[] = ['onetenant', 'botbuilder-dialog', 'agents-dialog'];
  const took = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    const all: (readonly [string, number])[] = [['node -e 0', await emptyNodeMs()]];
    for (const name of names) all.push([name, await firstTurnMs(name, cloud)]);
    if (round === 0) continue;
    for (const [name, ms] of all) took.set(name, [...(took.get(name) ?? []), ms]);
  }
  const empty = took.get('node -e 0') ?? [];
  return names.map((name) => {
    const times = took.get(name) ?? [];
    const ratios = times.map((ms, round) => ms / (empty[round] ?? Number.NaN));
    const ratio = median(ratios);
    const isOurs = name === 'onetenant';
    return {
      what: `cold start, spawn → first turn answered${isOurs ? '' : `: ${name}`}, against node -e 0`,
      ours: isOurs ? `${short(median(times))} ms` : '–',
      peer: isOurs ? `${short(median(empty))} ms` : `${short(median(times))} ms`,
      ratio: short(ratio),
      spread: spread(ratios),
      target: isOurs ? '≤ 4 (3)' : '–',
      reached: isOurs ? judge(ratio, { reach: 4, aim: 3 }) : '–',
    };
  });
}

async function emptyNodeMs(): Promise<number> {
  const startedAt = performance.now();
  await once(spawn(process.execPath, ['-e', '0']), 'exit');
  return performance.now() - startedAt;
}

async function firstTurnMs(name: BotName, cloud: BenchCloud): Promise<number> {
  const bot = await startBot(name, cloud);
  const chat = new Chat(cloud, bot);
  const askedAt = performance.now();
  const { firstReplyMs } = await chat.opens();
  chat.leaves();
  await bot.stop();
  return askedAt - bot.startedAt + firstReplyMs;
}

/** The first turns of a fresh process, with whoever vouches for the bot and the channel 50 ms away. */
export async function measureIdentity(cloud: BenchCloud): Promise<readonly Row[]> {
  const alone: number[] = [];
  const together: number[] = [];
  const asked: string[] = [];
  Object.assign(cloud.delays, { openid: identityMs, jwks: identityMs, login: identityMs, documents: identityMs });
  try {
    for (let round = 0; round < rounds; round += 1) {
      alone.push((await firstTurns(cloud, 1)).slowestMs);
      const crowd = await firstTurns(cloud, 64);
      together.push(crowd.slowestMs);
      asked.push(crowd.asked);
    }
  } finally {
    Object.assign(cloud.delays, { openid: 0, jwks: 0, login: 0, documents: 0 });
  }
  const ratios = alone.map((ms) => ms / identityMs);
  const counts = [...new Set(asked)].join('; ');
  return [
    {
      what: 'first turn of a cold process, identity provider 50 ms away, in round trips',
      ours: `${short(median(alone))} ms`,
      peer: `${identityMs} ms`,
      ratio: short(median(ratios)),
      spread: spread(ratios),
      target: '≤ 0.3 (0.2)',
      reached: judge(median(ratios), { reach: 0.3, aim: 0.2 }),
    },
    {
      what: '64 first turns at once: slowest; metadata + keys + token requests',
      ours: `${short(median(together))} ms`,
      peer: '–',
      ratio: counts,
      spread: spread(together),
      target: '1 + 1 + 1',
      reached: counts === '1 + 1 + 1' ? 'yes' : 'no',
    },
  ];
}

async function firstTurns(cloud: BenchCloud, users: number): Promise<{ slowestMs: number; asked: string }> {
  const before = { ...cloud.counts };
  const bot = await startBot('onetenant', cloud);
  const chats = Array.from({ length: users }, () => new Chat(cloud, bot));
  const times = await Promise.all(chats.map((chat) => chat.opens()));
  for (const chat of chats) chat.leaves();
  await bot.stop();
  const since = (service: 'openid' | 'jwks' | 'login'): number => cloud.counts[service] - before[service];
  return {
    slowestMs: Math.max(...times.map(({ firstReplyMs }) => firstReplyMs)),
    asked: `${since('openid')} + ${since('jwks')} + ${since('login')}`,
  };
}
