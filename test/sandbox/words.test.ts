import { everyone } from '../../sandbox/people/everyone.ts';
import { storiesOf, translated, wordsFor } from '../../sandbox/words/sandbox-words.ts';
import { locales } from '../../src/i18n/index.ts';

const groups = ['page', 'signIn', 'tokenService', 'intranet'] as const;

test.each(locales)('the pages in "%s" say what the English ones say, with the same names filled in', (locale) => {
  const differing = groups.flatMap((group) => {
    const own = sentencesIn(wordsFor(group, locale));
    const english = sentencesIn(wordsFor(group, 'en'));
    return [...english.keys(), ...own.keys()].filter((key) => namesIn(own.get(key)) !== namesIn(english.get(key)));
  });

  expect(differing).toEqual([]);
});

test('somebody whose story a language does not tell is told of in English', () => {
  expect(storiesOf({ id: 'nobody-knows-me', story: 'A stranger.' })).toEqual({ en: 'A stranger.' });
});

test('every story that a language tells is of somebody who is there', () => {
  const ids = everyone.map(({ id }) => id);
  const told = Object.values(translated).flatMap(({ stories }) => Object.keys(stories ?? {}));

  expect(told.length).toBeGreaterThan(ids.length);
  expect(told.filter((id) => !ids.includes(id))).toEqual([]);
});

function sentencesIn(words: object, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[`${path}${name}`, value]] : [...sentencesIn(value, `${path}${name}.`)],
    ),
  );
}

function namesIn(text: string | undefined): string {
  return text === undefined ? 'missing' : [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
}
