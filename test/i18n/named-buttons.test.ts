import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { waysToAskFor } from '../../src/i18n/asking-for-languages.ts';
import { type Locale, languages, locales, phrasesOf } from '../../src/i18n/index.ts';
import { sentencesOf } from '../../src/i18n/translator.ts';

const isButton = (key: string) =>
  /^(button|links)\.|^scenarios\..*\.choice$|^agreement\.(enterprise|partner|neither|not-sure)$/.test(key) ||
  /^card\.(talk-to-person\.open|verdict\.consent|admin-answer\.(approve|decline))$/.test(key) ||
  /^tickets\.(arrived\.start|hand-over\.(send|send-with-course|do-not)|answer-back\.do-not)$/.test(key);

const pressing =
  /\b(choose|press|use|kies|gebruik|druk op|wähle|nutze|nimm)( (dan|dann|then|de knop|die Schaltfläche))? $/i;
const typing = /\b(type|write|typ|tippe|schreibe?) $/i;
const quoted = /[„“"]([^„“”"]+)[“”"]/g;

const sentences = Object.fromEntries(locales.map((locale) => [locale, sentencesOf(languages[locale])]));
const buttonsOf = (locale: Locale) => Object.entries(sentences[locale] ?? {}).filter(([key]) => isButton(key));
const textsOf = (locale: Locale) => Object.entries(sentences[locale] ?? {}).filter(([key]) => !isButton(key));

/** What somebody reads of each question: its answer, without the lines above it. */
const answersOf = (locale: Locale) => {
  const folder = `content/questions/${locale}`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name): [string, string] => {
    const [, , ...answer] = readFileSync(`${folder}/${name}`, 'utf8').split(/^---$/m);
    return [name, answer.join('')];
  });
};

/** What the texts ask people to press or to type, that is not there to be pressed or typed. */
function notThere(locale: Locale, texts: readonly (readonly [string, string])[]) {
  const labels = new Set(buttonsOf(locale).map(([, label]) => label));
  const phrases = new Set(Object.values(phrasesOf(locale)).flat());
  for (const other of locales) for (const way of waysToAskFor(other)) phrases.add(way);
  const typable = (text: string) => phrases.has(text.toLowerCase()) || labels.has(text);
  return texts.flatMap(([place, text]) =>
    [...text.matchAll(quoted)].flatMap(({ 1: named = '', index }) => {
      const before = text.slice(0, index);
      const missing = (pressing.test(before) && !labels.has(named)) || (typing.test(before) && !typable(named));
      return missing ? [`${place}: ${named}`] : [];
    }),
  );
}

test.each(locales)('every button that a text of "%s" names in quotation marks is there with those words', (locale) => {
  expect(notThere(locale, [...textsOf(locale), ...answersOf(locale)])).toEqual([]);
});

test.each(locales)('every word that help in "%s" says you can type is understood', (locale) => {
  const phrases = Object.values(phrasesOf(locale)).flat();
  const offered =
    sentences[locale]?.['card.help.paragraphs.1']
      ?.toLowerCase()
      .replace(/^.*: |\.$/g, '')
      .split(', ') ?? [];

  expect(offered.filter((word) => !phrases.includes(word))).toEqual([]);
});

describe.each(locales.filter((locale) => locale !== 'en'))('%s names the buttons that English names', (locale) => {
  const labels = new Map(buttonsOf(locale));
  const lost = (texts: readonly (readonly [string, string])[], translated: ReadonlyMap<string, string>) =>
    texts.flatMap(([place, text]) => {
      const named = buttonsOf('en').filter(([, label]) => names(text, label));
      const whole = named.filter(([, label]) => !named.some(([, other]) => other !== label && other.includes(label)));
      return whole
        .map(([key]) => labels.get(key))
        .filter((label) => label !== undefined && translated.get(place)?.includes(label) === false)
        .map((label) => `${place}: ${label}`);
    });

  test('in what the bot says', () => {
    // The steps name buttons of Microsoft.
    const own = textsOf('en').filter(([place]) => !place.startsWith('steps.'));

    expect(lost(own, new Map(textsOf(locale)))).toEqual([]);
  });

  test('in quotation marks in an answer', () => {
    const quotations = answersOf('en').map(([place, text]) => [place, (text.match(quoted) ?? []).join()] as const);

    expect(lost(quotations, new Map(answersOf(locale)))).toEqual([]);
  });
});

/** Says whether a text tells somebody to press a button. */
function names(text: string, label: string) {
  const index = text.indexOf(label);
  const before = text.slice(0, index);
  return (
    index > 0 &&
    /(\b(choose|press|use|then|or|the) |["“])$/i.test(before) &&
    !/^[a-z]/.test(text.slice(index + label.length))
  );
}
