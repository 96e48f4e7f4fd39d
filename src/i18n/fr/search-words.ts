import { stemmer } from '@orama/stemmers/french';
import type { SearchWords } from '../search-words.ts';

export const searchWords: SearchWords = {
  stem: stemmer,
  stopWords: `le la les un une des du de et ou mais si que qui quoi dont ce cet cette ces cela ça il elle ils elles on je j me m
    moi mon ma mes tu te t toi ton ta tes se s soi son sa ses nous notre nos vous votre vos leur leurs lui eux y en à
    au aux dans par pour sur sous avec sans chez entre vers depuis ne n pas plus aussi très trop est sont étais était
    étaient être été suis es sommes êtes serait sera ai as a avons avez ont avait avoir eu fait faire fais faites peut
    peux pouvez pouvoir pourrait dois doit devez devoir faut veux veut voulez voudrais vouloir comment pourquoi quand
    quel quelle quels quelles est-ce où combien aide bonjour salut merci svp stp oui non d l qu c jusqu lorsqu puisqu
    quelque chose quelqu quelqu’un encore toujours maintenant ici là alors donc car parce tout tous toute toutes rien
    même déjà bien juste va vais aller vient dit dire savoir sais`,
  elided: ['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quelqu'],
};
