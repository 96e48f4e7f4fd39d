import { createHash } from 'node:crypto';
import { languages } from '../../src/i18n/index.ts';

/** How many numbers a vector has. */
export const dimensions = 256;
/** How much a group of three letters says beside a concept. */
const lettersWeight = 0.12;
const longestPhrase = 5;
/** From this length on, a word that begins like a known one is an inflection of it. */
const stemLength = 5;

/**
 * A model that turns a text into numbers: which concepts it has in any language, and which groups of letters. So texts that mean
 * the same lie near each other, also across languages, as far as the concepts of `src/i18n` go. Always the same for the same text.
 */
export function embedText(text: string): readonly number[] {
  const vector = new Array<number>(dimensions).fill(0);
  const add = (feature: string, weight: number): void => {
    const { place, sign } = placeOf(feature);
    vector[place] = (vector[place] ?? 0) + sign * weight;
  };
  const words = wordsOf(text);
  for (const concept of conceptsIn(words)) add(`=${concept}`, 1);
  for (const word of words) for (const letters of groupsOf(word)) add(letters, lettersWeight);
  return unit(vector);
}

/** The first so many numbers, of length one again. */
export function shortened(vector: readonly number[], length: number): readonly number[] {
  return unit(vector.slice(0, length));
}

function unit(vector: readonly number[]): readonly number[] {
  const length = Math.hypot(...vector) || 1;
  return vector.map((one) => one / length);
}

function placeOf(feature: string): { readonly place: number; readonly sign: 1 | -1 } {
  const [first = 0, second = 0] = createHash('sha256').update(feature).digest();
  return { place: first % dimensions, sign: second % 2 === 0 ? 1 : -1 };
}

function groupsOf(word: string): readonly string[] {
  const padded = `^${word}$`;
  return Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function conceptsIn(words: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at < words.length; ) {
    const length = lengthOfPhrase(words, at);
    const phrase = words.slice(at, at + Math.max(1, length)).join(' ');
    for (const concept of lexicon().whole.get(phrase) ?? lexicon().stems.get(phrase.slice(0, stemLength)) ?? [])
      found.add(concept);
    at += Math.max(1, length);
  }
  return found;
}

function lengthOfPhrase(words: readonly string[], at: number): number {
  for (let length = longestPhrase; length > 0; length -= 1)
    if (lexicon().whole.has(words.slice(at, at + length).join(' '))) return length;
  return 0;
}

interface Lexicon {
  readonly whole: ReadonlyMap<string, readonly string[]>;
  /** Words by their first letters. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
}

let made: Lexicon | null = null;

function lexicon(): Lexicon {
  made ??= makeLexicon();
  return made;
}

function makeLexicon(): Lexicon {
  const whole = new Map<string, string[]>();
  const stems = new Map<string, string[]>();
  const add = (all: Map<string, string[]>, key: string, concept: string): void => {
    const listed = all.get(key) ?? [];
    if (!listed.includes(concept)) all.set(key, [...listed, concept]);
  };
  for (const { searchWords } of Object.values(languages))
    for (const [concept, said] of Object.entries(searchWords.concepts ?? {}))
      for (const phrase of (said ?? '').split(/,\s*/)) {
        const words = wordsOf(phrase);
        add(whole, words.join(' '), concept);
        const [only = ''] = words;
        if (words.length === 1 && only.length >= stemLength) add(stems, only.slice(0, stemLength), concept);
      }
  return { whole, stems };
}
