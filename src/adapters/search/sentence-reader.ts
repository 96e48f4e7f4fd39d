import { closestWord } from '../../domain/closest-word.ts';
import { conceptIds } from '../../i18n/concepts.ts';
import type { Slices } from './in-slices.ts';

/** One word or phrase of a sentence, read. */
export interface Term {
  /** As typed, folded. */
  readonly raw: string;
  /** The concepts it stands for; none for a word outside the lexicon. Several where the word has several meanings. */
  readonly concepts: readonly string[];
  /** The stem of a word outside the lexicon. */
  readonly stem: string;
  /** Says nothing by itself: "the", "of". */
  readonly isSilent: boolean;
  /** The last word before a comma, a full stop, or "and", "but" and the like. */
  readonly endsClause: boolean;
  /** Neither in the lexicon nor in the texts that the reader knows. */
  readonly isUnknown: boolean;
}

/** What a reader needs to know of one language. */
export interface LanguageOfReader {
  readonly concepts: Readonly<Record<string, string | undefined>>;
  readonly stem: (word: string) => string;
  /** Words that lose their vowel before the next one: `l` for "l’abonnement". */
  readonly elided: readonly string[];
  readonly silent: ReadonlySet<string>;
  /** Texts whose words count as known and well spelt. */
  readonly texts: readonly string[];
  /** Groups of words that mean the same, beside the concepts. */
  readonly synonyms: readonly (readonly string[])[];
}

export type SentenceReader = (text: string, locale: string) => readonly Term[];

const longestSentence = 1_000;
const longestGap = 7;
const shortestPart = 4;
/** The last part may be shorter where it stands for something: "Azureabo". */
const shortestConcept = 3;
/** How much a lexicon learns in one slice: concepts, groups or texts. */
const inOneSlice = 16;

/** Lower case, without accents and punctuation, as words. */
export function foldedWords(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/['’`]/g, '');
}

/** Stands for the end of a clause among the words of a sentence. */
const clauseEnd = '\n';
const joining = new Set('and but so because en maar dus want omdat und aber also weil denn sondern'.split(' '));

/** The words of a sentence, with the ends of its clauses. A dot inside a word, as in a domain name, ends nothing. */
function clausesOf(text: string, elision: RegExp | null): readonly string[] {
  const typed = text.slice(0, longestSentence);
  const words =
    fold(elision === null ? typed : typed.replace(elision, '$1 ')).match(/[\p{L}\p{N}]+|[,;:!?.](?=\s|$)|\s[-–]\s/gu) ??
    [];
  return words.flatMap((word) => {
    if (!/[\p{L}\p{N}]/u.test(word)) return [clauseEnd];
    return joining.has(word) ? [clauseEnd, word] : [word];
  });
}

/** Reads sentences in any of the languages, the given one first. Misspelt words and compounds are read as what they stand for. */
export function* sentenceReaderInSlices(languages: Readonly<Record<string, LanguageOfReader>>): Slices<SentenceReader> {
  const lexicons = new Map<string, Lexicon>();
  for (const [locale, language] of Object.entries(languages)) {
    const lexicon = new Lexicon(language);
    yield* lexicon.learn(language);
    lexicons.set(locale, lexicon);
  }
  const fallback = lexicons.get('en') ?? [...lexicons.values()][0];
  const elided = Object.values(languages).flatMap((language) => language.elided);
  const elision = elided.length === 0 ? null : new RegExp(`(?<![\\p{L}\\p{N}])(${elided.join('|')})['’\`]`, 'giu');
  return (text, locale) => {
    const own = lexicons.get(locale) ?? fallback;
    if (own === undefined) return [];
    const inOrder = [own, ...[...lexicons.values()].filter((one) => one !== own)];
    return readWords(clausesOf(text, elision), inOrder);
  };
}

function readWords(typed: readonly string[], lexicons: readonly Lexicon[]): readonly Term[] {
  const parts = typed.flatMap((word) => (word === clauseEnd ? [word] : spelt(word, lexicons)));
  const words = parts.filter((word) => word !== clauseEnd);
  const ends = new Set<number>();
  let count = 0;
  for (const word of parts) {
    if (word === clauseEnd) ends.add(count - 1);
    else count += 1;
  }
  const stems = lexicons.map((lexicon) => words.map((word) => lexicon.stem(word)));
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const { length, concepts } = phraseAt(at, stems, lexicons);
    const raw = words.slice(at, at + length).join(' ');
    const isSilent =
      concepts.length === 0 && lexicons.some((one, index) => (index === 0 || one.isEnglish) && one.silent.has(raw));
    const isUnknown = concepts.length === 0 && !isSilent && !lexicons.some((one) => one.knows(raw));
    terms.push({
      raw,
      concepts,
      stem: stems[0]?.[at] ?? raw,
      isSilent,
      isUnknown,
      endsClause: ends.has(at + length - 1),
    });
    at += length;
  }
  return terms;
}

/** The longest phrase here that any lexicon has; among equally long ones, the language of the chat wins. */
function phraseAt(
  at: number,
  stems: readonly (readonly string[])[],
  lexicons: readonly Lexicon[],
): { readonly length: number; readonly concepts: readonly string[] } {
  let best: { length: number; concepts: readonly string[] } = { length: 1, concepts: [] };
  const gaps = new Set<string>();
  for (const [index, lexicon] of lexicons.entries()) {
    const row = stems[index] ?? [];
    // A silent word of the chat's language is not looked up as a word of another one.
    const isOwnSilent = index > 0 && lexicons[0]?.silent.has(row[at] ?? '') === true;
    const found = lexicon.phraseAt(row, at, isOwnSilent ? 2 : 1);
    if (found !== null && (best.concepts.length === 0 || found.length > best.length)) best = found;
    for (const concept of lexicon.gapsAt(row, at)) gaps.add(concept);
  }
  return gaps.size === 0 ? best : { length: best.length, concepts: [...new Set([...best.concepts, ...gaps])] };
}

/** The word as it is known: split where it joins two known words, corrected where it is misspelt. */
function spelt(word: string, lexicons: readonly Lexicon[]): readonly string[] {
  if (lexicons.some((lexicon) => lexicon.knows(word)) || /\d/.test(word)) return [word];
  const own = lexicons[0];
  if (own === undefined) return [word];
  for (const lexicon of lexicons) {
    const parts = partsOf(word, lexicon);
    if (parts !== null) return parts;
  }
  for (const lexicon of lexicons) {
    const closest = closestWord(word, lexicon.words);
    if (closest !== null) return [closest];
  }
  return [word];
}

/** Dutch writes "tenantnummer" where people search for "tenant" and "nummer"; German does the same. */
function partsOf(word: string, lexicon: Lexicon): readonly string[] | null {
  for (let at = word.length - shortestConcept; at >= shortestPart; at -= 1) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    if (right.length < shortestPart ? !lexicon.isConcept(right) : !lexicon.knows(right)) continue;
    if (lexicon.knows(left)) return [left, right];
    if (/[sn]$/.test(left) && lexicon.knows(left.slice(0, -1))) return [left.slice(0, -1), right];
  }
  return null;
}

function* chunksOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += inOneSlice) yield all.slice(at, at + inOneSlice);
}

class Lexicon {
  readonly silent: ReadonlySet<string>;
  readonly isEnglish: boolean;
  /** Every word it knows, by its first letter. */
  readonly words = new Map<string, string[]>();
  readonly #known = new Set<string>();
  readonly #phrases = new Map<string, string[]>();
  readonly #gaps = new Map<string, { readonly last: string; readonly concept: string }[]>();
  readonly #stems = new Map<string, string>();
  readonly #stem: (word: string) => string;
  /** The length of the longest phrase that begins with a stem, in words. */
  readonly #longest = new Map<string, number>();

  constructor({ stem, silent }: Pick<LanguageOfReader, 'stem' | 'silent'>) {
    this.#stem = stem;
    this.silent = silent;
    this.isEnglish = silent.has('the');
  }

  *learn({ concepts, texts, synonyms }: LanguageOfReader): Slices<void> {
    for (const some of chunksOf(conceptIds)) {
      for (const concept of some) for (const phrase of (concepts[concept] ?? '').split(',')) this.#add(concept, phrase);
      yield;
    }
    for (const some of chunksOf(synonyms)) {
      for (const group of some) this.#addSynonyms(group);
      yield;
    }
    for (const some of chunksOf(texts)) {
      for (const word of some.flatMap(foldedWords)) this.#know(word);
      yield;
    }
    for (const word of this.silent) this.#known.add(word);
  }

  stem(word: string): string {
    let stem = this.#stems.get(word);
    if (stem === undefined) {
      stem = this.#stem(word);
      if (this.#stems.size < 20_000) this.#stems.set(word, stem);
    }
    return stem;
  }

  knows(word: string): boolean {
    return this.#known.has(word);
  }

  isConcept(word: string): boolean {
    return this.#phrases.has(this.stem(word));
  }

  phraseAt(
    stems: readonly string[],
    at: number,
    shortest: number,
  ): { length: number; concepts: readonly string[] } | null {
    const longest = this.#longest.get(stems[at] ?? '') ?? 0;
    for (let length = Math.min(longest, stems.length - at); length >= shortest; length -= 1) {
      const concepts = this.#phrases.get(stems.slice(at, at + length).join(' '));
      if (concepts !== undefined) return { length, concepts };
    }
    return null;
  }

  /** Verbs that stand in two parts with other words in between: "meld ik me aan". */
  gapsAt(stems: readonly string[], at: number): readonly string[] {
    const gaps = this.#gaps.get(stems[at] ?? '');
    if (gaps === undefined) return [];
    const next = stems.slice(at + 2, at + 2 + longestGap);
    return gaps.filter(({ last }) => next.includes(last)).map(({ concept }) => concept);
  }

  /** Words of a group stand for the concept that any of them has, or for a meaning of their own. */
  #addSynonyms(group: readonly string[]): void {
    const keyOf = (phrase: string): string =>
      foldedWords(phrase)
        .map((word) => this.stem(word))
        .join(' ');
    const known = group.flatMap((phrase) => this.#phrases.get(keyOf(phrase)) ?? [])[0];
    const meaning = known ?? keyOf(group[0] ?? '').replaceAll(' ', '-');
    for (const phrase of group) if (!this.#phrases.has(keyOf(phrase))) this.#add(meaning, phrase);
  }

  #add(concept: string, phrase: string): void {
    const [first, last] = phrase.split('…');
    const words = foldedWords(first ?? '');
    for (const word of words) this.#know(word);
    const key = words.map((word) => this.stem(word)).join(' ');
    if (last !== undefined) {
      const end = this.stem(foldedWords(last)[0] ?? '');
      this.#gaps.set(key, [...(this.#gaps.get(key) ?? []), { last: end, concept }]);
      return;
    }
    const known = this.#phrases.get(key);
    if (known === undefined) this.#phrases.set(key, [concept]);
    else if (!known.includes(concept)) known.push(concept);
    if (words.length === 0) return;
    const start = this.stem(words[0] ?? '');
    this.#longest.set(start, Math.max(this.#longest.get(start) ?? 0, words.length));
  }

  #know(word: string): void {
    if (this.#known.has(word)) return;
    this.#known.add(word);
    const letter = word[0] ?? '';
    const others = this.words.get(letter);
    if (others === undefined) this.words.set(letter, [word]);
    else others.push(word);
  }
}
