import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { installApart } from '../scripts/install-apart.ts';
import { commandLine } from '../src/config/command-line.ts';
import { targetNames } from '../test/fuzz/targets/index.ts';

/**
 * Runs each target under a fuzzer that is led by coverage. What breaks a promise is written to `TARGET-crash-…` in the folder of the
 * run. The last line is the result, and goes to the console beside what the fuzzer says itself.
 */

const { words, misused } = commandLine({
  about: 'Throws bytes at what strangers can reach, led by the code that they come through.',
  call: 'node bench/fuzz.ts [SECONDS] [SEED] [TARGET …]     (such as: 60 7 press)',
  mostWords: Number.POSITIVE_INFINITY,
});
const [seconds = 60, seed = Date.now() % 1_000_000] = words.filter((word) => /^\d+$/.test(word)).map(Number);
const named = words.filter((word) => !/^\d+$/.test(word));
const chosen = targetNames.filter((name) => named.length === 0 || named.includes(name));
if (chosen.length < named.length) misused(`There are: ${targetNames.join(', ')}.`);

/** EX_UNAVAILABLE of sysexits.h: the machine lacks something, and nothing was tried. */
const cannotRunHere = 69;
const folder = join('node_modules/.cache/fuzz', String(seed));
await installApart('test/fuzz/fuzzer', process.env);
const whyNot = whyNoFuzzer();
if (whyNot !== null) {
  console.error(whyNot);
  process.exit(cannotRunHere);
}
await mkdir(folder, { recursive: true });

const failed: string[] = [];
for (const name of chosen) {
  const bundle = join(folder, `${name}.cjs`);
  await build({
    stdin: {
      contents: `import { targets } from './test/fuzz/targets/index.ts';
        export const fuzz = (bytes) => targets[${JSON.stringify(name)}].try(bytes);`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    // Packages that decide what is read are led through, too; the SDK is only carried along.
    external: ['botbuilder', 'botbuilder-*', 'botframework-*', '@azure/*'],
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    logLevel: 'error',
  });
  const found = join(folder, name);
  await mkdir(found, { recursive: true });
  const dictionary = join(folder, `${name}.dict`);
  await writeFile(dictionary, (await wordsIn(join('test/fuzz/corpus', name))).join('\n'));
  const { status } = spawnSync(
    process.execPath,
    [
      'test/fuzz/fuzzer/node_modules/@jazzer.js/core/dist/cli.js',
      join(process.cwd(), bundle),
      // What it finds goes into the first folder; the seeds are in the second.
      found,
      join('test/fuzz/corpus', name),
      '--includes',
      `${name}.cjs`,
      '--disable_bug_detectors',
      '.*',
      '--',
      `-seed=${seed}`,
      `-max_total_time=${seconds}`,
      '-max_len=4096',
      '-print_final_stats=1',
      `-dict=${dictionary}`,
      `-artifact_prefix=${folder}/${name}-`,
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) failed.push(name);
}
console.log(
  failed.length === 0
    ? `${chosen.join(', ')}: nothing broken, seed ${seed}`
    : `broken: ${failed.join(', ')}, seed ${seed}`,
);
if (failed.length > 0) process.exitCode = 1;

/** The words of the seeds, in the form that the fuzzer reads: it puts them where they may matter. */
async function wordsIn(seeds: string): Promise<readonly string[]> {
  const texts = await Promise.all((await readdir(seeds)).map((name) => readFile(join(seeds, name), 'latin1')));
  const words = texts.flatMap((text) => text.match(/"[\w./:@#-]{1,30}"|\b[A-Za-z]{3,20}\b/g) ?? []);
  return [...new Set(words)].map((word) => `"${word.replaceAll('"', '\\"')}"`);
}

/** What this machine lacks to run it, in one sentence; null if nothing. */
function whyNoFuzzer(): string | null {
  const tried = spawnSync(process.execPath, ['-e', "require('./test/fuzz/fuzzer/node_modules/@jazzer.js/fuzzer')"]);
  if (tried.status === 0) return null;
  const [because = 'it does not say why'] = /Error: .+/.exec(String(tried.stderr)) ?? [];
  return `The fuzzer does not run here; it needs glibc 2.38, such as Debian 13 or Ubuntu 24.04 has (${because}).`;
}
