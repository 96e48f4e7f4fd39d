import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { commandLine } from '../src/config/command-line.ts';

/**
 * The long versions of what `npm test` runs short: `npm run test:long`. More than an hour on two cores that do nothing else.
 * Parts that only think run one after the other, and beside them those that start processes and wait. Every part runs, also
 * after one that failed. What it says is shown when it ends, and then one line that says how it went. These lines are the
 * result, so they go to the console.
 */

interface Part {
  readonly name: string;
  readonly what: string;
  readonly run: readonly string[];
  /** It needs a processor and nothing else. */
  readonly onlyThinks?: true;
  readonly with?: Readonly<Record<string, string>>;
}

/** The exit code of a part that this machine cannot run. */
const cannotRunHere = 69;
const outcomes: Readonly<Record<number, string>> = { 0: 'passed ', [cannotRunHere]: 'NOT RUN' };

const { words: given, misused } = commandLine({
  about:
    'Runs the long versions of what npm test runs short. A part is named by its beginning; without parts, all of them run.',
  call: 'npm run test:long -- [PART …] [SEED]     (such as: tickets 7)',
  mostWords: Number.POSITIVE_INFINITY,
});
const seed = given.find((word) => /^\d+$/.test(word)) ?? String(Date.now() % 1_000_000);
const names = given.filter((word) => !/^\d+$/.test(word));
const jest = ['node_modules/jest/bin/jest.js', '--runInBand', '--testTimeout=3600000'];

const parts: readonly Part[] = [
  {
    name: 'laws',
    onlyThinks: true,
    what: `4,000 examples of every law from each of 50 seeds, from ${seed} on`,
    run: [...jest, `--seed=${seed}`, 'test/domain/laws'],
    with: { LAW_SEEDS: '50', LAW_EXAMPLES: '4000' },
  },
  {
    name: 'activities-fuzz',
    what: `100,000 odd activities, seed ${seed}`,
    run: [...jest, `--seed=${seed}`, 'test/security/fuzz'],
    with: { FUZZ_COUNT: '100000' },
  },
  {
    name: 'activities-drain',
    what: '100 rounds of SIGTERM',
    run: [...jest, 'test/process/ending'],
    with: { DRAIN_ROUNDS: '100' },
  },
  {
    name: 'activities-kill',
    what: 'kill -9 at every passage of every point of a turn',
    run: [...jest, 'test/process/dying'],
    with: { EVERY_DEATH: '1' },
  },
  {
    name: 'activities-replicas',
    what: '1,000 activities three times over two replicas, and 10,000 requests while they are replaced',
    run: [...jest, 'test/process/replicas', 'test/storage/concurrent'],
    with: { REPEATED_ACTIVITIES: '1000', ROLLING_REQUESTS: '10000' },
  },
  {
    name: 'tickets-fuzz',
    what: `20,000 odd deliveries of desks, seed ${seed}`,
    run: [...jest, `--seed=${seed}`, 'test/tickets/fuzz'],
    with: { FUZZ_DELIVERIES: '20000' },
  },
  {
    name: 'tickets-kill',
    what: '200 times kill -9 while tickets are handed over',
    run: [...jest, 'test/tickets/kill'],
    with: { TICKET_KILLS: '200' },
  },
  {
    name: 'simulation',
    onlyThinks: true,
    what: `20,000 simulations, from seed ${seed} on`,
    run: [...jest, `--seed=${seed}`, 'test/simulation'],
    with: { SIMULATION_SEEDS: '20000' },
  },
  {
    name: 'coverage',
    onlyThinks: true,
    what: `a fuzzer that is led by coverage, a minute at each door, seed ${seed} (needs glibc 2.38; without it, this part is not run)`,
    run: ['bench/fuzz.ts', '60', seed],
  },
  {
    name: 'fresh-clones',
    what: "the README's commands with npm 9, 10 and 11 on Node 18, 20, 22 and 24, from the registry",
    run: [...jest, 'test/repository/fresh-clone'],
    with: { FRESH_CLONES: '1' },
  },
  {
    name: 'bundle',
    what: 'every conversation that needs no hold on the clock, with the bundle',
    run: [...jest, 'test/deployment/conversations-on-the-bundle'],
    with: { BUNDLE_CONVERSATIONS: 'all' },
  },
  { name: 'memory', what: '200,000 turns', run: ['bench/soak.ts'] },
  {
    name: 'image',
    what: 'the image, built, run read-only and talked to (needs buildah, debootstrap and the npm registry)',
    run: [...jest, 'test/deployment/image.test'],
    with: { BUILD_IMAGE: '1' },
  },
];

const chosen = parts.filter(({ name }) => names.length === 0 || names.some((word) => name.startsWith(word)));
const unknown = names.filter((word) => !parts.some(({ name }) => name.startsWith(word)));
if (unknown.length > 0)
  misused(`No part is named ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}.`);

const lines = (
  await Promise.all([
    oneByOne(chosen.filter(({ onlyThinks = false }) => onlyThinks)),
    oneByOne(chosen.filter(({ onlyThinks = false }) => !onlyThinks)),
  ])
).flat();
if (lines.length > 1) console.log(`\n${lines.join('\n')}`);
process.exit(lines.some((line) => line.startsWith('FAILED')) ? 1 : 0);

async function oneByOne(some: readonly Part[]): Promise<readonly string[]> {
  const told: string[] = [];
  for (const part of some) told.push(await runs(part));
  return told;
}

async function runs({ name, what, run, with: environment = {} }: Part): Promise<string> {
  const startedAt = Date.now();
  console.log(`begins  ${name}: ${what}`);
  const child = spawn(process.execPath, run, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => said.push(part));
  child.stderr.on('data', (part: Buffer) => said.push(part));
  const [code = 1] = await once(child, 'close');
  const words = Buffer.concat(said).toString();
  // Whatever such a machine lacks, its tests are left out, and jest calls that a success.
  const ranNothing = /^Tests:\s+\d+ skipped, \d+ total$/m.test(words);
  const line = `${outcomes[ranNothing ? cannotRunHere : code] ?? 'FAILED '} ${name} in ${lasted(Date.now() - startedAt)}: ${what}`;
  console.log(`\n${words}\n${line}`);
  return line;
}

function lasted(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
