import { words as de } from './de.js';
import { words as en } from './en.js';
import { words as nl } from './nl.js';

/** The languages of the chat window. This is the only list: the launcher, the page and the panel all use it. */
export const languages = { en, nl, de };
