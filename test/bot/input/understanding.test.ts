import { normalise, Understanding } from '../../../src/bot/input/understanding.ts';
import { phrasesOf } from '../../../src/i18n/index.ts';
import type { Locale } from '../../../src/i18n/locales.ts';

const understanding = new Understanding(phrasesOf);

test.each([
  ['Zurück!!', 'zuruck'],
  ['  Ja,   graag. ', 'ja graag'],
  ['CAFÉ', 'cafe'],
  ['…', ''],
])('%j is compared as %j', (text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test.each([
  ['yes', { do: 'yes' }],
  ['Nee', { do: 'no' }],
  ['ABBRECHEN', { do: 'cancel' }],
])('a whole message %s is understood in any language', (text, intent) => {
  expect(understanding.exactly(text)).toMatchObject({ kind: 'intent', intent });
});

test('a phrase inside a longer message is not the whole message', () => {
  expect(understanding.exactly('please help me')).toEqual({ kind: 'not-understood' });
  expect(understanding.loosely('please help me')).toMatchObject({ kind: 'intent', intent: { do: 'show-help' } });
});

test('a phrase counts as words, not as letters of other words', () => {
  expect(understanding.loosely('helpless')).toEqual({ kind: 'not-understood' });
});

test('inside six words a phrase proves nothing', () => {
  expect(understanding.loosely('this bot is of no help')).toEqual({ kind: 'not-understood' });
  expect(understanding.loosely('bot is of no help')).toMatchObject({ kind: 'intent' });
});

test('the longest phrase of a sentence wins', () => {
  const withPhrases = new Understanding((locale: Locale) => ({
    ...phrasesOf(locale),
    help: ['blue'],
    menu: locale === 'en' ? ['blue moon'] : [],
  }));

  expect(withPhrases.loosely('a blue moon')).toMatchObject({ intent: { do: 'show-menu' } });
  expect(withPhrases.loosely('a blue sun')).toMatchObject({ intent: { do: 'show-help' } });
});

test('a phrase tells its language only where no other language has it for the same', () => {
  const withPhrases = new Understanding((locale: Locale) => ({
    ...phrasesOf(locale),
    help: locale === 'nl' ? ['blauw'] : ['blue'],
  }));

  expect(withPhrases.exactly('blauw')).toMatchObject({ locale: 'nl' });
  expect(withPhrases.exactly('blue')).toMatchObject({ locale: null });
});

test('small talk is told apart from wishes', () => {
  expect(understanding.exactly('hello')).toMatchObject({ kind: 'small-talk', about: 'hello' });
});

test('asking for a language chooses it, and says nothing of the language it was asked in', () => {
  expect(understanding.exactly('Deutsch')).toEqual({
    kind: 'intent',
    intent: { do: 'set-language', locale: 'de' },
    locale: null,
  });
});

test.each(['', '…', '!!!', '👍'])('%j has no words, and means nothing', (text) => {
  expect(understanding.exactly(text)).toEqual({ kind: 'not-understood' });
  expect(understanding.loosely(text)).toEqual({ kind: 'not-understood' });
});

test('a lone question mark asks for help', () => {
  expect(understanding.exactly(' ? ')).toMatchObject({ intent: { do: 'show-help' } });
});

test('the phrases are read when the first text comes, once', () => {
  let reads = 0;
  const lazy = new Understanding((locale) => {
    reads += 1;
    return phrasesOf(locale);
  });
  expect(reads).toBe(0);

  lazy.warm();
  const once = reads;
  lazy.exactly('yes');
  expect(reads).toBe(once);
});
