import type { Language } from '../language.ts';
import { dayWords } from './day-words.ts';
import { peopleWords } from './people-words.ts';
import { searchWords } from './search-words.ts';
import { phrases } from './typed-phrases.ts';
import { words } from './words.ts';

export const language: Language = {
  tag: 'nl-NL',
  name: 'Nederlands',
  calledAlso: ['nederlans', 'hollands', 'holländisch', 'niederlaendisch'],
  asksFor: ['{language}', 'in het {language}', '{language} graag', 'praat {language}'],
  fillers:
    'hulp ok oke oké oh ah nou dus hmm hm eh goed prima mooi top super fijn heerlijk perfect even eventjes graag aub svp eigenlijk precies gewoon alsjeblieft alstublieft dan nu allemaal iedereen team heel erg veel hartelijk zeer wel hoor voor je uw sorry',
  before: {
    request: ['verzoek'],
    ticket: ['ticket', 'melding'],
    number: ['nummer', 'nr', 'nr.'],
    error: ['fout', 'melding'],
  },
  places: {
    nth: ['eerste 1e 1ste een', 'tweede 2e 2de twee', 'derde 3e 3de drie', 'vierde 4e 4de vier', 'vijfde 5e 5de vijf'],
    last: 'laatste onderste',
    around: 'de het die dat optie keuze antwoord knop nummer nr ik neem kies wil doe maar voor is van',
  },
  peopleWords,
  dayWords,
  searchWords,
  phrases,
  words,
};
