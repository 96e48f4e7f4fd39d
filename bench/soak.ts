import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine } from '../src/config/command-line.ts';
import { countOf } from '../src/domain/count-of.ts';
import { type BotProcess, makeWorld, type World } from '../test/process/bot-process.ts';

/**
 * Whether memory grows with turns or with conversations, and how long one turn holds up the others: the real bot as a
 * process, over its real door.
 * Ends with 1 when memory grows more than it may. Times depend on the machine, so they are told and not judged. What it
 * measured is its result, so it goes to the console.
 */

const { words, misused } = commandLine({
  about: 'Whether memory grows with turns or with conversations, and how long one turn holds up the others.',
  call: 'node bench/soak.ts [TURNS] [CONVERSATIONS] [MINUTES]     (default: 200000 20000 60)',
  mostWords: 3,
});
const [turns = 200_000, strangers = 20_000, minutes = 60] = words.map(Number);
if ([turns, strangers, minutes].some((number) => !(number > 0))) misused('Each word must be a number above 0.');
const conversations = 1_000;
const atOnce = 20;
const samples = 40;
const growthPer50kMax = 1;
const growthByStrangersMax = 60;
const giveUpAt = performance.now() + minutes * 60_000;

interface Measured {
  readonly heapUsed: number;
  readonly rss: number;
  readonly heldMs: { readonly p99: number; readonly max: number };
}

const texts = ['help', 'why', 'status', 'microsoft 365 to azure', 'back', 'x'.repeat(256), 'nederlands', 'english'];

const world = await makeWorld();
const bot = world.starts({ LOG_LEVEL: 'silent' }, 'bench/measured-bot.ts');
// Also when something here goes wrong.
process.on('exit', () => bot.child.kill('SIGKILL'));
const port = await bot.port();

// The first turns fill caches that stay.
await talk(Math.min(turns / 10, 5_000), (turn) => `soak-${turn % conversations}`);
await measure(bot);
const steady = await soak();
const slope = slopePer50k(steady.points);
console.log(
  `${countOf(steady.points.at(-1)?.turns ?? 0, 'turn')} in ${conversations} conversations, ${steady.perSecond} a second, ${steady.refused} refused`,
);
console.log(
  `heap after collection: ${mb(steady.points[0]?.heap)} MB first, ${mb(steady.points.at(-1)?.heap)} MB last; ${slope.toFixed(2)} MB for each 50,000 turns (at most ${growthPer50kMax})`,
);
console.log(`event loop held under load: p99 ${steady.heldMs.p99} ms, longest ${steady.heldMs.max} ms`);

const before = await measure(bot);
const met = await talk(strangers, (turn) => `stranger-${turn}`);
const after = await measure(bot);
const grown = (after.heapUsed - before.heapUsed) / 2 ** 20;
console.log(
  `${countOf(met.turns, 'conversation')} never met before: heap ${grown.toFixed(1)} MB more (at most ${growthByStrangersMax}), ${mb(after.rss)} MB in all`,
);

for (const [what, activity] of worstLegalInputs()) {
  await pause(100);
  await measure(bot);
  await pause(200);
  const startedAt = performance.now();
  const status = await world.channel.delivers(port, 'worst', activity);
  const tookMs = Math.round(performance.now() - startedAt);
  const { heldMs } = await measure(bot);
  console.log(`${what}: answered ${status} in ${tookMs} ms, event loop held ${heldMs.max} ms`);
}
await world.stop();
process.exit(slope > growthPer50kMax || grown > growthByStrangersMax ? 1 : 0);

async function soak() {
  const points: { turns: number; heap: number }[] = [];
  let heldMs = { p99: 0, max: 0 };
  let done = 0;
  let refused = 0;
  const startedAt = performance.now();
  while (done < turns && performance.now() < giveUpAt) {
    const part = await talk(Math.ceil(turns / samples), (turn) => `soak-${(done + turn) % conversations}`);
    done += part.turns;
    refused += part.refused;
    const measured = await measure(bot);
    heldMs = { p99: Math.max(heldMs.p99, measured.heldMs.p99), max: Math.max(heldMs.max, measured.heldMs.max) };
    points.push({ turns: done, heap: measured.heapUsed });
  }
  return { points, heldMs, refused, perSecond: Math.round((done * 1_000) / (performance.now() - startedAt)) };
}

async function talk(count: number, conversationOf: (turn: number) => string) {
  let next = 0;
  let refused = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const turn = next;
      next += 1;
      // On a busy machine a kept connection may end while it is being used again; that is the sender's to repeat.
      const status = await world.channel
        .delivers(port, conversationOf(turn), { text: texts[turn % texts.length] })
        .catch(() => 0);
      if (status !== 200) refused += 1;
      if (world.channel.got.length > 1_000) world.channel.got.length = 0;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { turns: next, refused };
}

/** What the bot tells of itself. */
async function measure(one: BotProcess): Promise<Measured> {
  const told = (): readonly string[] => [...one.stdout().matchAll(/^measured (.*)$/gm)].map(([, json = '']) => json);
  const before = told().length;
  one.child.kill('SIGUSR2');
  while (told().length === before) await pause(5);
  return JSON.parse(told().at(-1) ?? '') as Measured;
}

/** The slope of the straight line that fits best (least squares), in MB for each 50,000 turns. */
function slopePer50k(points: readonly { turns: number; heap: number }[]): number {
  const meanTurns = mean(points.map((point) => point.turns));
  const meanHeap = mean(points.map(({ heap }) => heap));
  const above = points.reduce((sum, point) => sum + (point.turns - meanTurns) * (point.heap - meanHeap), 0);
  const below = points.reduce((sum, point) => sum + (point.turns - meanTurns) ** 2, 0);
  return below === 0 ? 0 : ((above / below) * 50_000) / 2 ** 20;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1);
}

function mb(bytes = 0): string {
  return (bytes / 2 ** 20).toFixed(1);
}

/** As large and as odd as the door lets in. */
function worstLegalInputs(): readonly [string, Parameters<World['channel']['delivers']>[2]][] {
  const nested = (depth: number): unknown => (depth === 0 ? 'x' : { inside: nested(depth - 1) });
  const many = Array.from({ length: 4_000 }, (_, index) => ({ contentType: `x/${index}`, content: { a: 1 } }));
  return [
    ['an ordinary message', { text: 'help' }],
    ['a message of 250 kB', { text: 'one hundred and '.repeat(16_000) }],
    ['256 characters that mean nothing', { text: 'ab 1/1/1 '.repeat(29).slice(0, 256) }],
    ['60 levels of nesting', { value: nested(60), text: 'help' }],
    ['250 kB of small numbers', { value: Array.from({ length: 120_000 }, () => 1), text: 'help' }],
    ['4,000 attachments', { attachments: many, text: 'help' }],
  ];
}
