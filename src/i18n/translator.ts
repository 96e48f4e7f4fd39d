import { lazily } from '../domain/lazily.ts';
import type { Phrases } from './intents.ts';
import type { Language } from './language.ts';
import { type Locale, languages } from './locales.ts';
import type { LinesKey, PluralKey, TextKey } from './words.ts';

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
  list(items: readonly string[]): string;
  number(value: number): string;
}

/** What people type for each intent, in one language. */
export function phrasesOf(locale: Locale): Phrases {
  return languages[locale].phrases;
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

// Words never change while the process runs, so one translator per language is enough.
const translators = new Map<Locale, Translator>();

/** The words of a language that may be none of ours. Its cards are marked as `locale`. */
export function makeTranslator(locale: Locale, language: Language): Translator {
  // A start makes a translator of every language, and the first answer is in one.
  const sentences = lazily(() => sentencesOf(language));
  const plurals = lazily(() => new Intl.PluralRules(language.tag));
  const days = lazily(() => new Intl.DateTimeFormat(language.tag, { dateStyle: 'long', timeZone: 'UTC' }));
  const enumeration = lazily(() => new Intl.ListFormat(language.tag, { type: 'conjunction' }));
  const numbers = lazily(() => new Intl.NumberFormat(language.tag));
  const templateOf = ({ count }: Params, key: string): string =>
    sentences()[key] ?? sentences()[`${key}_${plurals().select(Number(count))}`] ?? sentences()[`${key}_other`] ?? key;
  // A name that could not be read gets the neutral word for it, so that no sentence shows a hole.
  const blankFor = (name: string): string => sentences()[`blank.${name}`] ?? sentences()['blank.name'] ?? '';
  const say = (key: string, params: Params = noParams): string => {
    const template = templateOf(params, key);
    if (!template.includes('{')) return template;
    return template.replace(placeholder, (_, name: string) => textOf(params[name]) ?? blankFor(name));
  };

  return Object.assign((key: TextKey | PluralKey, params?: Params) => say(key, params), {
    locale,
    lines: (key: LinesKey, params?: Params) => numbered(key, sentences()).map((path) => say(path, params)),
    date: (iso: string) => readableDay(iso, days()) ?? sentences()['blank.date'] ?? '',
    list: (items: readonly string[]) => enumeration().format(items),
    number: (value: number) => numbers().format(value),
  });
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
  return Object.fromEntries(flatten('', language.words));
}

function flatten(path: string, node: unknown): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (node === null || typeof node !== 'object') return [];
  const entries = Object.entries(node);
  const isPlural = entries.length === 2 && 'one' in node && 'other' in node;
  return entries.flatMap(([name, child]) => flatten(`${path}${isPlural ? '_' : path && '.'}${name}`, child));
}
