import { existsSync, readFileSync } from 'node:fs';
import { readThreats } from '../../bench/controls/threats.ts';

/** The threat model names a test for every control; a control whose test is gone is a claim. */

const rows = readThreats();

test('there are threats', () => {
  expect(rows.length).toBeGreaterThan(40);
});

test.each(rows.map((row) => [row.threat, row] as const))('a test holds: %s', (_threat, { control, file, title }) => {
  expect(control).not.toBe('');
  expect(file).not.toBe('');
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain(title);
});
