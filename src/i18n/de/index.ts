import type { Language } from '../language.ts';
import { phrases } from './typed-phrases.ts';
import { words } from './words.ts';

export const language: Language = {
  tag: 'de-DE',
  name: 'Deutsch',
  asksFor: {
    de: ['deutsch', 'auf deutsch', 'deutsch bitte', 'sprich deutsch', 'deutch'],
    en: ['englisch', 'auf englisch', 'englisch bitte', 'sprich englisch'],
    nl: ['niederländisch', 'niederlaendisch', 'auf niederländisch', 'niederländisch bitte', 'holländisch'],
  },
  phrases,
  words,
};
