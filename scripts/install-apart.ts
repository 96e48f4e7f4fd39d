import { statSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './run-npm.ts';

/**
 * Installs a folder's own packages where they are missing or older than its lock: what only some need is not among the
 * packages of the repository. Rejects with npm's code for what went wrong.
 */
export async function installApart(folder: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const installed = statSync(join(folder, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (installed !== undefined && installed.mtimeMs > statSync(join(folder, 'package-lock.json')).mtimeMs) return;
  console.error(`Installing ${folder} from npm. This happens once.`);
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  await runNpm(folder, environment, ['ci', ...quietly]);
}
