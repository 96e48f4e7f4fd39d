import { existsSync, readFileSync } from 'node:fs';

/** The threat model names a test for every control; a control whose test is gone is a claim. */

const rows = readFileSync('docs/threat-model.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('|---'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 5 && cells[3] !== 'held by');

test('there are threats', () => {
  expect(rows.length).toBeGreaterThan(40);
});

test.each(rows.map(([, threat = '', control = '', heldBy = '']) => [threat, control, heldBy]))(
  'a test holds: %s',
  (_threat, control, heldBy) => {
    const [, file = '', title = ''] = /^`(test\/[\w/-]+\.test\.ts)` "([^"]+)"$/.exec(heldBy) ?? [];

    expect(control).not.toBe('');
    expect(file).not.toBe('');
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(title);
  },
);
