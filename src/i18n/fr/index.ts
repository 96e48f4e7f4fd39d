import type { Language } from '../language.ts';
import { dayWords } from './day-words.ts';
import { frenchSpaces } from './french-spaces.ts';
import { peopleWords } from './people-words.ts';
import { searchWords } from './search-words.ts';
import { phrases } from './typed-phrases.ts';
import { words } from './words.ts';

export const language: Language = {
  draft: true,
  tag: 'fr-FR',
  name: 'Français',
  calledAlso: ['fransais', 'franzoesisch'],
  asksFor: ['{language}', 'en {language}', 'parle {language}', 'parlez {language}', '{language} svp'],
  fillers:
    'aide ok d’accord oh ah bon alors euh super parfait svp stp s’il vous te plaît tous tout le monde à l’équipe beaucoup bien infiniment pour votre pardon',
  before: {
    request: ['demande'],
    ticket: ['ticket', 'dossier', 'demande'],
    number: ['numéro', 'numero', 'n°', 'no', 'no.'],
    error: ['erreur'],
  },
  places: {
    nth: [
      'premier premiere 1er 1ere un',
      'deuxieme second seconde 2e 2eme deux',
      'troisieme 3e 3eme trois',
      'quatrieme 4e 4eme quatre',
      'cinquieme 5e 5eme cinq',
    ],
    last: 'dernier derniere',
    around: 'le la l option choix reponse bouton numero je prends choisis veux est c',
  },
  peopleWords,
  dayWords,
  searchWords,
  phrases,
  words: frenchSpaces(words),
};
