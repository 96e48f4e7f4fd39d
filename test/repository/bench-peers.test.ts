import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What the bot is measured against stands apart, with packages of its own: `npm run bench` installs them. */
const areThere = existsSync('bench/peers/node_modules');
if (!areThere)
  process.stderr.write('Skipped, because it needs `npm run bench` once: the types of the peers of the bench\n');

(areThere ? test : test.skip)('the peers of the bench have their types right', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'bench/peers'],
    { encoding: 'utf8' },
  );

  expect(stdout).toBe('');
  expect(status).toBe(0);
});
