import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Understanding } from '../../src/bot/input/understanding.ts';
import { waysToAskFor } from '../../src/i18n/asking-for-languages.ts';
import { languages, locales, phrasesOf } from '../../src/i18n/index.ts';

/** A language is its folder and its name in `locales.ts`: whoever adds one finds nothing else to change. */

const ownWords = /i18n[\\/]\w+[\\/]/;
const sources = ['src', 'cards', 'dialogs'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !ownWords.test(file)),
);

test('no file outside the folders of the languages decides by a language', () => {
  const others = locales.filter((locale) => locale !== 'en');
  const naming = new RegExp(`['"](${others.join('|')})(-[A-Z]{2})?['"]`);

  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((file) => naming.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('every folder of a language is in the list, and the other way round', () => {
  const folders = readdirSync('src/i18n', { withFileTypes: true }).filter((entry) => entry.isDirectory());

  expect(folders.map((entry) => entry.name).sort()).toEqual([...locales].sort());
});

test.each(locales)('somebody who types the name of "%s" in any language gets it', (locale) => {
  const understanding = new Understanding(phrasesOf);
  const names = waysToAskFor(locale);

  expect(names.length).toBeGreaterThanOrEqual(3);
  for (const name of names) {
    expect(understanding.exactly(name)).toMatchObject({ kind: 'intent', intent: { do: 'set-language', locale } });
  }
});

test.each(locales)('the tag of "%s" is a language that dates can be written in', (locale) => {
  expect(languages[locale].tag).toMatch(new RegExp(`^${locale}-[A-Z]{2}$`));
  expect(Intl.DateTimeFormat.supportedLocalesOf([languages[locale].tag])).toEqual([languages[locale].tag]);
});
