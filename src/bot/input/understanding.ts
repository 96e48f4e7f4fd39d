import type { CardAction } from '../../../cards/card-action.ts';
import { lazily } from '../../domain/lazily.ts';
import { waysToAskFor } from '../../i18n/asking-for-languages.ts';
import { type PhraseGroup, type Phrases, phraseGroups } from '../../i18n/intents.ts';
import { type Locale, locales } from '../../i18n/locales.ts';
import type { MessageId } from '../../i18n/words.ts';

/** Small talk gets an answer but asks for nothing. */
export type SmallTalk = Extract<MessageId, 'hello' | 'thanks' | 'goodbye' | 'who-are-you'>;

/** What a text means. `locale` is the language it was said in; null when several share the phrase. */
export type Understood =
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
  'who-are-you': 'who-are-you',
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

/** Sentences longer than this are questions or stories; a phrase inside them proves nothing. */
const shortSentenceWords = 5;

/** Understands what people type, in every language at once. Exact phrases win; inside a short sentence the longest phrase wins. */
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

  /** What a whole message means, when it is one of the phrases. */
  exactly(text: string): Understood {
    const found = this.#phrases().exact.get(keyOf(text));
    return found === undefined ? { kind: 'not-understood' } : mean(found.meaning, found.locale);
  }

  /** What a short sentence means, by the longest phrase in it. */
  loosely(text: string): Understood {
    const sentence = normalise(text);
    if (sentence.split(' ').length > shortSentenceWords) return { kind: 'not-understood' };
    const phrase = this.#phrases().longestFirst.find((candidate) => ` ${sentence} `.includes(` ${candidate} `));
    return phrase === undefined ? { kind: 'not-understood' } : this.exactly(phrase);
  }
}

class KnownPhrases {
  readonly exact = new Map<string, { meaning: CardAction | SmallTalk; locale: Locale | null }>();
  readonly longestFirst: readonly string[];

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
    this.longestFirst = [...this.exact.keys()]
      .filter((phrase) => /\p{L}{3}/u.test(phrase))
      .sort((a, b) => b.length - a.length);
  }

  #add(phrase: string, meaning: CardAction | SmallTalk, locale: Locale | null): void {
    const known = this.exact.get(phrase);
    // A phrase of several languages says nothing about the language.
    if (known === undefined) this.exact.set(phrase, { meaning, locale });
    else if (known.locale !== locale && known.meaning === meaning) this.exact.set(phrase, { meaning, locale: null });
  }
}

function mean(meaning: CardAction | SmallTalk, locale: Locale | null): Understood {
  if (typeof meaning === 'string') return { kind: 'small-talk', about: meaning, locale };
  return { kind: 'intent', intent: meaning, locale };
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
