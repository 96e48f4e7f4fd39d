import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { commandLine } from '../src/config/command-line.ts';
import { countOf } from '../src/domain/count-of.ts';
import { botControls } from './bot-controls.ts';
import type { Mutation } from './controls.ts';
import { ticketControls } from './ticket-controls.ts';

/**
 * Switches off each control, in a copy, and checks that a test fails: `npm run bench:mutations`.
 * A control whose loss no test notices is not protected. The result for each control goes to the console.
 */

const controls: readonly (Mutation & { readonly of: 'bot' | 'tickets' })[] = [
  ...botControls.map((one) => ({ ...one, of: 'bot' as const })),
  ...ticketControls.map((one) => ({ ...one, of: 'tickets' as const })),
];
const { words: wanted, misused } = commandLine({
  about: 'Switches each control off, in a copy, and looks whether a test notices. Without a word, all of them.',
  call: 'npm run bench:mutations -- [bot | tickets | PART OF A NAME …]',
  mostWords: Number.POSITIVE_INFINITY,
});
const mutations = controls.filter(
  ({ of, control }) => wanted.length === 0 || wanted.some((word) => of === word || control.includes(word)),
);
if (mutations.length === 0) misused(`No control is named ${wanted.join(', ')}.`);

const copied = [
  'src',
  'dialogs',
  'cards',
  'sandbox',
  'webchat',
  'test',
  'content',
  'docs',
  'scripts',
  'appPackage',
  'deploymentTemplates',
  'bench',
  '.env.example',
  'LICENSE',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'jest.config.cjs',
];
const copy = mkdtempSync(join(tmpdir(), 'onetenant-mutations-'));
for (const name of copied) cpSync(name, join(copy, name), { recursive: true });
symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));

/** If a test never ends without a control, that test has noticed its loss. */
const longestMs = 600_000;
const startedAt = Date.now();
const sound = new Map<string, boolean>();

function passes(test: string): 'passes' | 'fails' | 'does not run' {
  const jest = [join('node_modules', 'jest', 'bin', 'jest.js'), '--forceExit', test];
  const { status, stderr } = spawnSync(process.execPath, jest, { cwd: copy, timeout: longestMs, encoding: 'utf8' });
  if (status === 0) return 'passes';
  return /Test suite failed to run|No tests found/.test(stderr) ? 'does not run' : 'fails';
}

/** A test that fails anyway would seem to notice everything. */
function isSound(test: string): boolean {
  const known = sound.get(test) ?? passes(test) === 'passes';
  sound.set(test, known);
  return known;
}

function tryWithout({ file, from, to, test }: Mutation): string {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  if (!source.includes(from)) return 'GONE';
  if (!isSound(test)) return 'UNSOUND';
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  const result = passes(test);
  writeFileSync(path, source);
  if (result === 'does not run') return 'BROKEN';
  return result === 'passes' ? 'MISSED' : 'noticed';
}

let missed = 0;
for (const mutation of mutations) {
  const result = tryWithout(mutation);
  if (result !== 'noticed') missed += 1;
  console.log(`${result.padEnd(8)} ${mutation.control} (${mutation.test}; ${mutation.file})`);
}
rmSync(copy, { recursive: true, force: true });
const seconds = Math.round((Date.now() - startedAt) / 1_000);
console.log(
  `${missed} of ${countOf(mutations.length, 'control is', 'controls are')} not noticed by the named test when switched off, in ${seconds} s.`,
);
process.exit(missed === 0 ? 0 : 1);
