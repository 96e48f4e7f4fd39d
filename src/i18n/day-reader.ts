import { lazily } from '../domain/lazily.ts';
import { DayReader } from '../domain/said-day.ts';
import { languages } from './locales.ts';

/** Reads days in every language at once. Made when the first one is read. */
export const dayReader = lazily(
  () =>
    new DayReader(
      Object.values(languages).map(({ tag, dayWords: { weekdaysAlso, ...words } }) => {
        const weekdays = namesOf(tag, { weekday: 'long' }, (at) => new Date(Date.UTC(2023, 0, 1 + at)), 7);
        const month = (style: 'long' | 'short') =>
          namesOf(tag, { month: style }, (at) => new Date(Date.UTC(2023, at, 1)), 12);
        const short = month('short');
        return {
          ...words,
          weekdays: weekdays.map((name, at) => [name, weekdaysAlso[at] ?? ''].filter((one) => one !== '').join('|')),
          months: month('long').map((name, at) => `${name}|${short[at]}`),
        };
      }),
    ),
);

function namesOf(
  tag: string,
  style: Intl.DateTimeFormatOptions,
  dayAt: (at: number) => Date,
  count: number,
): readonly string[] {
  const format = new Intl.DateTimeFormat(tag, { ...style, timeZone: 'UTC' });
  return Array.from({ length: count }, (_, at) =>
    format.format(dayAt(at)).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace('.', ''),
  );
}
