import { spawnSync } from 'node:child_process';
import process from 'node:process';

/**
 * The long versions of what `npm test` runs short: `npm run test:long`. About an hour on two cores that do nothing else.
 * A seed can be given as the first argument. Every part runs, also after one that failed.
 */

const [seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const jest = ['node_modules/jest/bin/jest.js', '--runInBand', '--testTimeout=3600000'];

const parts: readonly { readonly what: string; readonly run: readonly string[]; readonly with?: NodeJS.ProcessEnv }[] =
  [
    {
      what: `100,000 odd activities, seed ${seed}`,
      run: [...jest, 'test/security/fuzz'],
      with: { FUZZ_COUNT: '100000', FUZZ_SEED: seed },
    },
    { what: '100 rounds of SIGTERM', run: [...jest, 'test/process/ending'], with: { DRAIN_ROUNDS: '100' } },
    {
      what: 'kill -9 at every passage of every point',
      run: [...jest, 'test/process/dying'],
      with: { EVERY_DEATH: '1' },
    },
    {
      what: '1,000 activities three times over two replicas, and 10,000 requests while they are replaced',
      run: [...jest, 'test/process/replicas', 'test/storage/concurrent'],
      with: { REPEATED_ACTIVITIES: '1000', ROLLING_REQUESTS: '10000' },
    },
    { what: '200,000 turns', run: ['bench/soak.ts'] },
  ];

const failed = parts.filter(({ what, run, with: environment = {} }) => {
  console.log(`\n${what}`);
  const { status } = spawnSync(process.execPath, run, { stdio: 'inherit', env: { ...process.env, ...environment } });
  return status !== 0;
});
for (const { what } of failed) console.log(`FAILED   ${what}`);
process.exit(failed.length === 0 ? 0 : 1);
