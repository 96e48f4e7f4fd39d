import { existsSync, globSync, readFileSync } from 'node:fs';
import { sandboxDeskIds } from '../../sandbox/desk/desk-kinds.ts';
import { deskKindNames } from '../../src/adapters/helpdesk/desk-kinds.ts';

/** A desk is one descriptor in the product and one in the sandbox; nothing else may ask which desk it is. */

const atHome = [
  /^src\/adapters\/helpdesk\/(desk-kinds\.ts$|[a-z]+\/)/,
  /^sandbox\/desk\/(desk-kinds\.ts$|kinds\/|\w+-api\.ts$)/,
];
const page = readFileSync('docs/helpdesk.md', 'utf8');

/** What a kind of desk still lacks, in the order of the recipe in CONTRIBUTING.md. */
function missingFor(kind: string): readonly string[] {
  const recorded = ['handed-over', 'answered'].map((event) => `test/adapters/helpdesk/recorded/${kind}-${event}.json`);
  const has: readonly (readonly [string, boolean])[] = [
    ['a line in src/adapters/helpdesk/desk-kinds.ts', deskKindNames.some((one) => one === kind)],
    ['a line in sandbox/desk/desk-kinds.ts', sandboxDeskIds.some((one) => one === kind)],
    ...recorded.map((path) => [path, existsSync(path)] as const),
    ['an entry in docs/helpdesk.md', page.includes(`"kind": "${kind}"`)],
    [
      'its name in the row `kind` of docs/helpdesk.md',
      (/^\| `kind` \|.*$/m.exec(page)?.[0] ?? '').includes(`\`${kind}\``),
    ],
  ];
  return has.flatMap(([what, isThere]) => (isThere ? [] : [`${kind}: ${what}`]));
}

test('each kind of desk has all that the recipe asks for', () => {
  expect([...new Set([...deskKindNames, ...sandboxDeskIds])].flatMap(missingFor)).toEqual([]);
});

test('for a kind that nobody has begun, everything is listed', () => {
  expect(missingFor('freshservice')).toEqual([
    'freshservice: a line in src/adapters/helpdesk/desk-kinds.ts',
    'freshservice: a line in sandbox/desk/desk-kinds.ts',
    'freshservice: test/adapters/helpdesk/recorded/freshservice-handed-over.json',
    'freshservice: test/adapters/helpdesk/recorded/freshservice-answered.json',
    'freshservice: an entry in docs/helpdesk.md',
    'freshservice: its name in the row `kind` of docs/helpdesk.md',
  ]);
});

test('only a descriptor knows which desk it is', () => {
  const named = deskKindNames.join('|');
  const askingFor = new RegExp(`[!=]==? '(${named})'|case '(${named})':`);
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

test('what the sandbox sends is the rule text of the documentation, filled; Jira alone has a shape of its own', () => {
  const kinds = globSync('sandbox/desk/kinds/*.ts').map((file) => file.replaceAll('\\', '/'));

  expect(kinds.filter((file) => !readFileSync(file, 'utf8').includes('ruleText('))).toEqual([
    'sandbox/desk/kinds/jira.ts',
  ]);
});

test('a secret in a header is read in one place', () => {
  const files = globSync('src/**/*.ts').map((file) => file.replaceAll('\\', '/'));

  expect(files.filter((file) => readFileSync(file, 'utf8').includes("'x-onetenant-secret'"))).toEqual([
    'src/adapters/helpdesk/header-secret.ts',
  ]);
});
