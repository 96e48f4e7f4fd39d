import { slipsBetween } from './closest-word.ts';

/** How people say days, as patterns: alternatives separated by `|`, in lower case and without accents. */
export interface DayPatterns {
  /** How a reminder is asked for: "remind". */
  readonly remind: string;
  /** Days by name, with how many days ahead each is: "tomorrow" is 1. Longer names come first. */
  readonly named: readonly (readonly [pattern: string, inDays: number])[];
  /** Words for numbers, and for "a": `a|one` is 1. Longer ones come first. */
  readonly counts: readonly (readonly [pattern: string, count: number])[];
  readonly day: string;
  readonly week: string;
  readonly month: string;
  /** What is too short to keep, and years, which are too long: "hours?", "years?". */
  readonly otherUnits: string;
  /** Before "three days": "in". */
  readonly ahead: string;
  /** Before "week": "next". */
  readonly next: string;
  /** After "three days", where it is about something else: "before". */
  readonly before: string;
  readonly weekend: string;
  /** Before "weekend", for the Monday that follows: "after the". */
  readonly afterThe: string;
  /** Before the day of a month: "on the", "den". */
  readonly onThe: string;
  /** Behind the day of a month: "th". */
  readonly ordinal: string;
  /** Before an hour: "at". */
  readonly atHour: string;
  /** Words that may stand beside a day that somebody types alone, or between day and month: "on", "please", "of". */
  readonly beside: string;
  /** Sunday first. */
  readonly weekdays: readonly string[];
  /** For each month, January first, its names. */
  readonly months: readonly string[];
}

/** Which day somebody names. */
export type SaidDay =
  /** `inDays` counts from today, and may be 0 or less. `hasHour`: they named an hour, too. `isAlone`: they typed nothing else. */
  | { readonly kind: 'day'; readonly inDays: number; readonly hasHour: boolean; readonly isAlone: boolean }
  | { readonly kind: 'none' }
  /** A time that is no day, or a day that does not exist: "in an hour", "3 days before it ends", "31 June". */
  | { readonly kind: 'unclear' };

interface Found {
  readonly at: number;
  readonly length: number;
  /** Null for a time that is no day. */
  readonly inDays: number | null;
}

const dayMs = 86_400_000;
const daysOfWeek = 7;
/** A weekday of this many letters may be typed with one slip. */
const slipFrom = 6;

/** Reads days that people type, in the languages whose patterns it has. Days are of UTC, as all dates of the bot. */
export class DayReader {
  readonly #p: DayPatterns;
  readonly #rules: readonly ((text: string, now: Date) => readonly Found[])[];
  readonly #units: string;
  /** After a number that stands alone: it counts nothing, and is no part of a date. */
  readonly #noDate: string;
  /** "at 9", "um 9.30 Uhr", "10 am", "14:00". */
  readonly #hour: RegExp;

  constructor(patterns: readonly DayPatterns[]) {
    this.#p = patterns.reduce(join);
    const { day, week, month, months, otherUnits, beside, atHour } = this.#p;
    this.#units = [day, week, month, otherUnits].join('|');
    this.#noDate = `(?![\\p{N}:/-]|\\.\\d|\\.?\\s*(?:${this.#units}|(?:(?:${beside})\\s+)?(?:${months.join('|')}))(?!\\p{L}))`;
    const clock = '\\d{1,2}(?:[:.h]\\d{2})?';
    const unit = `\\s?(?:am|pm|h|${otherUnits})`;
    this.#hour = word(`(?:(?:${atHour})\\s+${clock}(?:${unit}|${this.#noDate})|${clock}${unit}|\\d{1,2}[:h]\\d{2})`);
    this.#rules = [
      (text, now) => this.#dates(text, now),
      (text, now) => this.#monthDates(text, now),
      (text, now) => this.#counted(text, now),
      (text) => this.#named(text),
      (text, now) => this.#nextUnit(text, now),
      (text, now) => this.#weekdays(text, now),
      (text, now) => this.#daysOfMonth(text, now),
    ];
  }

  /** The day that a text names first. `now` in milliseconds since 1970. */
  read(said: string, now: number): SaidDay {
    const folded = fold(said);
    const text = folded.replace(this.#hour, ' ');
    const hasHour = text !== folded;
    const today = new Date(now - (now % dayMs));
    const [first] = this.#rules
      .flatMap((rule) => rule(text, today))
      .toSorted((one, other) => one.at - other.at || other.length - one.length);
    if (first === undefined)
      return hasHour || word(`(?:${this.#units})`).test(text) ? { kind: 'unclear' } : { kind: 'none' };
    if (first.inDays === null) return { kind: 'unclear' };
    const rest = `${text.slice(0, first.at)} ${text.slice(first.at + first.length)}`;
    return { kind: 'day', inDays: first.inDays, hasHour, isAlone: this.#isBeside(rest) };
  }

  /** Whether a text asks to be reminded, and names a time; which one does not matter. */
  remindsOn(said: string): boolean {
    return word(`(?:${this.#p.remind})`).test(fold(said)) && this.read(said, 0).kind !== 'none';
  }

  /** Whether a text has nothing but words that say no more than the day beside them. */
  #isBeside(text: string): boolean {
    return new RegExp(`^(?:(?:${this.#p.beside}|${this.#p.next})(?!\\p{L})|[^\\p{L}\\p{N}])*$`, 'u').test(text);
  }

  /** "2026-12-12", "12.12.", "12/12/2026"; the day comes first where both could be. */
  #dates(text: string, today: Date): readonly Found[] {
    const years = all(text, /(?<![\d.-])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g).map((match) =>
      found(match, dateIn(today, Number(match[3]), Number(match[2]), Number(match[1]))),
    );
    const short = all(
      text,
      /(?<![\p{N}:.,/-])(\d{1,2})\s?([./-])\s?(\d{1,2})(?:\2\s?(\d{4}|\d{2})|\.)?(?![\p{N}:-]|\s*%)/gu,
    ).map((match) => {
      const [one, other] = [Number(match[1]), Number(match[3])];
      const [day, month] = other > 12 && match[2] === '/' ? [other, one] : [one, other];
      return found(match, dateIn(today, day, month, yearOf(match[4])));
    });
    return [...years, ...short];
  }

  /** "12 December", "December 12th", "in December". */
  #monthDates(text: string, today: Date): readonly Found[] {
    const { ahead, beside, months, onThe, ordinal } = this.#p;
    return months.flatMap((names, index) => {
      const month = index + 1;
      const day = `(\\d{1,2})(?:${ordinal})?`;
      const year = '(?:,?\\s+(\\d{4}))?';
      const dayFirst = word(`${day}\\.?\\s*(?:(?:${beside})\\s+)?(?:${names})\\.?${year}`);
      const monthFirst = word(`(?:${names})\\.?\\s+(?:(?:${beside})\\s+)?${day}${year}`);
      const alone = word(`(?:${ahead}|${onThe})\\s+(?:${names})`);
      return [
        ...[...all(text, dayFirst), ...all(text, monthFirst)].map((match) =>
          found(match, dateIn(today, Number(match[1]), month, yearOf(match[2]))),
        ),
        ...all(text, alone).map((match) => found(match, dateIn(today, 1, month, null))),
      ];
    });
  }

  /** "in 3 days", "two weeks", "Friday in two weeks". */
  #counted(text: string, today: Date): readonly Found[] {
    const { ahead, before, day, week, month, otherUnits } = this.#p;
    const counts = this.#p.counts.map(([pattern]) => pattern).join('|');
    const pattern = word(
      `(?:(${ahead})\\s+)?(\\d{1,3}|${counts})\\s?-?\\s?(?:(${day})|(${week})|(${month})|(${otherUnits}))`,
    );
    return all(text, pattern).flatMap((match) => {
      const rest = text.slice(match.index + match[0].length);
      const isAboutOther = new RegExp(`^\\s*(?:${before})(?!\\p{L})`, 'u').test(rest);
      if (isAboutOther || match[6] !== undefined) return [found(match, null)];
      const count = this.#countOf(match[2] ?? '');
      const from =
        match[5] === undefined ? count * (match[4] === undefined ? 1 : daysOfWeek) : monthsAhead(today, count);
      const isWeeks = match[4] !== undefined;
      // "The trial of 30 days" is no day; what stands alone or after "in" is.
      if (match[1] === undefined && !this.#isBeside(rest)) return [];
      return [isWeeks ? this.#onWeekday(text, today, match, count) : found(match, from)];
    });
  }

  #countOf(said: string): number {
    const known = this.#p.counts.find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(said));
    return known === undefined ? Number(said) : known[1];
  }

  #named(text: string): readonly Found[] {
    return this.#p.named.flatMap(([pattern, inDays]) =>
      all(text, word(`(?:${pattern})\\p{L}*`)).map((match) => found(match, inDays)),
    );
  }

  /** "next week", "next month", "after the weekend", "Monday next week". */
  #nextUnit(text: string, today: Date): readonly Found[] {
    const { next, week, month, weekend, afterThe } = this.#p;
    // In French the word for "next" comes behind.
    const nextOf = (unit: string): RegExp => word(`(?:(?:${next})\\s+(?:${unit})|(?:${unit})\\s+(?:${next}))`);
    const monday = daysTo(today, 1);
    const saturday = daysTo(today, 6);
    return [
      ...all(text, nextOf(week)).map((match) => this.#onWeekday(text, today, match, 1)),
      ...all(text, nextOf(month)).map((match) => found(match, monthsAhead(today, 1))),
      ...all(text, word(`(?:${afterThe})\\s+(?:${weekend})`)).map((match) => found(match, monday)),
      ...all(text, word(`(?:${weekend})`)).map((match) => found(match, saturday)),
    ];
  }

  /** The weekday that the text names, in the week that lies this many ahead; without one, just so many weeks. */
  #onWeekday(text: string, today: Date, match: RegExpExecArray, weeks: number): Found {
    const [named] = this.#weekdaysIn(text);
    if (named === undefined) return found(match, weeks * daysOfWeek);
    const at = Math.min(match.index, named.at);
    const end = Math.max(match.index + match[0].length, named.at + named.length);
    const mondayOfThisWeek = -((today.getUTCDay() + 6) % daysOfWeek);
    return { at, length: end - at, inDays: mondayOfThisWeek + weeks * daysOfWeek + ((named.weekday + 6) % daysOfWeek) };
  }

  /** The coming one: a Friday said on a Friday is a week ahead. */
  #weekdays(text: string, today: Date): readonly Found[] {
    return this.#weekdaysIn(text).map(({ at, length, weekday }) => ({ at, length, inDays: daysTo(today, weekday) }));
  }

  #weekdaysIn(text: string): readonly { readonly at: number; readonly length: number; readonly weekday: number }[] {
    return all(text, /\p{L}+/gu).flatMap((match) => {
      const [typed] = match;
      const names = this.#p.weekdays.map((pattern) => pattern.split('|'));
      const exact = names.findIndex((list) =>
        list.some((name) => typed === name || (name.length >= slipFrom - 1 && typed.startsWith(name))),
      );
      const near = (list: readonly string[]): boolean =>
        list.some((name) => name.length >= slipFrom && name[0] === typed[0] && slipsBetween(typed, name, 1) <= 1);
      const weekday = exact >= 0 || typed.length < slipFrom - 1 ? exact : names.findIndex(near);
      return weekday < 0 ? [] : [{ at: match.index, length: typed.length, weekday }];
    });
  }

  /** "the 15th", "am 15." */
  #daysOfMonth(text: string, today: Date): readonly Found[] {
    const { onThe, ordinal } = this.#p;
    const pattern = word(`(?:${onThe})\\s+(\\d{1,2})(?:${ordinal}|\\.)?${this.#noDate}`);
    return all(text, pattern).map((match) => found(match, nextDayOfMonth(today, Number(match[1]))));
  }
}

function join(one: DayPatterns, other: DayPatterns): DayPatterns {
  const either = (name: Exclude<keyof DayPatterns, 'named' | 'counts' | 'weekdays' | 'months'>): string =>
    `${one[name]}|${other[name]}`;
  return {
    remind: either('remind'),
    named: [...one.named, ...other.named],
    counts: [...one.counts, ...other.counts],
    day: either('day'),
    week: either('week'),
    month: either('month'),
    otherUnits: either('otherUnits'),
    ahead: either('ahead'),
    next: either('next'),
    before: either('before'),
    weekend: either('weekend'),
    afterThe: either('afterThe'),
    onThe: either('onThe'),
    ordinal: either('ordinal'),
    atHour: either('atHour'),
    beside: either('beside'),
    weekdays: one.weekdays.map((names, at) => `${names}|${other.weekdays[at] ?? ''}`),
    months: one.months.map((names, at) => `${names}|${other.months[at] ?? ''}`),
  };
}

/** Lower case, without accents. Signs stay: they are part of a date. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').replace(/['’]/g, ' ').trim();
}

function word(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu');
}

function all(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

function found(match: RegExpExecArray, inDays: number | null): Found {
  return { at: match.index, length: match[0].length, inDays };
}

function yearOf(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  return typed.length === 2 ? 2000 + Number(typed) : Number(typed);
}

/** Null for a day that does not exist. Without a year it is the coming one. */
function dateIn(today: Date, day: number, month: number, year: number | null): number | null {
  const inYear = (wanted: number): number | null => {
    const date = new Date(Date.UTC(wanted, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? daysBetween(today, date) : null;
  };
  if (year !== null) return inYear(year);
  const thisYear = inYear(today.getUTCFullYear());
  return thisYear !== null && thisYear > 0 ? thisYear : inYear(today.getUTCFullYear() + 1);
}

/** Null where no month has that many days. */
function nextDayOfMonth(today: Date, day: number): number | null {
  if (day < 1 || day > 31) return null;
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const date = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + ahead, day));
    if (date.getUTCDate() === day && date > today) return daysBetween(today, date);
  }
  return null;
}

/** The last day of a month where the other has fewer. */
function monthsAhead(today: Date, count: number): number {
  const last = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + count + 1, 0)).getUTCDate();
  const day = Math.min(today.getUTCDate(), last);
  return daysBetween(today, new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + count, day)));
}

function daysTo(today: Date, weekday: number): number {
  return ((weekday - today.getUTCDay() + 6) % daysOfWeek) + 1;
}

function daysBetween(one: Date, other: Date): number {
  return Math.round((other.getTime() - one.getTime()) / dayMs);
}
