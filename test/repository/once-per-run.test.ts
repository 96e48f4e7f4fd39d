import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oncePerRun } from '../builders/once-per-run.ts';

let run: string;

beforeEach(async () => {
  run = await mkdtemp(join(tmpdir(), 'onetenant-once-'));
});
afterEach(() => rm(run, { recursive: true, force: true }));

test('whoever asks first fills the folder, and everybody else gets it filled', async () => {
  let fillings = 0;
  const fill = async (folder: string) => {
    fillings += 1;
    await new Promise(setImmediate);
    await writeFile(join(folder, 'bundle.mjs'), '');
  };
  const folders = await Promise.all([1, 2, 3].map(() => oncePerRun('bundle', fill, run)));

  expect(new Set(folders)).toEqual(new Set([join(run, 'bundle')]));
  expect(await readdir(join(run, 'bundle'))).toEqual(['bundle.mjs']);
  expect(fillings).toBe(1);
});

test('what cannot be filled fails for everybody, with the reason', async () => {
  const fill = () => Promise.reject(new Error('esbuild: no such file'));
  const outcomes = await Promise.allSettled([1, 2].map(() => oncePerRun('bundle', fill, run)));

  for (const outcome of outcomes)
    expect(outcome).toMatchObject({ reason: { message: 'bundle: Error: esbuild: no such file' } });
});

test('a run without a folder is refused', async () => {
  await rm(run, { recursive: true });

  await expect(oncePerRun('bundle', async () => undefined, run)).rejects.toThrow('ENOENT');
});
