import { globSync, readFileSync } from 'node:fs';
import { controls as controlsByPart } from '../../bench/controls/index.ts';
import { controlsOfThreats, heldElsewhere, readThreats } from '../../bench/controls/threats.ts';

/** `npm run bench:mutations` switches controls off by their text; one whose text has changed is no longer looked at. */

const controls = Object.values(controlsByPart).flat();
const tests = globSync('test/**/*.test.ts');
const rows = readThreats().map(({ threat }) => threat);

test.each(controls.map((one) => [one.control, one] as const))('it can be switched off: %s', (_control, one) => {
  for (const { file, from, to } of one.doubledBy === undefined ? [one] : [one, one.doubledBy]) {
    expect(readFileSync(file, 'utf8')).toContain(from);
    expect(to).not.toBe(from);
  }
  expect(tests.some((file) => file.includes(one.test))).toBe(true);
});

test('every control has a name of its own', () => {
  expect(new Set(controls.map(({ control }) => control)).size).toBe(controls.length);
});

test('every row of the threat model has a control that can be switched off, or says why there is none', () => {
  const told = [...Object.keys(controlsOfThreats), ...Object.keys(heldElsewhere)];

  expect(rows.filter((threat) => !told.includes(threat))).toEqual([]);
  expect(told.filter((threat) => !rows.includes(threat))).toEqual([]);
  expect(new Set(told).size).toBe(told.length);
  expect(new Set(rows).size).toBe(rows.length);
});

test('every control that a row names is in the list', () => {
  const names = controls.map(({ control }) => control);

  expect(Object.values(controlsOfThreats).filter((control) => !names.includes(control))).toEqual([]);
});
