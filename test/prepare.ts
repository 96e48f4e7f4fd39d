import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringLibraries } from '../scripts/browser-libraries.ts';
import { installApart } from '../scripts/install-apart.ts';
import { whyNoBrowser } from './browser/browser.ts';
import { runFolderName } from './builders/once-per-run.ts';

/** Runs once before all tests: what several suites would otherwise fetch or unpack at the same time. */
export default async function prepare(): Promise<void> {
  process.env[runFolderName] = await mkdtemp(join(tmpdir(), 'onetenant-run-'));
  const notBrought = await bringLibraries(process.cwd());
  if (notBrought !== null) throw new Error(notBrought);
  await installApart('test/azurite', process.env);
  // Two suites that unpack the browser at the same time would be in each other's way.
  const noBrowser = whyNoBrowser();
  if (noBrowser !== null) throw new Error(noBrowser);
}
