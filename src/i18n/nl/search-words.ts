import { stemmer } from '@orama/stemmers/dutch';
import type { SearchWords } from '../search-words.ts';
import { concepts } from './concepts.ts';

export const searchWords: SearchWords = {
  stem: stemmer,
  concepts,
  followingOn: 'en maar ook dan dus het dat dit die deze daar er daarna',
  stopWords: `de het een en of maar als dan dat dit die deze is zijn was waren ben bent wordt worden werd geworden heb hebt
    heeft hebben had gehad ik me mij mijn we wij ons onze je jij jou jouw jullie u uw hij zij ze hem haar hun er
    hier daar van voor in op aan bij met door uit naar te tot om over onder tegen tussen niet geen wel ook nog al
    alleen zo heel erg kan kun kunnen kon konden zal zullen zou zouden mag mogen moet moeten moest moesten wil
    willen wilde wat waarom hoe wanneer hoezo help hoi hallo hey graag alsjeblieft alstublieft aub svp dank bedankt
    vraag weet weten doe doen doet gedaan ga gaan gaat ging krijg krijgt krijgen kreeg gekregen nu toch eens even
    weer steeds nog iets iemand niets alles want omdat terwijl zegt zeg zeggen staat staan komt komen kom maakt
    maken gemaakt opeens ineens zomaar ding dingen ofzo enzo dus ja nee ff n t s m k zn mn goed zet eens vertel
    beetje gewoon echt hele dus hoor`,
  elided: [],
};
