import { stemmer } from '@orama/stemmers/german';
import type { SearchWords } from '../search-words.ts';
import { concepts } from './concepts.ts';

export const searchWords: SearchWords = {
  stem: stemmer,
  concepts,
  followingOn: 'und aber auch dann also es das dies diese dort da danach dafür davon',
  stopWords: `der die das den dem des ein eine einen einem einer eines und oder aber wenn als dann dass ob ist sind war waren
    bin bist wird werden wurde wurden geworden hab habe hast hat haben hatte hatten gehabt ich mich mir mein meine
    meinen meinem meiner meines wir uns unser unsere unseren unserem unserer du dich dir dein deine er ihn ihm sie
    ihr ihnen es man hier da dort von vom für in im ins auf an am bei beim mit durch aus nach zu zum zur um über
    unter zwischen nicht auch noch schon nur so sehr ganz kann kannst können könnte darf dürfen soll sollen sollte
    muss müssen musste mag möchte will willst wollen wollte was warum wie wann wieso weshalb hilfe hallo bitte danke
    frage weiß wissen tun tue tut getan mache macht machen gemacht gehe geht gehen ging bekomme bekommt bekommen
    jetzt mal doch eben gerade wieder immer etwas jemand alles denn weil während sagt sagen steht stehen kommt
    kommen kam plötzlich einfach eigentlich irgendwie ja nein okay halt ding sache sich dies diese dieser dieses
    diesem diesen lassen lass lässt brauche braucht`,
  elided: [],
};
