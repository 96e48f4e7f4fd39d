import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** Programs that read what we wrote as their makers do. They are 34 MB, so `npm run checkers` fetches them apart. */
const folder = resolve('test/deployment/checkers');

/**
 * Describes what needs the checkers: skipped with a word where they are not, unless `CHECKERS=demanded` says that they are.
 */
export function describeWithCheckers(name: string, tests: () => void): void {
  const areThere = existsSync(`${folder}/node_modules`);
  if (!areThere && process.env.CHECKERS === 'demanded') throw new Error('CHECKERS are demanded, and are not there.');
  if (!areThere) process.stderr.write(`Skipped, because it needs \`npm run checkers\` once: ${name}\n`);
  (areThere ? describe : describe.skip)(name, tests);
}

/** One of their modules, by the path in its package. */
export function checker(path: string): unknown {
  return createRequire(`${folder}/package.json`)(path);
}
