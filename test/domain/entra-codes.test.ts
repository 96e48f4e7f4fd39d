import { readFileSync } from 'node:fs';
import { entraCode, entraCodes } from '../../src/domain/entra-codes.ts';
import { offendersAmong } from '../builders/offenders.ts';

test('each code stands in the table once, with a source and the day that it was read', () => {
  const rows = entraCodes.map((row) => ({ title: String(row.code), row }));

  expect(
    offendersAmong(rows, ({ row }) => [
      ...(entraCodes.filter(({ code }) => code === row.code).length === 1 ? [] : ['stands there twice']),
      ...(/^https:\/\/(learn|login)\.microsoft(online)?\.com\//.test(row.source.page)
        ? []
        : ['has no page of Microsoft']),
      ...(/^\d{4}-\d\d-\d\d$/.test(row.source.checked) ? [] : ['was never read']),
      ...(row.cure.endsWith('.') ? [] : ['has no cure']),
    ]),
  ).toEqual([]);
});

/** What these codes were told as before: "sign in again", or "a policy blocks me". */
test('no locked, disabled, risky, unknown or blocked account is told to sign in again or to change a policy', () => {
  const told = (codes: readonly number[]) => [...new Set(codes.map((code) => entraCode(code)?.reason))];

  expect(told([50076, 50079, 50158])).toEqual(['second-proof']);
  expect(told([53000, 53001, 530003])).toEqual(['device-refused']);
  expect(told([50053])).toEqual(['account-locked']);
  expect(told([53011])).toEqual(['account-at-risk']);
  expect(told([50057, 500571])).toEqual(['account-disabled']);
  expect(told([500014])).toEqual(['service-disabled']);
  expect(told([5000224, 5000225])).toEqual(['tenant-blocked']);
  expect(told([16000, 90072, 160021])).toEqual(['wrong-account']);
});

test('the page of errors lists every code, under its reason', () => {
  const listed = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| ([\d, ]+) \| `([a-z-]+)` \|/gm)].flatMap(
    ([, codes = '', reason]) => codes.split(', ').map((code) => `${code} ${reason}`),
  );

  expect(listed.toSorted()).toEqual(entraCodes.map(({ code, reason }) => `${code} ${reason}`).toSorted());
});
