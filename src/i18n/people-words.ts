import type { Naming } from '../domain/clean-question.ts';
import { languages } from './locales.ts';

/** How people are named in one language. Words are separated by spaces. */
export interface PeopleWords {
  /** After these somebody is named: "called", "colleague". */
  readonly introduced: string;
  /** Small words between those and a name, or within one: "is", "van". */
  readonly linking: string;
  /** Common given names: people type them without a capital. */
  readonly givenNames: string;
  /** Names that are words as well. */
  readonly alsoWords: string;
}

/** What is known of names in all languages together: people write theirs in any. */
export function namingOfAll(): Naming {
  const all = (what: keyof PeopleWords): readonly string[] =>
    Object.values(languages).flatMap(({ peopleWords }) => peopleWords[what].split(/\s+/).filter((word) => word !== ''));
  return {
    introduced: all('introduced'),
    linking: all('linking'),
    givenNames: all('givenNames'),
    alsoWords: all('alsoWords'),
  };
}
