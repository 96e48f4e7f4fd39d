import type { DayWords } from './day-words.ts';
import type { Phrases } from './intents.ts';
import type { PeopleWords } from './people-words.ts';
import type { SearchWords } from './search-words.ts';
import type { Draft } from './shape.ts';
import type { Words } from './words.ts';

/** All that makes up one language. The index of its folder exports this, and nothing else needs to know the language. */
export type Language = FinishedLanguage | (LanguageFacts & InDraft);

export type FinishedLanguage = LanguageFacts & Finished;

interface LanguageFacts {
  /** As channels and dates name it: `en-GB`. */
  readonly tag: string;
  /** Its name in itself, so that nobody gets stuck in a language they cannot read. */
  readonly name: string;
  /** What else people type for its name, misspelt or in any language: "hollands". */
  readonly calledAlso: readonly string[];
  /** How its speakers ask for a language, with `{language}` for its name in theirs: "in het {language}". */
  readonly asksFor: readonly string[];
  /** Words that say nothing beside a greeting, thanks or a command, separated by spaces: "ok", "please", "everyone". */
  readonly fillers: string;
  /** What its speakers type before a code or a number. */
  readonly before: {
    /** Before the code of a request to an administrator: "request". */
    readonly request: readonly string[];
    /** Before the number of a ticket: "ticket". */
    readonly ticket: readonly string[];
    /** Between the two: "number". */
    readonly number: readonly string[];
    /** Before a code of Entra, also as the end of a longer word: "error", "Fehler". */
    readonly error: readonly string[];
  };
  /** How its speakers choose among what is shown by its place: "the second one", "the last one". In lower case, without accents. */
  readonly places: {
    /** Words for the first, the second …, each place with its words separated by spaces. */
    readonly nth: readonly string[];
    /** Words for the last one. */
    readonly last: string;
    /** What may stand around them, separated by spaces: "the", "one", "option". */
    readonly around: string;
  };
  readonly searchWords: SearchWords;
  readonly peopleWords: PeopleWords;
  readonly dayWords: DayWords;
}

interface Finished {
  readonly draft?: false;
  readonly phrases: Phrases;
  readonly words: Words;
}

/** A language that is not finished: what it does not say yet is said in English. */
interface InDraft {
  readonly draft: true;
  readonly phrases: Partial<Phrases>;
  readonly words: Draft<Words>;
}
