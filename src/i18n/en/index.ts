import type { Language } from '../language.ts';
import { phrases } from './typed-phrases.ts';
import { words } from './words.ts';

export const language: Language = {
  tag: 'en-GB',
  name: 'English',
  asksFor: {
    en: ['english', 'in english', 'speak english', 'english please', 'en', 'engish'],
    nl: ['dutch', 'in dutch', 'speak dutch', 'dutch please', 'nl'],
    de: ['german', 'in german', 'speak german', 'german please', 'de', 'geman'],
  },
  phrases,
  words,
};
