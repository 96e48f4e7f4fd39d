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
    'hilfe ok okay oh ah ach na nun also hm hmm äh gut prima super toll schön perfekt mal eigentlich genau einfach bitte dann jetzt alle allen zusammen team sehr ganz vielen herzlichen lieben für deine ihre sorry entschuldigung',
  before: {
    request: ['anfrage'],
    ticket: ['ticket', 'vorgang'],
    number: ['nummer', 'nr', 'nr.'],
    error: ['fehler', 'meldung'],
  },
  places: {
    nth: [
      'erste ersten erstes erster eins',
      'zweite zweiten zweites zweiter zwei',
      'dritte dritten drittes dritter drei',
      'vierte vierten viertes vierter vier',
      'funfte funften funftes funfter funf',
    ],
    last: 'letzte letzten letztes letzter unterste',
    around: 'das die der den dem option auswahl antwort knopf nummer nr ich nehme wahle will mochte fur ist es',
  },
  peopleWords,
  dayWords,
  searchWords,
  phrases,
  words,
};
