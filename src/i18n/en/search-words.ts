import { stemmer } from '@orama/stemmers/english';
import type { SearchWords } from '../search-words.ts';
import { concepts } from './concepts.ts';

export const searchWords: SearchWords = {
  stem: stemmer,
  concepts,
  followingOn: 'and but also then so it that this them those there',
  stopWords: `a an the this that these those it its is are was were be been being am do does did doing done have has had
    having i me my mine we us our you your he she him her they them their his of to in on at by for from with about
    into as and or but if then than so just only also too very can could will would shall should may might must not
    no nor what when why how there here please help hi hello hey thanks thank you question tell know get got gets
    getting want wants need needs like im ive id dont doesnt didnt cant cannot wont isnt arent whats hows s t ve re
    ll d m up out any some every again still even now today because since while all say says said keep keeps going
    go goes come comes make makes made thing things something anything way ok okay lol ugh wtf omg really actually
    suddenly though anyone someone somebody use used using uses thought let lets`,
  elided: [],
};
