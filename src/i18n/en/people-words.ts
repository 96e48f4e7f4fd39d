import type { PeopleWords } from '../people-words.ts';

export const peopleWords: PeopleWords = {
  introduced: 'name called regards mr mrs ms miss dr colleague boss manager',
  linking: 'is am my m',
  givenNames: `james john robert michael william david richard joseph thomas charles daniel matthew anthony andrew joshua kevin
    brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin
    scott brandon benjamin samuel gregory alexander patrick jack dennis jerry tyler aaron mary patricia jennifer
    linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna
    michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela anna emma
    olivia sophia megan hannah rachel mohammed mohamed ahmed fatima aisha ali hassan omar mehmet ayse mustafa nora
    lucas noah liam`,
  alsoWords: 'bill mark will may grant art rob',
};
