import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** docs/accessibility.md names each criterion of WCAG 2.2, levels A and AA, once, and a test that is there for what is met. */

/** Source: W3C, "Web Content Accessibility Guidelines (WCAG) 2.2", without 4.1.1, which it took out. */
const criteria =
  `1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11
  1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4
  2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3`.split(/\s+/);
/** These have no clause in EN 301 549 V3.2.1, which follows WCAG 2.1. */
const newInWcag22 = ['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8'];

const page = readFileSync('docs/accessibility.md', 'utf8');
const rows = page
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, , criterion = '']) => /^\d+\.\d+\.\d+$/.test(criterion))
  .map(([, clause = '', criterion = '', , , state = '', why = '']) => ({ clause, criterion, state, why }));

test('every criterion stands there once, in order, with its clause', () => {
  expect(rows.map(({ criterion }) => criterion)).toEqual(criteria);
  for (const { clause, criterion } of rows)
    expect(clause).toBe(newInWcag22.includes(criterion) ? '–' : `9.${criterion}`);
});

test('each is met, not met or does not apply, says why, and the counts above are right', () => {
  const count = (state: string) => rows.filter((row) => row.state === state).length;

  expect(rows.filter(({ state }) => !['met', 'not met', 'n/a'].includes(state))).toEqual([]);
  expect(rows.filter(({ why }) => why.length < 10)).toEqual([]);
  expect(page.replace(/\s+/g, ' ')).toContain(
    `Of ${rows.length} criteria ${count('met')} are met, ${count('not met')} are not met, and ${count('n/a')} do not apply`,
  );
});

test('the tests that it names are there', () => {
  const named = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path);

  expect(named.filter((path) => path.endsWith('.test.ts')).length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join('docs', path)))).toEqual([]);
});
