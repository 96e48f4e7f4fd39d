import { randomBytes, randomUUID } from 'node:crypto';
import { post } from '../chat.ts';
import type { BenchCloud } from '../cloud.ts';
import { drive } from '../drive.ts';
import { median, rotated, short, spread } from '../numbers.ts';
import { type BenchBot, startBot } from '../process.ts';
import { judge, type Row } from '../row.ts';

const forgeries = 20_000;
const rounds = 5;
const stretchMs = 500;
const warmUpTurns = 2_000;

/** What a good turn costs after 20,000 tokens that nobody signed, beside what it cost before. */
export async function measureForged(cloud: BenchCloud): Promise<readonly Row[]> {
  const bot = await startBot('onetenant', cloud);
  const other = await startBot('onetenant', cloud);
  try {
    for (const one of [bot, other]) await drive(one, cloud, { users: 32, until: { turns: warmUpTurns } });
    const [before, after]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) before.push(await compare(bot, other, cloud, round));
    const memoryBefore = bot.residentMb();
    await forge(bot, cloud);
    for (let round = 0; round < rounds; round += 1) after.push(await compare(bot, other, cloud, round));
    const ratio = median(after) / median(before);
    return [
      {
        what: `CPU of a good turn after ${forgeries.toLocaleString('en')} forged tokens, against before (beside a bot that got none)`,
        ours: `memory ${short(memoryBefore)} → ${short(bot.residentMb())} MB`,
        peer: '–',
        ratio: short(ratio),
        spread: spread(after.map((one) => one / median(before))),
        target: '≤ 1.05 (1.0)',
        reached: judge(ratio, { reach: 1.05, aim: 1 }),
      },
    ];
  } finally {
    await Promise.all([bot.stop(), other.stop()]);
  }
}

/** The warm-up of the code goes on during the run, so both bots are always measured one after the other, in turns first. */
async function compare(bot: BenchBot, other: BenchBot, cloud: BenchCloud, round: number): Promise<number> {
  const costs = new Map<BenchBot, number>();
  for (const one of rotated([bot, other], round))
    costs.set(one, (await drive(one, cloud, { users: 32, until: { ms: stretchMs } })).cpuMsPerTurn);
  return (costs.get(bot) ?? Number.NaN) / (costs.get(other) ?? Number.NaN);
}

async function forge(bot: BenchBot, cloud: BenchCloud): Promise<void> {
  const good = cloud.authorization.replace('Bearer ', '').split('.');
  const claims = JSON.parse(Buffer.from(good[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  const body = JSON.stringify({
    type: 'message',
    channelId: 'directline',
    serviceUrl: cloud.serviceUrl,
    from: { id: 'dl_stranger' },
    conversation: { id: 'nobody' },
    text: 'hi',
  });
  let sent = 0;
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (sent < forgeries) {
        sent += 1;
        const payload = Buffer.from(JSON.stringify({ ...claims, tid: randomUUID() })).toString('base64url');
        const authorization = `Bearer ${good[0]}.${payload}.${randomBytes(256).toString('base64url')}`;
        const status = await post(bot, { authorization }, body);
        // Anything else would be let in, or not looked at.
        if (status !== 401) throw new Error(`a forged token was answered with ${status}`);
      }
    }),
  );
}
