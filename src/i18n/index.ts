export { type Intent, intents, type Phrases } from './intents.ts';
export { type Locale, locales } from './locales.ts';
export { createTranslator, type Params, phrasesOf, sentencesOf, type Translator } from './translator.ts';
export { type LinesKey, type MessageId, type TextKey, type WhyId, type Words, whyIds } from './words.ts';
