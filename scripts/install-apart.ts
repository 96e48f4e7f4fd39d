import { statSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from './run-npm.ts';

/**
 * Installs a folder's own packages if they are missing or older than its lockfile. Packages that only some people need are not
 * in the root package.json. Rejects with npm's error code.
 */
export async function installApart(folder: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const installed = statSync(join(folder, 'node_modules/.package-lock.json'), { throwIfNoEntry: false });
  if (installed !== undefined && installed.mtimeMs > statSync(join(folder, 'package-lock.json')).mtimeMs) return;
  console.error(`Installing ${folder} from npm. This happens once.`);
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  await runNpm(folder, environment, ['ci', ...quietly]);
}
