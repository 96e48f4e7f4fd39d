import { lazily } from '../domain/lazily.ts';
import { type PhraseGroup, type Phrases, phraseGroups } from './intents.ts';
import type { Language } from './language.ts';
import { languageName } from './language-name.ts';
import { type Locale, languages } from './locales.ts';
import type { Draft } from './shape.ts';
import type { LinesKey, PluralKey, TextKey, Words } from './words.ts';

export type Params = Readonly<Record<string, string | number>>;

/** Finds sentences in one language. Text that is filled in stays exactly as it is given. */
export interface Translator {
  (key: TextKey, params?: Params): string;
  /** `count` chooses the form of the sentence, by the rules of the language. */
  (key: PluralKey, params: Params & { readonly count: number }): string;
  readonly locale: Locale;
  /** All sentences of a list, in order. */
  lines(key: LinesKey, params?: Params): readonly string[];
  /** A day in full, in UTC. What is not a date comes back as the word for an unreadable date. */
  date(iso: string): string;
  /** The same with the day of the week: "Friday 4 December 2026". */
  dateWithWeekday(iso: string): string;
  /** A day and the time on it, in the zone of the reader; in UTC, and says so, if nobody told us theirs. */
  moment(iso: string): string;
  list(items: readonly string[]): string;
  number(value: number): string;
  /** A label and what it is of: "State: Active". French puts a space before the colon. */
  labelled(label: string, value: string): string;
  /** A language by its code, as one names it here; the code if nobody has a name for it. */
  languageName(code: string): string;
}

/** What people type for each intent, in one language. A draft may know nothing for some of them yet. */
export function phrasesOf(locale: Locale): Phrases {
  const { phrases } = languages[locale];
  return Object.fromEntries(phraseGroups.map((group) => [group, phrases[group] ?? []])) as Record<
    PhraseGroup,
    string[]
  >;
}

/** The words of one language. Cheap after the first time. */
export function createTranslator(locale: Locale): Translator {
  const made = translators.get(locale);
  if (made) return made;
  const translator = makeTranslator(locale, languages[locale]);
  translators.set(locale, translator);
  return translator;
}

const noParams: Params = {};
const placeholder = /\{(\w+)\}/g;
const sentenceStart = /(^|[.?!]\s)$/;
const sentenceEnd = /[.?!]$/;

// Words never change while the process runs, so one translator per language is enough.
const translators = new Map<Locale, Translator>();

/** The words of a language that may be none of ours. Its cards are marked as `locale`. */
export function makeTranslator(locale: Locale, language: Language): Translator {
  // A start makes a translator of every language, and the first answer is in one.
  const sentences = lazily(() => sentencesOf(language));
  const plurals = lazily(() => new Intl.PluralRules(language.tag));
  const days = lazily(() => new Intl.DateTimeFormat(language.tag, { dateStyle: 'long', timeZone: 'UTC' }));
  const daysInFull = lazily(() => new Intl.DateTimeFormat(language.tag, { dateStyle: 'full', timeZone: 'UTC' }));
  const moments = lazily(
    () => new Intl.DateTimeFormat(language.tag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
  );
  const enumeration = lazily(() => new Intl.ListFormat(language.tag, { type: 'conjunction' }));
  const numbers = lazily(() => new Intl.NumberFormat(language.tag));
  const templateOf = ({ count }: Params, key: string): string =>
    sentences()[key] ?? sentences()[`${key}_${plurals().select(Number(count))}`] ?? sentences()[`${key}_other`] ?? key;
  // A name that could not be read gets the neutral word for it, so that no sentence shows a hole.
  const blankFor = (name: string): string => sentences()[`blank.${name}`] ?? sentences()['blank.name'] ?? '';
  const say = (key: string, params: Params = noParams): string => {
    const template = templateOf(params, key);
    if (!template.includes('{')) return template;
    return template.replace(placeholder, (_, name: string, at: number) => {
      const isFirst = sentenceStart.test(template.slice(0, at)) && sentenceEnd.test(template);
      return textOf(params[name]) ?? (isFirst ? withCapital(blankFor(name), language.tag) : blankFor(name));
    });
  };

  return Object.assign((key: TextKey | PluralKey, params?: Params) => say(key, params), {
    locale,
    lines: (key: LinesKey, params?: Params) => numbered(key, sentences()).map((path) => say(path, params)),
    date: (iso: string) => readableDay(iso, days()) ?? sentences()['blank.date'] ?? '',
    dateWithWeekday: (iso: string) => readableDay(iso, daysInFull()) ?? sentences()['blank.date'] ?? '',
    moment: (iso: string) => {
      const at = readableDay(iso, moments());
      return at === null ? (sentences()['blank.date'] ?? '') : `${at} UTC`;
    },
    list: (items: readonly string[]) => enumeration().format(items),
    number: (value: number) => numbers().format(value),
    labelled: (label: string, value: string) => say('punctuation.labelled', { label, value }),
    languageName: (code: string) => languageName(code, language.tag),
  });
}

/** The same words, with times in a zone by its IANA name; null for UTC. */
export function inTimeZone(t: Translator, timeZone: string | null): Translator {
  if (timeZone === null) return t;
  const { tag } = languages[t.locale];
  const moment = (iso: string): string =>
    readableDay(iso, new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone })) ?? t.date(iso);
  return Object.assign((key: TextKey | PluralKey, params?: Params) => t(key as TextKey, params), t, { moment });
}

/** A name keeps its own letters; the neutral word for it begins a sentence as a sentence does. */
function withCapital(words: string, tag: string): string {
  return words.charAt(0).toLocaleUpperCase(tag) + words.slice(1);
}

function textOf(value: string | number | undefined): string | null {
  const text = value === undefined ? '' : String(value);
  return text.trim() === '' ? null : text;
}

function readableDay(iso: string, days: Intl.DateTimeFormat): string | null {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? null : days.format(at);
}

function numbered(key: string, sentences: Readonly<Record<string, string>>): string[] {
  const paths: string[] = [];
  for (let i = 0; sentences[`${key}.${i}`] !== undefined; i += 1) paths.push(`${key}.${i}`);
  return paths;
}

/** Every sentence of one language by its path; lists are numbered (`….0`), plurals end in `_one` and `_other`. */
export function sentencesOf(language: Language): Readonly<Record<string, string>> {
  return sentencesIn(wordsOf(language));
}

/** The sentences in a tree of words, by their paths. What a draft leaves to English is missing. */
export function sentencesIn(words: Draft<Words>): Readonly<Record<string, string>> {
  return Object.fromEntries(flatten('', words));
}

/** All words of one language. What a draft does not say yet is in English. */
export function wordsOf(language: Language): Words {
  return language.draft === true ? (filledFrom(languages.en.words, language.words) as Words) : language.words;
}

/** A plural or a list is one thing: half of it would be in another language. */
function filledFrom(english: unknown, own: unknown): unknown {
  if (own === undefined) return english;
  if (!isBranch(english) || !isBranch(own)) return own;
  const names = new Set([...Object.keys(english), ...Object.keys(own)]);
  return Object.fromEntries([...names].map((name) => [name, filledFrom(english[name], own[name])]));
}

function isBranch(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null && !Array.isArray(node) && !isPlural(node);
}

function isPlural(node: object): boolean {
  return Object.keys(node).length === 2 && 'one' in node && 'other' in node;
}

function flatten(path: string, node: unknown): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (node === null || typeof node !== 'object') return [];
  const joint = isPlural(node) ? '_' : path && '.';
  return Object.entries(node).flatMap(([name, child]) => flatten(`${path}${joint}${name}`, child));
}
