import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** The long versions of what `npm test` runs short: `npm run test:long`. A seed can be given as the first argument. */

const [seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const environment = { FUZZ_COUNT: '100000', FUZZ_SEED: seed, DRAIN_ROUNDS: '100' };

console.log(`Seed ${seed}. About 20 minutes on two cores.`);
const run = spawnSync(
  process.execPath,
  [
    'node_modules/jest/bin/jest.js',
    '--runInBand',
    '--testTimeout=3600000',
    'test/security/fuzz',
    'test/process/ending',
  ],
  { stdio: 'inherit', env: { ...process.env, ...environment } },
);
process.exit(run.status ?? 1);
