import { globSync, readFileSync } from 'node:fs';
import { sandboxDeskIds } from '../../sandbox/desk/desk-kinds.ts';
import { deskKindNames } from '../../src/adapters/helpdesk/desk-kinds.ts';

/** A desk is one descriptor in the product and one in the sandbox; nothing else may ask which desk it is. */

const atHome = [
  /^src\/adapters\/helpdesk\/(desk-kinds\.ts$|[a-z]+\/)/,
  /^sandbox\/desk\/(desk-kinds\.ts$|kinds\/|\w+-api\.ts$)/,
];
const askingFor = new RegExp(`([!=]==? '(${deskKindNames.join('|')})')|(case '(${deskKindNames.join('|')})':)`);

test('the sandbox has a desk of each kind', () => {
  expect(sandboxDeskIds).toEqual(deskKindNames);
});

test('only a descriptor knows which desk it is', () => {
  const offenders = globSync('{src,sandbox,scripts}/**/*.ts')
    .filter((file) => !atHome.some((home) => home.test(file)))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => askingFor.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );

  expect(offenders).toEqual([]);
});
