import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Names the folder that all suites of one run share. `test/prepare.ts` makes it, and `test/clean-up.ts` takes it away. */
export const runFolderName = 'ONETENANT_TEST_RUN';

/**
 * A folder that is filled once per run, by whichever suite asks first; the others wait for it. They may read it, and write
 * nothing there. When filling it fails, each of them fails with the same reason.
 */
export async function oncePerRun(
  name: string,
  fill: (folder: string) => Promise<void>,
  run = process.env[runFolderName],
): Promise<string> {
  if (run === undefined) throw new Error(`${runFolderName} is not set: run the tests with jest`);
  const [folder, outcome] = [join(run, name), join(run, `${name}.outcome`)];
  if (await isFirstToMake(folder)) await writeFile(outcome, await fill(folder).then(() => '', String), { flag: 'wx' });
  while (!existsSync(outcome)) await pause(50);
  const fault = await readFile(outcome, 'utf8');
  if (fault !== '') throw new Error(`${name}: ${fault}`);
  return folder;
}

async function isFirstToMake(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    // An error of Node is none of jest's own Error.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
