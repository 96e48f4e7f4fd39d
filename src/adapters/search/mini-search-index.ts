import MiniSearch from 'minisearch';
import { findOldName } from '../../domain/old-names.ts';
import { answerFromScore, type Question, type RankedQuestion } from '../../domain/questions.ts';
import type { QuestionIndex } from '../../ports/question-index.ts';
import type { Content } from './content.ts';
import { makeWordReader, type WordReader } from './word-reader.ts';

/** Finds questions with MiniSearch: one index per language, the others as a fallback. Built once, at start. */
export function makeQuestionIndex(content: Content): QuestionIndex {
  const shelves = new Map(content.locales.map((locale) => [locale, makeShelf(locale, content)]));
  const fallback = content.locales[0] ?? '';
  const shelfOf = (locale: string): Shelf | undefined => shelves.get(locale) ?? shelves.get(fallback);
  return {
    find: (text, locale, limit = 5) => {
      const own = shelfOf(locale)?.find(text) ?? [];
      const best = scoreOf(own) >= answerFromScore ? own : bestOf([own, ...others(shelves, locale, text)]);
      return best.slice(0, limit);
    },
    get: (id, locale) => shelfOf(locale)?.questions.get(id) ?? null,
    explainOldName: (text, locale) => findOldName(text, content.oldNames[locale] ?? content.oldNames[fallback] ?? []),
  };
}

interface Shelf {
  readonly questions: ReadonlyMap<string, Question>;
  find(text: string): readonly RankedQuestion[];
}

// Tuned on the paraphrases in test/questions; see docs/questions.md for the figures.
const boost = { title: 2, also: 2, keywords: 2, answer: 0.6 };
const fuzzyFromLength = 5;
const prefixFromLength = 4;

function makeShelf(locale: string, content: Content): Shelf {
  const questions = content.questions[locale] ?? [];
  const names = (content.oldNames[locale] ?? []).map((name) => [name.now, ...name.was]);
  const read = makeWordReader(locale, [...(content.synonyms[locale] ?? []), ...names]);
  const index = new MiniSearch<Record<string, string>>({
    fields: Object.keys(boost),
    tokenize: (text) => [...read(text)],
    processTerm: (term) => term,
    searchOptions: {
      boost,
      combineWith: 'OR',
      fuzzy: (term) => (term.length >= fuzzyFromLength ? 0.2 : false),
      prefix: (term) => term.length >= prefixFromLength,
      weights: { fuzzy: 0.45, prefix: 0.4 },
    },
  });
  index.addAll(questions.map(asDocument));
  const rarity = rarityOf(questions, read);
  return {
    questions: new Map(questions.map((question) => [question.id, question])),
    find: (text) => rank(index, read(text), rarity),
  };
}

function asDocument(question: Question): Record<string, string> {
  return {
    id: question.id,
    title: question.title,
    also: question.also.join('\n'),
    keywords: question.keywords.join('\n'),
    answer: question.paragraphs.join('\n'),
  };
}

type Rarity = (word: string) => number;

/** How much a word tells: one that is in every question tells nothing. A word we never saw tells the most. */
function rarityOf(questions: readonly Question[], read: WordReader): Rarity {
  const seenIn = new Map<string, number>();
  for (const question of questions) {
    for (const word of new Set(read(Object.values(asDocument(question)).join('\n'))))
      seenIn.set(word, (seenIn.get(word) ?? 0) + 1);
  }
  return (word) => Math.log(1 + questions.length / ((seenIn.get(word) ?? 0) + 0.5));
}

/**
 * The best first. The score of the best is the share of the question's meaning that it covers, the others follow in
 * proportion: a share, because the search library's own scores grow with the length of a question.
 */
function rank(
  index: MiniSearch<Record<string, string>>,
  words: readonly string[],
  rarity: Rarity,
): readonly RankedQuestion[] {
  const results = index.search(words.join(' '), { tokenize: (text) => text.split(' ') });
  const best = results[0];
  if (best === undefined) return [];
  const whole = sum(words.map(rarity));
  const covered = sum(
    [...new Set(best.queryTerms)].map((word) => rarity(word) * words.filter((one) => one === word).length),
  );
  const share = Math.min(1, covered / whole);
  return results.map((result) => ({ id: String(result.id), score: round((share * result.score) / best.score) }));
}

function others(shelves: ReadonlyMap<string, Shelf>, locale: string, text: string): readonly (readonly RankedQuestion[])[] {
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
