import { Chat, closeConnections, type TurnTime } from './chat.ts';
import type { BenchCloud } from './cloud.ts';
import type { BenchBot } from './process.ts';
import { type Script, scriptOf } from './script.ts';

/** What a bot did within a stretch of time. */
export interface Stretch {
  readonly turns: number;
  readonly turnsPerSecond: number;
  readonly cpuMsPerTurn: number;
  readonly times: readonly TurnTime[];
  readonly residentMb: number;
}

export interface Load {
  readonly users: number;
  readonly script?: Script;
  /** Ends after so many milliseconds or turns. */
  readonly until: { readonly ms: number } | { readonly turns: number };
}

/** A little more than a conversation has, ours as well as those of the peers. */
const spreadOverTurns = 13;

/**
 * Closed loop: each user does the next thing when the last one is answered.
 * A stretch of time begins when everybody's first, shorter conversation is over; a number of turns counts from the first.
 */
export async function drive(bot: BenchBot, cloud: BenchCloud, load: Load): Promise<Stretch> {
  const { users, until, script = scriptOf(bot.name) } = load;
  // A bot ends connections that were quiet for some seconds; one of those would count as its fault.
  closeConnections();
  const run = { isOver: false, times: [] as TurnTime[] };
  const limit = 'turns' in until ? until.turns : Number.POSITIVE_INFINITY;
  const everybody = Promise.all(
    Array.from({ length: users }, async (_, index) => {
      // Those who begin together stay together, and a short stretch would hold the checks of all, or their ticks only.
      // So first conversations are broken off at different turns.
      await converse(bot, cloud, script, run, { turns: limit, ofThisOne: 1 + (index % spreadOverTurns) });
      while (!run.isOver)
        await converse(bot, cloud, script, run, { turns: limit, ofThisOne: Number.POSITIVE_INFINITY });
    }),
  );
  // A user who fails ends the measurement, not the process.
  everybody.catch(() => {
    run.isOver = true;
  });
  if ('ms' in until) {
    // In turns and not in time, so that a bot that is slower has led in as far.
    await Promise.race([everybody, haveTaken(run, users * spreadOverTurns)]);
    run.times = [];
  }
  const [startedAt, cpuBefore] = [performance.now(), bot.cpuMs()];
  if ('ms' in until) {
    await pause(until.ms, everybody);
    const stretch = sum(bot, run.times, startedAt, cpuBefore);
    run.isOver = true;
    await everybody;
    return stretch;
  }
  await everybody;
  return sum(bot, run.times, startedAt, cpuBefore);
}

function sum(bot: BenchBot, times: readonly TurnTime[], startedAt: number, cpuBefore: number): Stretch {
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    turns: times.length,
    turnsPerSecond: times.length / seconds,
    cpuMsPerTurn: (bot.cpuMs() - cpuBefore) / times.length,
    times: [...times],
    residentMb: bot.residentMb(),
  };
}

async function converse(
  bot: BenchBot,
  cloud: BenchCloud,
  script: Script,
  run: { isOver: boolean; times: TurnTime[] },
  limits: { readonly turns: number; readonly ofThisOne: number },
): Promise<void> {
  const chat = new Chat(cloud, bot);
  let turns = 0;
  for await (const time of script(chat, cloud)) {
    run.times.push(time);
    turns += 1;
    if (run.times.length >= limits.turns) run.isOver = true;
    if (run.isOver || turns >= limits.ofThisOne) break;
  }
  chat.leaves();
}

async function haveTaken(run: { readonly isOver: boolean; readonly times: readonly unknown[] }, turns: number) {
  while (run.times.length < turns && !run.isOver) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function pause(ms: number, everybody: Promise<unknown>): Promise<void> {
  const time = new Promise((resolve) => setTimeout(resolve, ms));
  await Promise.race([time, everybody]);
}

/** Open loop: turns are due at a fixed rate, whether or not earlier ones are answered. Times count from when they were due. */
export async function driveAtRate(
  bot: BenchBot,
  cloud: BenchCloud,
  turnsPerSecond: number,
  ms: number,
): Promise<Stretch> {
  const script = scriptOf(bot.name);
  const idle: { chat: Chat; turns: AsyncGenerator<TurnTime> }[] = [];
  const times: TurnTime[] = [];
  const running = new Set<Promise<void>>();
  const [startedAt, cpuBefore] = [performance.now(), bot.cpuMs()];
  const takeTurn = async (dueAt: number): Promise<void> => {
    const user = idle.shift() ?? newUser();
    const begunAt = performance.now();
    const { value, done } = await user.turns.next();
    if (done === true) {
      user.chat.leaves();
      return takeTurn(dueAt);
    }
    const late = Math.max(0, begunAt - dueAt);
    times.push({ ...value, firstReplyMs: value.firstReplyMs + late, httpMs: value.httpMs + late });
    idle.push(user);
  };
  const newUser = () => {
    const chat = new Chat(cloud, bot);
    return { chat, turns: script(chat, cloud) };
  };
  for (let number = 0; ; number += 1) {
    const dueAt = startedAt + (number * 1_000) / turnsPerSecond;
    if (dueAt - startedAt > ms) break;
    const wait = dueAt - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const turn: Promise<void> = takeTurn(dueAt).finally(() => running.delete(turn));
    running.add(turn);
  }
  await Promise.all(running);
  for (const { chat } of idle) chat.leaves();
  return sum(bot, times, startedAt, cpuBefore);
}
