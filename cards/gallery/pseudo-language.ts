import { createTranslator, languages, type Translator } from '../../src/i18n/index.ts';
import { makeTranslator } from '../../src/i18n/translator.ts';

/** The name of the language that nobody speaks; Windows calls its own so too. */
export const pseudoLocale = 'qps';

/**
 * English with accents and ⟪brackets⟫: what is seen without them was never put into the words of a language.
 * For the gallery and the tests; people are never offered it.
 */
export function pseudoTranslator(): Translator {
  const english = createTranslator('en');
  const pseudo = makeTranslator('en', { ...languages.en, words: pseudoWords(languages.en.words) });
  return Object.assign(pseudo, {
    date: (iso: string) => bracket(english.date(iso)),
    dateWithWeekday: (iso: string) => bracket(english.dateWithWeekday(iso)),
    list: (items: readonly string[]) => bracket(english.list(items)),
  });
}

/** One sentence with accents; what will be filled in stays as it is. */
export function pseudoText(text: string): string {
  return bracket(text.replace(/\{\w+\}|[A-Za-z]/g, (found) => accented[found] ?? found));
}

/** What is left of a text when every sentence that was translated is taken out. */
export function untranslatedIn(text: string): string {
  let depth = 0;
  let left = '';
  for (const letter of text) {
    if (letter === '⟪') depth += 1;
    else if (letter === '⟫') depth -= 1;
    else if (depth === 0) left += letter;
  }
  return left.trim();
}

const accented: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'AÅBƁCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQǪRŔSŠTŢUÛVṼWŴXẊYÝZŽaåbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoöpþqǫrŕsštţuûvṽwŵxẋyýzž'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, plain = '', withAccent = '']) => [plain, withAccent]),
);

function bracket(text: string): string {
  return `⟪${text}⟫`;
}

function pseudoWords<T>(words: T): T {
  if (typeof words === 'string') return pseudoText(words) as T;
  if (Array.isArray(words)) return words.map(pseudoWords) as T;
  return Object.fromEntries(Object.entries(words ?? {}).map(([key, value]) => [key, pseudoWords(value)])) as T;
}
