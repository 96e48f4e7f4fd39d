import { language as de } from './de/index.ts';
import { language as en } from './en/index.ts';
import { language as fr } from './fr/index.ts';
import type { FinishedLanguage, Language } from './language.ts';
import { language as nl } from './nl/index.ts';

/** The languages of the bot. Adding one is adding its folder and its name here. */
const spoken = { en, nl, de, fr };

export type Locale = keyof typeof spoken;

export const languages: Readonly<Record<Locale, Language>> & { readonly en: FinishedLanguage } = spoken;

export const locales = Object.keys(spoken) as readonly Locale[];
