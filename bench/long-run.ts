import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { commandLine } from '../src/config/command-line.ts';

/**
 * The long versions of what `npm test` runs short: `npm run test:long`. Two hours or more on two cores that do nothing else:
 * of the parts below, in their order, an hour, 1 minute, 14, 13, 3, 1, 16, more than 20, 6, 6, 3, 4, and 5.
 * Every part runs, also after one that failed, and each ends with one line that says how it went. These lines are the result,
 * so they go to the console, between what the tests say themselves.
 */

interface Part {
  readonly name: string;
  readonly what: string;
  readonly run: readonly string[];
  readonly with?: Readonly<Record<string, string>>;
}

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
    what: `4,000 examples of every law from each of 200 seeds, from ${seed} on`,
    run: [...jest, `--seed=${seed}`, 'test/domain/laws'],
    with: { LAW_SEEDS: '200', LAW_EXAMPLES: '4000' },
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
    what: `20,000 simulations, from seed ${seed} on`,
    run: [...jest, `--seed=${seed}`, 'test/simulation'],
    with: { SIMULATION_SEEDS: '20000' },
  },
  {
    name: 'coverage',
    what: `a fuzzer that is led by coverage, a minute at each door, seed ${seed} (needs glibc 2.38)`,
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

const lines = chosen.map(({ name, what, run, with: environment = {} }) => {
  console.log(`\n${name}: ${what}`);
  const startedAt = Date.now();
  const { status } = spawnSync(process.execPath, run, { stdio: 'inherit', env: { ...process.env, ...environment } });
  const line = `${status === 0 ? 'passed' : 'FAILED'}   ${name} in ${lasted(Date.now() - startedAt)}: ${what}`;
  console.log(line);
  return line;
});
if (lines.length > 1) console.log(`\n${lines.join('\n')}`);
process.exit(lines.every((line) => line.startsWith('passed')) ? 0 : 1);

function lasted(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
