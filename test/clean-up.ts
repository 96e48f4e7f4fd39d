import { rm } from 'node:fs/promises';
import { runFolderName } from './builders/once-per-run.ts';

/** Runs once after all tests. */
export default async function cleanUp(): Promise<void> {
  const run = process.env[runFolderName];
  if (run !== undefined) await rm(run, { recursive: true, force: true });
}
