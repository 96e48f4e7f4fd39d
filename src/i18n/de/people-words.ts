import type { PeopleWords } from '../people-words.ts';

export const peopleWords: PeopleWords = {
  introduced: 'name heisse heiße gruss gruß grusse grüße mvg herr herrn frau dr kollege kollegin kollegen chef chefin',
  linking: 'ist am m mein meine der die von vom',
  givenNames: `peter wolfgang klaus juergen jurgen dieter manfred uwe guenter gunter helmut bernd stefan andreas markus
    christian sebastian tobias florian matthias philipp lukas felix jonas leon paul moritz ursula monika helga
    renate brigitte sabine karin gisela claudia susanne birgit heike martina silke katja anja tanja julia katharina
    lena lea sophie marie johanna`,
  alsoWords: 'frank max',
};
