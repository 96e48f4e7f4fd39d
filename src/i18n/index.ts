export { localeOf } from './locale-of.ts';
export { type Locale, languages, locales } from './locales.ts';
export {
  createTranslator,
  type Params,
  phrasesOf,
  type Translator,
  wordsOf,
} from './translator.ts';
export type { TextKey, TitledMessageId } from './words.ts';
