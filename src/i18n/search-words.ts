import type { Concepts } from './concepts.ts';

/** How the search reads what is written in one language. */
export interface SearchWords {
  /** The stem of a word that is in lower case and without accents. */
  readonly stem: (word: string) => string;
  /** Words that do not help to find a question, separated by spaces. "No", "not", "my" and "who" are included: they are everywhere. */
  readonly stopWords: string;
  /** What its words stand for. Without it, sentences in this language are understood by its typed phrases alone. */
  readonly concepts?: Partial<Concepts>;
  /** Words with which a question follows on what was said before, separated by spaces: "and", "it". */
  readonly followingOn?: string;
  /** Words that lose their vowel before the next one, without their apostrophe: `l` for "l’abonnement". */
  readonly elided: readonly string[];
}
