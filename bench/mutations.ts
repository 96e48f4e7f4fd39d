import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { commandLine } from '../src/config/command-line.ts';
import { countOf } from '../src/domain/count-of.ts';
import { controls } from './controls/index.ts';
import type { Mutation } from './controls/mutation.ts';
import { controlsOfThreats, readThreats } from './controls/threats.ts';

/**
 * Switches off each control, in a copy, and checks that a test fails: `npm run bench:mutations`.
 * A control whose loss no test notices is not protected. Where the threat model names tests of a control, each of them alone must
 * notice. The result for each control and test goes to the console.
 */

const { words: wanted, misused } = commandLine({
  about: 'Switches each control off, in a copy, and looks whether a test notices. Without a word, all of them.',
  call: `npm run bench:mutations -- [${Object.keys(controls).join(' | ')} | PART OF A NAME …]`,
  mostWords: Number.POSITIVE_INFINITY,
});
const mutations = Object.entries(controls).flatMap(([part, all]) =>
  all.filter(({ control }) => wanted.length === 0 || wanted.some((word) => part === word || control.includes(word))),
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
const threats = readThreats();

/** Which tests must notice: a pattern of files, and of titles where one test is meant. */
interface Witness {
  readonly file: string;
  readonly title: string | null;
}

function witnessesOf({ control, test }: Mutation): readonly Witness[] {
  const named = threats.filter(({ threat }) => controlsOfThreats[threat] === control);
  return named.length === 0 ? [{ file: test, title: null }] : named;
}

/** The title as jest looks for it; what `test.each` fills in may be anything. */
function pattern(title: string): string {
  const parts = title.split(/%[a-z]|\$[a-z]\w*/i).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return parts.join('.*');
}

function passes({ file, title }: Witness): 'passes' | 'fails' | 'does not run' {
  const one = title === null ? [] : ['-t', pattern(title)];
  const jest = [join('node_modules', 'jest', 'bin', 'jest.js'), '--forceExit', file, ...one];
  const { status, stderr } = spawnSync(process.execPath, jest, { cwd: copy, timeout: longestMs, encoding: 'utf8' });
  // A pattern that fits no title skips everything, which jest calls a success.
  if (status === 0) return /^Tests:.*\b\d+ passed/m.test(stderr) ? 'passes' : 'does not run';
  // A test that failed may leave behind what ends the suite in a bad way, too.
  if (/^Tests:.*\b\d+ failed/m.test(stderr)) return 'fails';
  return /Test suite failed to run|No tests found/.test(stderr) ? 'does not run' : 'fails';
}

/** A test that fails anyway would seem to notice everything. */
function isSound(witness: Witness): boolean {
  const name = `${witness.file} ${witness.title}`;
  const known = sound.get(name) ?? passes(witness) === 'passes';
  sound.set(name, known);
  return known;
}

function tryWithout(mutation: Mutation, witness: Witness): string {
  const edits = mutation.doubledBy === undefined ? [mutation] : [mutation, mutation.doubledBy];
  const sources = new Map(edits.map(({ file }) => [file, readFileSync(join(copy, file), 'utf8')]));
  const without = new Map(sources);
  for (const { file, from, to } of edits) {
    const source = without.get(file) ?? '';
    if (!source.includes(from)) return 'GONE';
    without.set(
      file,
      source.replace(from, () => to),
    );
  }
  if (!isSound(witness)) return 'UNSOUND';
  for (const [file, source] of without) writeFileSync(join(copy, file), source);
  const result = passes(witness);
  for (const [file, source] of sources) writeFileSync(join(copy, file), source);
  if (result === 'does not run') return 'BROKEN';
  return result === 'passes' ? 'MISSED' : 'noticed';
}

let missed = 0;
let tried = 0;
for (const mutation of mutations) {
  for (const witness of witnessesOf(mutation)) {
    const result = tryWithout(mutation, witness);
    tried += 1;
    if (result !== 'noticed') missed += 1;
    const doubled = mutation.doubledBy === undefined ? '' : `, and with it ${mutation.doubledBy.control}`;
    const title = witness.title === null ? '' : ` "${witness.title}"`;
    console.log(`${result.padEnd(8)} ${mutation.control}${doubled} (${witness.file}${title})`);
  }
}
rmSync(copy, { recursive: true, force: true });
const seconds = Math.round((Date.now() - startedAt) / 1_000);
console.log(
  `${missed} of ${countOf(tried, 'test does', 'tests do')} not notice that a control is off, of ${countOf(mutations.length, 'control', 'controls')}, in ${seconds} s.`,
);
process.exit(missed === 0 ? 0 : 1);
