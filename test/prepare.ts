import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installApart } from '../scripts/install-apart.ts';
import { bringLibraries } from '../scripts/web-chat.ts';
import { whyNoBrowser } from './browser/browser.ts';
import { runFolderName } from './builders/once-per-run.ts';

/** Runs once before all tests: what several suites would otherwise fetch or unpack at the same time. */
export default async function prepare(): Promise<void> {
  process.env[runFolderName] = await mkdtemp(join(tmpdir(), 'onetenant-run-'));
  const noChatWindow = await bringLibraries({ root: process.cwd(), environment: process.env });
  if (noChatWindow !== null) throw new Error(noChatWindow);
  await installApart('test/azurite', process.env);
  // Two suites that unpack the browser at the same time would be in each other's way.
  const noBrowser = whyNoBrowser();
  if (noBrowser !== null) throw new Error(noBrowser);
}
