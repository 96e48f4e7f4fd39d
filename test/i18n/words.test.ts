import { waysToAskFor } from '../../src/i18n/asking-for-languages.ts';
import { languages, locales, phrasesOf } from '../../src/i18n/index.ts';
import { phraseGroups } from '../../src/i18n/intents.ts';
import { sentencesIn, sentencesOf } from '../../src/i18n/translator.ts';

const english = sentencesOf(languages.en);
const others = locales.filter((locale) => locale !== 'en');
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each(others)('%s', (locale) => {
  const sentences = sentencesOf(languages[locale]);

  test('has exactly the sentences that English has', () => {
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(english).sort());
  });

  test('fills in the same names in each sentence', () => {
    const differing = Object.keys(english).filter(
      (key) => String(placeholders(english[key] ?? '')) !== String(placeholders(sentences[key] ?? '')),
    );

    expect(differing).toEqual([]);
  });
});

describe.each(locales)('%s', (locale) => {
  const entries = Object.entries(sentencesOf(languages[locale]));

  test('has no empty sentence, no double space and no exclamation mark', () => {
    const bad = entries.filter(([, text]) => text.trim() === '' || /\s{2}|!|^\s|\s$/.test(text));

    expect(bad).toEqual([]);
  });

  test('has both forms of every plural', () => {
    const forms = entries.map(([key]) => key).filter((key) => /_(one|other)$/.test(key));
    const bases = new Set(forms.map((key) => key.replace(/_(one|other)$/, '')));

    expect(forms.sort()).toEqual([...bases].flatMap((base) => [`${base}_one`, `${base}_other`]).sort());
  });

  test('knows at least two phrases for each intent, in lower case, each once', () => {
    const phrases = phrasesOf(locale);
    const all = phraseGroups.flatMap((intent) => phrases[intent]);

    // A draft may have none yet for an intent; `npm run words` says which.
    const counted = phraseGroups.filter((intent) => languages[locale].draft !== true || phrases[intent].length > 0);
    for (const intent of counted) expect(phrases[intent].length).toBeGreaterThanOrEqual(2);
    expect(all.filter((phrase) => phrase !== phrase.toLowerCase().trim())).toEqual([]);
    expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
  });
});

test('a phrase means the same in every language', () => {
  const meanings = new Map<string, Set<string>>();
  for (const locale of locales)
    for (const phrase of waysToAskFor(locale))
      meanings.set(phrase, (meanings.get(phrase) ?? new Set()).add(`language ${locale}`));
  for (const locale of locales)
    for (const intent of phraseGroups)
      for (const phrase of phrasesOf(locale)[intent])
        meanings.set(phrase, (meanings.get(phrase) ?? new Set()).add(intent));

  expect([...meanings].filter(([, found]) => found.size > 1).map(([phrase]) => phrase)).toEqual([]);
});

test('Dutch has no English left in it, and says je', () => {
  const englishWords =
    /\b(the|and|your|you|with|this|that|subscription|choose|administrator|sign in|owner|check|because)\b/i;
  const bad = Object.entries(sentencesOf(languages.nl)).filter(([, text]) =>
    englishWords.test(text.replace(/\{\w+\}/g, '')),
  );
  const polite = Object.entries(sentencesOf(languages.nl)).filter(([, text]) => /\b(u|uw|huurder)\b/.test(text));

  expect(bad).toEqual([]);
  expect(polite.map(([key]) => key)).toEqual(['topics.names-of-today.paragraphs.2']);
});

test('German has no English left in it, and says du', () => {
  const englishWords = /\b(the|and|your|you|with|this|that|subscription|tenant|choose|sign in|owner|check|because)\b/i;
  // „Sie“ and „Ihre“ are polite only inside a sentence; the names of two of Microsoft's pages are what they are.
  const politeWords = /\bIhnen\b|\bIhre?\b(?! (Rolle|Produkte))|(?<=[a-zäöüß,] )Sie\b/;
  const sentences = Object.entries(sentencesOf(languages.de));
  const english = sentences.filter(([, text]) => englishWords.test(text.replace(/\{\w+\}/g, '')));

  expect(english.map(([key]) => key)).toEqual(['topics.names-of-today.paragraphs.2']);
  expect(sentences.filter(([, text]) => politeWords.test(text))).toEqual([]);
});

test('French has no English left in it, says vous, and breaks no line before its high punctuation', () => {
  const englishWords =
    /\b(the|and|your|you|with|this|subscription|tenant|choose|sign in|owner|check|because|helpdesk)\b/i;
  const familiar = /(?<!\p{L})(tu|toi|ton|ta|tes|te|t(?=’))(?!\p{L})/iu;
  // What it does not say itself yet is in English.
  const sentences = Object.entries(sentencesIn(languages.fr.words));
  const english = sentences.filter(([, text]) => englishWords.test(text.replace(/\{\w+\}/g, '')));

  expect(english.map(([key]) => key)).toEqual(['topics.names-of-today.paragraphs.2']);
  expect(sentences.filter(([, text]) => familiar.test(text)).map(([key]) => key)).toEqual([]);
  expect(sentences.filter(([, text]) => / [:;?»]|« |'/.test(text)).map(([key]) => key)).toEqual([]);
});

test('no language uses a name of the past, except where it is explained', () => {
  const old = /Azure AD|Azure Active Directory|Office 365/;
  const found = locales.flatMap((locale) =>
    Object.entries(sentencesOf(languages[locale]))
      .filter(([, text]) => old.test(text))
      .map(([key]) => key),
  );

  expect(found.filter((key) => !key.startsWith('topics.names-of-today.'))).toEqual([]);
});
