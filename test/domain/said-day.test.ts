import { dayReader } from '../../src/i18n/day-reader.ts';

/** A Monday. */
const now = Date.parse('2026-11-30T14:00:00Z');

test.each([
  ['remind me on Friday', '2026-12-04'],
  ['remind me on monday', '2026-12-07'],
  ['Remind me on firday at 9.30', '2026-12-04'],
  ['remind me next week', '2026-12-07'],
  ['remind me on Tuesday next week', '2026-12-08'],
  ['remind me in 3 days', '2026-12-03'],
  ['remind me 2 days from now', '2026-12-02'],
  ['remind me the day after tomorrow', '2026-12-02'],
  ['remind me after the weekend', '2026-12-07'],
  ['remind me on Dec 3rd', '2026-12-03'],
  ['remind me on 12 December', '2026-12-12'],
  ['remind me on 12/25', '2026-12-25'],
  ['remind me on the 15th', '2026-12-15'],
  ['remind me in January', '2027-01-01'],
  ['herinner me vrijdag', '2026-12-04'],
  ['herinner me vrijdagochtend', '2026-12-04'],
  ['herinner me vr', '2026-12-04'],
  ['herinner me over een week', '2026-12-07'],
  ['herinner me volgende week woensdag', '2026-12-09'],
  ['herinner me overmorgen', '2026-12-02'],
  ['herinner me op 12-12', '2026-12-12'],
  ['herinner mij de 15e', '2026-12-15'],
  ['erinnere mich am Freitag', '2026-12-04'],
  ['erinnere mich in zwei Wochen', '2026-12-14'],
  ['erinnere mich übermorgen', '2026-12-02'],
  ['erinnere mich am 12.12.', '2026-12-12'],
  ['erinnere mich am 3.1.27', '2027-01-03'],
  ['erinnere mich am 1. März', '2027-03-01'],
  ['erinnere mich im März', '2027-03-01'],
  ['erinnere mich um 9 Uhr am Freitag', '2026-12-04'],
  ['erinnere mich gegen 15. Dezember', '2026-12-15'],
  ['rappelez-moi après-demain', '2026-12-02'],
  ['rappelez-moi la semaine prochaine', '2026-12-07'],
  ['rappelez-moi le 12 décembre', '2026-12-12'],
])('"%s" is %s', (said, day) => {
  const read = dayReader().read(said, now);

  expect(read.kind === 'day' && new Date(now + read.inDays * 86_400_000).toISOString().slice(0, 10)).toBe(day);
});

test.each([
  'remind me in an hour',
  'remind me at 10 am',
  'remind me at 9',
  'remind me 3 days before the trial ends',
  'remind me on the 31st of June',
  'herinner me over een uurtje',
  'erinnere mich am 31.02.',
])('"%s" is no day that can be kept', (said) => {
  expect(dayReader().read(said, now)).toEqual({ kind: 'unclear' });
});

test.each([
  'remind me',
  'herinner me later',
  'herinner me als er licenties vrij zijn',
  'what is a tenant',
  'we have 3 tenants',
  'mag ik dat',
  '24',
])('"%s" names no day', (said) => {
  expect(dayReader().read(said, now)).toEqual({ kind: 'none' });
});

test.each([
  ['friday', true],
  ['op vrijdag graag', true],
  ['in zwei Wochen', true],
  ['the trial ends on Friday', false],
])('"%s" stands alone: %p', (said, isAlone) => {
  expect(dayReader().read(said, now)).toMatchObject({ kind: 'day', isAlone });
});

test.each([
  ['thursday at 9', true],
  ['donderdag om 9 uur', true],
  ['Donnerstag um 9:30', true],
  ['vendredi à 9h', true],
  ['friday', false],
  ['am 12.12.', false],
  ['around 15 december', false],
])('"%s" names an hour: %p', (said, hasHour) => {
  expect(dayReader().read(said, now)).toMatchObject({ kind: 'day', hasHour });
});

test('an hour beside a day that is typed alone does not hide the day', () => {
  expect(dayReader().read('thursday at 9 please', now)).toMatchObject({ inDays: 3, isAlone: true });
});

test('a weekday said on that day is a week ahead, and the last day of a month is kept', () => {
  const friday = Date.parse('2027-01-31T23:00:00Z');

  expect(dayReader().read('sunday', friday)).toMatchObject({ inDays: 7 });
  expect(dayReader().read('next month', friday)).toMatchObject({ inDays: 28 });
});
