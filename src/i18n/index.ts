export { type PhraseGroup as Intent, phraseGroups as intents } from './intents.ts';
export { type Locale, languages, locales } from './locales.ts';
export {
  createTranslator,
  makeTranslator,
  type Params,
  phrasesOf,
  sentencesOf,
  type Translator,
} from './translator.ts';
export type { MessageId, TextKey } from './words.ts';
