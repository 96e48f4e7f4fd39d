import type { FinishedLanguage } from '../language.ts';
import { peopleWords } from './people-words.ts';
import { searchWords } from './search-words.ts';
import { phrases } from './typed-phrases.ts';
import { words } from './words.ts';

export const language: FinishedLanguage = {
  tag: 'en-GB',
  name: 'English',
  calledAlso: ['engish'],
  asksFor: ['{language}', 'in {language}', 'speak {language}', '{language} please'],
  before: {
    request: ['request'],
    ticket: ['ticket', 'case'],
    number: ['number', 'no', 'no.', 'nr', 'nr.'],
    error: ['error'],
  },
  peopleWords,
  searchWords,
  phrases,
  words,
};
