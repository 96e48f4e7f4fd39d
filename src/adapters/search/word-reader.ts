import { type Locale, languages } from '../../i18n/index.ts';
import type { SearchWords } from '../../i18n/search-words.ts';

/** Turns a sentence into the words that carry its meaning: folded, stemmed, and one word per meaning. */
export type WordReader = (text: string) => readonly string[];

/** For content in a language that the bot does not speak: words are kept as typed. */
const unspoken: SearchWords = { stem: (word) => word, stopWords: '', elided: [] };

/**
 * A reader for one language.
 * `texts` is the searchable content: an unknown word that joins two words from it is split into those two.
 */
export function makeWordReader(
  locale: string,
  synonyms: readonly (readonly string[])[],
  texts: readonly string[],
): WordReader {
  const { stem, stopWords, elided } = Object.hasOwn(languages, locale)
    ? languages[locale as Locale].searchWords
    : unspoken;
  const split = makeSplitter(elided);
  const known = new Set([...texts, ...synonyms.flat()].flatMap(split));
  // Entries in every language quote English error messages, so English stop words apply there too.
  const silent = new Set(
    [stopWords, languages.en.searchWords.stopWords].flatMap((words) => foldedOf(words).split(/\s+/)),
  );
  const meanings = meaningsOf(synonyms, split, stem);
  const longest = Math.max(1, ...[...meanings.keys()].map((phrase) => phrase.split(' ').length));
  return (text) => {
    // Joined before stop words are removed, because "log in" and "run out" contain them.
    const joined = joinMeanings(
      split(text).flatMap((word) => parts(word, known)),
      stem,
      meanings,
      longest,
    );
    return joined.filter((word) => !silent.has(word.raw)).map((word) => word.word);
  };
}

interface ReadWord {
  readonly raw: string;
  readonly word: string;
}

type Splitter = (text: string) => readonly string[];

/** Splits a text into folded words. What is elided becomes a word of its own; any other apostrophe joins: "don't" is "dont". */
function makeSplitter(elided: readonly string[]): Splitter {
  const elision = elided.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(${elided.join('|')})['’\`]`, 'gu');
  return (text) => {
    const folded = foldedOf(text.slice(0, 1_000));
    const parted = elision === null ? folded : folded.replace(elision, '$1 ');
    return parted
      .replace(/['’`]/g, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
  };
}

/** Lower case, without accents. */
function foldedOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
}

const shortestPart = 4;

/** Dutch writes "tenantnummer" where people search for "tenant" and "nummer"; German does the same. */
function parts(word: string, known: ReadonlySet<string>): readonly string[] {
  if (known.has(word)) return [word];
  for (let at = word.length - shortestPart; at >= shortestPart; at -= 1) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (!known.has(right)) continue;
    if (known.has(left)) return [left, right];
    if (left.endsWith('s') && known.has(left.slice(0, -1))) return [left.slice(0, -1), right];
  }
  return [word];
}

function meaningsOf(
  synonyms: readonly (readonly string[])[],
  split: Splitter,
  stem: (word: string) => string,
): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>();
  for (const group of synonyms) {
    const name = split(group[0] ?? '').join('');
    // If several lines list a phrase, the first one wins.
    for (const phrase of group.map((one) => split(one).map(stem).join(' '))) {
      if (!meanings.has(phrase)) meanings.set(phrase, stem(name));
    }
  }
  return meanings;
}

function joinMeanings(
  words: readonly string[],
  stem: (word: string) => string,
  meanings: ReadonlyMap<string, string>,
  longest: number,
): readonly ReadWord[] {
  const stems = words.map(stem);
  const read: ReadWord[] = [];
  for (let at = 0; at < words.length; ) {
    const length = phraseLength(stems, at, meanings, longest);
    const phrase = stems.slice(at, at + length).join(' ');
    const word = meanings.get(phrase);
    read.push(word === undefined ? { raw: words[at] ?? '', word: stems[at] ?? '' } : { raw: `=${word}`, word });
    at += length;
  }
  return read;
}

function phraseLength(
  stems: readonly string[],
  at: number,
  meanings: ReadonlyMap<string, string>,
  longest: number,
): number {
  for (let length = Math.min(longest, stems.length - at); length > 1; length -= 1) {
    if (meanings.has(stems.slice(at, at + length).join(' '))) return length;
  }
  return 1;
}
