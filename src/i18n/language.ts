import type { Phrases } from './intents.ts';
import type { Words } from './words.ts';

/** All that makes up one language. The index of its folder exports this, and nothing else needs to know the language. */
export interface Language {
  /** As channels and dates name it: `en-GB`. */
  readonly tag: string;
  /** Its name in itself, so that nobody gets stuck in a language they cannot read. */
  readonly name: string;
  /** What its speakers type to get a language, by the name of that language's folder. A folder that is not there does no harm. */
  readonly asksFor: Readonly<Record<string, readonly string[]>>;
  readonly phrases: Phrases;
  readonly words: Words;
}
