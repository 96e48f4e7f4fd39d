import type { PeopleWords } from '../people-words.ts';

export const peopleWords: PeopleWords = {
  introduced: 'nom appelle cordialement monsieur madame mme dr collègue patron chef',
  linking: 'est mon ma de du',
  givenNames: `pierre jean jacques michel philippe alain nicolas christophe laurent julien camille chloe ines louise manon`,
  alsoWords: '',
};
