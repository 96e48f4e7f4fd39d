import type { Draft, Shape } from '../../src/i18n/shape.ts';
import type { words as en } from './en.ts';

/** What the sandbox's own pages say in one language. What is missing is said in English. */
export type WordsOfALanguage = Draft<Shape<typeof en>> & {
  /** Who people are, by their id. */
  readonly stories?: Readonly<Record<string, string>>;
};
