import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine } from '../src/config/command-line.ts';
import { countOf } from '../src/domain/count-of.ts';
import { makeWorld } from '../test/process/bot-process.ts';
import { deliveryOf, genericDesk } from './load/delivery.ts';

/**
 * How long desks wait for the bot, alone and while somebody sends forged deliveries: the real bot as a process, over its
 * real door.
 * Times depend on the machine, so they are reported but not judged; an answer of 5xx ends with 1.
 * The measurements are its output, so they go to the console.
 */

const { words, misused } = commandLine({
  about: 'How long desks wait for the bot, alone and while somebody sends forged deliveries.',
  call: 'node bench/deliveries.ts [GOOD PER SECOND] [FORGED PER SECOND] [SECONDS]     (default: 500 2000 10)',
  mostWords: 3,
});
const [good = 500, forged = 2_000, seconds = 10] = words.map(Number);
if ([good, forged, seconds].some((number) => !(number >= 0))) misused('Each word must be a number.');
const stepMs = 20;
/** Number of tickets, which are handed over repeatedly. */
const tickets = 200;

const world = await makeWorld();
const bot = world.starts({ LOG_LEVEL: 'silent', TRUSTED_PROXIES: '1' });
process.on('exit', () => bot.child.kill('SIGKILL'));
const url = `http://127.0.0.1:${await bot.port()}/api/tickets/generic`;
const desk = genericDesk(world.sandbox.environment);

let sent = 0;

interface Taken {
  readonly status: number | 'no answer';
  readonly tookMs: number;
}

async function send(signs: boolean): Promise<Taken> {
  sent += 1;
  const delivery = deliveryOf(desk, `msg_${sent}`, { number: `T-${sent % tickets}`, version: sent });
  const { body } = delivery;
  const headers = {
    ...delivery.headers,
    // Callers that are refused too often have to wait, so the strangers use many addresses.
    'x-forwarded-for': signs ? '203.0.113.1' : `198.51.${(sent >> 8) & 255}.${sent & 255}`,
    ...(signs ? {} : { 'webhook-signature': `v1,${'A'.repeat(43)}=` }),
  };
  const startedAt = performance.now();
  const status = await fetch(url, { method: 'POST', headers, body }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    // More connections than can be waiting are reset before anybody answers.
    () => 'no answer' as const,
  );
  return { status, tookMs: performance.now() - startedAt };
}

/** Sends at its own pace, whether the bot keeps up or not. */
async function stream(perSecond: number, signs: boolean): Promise<readonly Taken[]> {
  const running: Promise<Taken>[] = [];
  const startedAt = performance.now();
  for (let passed = 0; passed < seconds * 1_000; passed = performance.now() - startedAt) {
    const due = Math.floor((passed * perSecond) / 1_000);
    while (running.length < due) running.push(send(signs));
    await pause(stepMs);
  }
  return Promise.all(running);
}

function tell(what: string, taken: readonly Taken[]): void {
  const times = taken.map(({ tookMs }) => tookMs).sort((one, other) => one - other);
  const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`;
  const counts = Object.groupBy(taken, ({ status }) => String(status));
  const answers = Object.entries(counts).map(([status, all = []]) => `${all.length} × ${status}`);
  console.log(`${what}: ${answers.join(', ')}; half within ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`);
}

// The first requests pay for lazy initialisation.
for (let count = 0; count < tickets; count += 1) await send(true);
const alone = await stream(good, true);
tell(`${good} good deliveries a second`, alone);
const [beside, refused] = await Promise.all([stream(good, true), stream(forged, false)]);
tell(`the same beside ${forged} forged ones`, beside);
tell('the forged ones', refused);
const faults = [...alone, ...beside, ...refused].filter(({ status }) => Number(status) >= 500 && status !== 503);
const isAlive = bot.child.exitCode === null && bot.child.signalCode === null;
const isSound = faults.length === 0 && isAlive;
const life = isAlive ? 'the bot lives' : 'the bot ended';
console.log(
  `${isSound ? 'passed' : 'FAILED'}   ${countOf(faults.length, 'answer')} of 5xx other than "come again"; ${life}`,
);
await world.stop();
process.exit(isSound ? 0 : 1);
