import type { CardAction } from '../../../cards/card-action.ts';
import { slipsBetween } from '../../domain/closest-word.ts';
import type { EntraCode } from '../../domain/entra-codes.ts';
import { lazily } from '../../domain/lazily.ts';
import { stepIds } from '../../domain/steps.ts';
import { actFrom, decideUnderstood, type SentenceReading, type Understood } from '../../domain/understood.ts';
import { namesOf, waysToAskFor } from '../../i18n/asking-for-languages.ts';
import { dayReader } from '../../i18n/day-reader.ts';
import { type PhraseGroup, type Phrases, phraseGroups } from '../../i18n/intents.ts';
import { type Locale, languages, locales } from '../../i18n/locales.ts';
import { sharedWords } from '../../i18n/shared-words.ts';
import { stepWords } from '../../i18n/step-words.ts';
import type { MessageId, TitledMessageId } from '../../i18n/words.ts';
import { labelsOf } from './labels.ts';

/** Small talk gets an answer but asks for nothing. */
export type SmallTalk =
  | Extract<MessageId, 'hello'>
  | Extract<TitledMessageId, 'thanks' | 'goodbye' | 'wait' | 'who-are-you' | 'frustration'>;

/** What people say beside what they want. The later one of these says more. */
const courtesies = ['hello', 'thanks', 'goodbye'] as const;
type Courtesy = (typeof courtesies)[number];

/** What a text means. `locale` is the language it was said in; null when it could be several. */
export type TextMeaning =
  | { readonly kind: 'intent'; readonly intent: CardAction; readonly locale: Locale | null }
  | { readonly kind: 'small-talk'; readonly about: SmallTalk; readonly locale: Locale | null }
  | { readonly kind: 'not-understood' };

/** What each group of phrases asks for. */
const meanings = {
  'choose-add-azure': { do: 'choose-scenario', scenario: 'add-azure' },
  'choose-add-microsoft-365': { do: 'choose-scenario', scenario: 'add-microsoft-365' },
  'choose-join': { do: 'choose-scenario', scenario: 'join' },
  'show-status': { do: 'show-status' },
  'not-sure': { do: 'not-sure' },
  'sign-in': { do: 'sign-in' },
  'without-sign-in': { do: 'without-sign-in' },
  'sign-out': { do: 'sign-out' },
  help: { do: 'show-help' },
  menu: { do: 'show-menu' },
  cancel: { do: 'cancel' },
  'start-over': { do: 'start-over' },
  repeat: { do: 'repeat' },
  back: { do: 'back' },
  yes: { do: 'yes' },
  no: { do: 'no' },
  done: { do: 'i-have-done-it' },
  'check-again': { do: 'check-again' },
  'show-steps': { do: 'show-steps' },
  'carry-on': { do: 'carry-on' },
  language: { do: 'show-language' },
  'talk-to-person': { do: 'talk-to-person' },
  thanks: 'thanks',
  hello: 'hello',
  goodbye: 'goodbye',
  wait: 'wait',
  'who-are-you': 'who-are-you',
  frustration: 'frustration',
  'why-do-you-ask': { do: 'why-do-you-ask', about: 'scenario' },
  background: { do: 'show-topic', topic: 'background' },
  'my-role': { do: 'show-topic', topic: 'know-your-role' },
  'get-a-role': { do: 'show-topic', topic: 'get-a-role' },
  'share-access': { do: 'show-topic', topic: 'share-azure-access' },
  support: { do: 'show-topic', topic: 'support' },
  'enterprise-agreement': { do: 'show-topic', topic: 'enterprise-agreement' },
  consequences: { do: 'show-topic', topic: 'change-directory-consequences' },
  alternatives: { do: 'show-topic', topic: 'alternatives-to-moving' },
  'quick-guidance': { do: 'show-topic', topic: 'quick-guidance' },
  example: { do: 'show-topic', topic: 'example-kelley' },
  'names-of-today': { do: 'show-topic', topic: 'names-of-today' },
  privacy: { do: 'show-topic', topic: 'privacy' },
  'remind-tomorrow': { do: 'remind-me', when: 'tomorrow' },
  'remind-when-visible': { do: 'remind-me', when: 'when-visible' },
  'stop-reminding': { do: 'stop-reminding' },
  'ask-admin': { do: 'ask-admin' },
  receipt: { do: 'show-receipt' },
  'my-tickets': { do: 'my-tickets' },
  'delete-my-data': { do: 'delete-my-data' },
} as const satisfies Record<PhraseGroup, CardAction | SmallTalk>;

/** What a sentence gets: the same decision as `decideUnderstood`, with what its names stand for. */
export type Sense =
  | Exclude<TextMeaning, { readonly kind: 'not-understood' }>
  | Extract<Understood, { readonly kind: 'answer' | 'refused' | 'none' }>
  /** A code of Entra that no question is about: the table of codes says what it means. */
  | { readonly kind: 'code'; readonly entry: EntraCode }
  | { readonly kind: 'did-you-mean'; readonly wish: CardAction | null; readonly ids: readonly string[] };

/** A label of this many letters may be typed with a slip or two. */
const slipsFrom = 8;
const mostSlips = 2;
/** No greeting, thanks or goodbye has more words. */
const longestCourtesy = 6;
/** Words. What is longer is read as a sentence. */
const longestBeside = 12;

/** Understands what people type, in every language at once: phrases and labels of buttons, and sentences by how they were read. */
export class Understanding {
  readonly #phrases: () => KnownPhrases;

  constructor(phrasesOf: (locale: Locale) => Phrases) {
    // Read when the first text comes or when the bot is idle: a conversation begins without any.
    this.#phrases = lazily(() => new KnownPhrases(phrasesOf));
  }

  /** Reads the phrases before the first text comes. */
  warm(): void {
    this.#phrases();
  }

  /** What a whole message means, when it is one of the phrases, what stands on a button, or a reminder for a day; courtesy and slips forgiven. */
  exactly(text: string): TextMeaning {
    const phrases = this.#phrases();
    const key = keyOf(addressIn(text) ?? text);
    const found = phrases.numbered(key) ?? phrases.find(key);
    if (found !== undefined) return mean(found.meaning, found.locale);
    return dayReader().remindsOn(text) ? mean(meanings['remind-tomorrow'], null) : { kind: 'not-understood' };
  }

  /** A sentence without the greetings and thanks before and after it: "Good morning! We need Azure, thanks a lot". */
  withoutCourtesy(text: string): string {
    const phrases = this.#phrases();
    const clauses = text.split(/(?<=[.,;!?…])\s+|\s+(?=[-–]\s)/u);
    const isCourtesy = (clause: string): boolean => phrases.courtesyIn(keyOf(clause)) !== null;
    const first = clauses.findIndex((clause) => !isCourtesy(clause));
    const last = clauses.findLastIndex((clause) => !isCourtesy(clause));
    return first === -1 ? text : clauses.slice(first, last + 1).join(' ');
  }

  /** What a sentence gets, by how it was read. */
  sense(reading: SentenceReading): Sense {
    const decision = decideUnderstood(reading);
    switch (decision.kind) {
      case 'wish':
        return meaningOf(decision.name);
      case 'did-you-mean': {
        const near = decision.wish === null ? null : meaningOf(decision.wish);
        return { ...decision, wish: near?.kind === 'intent' ? near.intent : null };
      }
      case 'answer':
      case 'refused':
      case 'none':
        return decision;
    }
  }

  /** Whether somebody says no to what they name. */
  refuses({ guesses: [first] }: SentenceReading): boolean {
    return first?.name === 'refused' && first.probability >= actFrom;
  }

  /** Whether a text is nothing but words such as "oh ok". */
  saysNothing(text: string): boolean {
    const phrases = this.#phrases();
    const key = keyOf(text);
    return !phrases.exact.has(key) && phrases.isFilling(key);
  }

  /** The wish for the only language that a sentence names; null when it names none, or several. */
  languageNamedIn(text: string): Extract<TextMeaning, { readonly kind: 'intent' }> | null {
    const words = new Set(normalise(text).split(' '));
    const named = locales.filter((locale) => namesOf(locale).some((name) => words.has(normalise(name))));
    const [locale] = named;
    return locale === undefined || named.length > 1
      ? null
      : { kind: 'intent', intent: { do: 'set-language', locale }, locale: null };
  }

  /** What somebody most likely wants, whatever else the sentence could ask; null when that cannot be told. */
  wishIn({ guesses: [first] }: SentenceReading): CardAction | null {
    if (first === undefined || first.probability < actFrom || !isGroup(first.name)) return null;
    const meant = meaningOf(first.name);
    return meant.kind === 'intent' ? meant.intent : null;
  }
}

function isGroup(name: string): name is PhraseGroup {
  return Object.hasOwn(meanings, name);
}

function meaningOf(name: string): Exclude<TextMeaning, { readonly kind: 'not-understood' }> {
  if (!isGroup(name)) throw new Error(`The trained model names "${name}", which nothing answers.`);
  return mean(meanings[name], null);
}

interface Known {
  readonly meaning: CardAction | SmallTalk;
  readonly locale: Locale | null;
}

class KnownPhrases {
  readonly exact = new Map<string, Known>();
  readonly #labels: readonly string[];
  readonly #fillers: ReadonlySet<string>;

  constructor(phrasesOf: (locale: Locale) => Phrases) {
    for (const locale of locales) {
      for (const intent of phraseGroups) {
        for (const phrase of phrasesOf(locale)[intent]) this.#add(keyOf(phrase), meanings[intent], locale);
      }
    }
    for (const locale of locales) {
      const intent: CardAction = { do: 'set-language', locale };
      for (const phrase of waysToAskFor(locale)) this.#add(keyOf(phrase), intent, null);
    }
    for (const step of stepIds)
      for (const words of stepWords[step] ?? []) this.#add(keyOf(words), { do: 'show-step', step }, null);
    this.#fillers = new Set(locales.flatMap((locale) => languages[locale].fillers.split(/\s+/).map(keyOf)));
    const labels = locales.flatMap((locale) => labelsOf(locale).map((one) => ({ ...one, locale })));
    for (const { label, action, locale } of labels) this.#add(keyOf(label), action, locale);
    this.#labels = labels.map(({ label }) => keyOf(label)).filter((label) => label.length >= slipsFrom);
  }

  /** The phrase or label that this is. */
  find(key: string): Known | undefined {
    return this.exact.get(key) ?? this.#nearlyLabelled(key) ?? this.besideCourtesy(key);
  }

  /** The label with a number on it that this is. */
  numbered(key: string): Known | undefined {
    const [number] = /\b\d+\b/.exec(key) ?? [];
    const known = number === undefined ? undefined : this.find(key.replace(number, '0'));
    if (typeof known?.meaning !== 'object' || known.meaning.do !== 'tick-by-number') return undefined;
    return { ...known, meaning: { ...known.meaning, number: Number(number) } };
  }

  /** The label that this is a misspelling of. */
  #nearlyLabelled(key: string): Known | undefined {
    if (key.length < slipsFrom) return undefined;
    const near = this.#labels.find(
      (label) => Math.abs(label.length - key.length) <= mostSlips && slipsBetween(key, label, mostSlips) <= mostSlips,
    );
    return near === undefined ? undefined : this.exact.get(near);
  }

  /** The phrase between words of courtesy: "ok steps please". What is nothing but courtesy means that. */
  besideCourtesy(key: string): Known | undefined {
    const courtesy = this.courtesyIn(key);
    if (courtesy !== null) return courtesy;
    const words = key.split(' ');
    if (words.length > longestBeside) return undefined;
    for (let start = 0; start < words.length; start += 1) {
      for (let end = words.length; end > start; end -= 1) {
        const [before, said, after] = [words.slice(0, start), words.slice(start, end), words.slice(end)];
        if (this.#partsOf(before) === null || this.#partsOf(after) === null || this.#partsOf(said) !== null) continue;
        const found = this.exact.get(said.join(' '));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  /** The greeting, thanks or goodbye that a text is, with nothing else in it; null if there is more. */
  courtesyIn(key: string): Known | null {
    const words = key.split(' ');
    const parts = words.length > longestBeside ? null : this.#partsOf(words);
    if (parts === null) return null;
    return parts.toSorted((one, other) => weightOf(other) - weightOf(one))[0] ?? null;
  }

  isFilling(key: string): boolean {
    return key.split(' ').every((word) => this.#fillers.has(word));
  }

  /** The courtesies that these words are made of, filling words left out; null if there are other words. */
  #partsOf(words: readonly string[]): readonly Known[] | null {
    if (words.length === 0) return [];
    for (let length = Math.min(words.length, longestCourtesy); length > 0; length -= 1) {
      const known = this.exact.get(words.slice(0, length).join(' '));
      if (known === undefined || weightOf(known) < 0) continue;
      const rest = this.#partsOf(words.slice(length));
      if (rest !== null) return [known, ...rest];
    }
    return this.#fillers.has(words[0] ?? '') ? this.#partsOf(words.slice(1)) : null;
  }

  #add(phrase: string, meaning: CardAction | SmallTalk, spoken: Locale | null): void {
    const locale = spoken !== null && tellsLanguage(phrase, spoken) ? spoken : null;
    const known = this.exact.get(phrase);
    // A phrase of several languages says nothing about the language.
    if (known === undefined) this.exact.set(phrase, { meaning, locale });
    else if (known.locale !== locale && known.meaning === meaning) this.exact.set(phrase, { meaning, locale: null });
  }
}

const shared: ReadonlySet<string> = new Set(sharedWords);

/** Whether a phrase shows which language somebody speaks. One English word does not: everybody types "skip" or "reset". */
function tellsLanguage(phrase: string, locale: Locale): boolean {
  const words = phrase.split(' ');
  return !(locale === 'en' && words.length === 1) && words.some((word) => !shared.has(word));
}

/** How much a courtesy says; below zero for everything else. */
function weightOf({ meaning }: Known): number {
  return courtesies.indexOf(meaning as Courtesy);
}

function mean(
  meaning: CardAction | SmallTalk,
  locale: Locale | null,
): Exclude<TextMeaning, { readonly kind: 'not-understood' }> {
  if (typeof meaning === 'string') return { kind: 'small-talk', about: meaning, locale };
  return { kind: 'intent', intent: meaning, locale };
}

/** The address that a whole message is, without its scheme and its query; null if it is something else. */
function addressIn(text: string): string | null {
  return /^(?:https?:\/\/)?(?:www\.)?([\w-]+(?:\.[\w-]+)+[^\s?#]*)(?:[?#]\S*)?$/i.exec(text.trim())?.[1] ?? null;
}

/** What a phrase is found by. A lone "?" is a phrase too; without its sign it would be found by every text that has no words. */
function keyOf(text: string): string {
  return normalise(text) || text.trim();
}

/** Lower case, without accents and punctuation, single spaces. */
export function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
