import type { FinishedLanguage } from '../language.ts';
import { dayWords } from './day-words.ts';
import { peopleWords } from './people-words.ts';
import { searchWords } from './search-words.ts';
import { phrases } from './typed-phrases.ts';
import { words } from './words.ts';

export const language: FinishedLanguage = {
  tag: 'en-GB',
  name: 'English',
  calledAlso: ['engish'],
  asksFor: ['{language}', 'in {language}', 'speak {language}', '{language} please'],
  fillers:
    'help ok okay oh ah well so hmm hm uh um alright right fine great perfect wonderful super lovely nice cool actually exactly really please pls plz then now again all everyone everybody there team guys very much a lot lots for your you sorry already',
  before: {
    request: ['request'],
    ticket: ['ticket', 'case'],
    number: ['number', 'no', 'no.', 'nr', 'nr.'],
    error: ['error'],
  },
  places: {
    nth: ['first 1st one', 'second 2nd two', 'third 3rd three', 'fourth 4th four', 'fifth 5th five'],
    last: 'last bottom',
    around:
      'the one option choice answer button number nr i take would like want choose pick do then go for with that is it s ll d my',
  },
  peopleWords,
  dayWords,
  searchWords,
  phrases,
  words,
};
