import MiniSearch from 'minisearch';
import type { Question } from '../../domain/questions.ts';
import type { Slices } from './in-slices.ts';
import type { SentenceReader, Term } from './sentence-reader.ts';

/** How a question fits a sentence, in figures that the ranking weighs. */
export interface Fit {
  readonly id: string;
  /** The search library's score, as a share of the best one. */
  readonly search: number;
  /** How much of the sentence's meaning the title and other wordings have, 0 to 1. */
  readonly covered: number;
  /** The same with the text of the answer. */
  readonly coveredByText: number;
  /** The likeness of the nearest single wording, 0 to 1. */
  readonly likeness: number;
  /** How much of a wording the sentence has, for the wording of which it has most, 0 to 1. */
  readonly contained: number;
  /** How many pairs of neighbouring words it shares, weighed, 0 to 1. */
  readonly pairs: number;
  /** Whether a wording has exactly these words. */
  readonly isSame: boolean;
}

/** One question with its wordings in every language. */
interface Entry {
  readonly id: string;
  readonly wordings: readonly (readonly Term[])[];
  readonly keywords: readonly Term[];
  readonly text: readonly Term[];
}

const fields = ['title', 'also', 'keywords', 'text'] as const;
type Document = Record<(typeof fields)[number] | 'id', string>;

/** Weights of the fields in the search library. */
const boost = { title: 2, also: 2, keywords: 1.2, text: 0.8 };
/** How much an unknown word takes from what is covered: about as much as a word of ten questions adds. */
const unknownWeight = 2;
/** Concepts that are in sentences about anything. */
const light = new Set(
  'how where who when what-is why have want get may see second someone nobody you help-needed month add create need-right bot'
    .split(' ')
    .map((concept) => `=${concept}`),
);
/** How much such a concept counts. */
const lightShare = 0.4;
/** How many of the search library's results are looked at closely. */
const mostLookedAt = 24;

/** Compares a sentence with all questions in all languages at once. */
export class QuestionSearch {
  readonly #entries = new Map<string, Wordings>();
  readonly #index: MiniSearch<Document>;
  readonly #rarity = new Map<string, number>();

  private constructor() {
    this.#index = new MiniSearch<Document>({
      fields: [...fields],
      tokenize: (text) => text.split(' ').filter((word) => word !== ''),
      processTerm: (term) => term,
      searchOptions: {
        boost,
        combineWith: 'OR',
        // An error code that begins like another one is another error.
        prefix: (term) => !term.startsWith('=') && term.length >= 5 && !/\d{3}/.test(term),
        weights: { fuzzy: 0.45, prefix: 0.4 },
      },
    });
  }

  /** Made a question at a time. */
  static *inSlices(
    questions: Readonly<Record<string, readonly Question[]>>,
    read: SentenceReader,
  ): Slices<QuestionSearch> {
    const search = new QuestionSearch();
    const entries = yield* entriesOf(questions, read);
    const seenIn = new Map<string, number>();
    for (const { wordings, keywords, text } of entries) {
      const said = new Set([...wordings.flat(), ...keywords].flatMap(keysOf));
      for (const key of said) seenIn.set(key, (seenIn.get(key) ?? 0) + 1);
      for (const key of new Set(text.flatMap(keysOf)))
        if (!said.has(key)) seenIn.set(key, (seenIn.get(key) ?? 0) + 0.5);
      yield;
    }
    for (const [key, seen] of seenIn) search.#rarity.set(key, Math.log(1 + entries.length / (seen + 0.5)));
    for (const entry of entries) {
      search.#entries.set(entry.id, new Wordings(entry, (key) => search.#weightOf(key)));
      search.#index.add(documentOf(entry));
      yield;
    }
    return search;
  }

  /** How well each question that shares a word with the sentence fits it. Best of the search library first. */
  fitsOf(terms: readonly Term[]): readonly Fit[] {
    const keys = [...new Set(terms.flatMap(keysOf))];
    if (keys.length === 0) return [];
    const results = this.#index.search(keys.join(' '), { boostTerm: (key) => (light.has(key) ? lightShare : 1) });
    const best = results[0]?.score ?? 1;
    return results.slice(0, mostLookedAt).flatMap((result) => {
      const entry = this.#entries.get(String(result.id));
      return entry === undefined ? [] : [{ id: entry.id, search: result.score / best, ...entry.fitOf(terms) }];
    });
  }

  #weightOf(key: string): number {
    return (this.#rarity.get(key) ?? unknownWeight) * (light.has(key) ? lightShare : 1);
  }
}

class Wordings {
  readonly id: string;
  readonly #wordings: readonly {
    readonly keys: ReadonlySet<string>;
    readonly length: number;
    readonly sorted: string;
  }[];
  readonly #said: ReadonlySet<string>;
  readonly #inText: ReadonlySet<string>;
  readonly #pairs: ReadonlySet<string>;
  readonly #weightOf: (key: string) => number;

  constructor({ id, wordings, keywords, text }: Entry, weightOf: (key: string) => number) {
    this.id = id;
    this.#weightOf = weightOf;
    this.#wordings = wordings.map((terms) => {
      const keys = new Set(terms.flatMap(keysOf));
      return { keys, length: Math.sqrt(squares(keys, weightOf)), sorted: [...keys].sort().join(' ') };
    });
    this.#said = new Set([...wordings.flat(), ...keywords].flatMap(keysOf));
    this.#inText = new Set(text.flatMap(keysOf));
    this.#pairs = new Set([...wordings, keywords].flatMap(pairsOf));
  }

  fitOf(terms: readonly Term[]): Omit<Fit, 'id' | 'search'> {
    const spoken = terms.filter(({ isSilent }) => !isSilent);
    let whole = 0;
    let covered = 0;
    let coveredByText = 0;
    for (const term of spoken) {
      const keys = keysOf(term);
      const weight = Math.max(...keys.map(this.#weightOf));
      whole += weight;
      if (keys.some((key) => this.#said.has(key))) {
        covered += weight;
        coveredByText += weight;
      } else if (keys.some((key) => this.#inText.has(key))) coveredByText += weight;
    }
    const keys = new Set(terms.flatMap(keysOf));
    const length = Math.sqrt(squares(keys, this.#weightOf));
    let likeness = 0;
    let contained = 0;
    for (const wording of this.#wordings) {
      let shared = 0;
      for (const key of keys) if (wording.keys.has(key)) shared += this.#weightOf(key) ** 2;
      likeness = Math.max(likeness, shared / Math.max(1e-9, length * wording.length));
      contained = Math.max(contained, shared / Math.max(4, wording.length ** 2));
    }
    const pairs = pairsOf(terms);
    const sharedPairs = pairs.filter((pair) => this.#pairs.has(pair)).length;
    const sorted = [...keys].sort().join(' ');
    return {
      covered: whole === 0 ? 0 : covered / whole,
      coveredByText: whole === 0 ? 0 : coveredByText / whole,
      likeness,
      contained,
      pairs: sharedPairs / Math.max(3, pairs.length),
      isSame: sorted !== '' && this.#wordings.some((wording) => wording.sorted === sorted),
    };
  }
}

/** What a word is found by: its concepts, or its stem. Silent words are found by nothing. */
export function keysOf({ concepts, stem, isSilent }: Term): readonly string[] {
  if (concepts.length > 0) return concepts.map((concept) => `=${concept}`);
  return isSilent ? [] : [stem];
}

/** This many words with a meaning of their own say what a sentence is about. */
const much = 3;

/** Whether a sentence has any word of a subject: "want to have" has none. */
export function saysAnything(terms: readonly Term[]): boolean {
  return terms.some((term) => keysOf(term).some((key) => !light.has(key)));
}

/** Whether a sentence says by itself what it is about: "how long does it take" does not. */
export function saysMuch(terms: readonly Term[]): boolean {
  const own = terms.filter((term) => keysOf(term).some((key) => !light.has(key)));
  return own.length >= much || terms.some(({ raw }) => /\d{4}/.test(raw));
}

function pairsOf(terms: readonly Term[]): readonly string[] {
  const spoken = terms.map(keysOf).filter((keys) => keys.length > 0);
  return spoken
    .slice(1)
    .flatMap((keys, at) => (spoken[at] ?? []).flatMap((before) => keys.map((key) => `${before} ${key}`)));
}

function squares(keys: ReadonlySet<string>, weightOf: (key: string) => number): number {
  let sum = 0;
  for (const key of keys) sum += weightOf(key) ** 2;
  return sum;
}

function* entriesOf(
  questions: Readonly<Record<string, readonly Question[]>>,
  read: SentenceReader,
): Slices<readonly Entry[]> {
  const byId = new Map<string, { wordings: (readonly Term[])[]; keywords: Term[]; text: Term[] }>();
  for (const [locale, list] of Object.entries(questions)) {
    for (const question of list) {
      const entry = byId.get(question.id) ?? { wordings: [], keywords: [], text: [] };
      entry.wordings.push(...[question.title, ...question.also].map((text) => read(text, locale)));
      entry.keywords.push(...question.keywords.flatMap((text) => read(text, locale)));
      entry.text.push(...question.paragraphs.flatMap((text) => read(text, locale)));
      byId.set(question.id, entry);
      yield;
    }
  }
  return [...byId].map(([id, entry]) => ({ id, ...entry }));
}

function documentOf({ id, wordings, keywords, text }: Entry): Document {
  const tokens = (terms: readonly Term[]): string => terms.flatMap(keysOf).join(' ');
  return {
    id,
    title: tokens(wordings[0] ?? []),
    also: tokens(wordings.flat()),
    keywords: tokens(keywords),
    text: tokens(text),
  };
}
