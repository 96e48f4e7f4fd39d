import { globSync, readFileSync } from 'node:fs';
import { botControls } from '../../bench/bot-controls.ts';
import { ticketControls } from '../../bench/ticket-controls.ts';

/** `npm run bench:mutations` switches controls off by their text; one whose text has changed is no longer looked at. */

const controls = [...botControls, ...ticketControls];
const tests = globSync('test/**/*.test.ts');

test.each(controls.map((one) => [one.control, one] as const))('it can be switched off: %s', (_control, one) => {
  expect(readFileSync(one.file, 'utf8')).toContain(one.from);
  expect(one.to).not.toBe(one.from);
  expect(tests.some((file) => file.includes(one.test))).toBe(true);
});

test('every control has a name of its own', () => {
  expect(new Set(controls.map(({ control }) => control)).size).toBe(controls.length);
});
