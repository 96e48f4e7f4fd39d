import type { Naming } from '../domain/clean-question.ts';
import { languages } from './locales.ts';
import type { PeopleWords } from './people-words.ts';

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
