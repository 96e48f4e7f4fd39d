import { language as de } from './de/index.ts';
import { language as en } from './en/index.ts';
import { language as nl } from './nl/index.ts';

/** The languages of the bot. Adding one is adding its folder and its name here. */
export const languages = { en, nl, de };

export type Locale = keyof typeof languages;

export const locales = Object.keys(languages) as readonly Locale[];
