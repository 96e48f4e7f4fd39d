import type { PeopleWords } from '../people-words.ts';

export const peopleWords: PeopleWords = {
  introduced: 'naam heet groet groeten groetjes mvg meneer mevrouw mw dhr dr collega baas chef',
  linking: 'is mijn de van',
  givenNames: `jan piet kees hans henk willem johan pieter gerrit dirk jeroen bas sander martijn bart rik koen thijs daan sem
    lars ruben jesse tim niels wouter joost sjoerd maarten arjan erik marco johannes cornelis hendrik marieke anneke
    ingrid monique petra esther sanne femke lotte eva fleur annemarie mirjam wilma ans truus els joke ria greet
    saskia astrid marloes ilse`,
  alsoWords: '',
};
