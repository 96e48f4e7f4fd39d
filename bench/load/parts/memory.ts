import type { Cloud } from '../cloud.ts';
import { drive } from '../drive.ts';
import { short } from '../numbers.ts';
import { type BotName, startBot } from '../process.ts';
import { judge, type Row } from '../row.ts';

/** What a bot holds in memory when it has nothing to do, and after 10,000 turns of 32 users. */
export async function measureMemory(cloud: Cloud): Promise<readonly Row[]> {
  const ours = await measure('onetenant', cloud);
  const theirs = await measure('botbuilder-dialog', cloud);
  const row = (what: string, mine: number, peer: number, target: { reach: number; aim: number }): Row => ({
    what: `memory ${what}, against botbuilder-dialog`,
    ours: `${short(mine)} MB`,
    peer: `${short(peer)} MB`,
    ratio: short(mine / peer),
    spread: 'one run',
    target: `≤ ${target.reach} MB (${target.aim})`,
    reached: judge(mine, target),
  });
  return [
    row('idle', ours.idle, theirs.idle, { reach: 130, aim: 100 }),
    row('after 10,000 turns', ours.after, theirs.after, { reach: 220, aim: 180 }),
  ];
}

async function measure(name: BotName, cloud: Cloud): Promise<{ idle: number; after: number }> {
  const bot = await startBot(name, cloud);
  try {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const idle = bot.residentMb();
    await drive(bot, cloud, { users: 32, until: { turns: 10_000 } });
    return { idle, after: bot.residentMb() };
  } finally {
    await bot.stop();
  }
}
