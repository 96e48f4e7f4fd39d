import { labelsOf } from '../../../src/bot/input/labels.ts';
import { normalise, Understanding } from '../../../src/bot/input/understanding.ts';
import { languages, phrasesOf } from '../../../src/i18n/index.ts';
import { phraseGroups } from '../../../src/i18n/intents.ts';
import { type Locale, locales } from '../../../src/i18n/locales.ts';
import { sentencesIn } from '../../../src/i18n/translator.ts';
import { offendersAmong } from '../../builders/offenders.ts';

/** A word that several languages have must not change the language of a conversation by itself. */

const understanding = new Understanding(phrasesOf);

/** What people may type as it stands: every phrase, and what stands on every button. */
const typed = locales.flatMap((locale) =>
  [...phraseGroups.flatMap((group) => phrasesOf(locale)[group]), ...labelsOf(locale).map(({ label }) => label)].map(
    (text) => ({ title: `${text} · ${locale}`, text, locale }),
  ),
);

/** Every word that a language says itself; what a draft leaves to English is not its own. */
const wordsOf = new Map(
  locales.map((locale) => [
    locale,
    new Set([
      // The name of a place to fill in is nobody's word.
      ...Object.values(sentencesIn(languages[locale].words)).flatMap((text) => partsOf(text.replace(/\{\w+\}/g, ' '))),
      ...phraseGroups.flatMap((group) => phrasesOf(locale)[group].flatMap(partsOf)),
    ]),
  ]),
);

test.each([
  'skip',
  'Skip!',
  'reset',
  'back',
  'data',
  'ticket',
  'Azure',
  'Sign in',
  'service desk',
  'help desk',
  'skip please',
])('%s says nothing about the language', (text) => {
  const meant = understanding.exactly(text);

  expect('locale' in meant ? meant.locale : null).toBeNull();
});

test.each<[string, Locale]>([
  ['overslaan', 'nl'],
  ['zurück', 'de'],
  ['bonjour', 'fr'],
  ['show steps', 'en'],
])('%s is %s', (text, locale) => {
  expect(understanding.exactly(text)).toMatchObject({ locale });
});

test('one English word never changes the language', () => {
  const english = typed.filter(({ text, locale }) => locale === 'en' && partsOf(text).length === 1);

  expect(english.length).toBeGreaterThan(100);
  expect(offendersAmong(english, ({ text }) => (languageOf(text) === 'en' ? ['turns the chat English'] : []))).toEqual(
    [],
  );
});

test('what another language could say with words of its own changes nothing', () => {
  const offenders = offendersAmong(typed, ({ text, locale }) => {
    if (languageOf(text) !== locale) return [];
    const others = locales.filter(
      (other) => other !== locale && partsOf(text).every((word) => wordsOf.get(other)?.has(word)),
    );
    return others.map((other) => `is ${other} too`);
  });

  expect(offenders).toEqual([]);
});

function partsOf(text: string): readonly string[] {
  return normalise(text)
    .split(' ')
    .filter((word) => word !== '');
}

function languageOf(text: string): Locale | null {
  const meant = understanding.exactly(text);
  return 'locale' in meant ? meant.locale : null;
}
