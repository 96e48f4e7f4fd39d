import type { Language } from '../language.ts';
import { phrases } from './typed-phrases.ts';
import { words } from './words.ts';

export const language: Language = {
  tag: 'nl-NL',
  name: 'Nederlands',
  asksFor: {
    nl: ['nederlands', 'in het nederlands', 'nederlands graag', 'praat nederlands', 'nederlans', 'hollands'],
    en: ['engels', 'in het engels', 'engels graag', 'praat engels'],
    de: ['duits', 'in het duits', 'duits graag', 'praat duits'],
  },
  phrases,
  words,
};
