import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../src/config/settings.ts';

/** The table "Times and limits" of docs/operations.md says what the code says. */

interface Row {
  readonly name: string;
  readonly file: string;
  readonly value: string;
}

const page = readFileSync('docs/operations.md', 'utf8');
const table = /## Times and limits\n([\s\S]*?)\n## /.exec(page)?.[1] ?? '';
const rows: readonly Row[] = [...table.matchAll(/^\| .+ \| (.+) \| \[`(\w+)`\]\((.+)\) \|$/gm)].map(
  ([, value = '', name = '', file = '']) => ({ name, file: join('docs', file), value }),
);

const msPer: Readonly<Record<string, number>> = {
  Ms: 1,
  second: 1_000,
  Seconds: 1_000,
  minute: 60_000,
  Minutes: 60_000,
  hour: 3_600_000,
  Hours: 3_600_000,
  day: 86_400_000,
  Days: 86_400_000,
};

/** "15, 45 and 120 seconds" in milliseconds; "3 times" as it is. */
function told(value: string): readonly number[] {
  const unit = /(second|minute|hour|day)s?$/.exec(value)?.[1];
  return [...value.matchAll(/\d[\d,]*(?=\D|$)/g)].map(
    ([number]) => Number(number.replaceAll(',', '')) * (unit === undefined ? 1 : (msPer[unit] ?? 1)),
  );
}

/** The value of a constant, in milliseconds where its name ends in a unit, and the comment right above it. */
function inCode({ name, file }: Row): { readonly values: readonly number[]; readonly docstring: string } | null {
  const pattern = new RegExp(`((?:\\/\\*\\*(?:(?!\\*\\/)[\\s\\S])*\\*\\/\\n)?)(?:export )?const ${name} = (.+);`);
  const [, docstring = '', expression] = pattern.exec(readFileSync(file, 'utf8')) ?? [];
  if (expression === undefined) return null;
  const unit = /(Ms|Seconds|Minutes|Hours|Days)$/.exec(name)?.[1];
  const numbers = expression.replace(/^\[|\](?: as const)?$/g, '').split(', ');
  const values = numbers.map((one) =>
    one.split(' * ').reduce((all, part) => all * Number(part.replaceAll('_', '')), 1),
  );
  return { values: values.map((value) => value * (unit === undefined ? 1 : (msPer[unit] ?? 1))), docstring };
}

test('each value is the one in the code', () => {
  expect(rows.length).toBe(table.split('\n').filter((line) => line.startsWith('| ')).length - 1);
  expect(rows.filter((row) => String(inCode(row)?.values) !== String(told(row.value)))).toEqual([]);
});

/** What ends while people do something, or are away from it. */
const endForPeople = ['signInTimeoutMs', 'stepUpMs', 'visitMaxMs', 'adminRequestHours', 'linkDays'];

test('nobody has to hurry: what ends for people lasts longer than 20 hours (WCAG 2.2.1)', () => {
  const lasting = rows.filter((row) => (inCode(row)?.values ?? []).every((value) => value > 20 * 3_600_000));

  expect(endForPeople.filter((name) => !lasting.some((row) => row.name === name))).toEqual([]);
  expect(JSON.stringify(readSettings({ KEEP_IDLE_DAYS: '0' }))).toContain('KEEP_IDLE_DAYS');
});

test('each stands once, with what it is for and its unit', () => {
  const places = rows.map(({ name, file }) => `${file} ${name}`);
  const unsaid = rows.filter((row) => {
    const docstring = inCode(row)?.docstring ?? '';
    const unit = /(?:Ms|Seconds|Minutes|Hours|Days)$/.test(row.name)
      ? /milliseconds|seconds|minutes|hours|[Dd]ays/i.test(docstring)
      : true;
    return docstring === '' || !unit;
  });

  expect(unsaid).toEqual([]);
  expect(new Set(places).size).toBe(places.length);
});
