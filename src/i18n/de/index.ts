import type { Language } from '../language.ts';
import { dayWords } from './day-words.ts';
import { peopleWords } from './people-words.ts';
import { searchWords } from './search-words.ts';
import { phrases } from './typed-phrases.ts';
import { words } from './words.ts';

export const language: Language = {
  tag: 'de-DE',
  name: 'Deutsch',
  calledAlso: ['deutch', 'geman'],
  asksFor: ['{language}', 'auf {language}', '{language} bitte', 'sprich {language}'],
  fillers:
    'hilfe ok okay oh ah ach na nun also hm hmm äh gut prima super toll schön perfekt mal bitte dann jetzt alle allen zusammen team sehr ganz vielen herzlichen lieben für deine ihre sorry entschuldigung',
  before: {
    request: ['anfrage'],
    ticket: ['ticket', 'vorgang'],
    number: ['nummer', 'nr', 'nr.'],
    error: ['fehler', 'meldung'],
  },
  peopleWords,
  dayWords,
  searchWords,
  phrases,
  words,
};
