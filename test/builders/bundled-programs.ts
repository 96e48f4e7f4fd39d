import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { oncePerRun, runFolderName } from './once-per-run.ts';

const programs = ['src/index.ts', 'test/process/mortal-bot.ts', 'test/tickets/mortal-app.ts'];

/**
 * The environment in which Node starts the bot, and what stands in for it, from a bundle: in a quarter of the time that it
 * takes to read the sources. They are bundled once per run; a bench is no run, and starts the sources.
 */
export async function startsBundled(): Promise<Readonly<Record<string, string>>> {
  if (process.env[runFolderName] === undefined) return {};
  const folder = await oncePerRun('programs', async (made) => {
    await promisify(execFile)(process.execPath, ['test/builders/bundle-programs.mjs', made, ...programs]);
  });
  return { NODE_OPTIONS: `--import=${pathToFileURL(join(folder, 'bundled.mjs')).href}` };
}
