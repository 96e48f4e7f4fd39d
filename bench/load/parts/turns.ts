import type { BenchCloud } from '../cloud.ts';
import { drive, driveAtRate, type Stretch } from '../drive.ts';
import { growthRow } from '../growth-row.ts';
import { median, percentile, rotated, short, spread } from '../numbers.ts';
import { type BenchBot, type BotName, startBot } from '../process.ts';
import { judge, type Row } from '../row.ts';

const rounds = 5;
/** Turns before the first that counts: as many for each, as a slower bot would otherwise be measured while its code is still cold. */
const warmUp = { at32: 3_000, at256: 1_500 };
/** For the two that the targets are about, and for the others. */
const stretchMs = { judged: 1_100, other: 300 };
const bots: readonly BotName[] = ['onetenant', 'botbuilder-echo', 'botbuilder-dialog', 'agents-dialog', 'bare-http'];
const reference: BotName = 'botbuilder-echo';
const peers = bots.filter((name) => name !== 'onetenant');

/** One bot, one round, one number of users. */
type Cells = Map<BotName, Stretch[]>;

/**
 * Turns of a real conversation against those of the peers. Every bot warms up first. Then every round takes each bot
 * once, in an order that rotates, and a ratio is formed within its round.
 */
export async function measureTurns(cloud: BenchCloud): Promise<readonly Row[]> {
  const running: BenchBot[] = [];
  for (const name of bots) running.push(await startBot(name, cloud));
  try {
    const loads = { at1: cells(), at32: cells(), at256: cells(), open: cells() };
    for (const bot of running) {
      await drive(bot, cloud, { users: 1, until: { turns: 30 } });
      await drive(bot, cloud, { users: 32, until: { turns: warmUp.at32 } });
      if (isJudged(bot)) await drive(bot, cloud, { users: 256, until: { turns: warmUp.at256 } });
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const bot of rotated(running, round)) {
        const until = { ms: isJudged(bot) ? stretchMs.judged : stretchMs.other };
        note(loads.at32, bot, await drive(bot, cloud, { users: 32, until }));
        if (!isJudged(bot)) continue;
        note(loads.at256, bot, await drive(bot, cloud, { users: 256, until }));
        note(loads.open, bot, await driveAtRate(bot, cloud, 100, 600));
        if (bot.name === 'onetenant')
          note(loads.at1, bot, await drive(bot, cloud, { users: 1, until: { ms: stretchMs.other } }));
      }
    }
    return [
      ...peers.map((peer) => cpuRow(loads.at32, peer)),
      ...peers.map((peer) => speedRow(loads.at32, peer)),
      ...[50, 95, 99].map((percent) => replyRow('32 users', loads.at32, percent)),
      ...[50, 95, 99].map((percent) => replyRow('256 users', loads.at256, percent)),
      refusalRow(loads.at256),
      memoryRow(loads.at256),
      ...[50, 99].map((percent) => httpRow('32 users', loads.at32, percent)),
      ...[50, 99].map((percent) => replyRow('100 turns/s, open loop', loads.open, percent)),
      usersRow({ 1: loads.at1, 32: loads.at32, 256: loads.at256 }),
    ];
  } finally {
    await Promise.all(running.map((bot) => bot.stop()));
  }
}

function cells(): Cells {
  return new Map();
}

function isJudged({ name }: BenchBot): boolean {
  return name === 'onetenant' || name === reference;
}

function note(cells: Cells, { name }: BenchBot, stretch: Stretch): void {
  cells.set(name, [...(cells.get(name) ?? []), stretch]);
}

function compare(cells: Cells, peer: BotName, figure: (stretch: Stretch) => number) {
  const [ours, theirs] = [(cells.get('onetenant') ?? []).map(figure), (cells.get(peer) ?? []).map(figure)];
  const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
  return { ours: median(ours), theirs: median(theirs), ratio: median(ratios), spread: spread(ratios) };
}

function cpuRow(cells: Cells, peer: BotName): Row {
  const { ours, theirs, ratio, spread: range } = compare(cells, peer, (one) => one.cpuMsPerTurn);
  const isJudged = peer === reference;
  return {
    what: `CPU per turn, 32 users, against ${peer}`,
    ours: `${short(ours)} ms`,
    peer: `${short(theirs)} ms`,
    ratio: short(ratio),
    spread: range,
    target: isJudged ? '≤ 1.0 (0.8)' : '–',
    reached: isJudged ? judge(ratio, { reach: 1, aim: 0.8 }) : '–',
  };
}

function speedRow(cells: Cells, peer: BotName): Row {
  const { ours, theirs, ratio, spread: range } = compare(cells, peer, (one) => one.turnsPerSecond);
  const isJudged = peer === reference;
  return {
    what: `turns per second, 32 users, against ${peer}`,
    ours: short(ours),
    peer: short(theirs),
    ratio: short(ratio),
    spread: range,
    target: isJudged ? '≥ 1.0 (1.3)' : '–',
    reached: isJudged ? judge(ratio, { reach: 1, aim: 1.3, better: 'higher' }) : '–',
  };
}

function replyRow(load: string, cells: Cells, percent: number): Row {
  const figure = (one: Stretch): number =>
    percentile(
      one.times.map(({ firstReplyMs }) => firstReplyMs),
      percent,
    );
  const { ours, theirs, ratio, spread: range } = compare(cells, reference, figure);
  const isJudged = load === '256 users' && percent === 99;
  return {
    what: `p${percent} to the first reply, ${load}, against ${reference}`,
    ours: `${short(ours)} ms`,
    peer: `${short(theirs)} ms`,
    ratio: short(ratio),
    spread: range,
    target: isJudged ? '≤ 1.2 (0.8)' : '–',
    reached: isJudged ? judge(ratio, { reach: 1.2, aim: 0.8 }) : '–',
  };
}

function httpRow(load: string, cells: Cells, percent: number): Row {
  const figure = (one: Stretch): number =>
    percentile(
      one.times.map(({ httpMs }) => httpMs),
      percent,
    );
  const { ours, theirs, ratio, spread: range } = compare(cells, reference, figure);
  return {
    what: `p${percent} to the HTTP answer, ${load}, against ${reference}`,
    ours: `${short(ours)} ms`,
    peer: `${short(theirs)} ms`,
    ratio: short(ratio),
    spread: range,
    target: '–',
    reached: '–',
  };
}

/** Past what it can do in time, the bot says so at once instead of keeping everybody waiting. */
function refusalRow(cells: Cells): Row {
  const share = (name: BotName): number =>
    median((cells.get(name) ?? []).map(({ times }) => times.filter((one) => one.turnedAway > 0).length / times.length));
  return {
    what: `turns that were told to come again, 256 users, against ${reference}`,
    ours: `${short(share('onetenant') * 100)} %`,
    peer: `${short(share(reference) * 100)} %`,
    ratio: '–',
    spread: '–',
    target: '–',
    reached: '–',
  };
}

function memoryRow(cells: Cells): Row {
  const { ours, theirs, ratio, spread: range } = compare(cells, reference, (one) => one.residentMb);
  return {
    what: `memory during the rounds, against ${reference}`,
    ours: `${short(ours)} MB`,
    peer: `${short(theirs)} MB`,
    ratio: short(ratio),
    spread: range,
    target: '–',
    reached: '–',
  };
}

function usersRow(loads: Readonly<Record<number, Cells>>): Row {
  const sizes = Object.entries(loads).map(([users, cells]) => {
    const stretches = cells.get('onetenant') ?? [];
    return {
      size: Number(users),
      costs: stretches.map(({ cpuMsPerTurn }) => cpuMsPerTurn),
      alsoTold: `${short(median(stretches.map(({ turnsPerSecond }) => turnsPerSecond)))}/s`,
    };
  });
  return growthRow('CPU per turn, and turns per second, along users', 'log n', sizes);
}
