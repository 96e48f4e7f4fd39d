import MiniSearch, { type SearchResult } from 'minisearch';
import { findOldName } from '../../domain/old-names.ts';
import { answerFromScore, type Question, type RankedQuestion } from '../../domain/questions.ts';
import type { QuestionIndex } from '../../ports/question-index.ts';
import type { Content } from './content-as-built.ts';
import { wholeLocale } from './read-content.ts';
import { makeWordReader, type WordReader } from './word-reader.ts';

/** Finds questions with MiniSearch: one index per language, with the other languages as a fallback. */
export function makeQuestionIndex(content: Content): QuestionIndex {
  const shelves = new Map(content.locales.map((locale) => [locale, makeShelf(locale, content)]));
  const fallback = wholeLocale(content.locales);
  const shelfOf = (locale: string): Shelf | undefined => shelves.get(locale) ?? shelves.get(fallback);
  return {
    find: (text, locale, limit = 5) => {
      const own = shelfOf(locale)?.find(text) ?? [];
      // The answers of a language that has none are in English, so nothing is gained by looking elsewhere.
      const isSettled = scoreOf(own) >= answerFromScore || !shelves.has(locale);
      const best = isSettled ? own : bestOf([own, ...others(shelves, locale, text)]);
      return best.slice(0, limit);
    },
    get: (id, locale) => shelfOf(locale)?.questions.get(id) ?? shelves.get(fallback)?.questions.get(id) ?? null,
    explainOldName: (text, locale) => findOldName(text, content.oldNames[locale] ?? content.oldNames[fallback] ?? []),
  };
}

interface Shelf {
  readonly questions: ReadonlyMap<string, Question>;
  find(text: string): readonly RankedQuestion[];
}

const fuzzyFromLength = 5;
const prefixFromLength = 4;

/** An error code with one digit changed is another error: AADSTS50020 and AADSTS50076 have nothing in common. */
function isCode(term: string): boolean {
  return /\d{3}/.test(term);
}

function makeShelf(locale: string, content: Content): Shelf {
  const questions = content.questions[locale] ?? [];
  let search: Search | null = null;
  return {
    questions: new Map(questions.map((question) => [question.id, question])),
    // Built for the first question: three languages take about 150 ms, which the start should not wait for.
    find: (text) => {
      search ??= makeSearch(locale, content);
      return search(text);
    },
  };
}

type Search = (text: string) => readonly RankedQuestion[];

function makeSearch(locale: string, content: Content): Search {
  const questions = content.questions[locale] ?? [];
  const names = (content.oldNames[locale] ?? []).map((name) => [name.now, ...name.was]);
  const read = makeWordReader(locale, [...(content.synonyms[locale] ?? []), ...names], questions.map(wordingOf));
  const index = new MiniSearch<Wording>({
    fields: ['wording'],
    tokenize: (text) => [...read(text)],
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (text) => text.split(' '),
      combineWith: 'OR',
      fuzzy: (term) => (term.length >= fuzzyFromLength && !isCode(term) ? 0.2 : false),
      prefix: (term) => term.length >= prefixFromLength && !isCode(term),
      weights: { fuzzy: 0.45, prefix: 0.4 },
    },
  });
  index.addAll(questions.map((question) => ({ id: question.id, wording: wordingOf(question) })));
  const rarity = rarityOf(questions, read);
  const sameWords = sameWordsOf(questions, read);
  return (text) => {
    const words = read(text);
    return preferSameWords(rank(index, words, rarity), sameWords.get(keyOf(words)));
  };
}

/** The question whose wording has exactly these words. Titles take precedence over other wordings. */
function sameWordsOf(questions: readonly Question[], read: WordReader): ReadonlyMap<string, string> {
  const titles = questions.map((question) => [keyOf(read(question.title)), question.id] as const);
  const others = questions.flatMap((question) =>
    question.also.map((wording) => [keyOf(read(wording)), question.id] as const),
  );
  // In a Map the last entry wins, so the list is reversed to let the first one win.
  return new Map([...titles, ...others].toReversed().filter(([key]) => key !== ''));
}

function keyOf(words: readonly string[]): string {
  return [...new Set(words)].sort().join(' ');
}

/** Short questions such as "what is a tenant" share their only word with many others, so an exact wording wins. */
function preferSameWords(ranked: readonly RankedQuestion[], id: string | undefined): readonly RankedQuestion[] {
  if (id === undefined) return ranked;
  return [{ id, score: 1 }, ...ranked.filter((one) => one.id !== id)];
}

interface Wording {
  readonly id: string;
  readonly wording: string;
}

// Answers are not indexed: they mention neighbouring topics, which cost two points of recall in Dutch.
function wordingOf(question: Question): string {
  return [question.title, ...question.also, ...question.keywords].join('\n');
}

/** How distinctive a word is: a word in every question says little. Null for a word in none. */
type Rarity = (word: string) => number | null;

function rarityOf(questions: readonly Question[], read: WordReader): Rarity {
  const seenIn = new Map<string, number>();
  for (const question of questions) {
    for (const word of new Set(read(wordingOf(question)))) seenIn.set(word, (seenIn.get(word) ?? 0) + 1);
  }
  return (word) => {
    const seen = seenIn.get(word);
    return seen === undefined ? null : Math.log(1 + questions.length / (seen + 0.5));
  };
}

/** How much an unknown word lowers the score: about as much as a word in ten questions raises it. */
const unknownWeight = 2;
/** How much a word counts if it only resembles one of ours. */
const lookalikeShare = 0.5;
/** How much evidence gives half the score, so that one common word never makes an answer. */
const halfwayEvidence = 2;

/** Best first. Its score comes from `trustIn`; the others follow in proportion to the search library's scores. */
function rank(index: MiniSearch<Wording>, words: readonly string[], rarity: Rarity): readonly RankedQuestion[] {
  const results = index.search(words.join(' '));
  const best = results[0];
  if (best === undefined) return [];
  const trust = trustIn(best, words, rarity);
  return results.map((result) => ({ id: String(result.id), score: round((trust * result.score) / best.score) }));
}

/**
 * Confidence in the best match, from 0 to 1: the share of the typed meaning that it covers, reduced if that is little.
 * The library's own scores cannot show this, because they grow with the length of a question.
 */
function trustIn(best: SearchResult, words: readonly string[], rarity: Rarity): number {
  const whole = sum(words.map((word) => rarity(word) ?? unknownWeight));
  const evidence = sum(
    words.map((word) => {
      if (best.terms.includes(word)) return rarity(word) ?? 0;
      return best.queryTerms.includes(word) ? lookalikeShare * (rarity(word) ?? unknownWeight) : 0;
    }),
  );
  return (evidence / whole) * (evidence / (evidence + halfwayEvidence));
}

function others(
  shelves: ReadonlyMap<string, Shelf>,
  locale: string,
  text: string,
): readonly (readonly RankedQuestion[])[] {
  return [...shelves].filter(([name]) => name !== locale).map(([, shelf]) => shelf.find(text));
}

function bestOf(rankings: readonly (readonly RankedQuestion[])[]): readonly RankedQuestion[] {
  return rankings.reduce((best, one) => (scoreOf(one) > scoreOf(best) ? one : best), []);
}

function scoreOf(ranked: readonly RankedQuestion[]): number {
  return ranked[0]?.score ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function round(score: number): number {
  return Math.round(score * 1_000) / 1_000;
}
