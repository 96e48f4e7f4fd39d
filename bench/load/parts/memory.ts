import { setTimeout as pause } from 'node:timers/promises';
import type { BenchCloud } from '../cloud.ts';
import { drive } from '../drive.ts';
import { median, short, spread } from '../numbers.ts';
import { type BotName, startBot } from '../process.ts';
import { judge, type Row } from '../row.ts';

const rounds = 5;
/** What is loaded a moment after the start is there by then. */
const idleAfterMs = 1_000;

interface Held {
  readonly idle: number;
  readonly after: number;
}

/** What a bot holds in memory when it has nothing to do, and after 10,000 turns of 32 users; each time a fresh process. */
export async function measureMemory(cloud: BenchCloud): Promise<readonly Row[]> {
  const ours: Held[] = [];
  for (let round = 0; round < rounds; round += 1) ours.push(await measure('onetenant', cloud));
  // The target does not speak of the peer, so once is enough.
  const theirs = await measure('botbuilder-dialog', cloud);
  const row = (what: string, moment: keyof Held, target: { reach: number; aim: number }): Row => {
    const held = ours.map((one) => one[moment]);
    return {
      what: `memory ${what}, against botbuilder-dialog`,
      ours: `${short(median(held))} MB`,
      peer: `${short(theirs[moment])} MB (one run)`,
      ratio: short(median(held) / theirs[moment]),
      spread: `${spread(held)} MB`,
      target: `≤ ${target.reach} MB (${target.aim})`,
      reached: judge(median(held), target),
    };
  };
  return [row('idle', 'idle', { reach: 130, aim: 100 }), row('after 10,000 turns', 'after', { reach: 220, aim: 180 })];
}

async function measure(name: BotName, cloud: BenchCloud): Promise<Held> {
  const bot = await startBot(name, cloud);
  try {
    await pause(idleAfterMs);
    const idle = bot.residentMb();
    await drive(bot, cloud, { users: 32, until: { turns: 10_000 } });
    return { idle, after: bot.residentMb() };
  } finally {
    await bot.stop();
  }
}
