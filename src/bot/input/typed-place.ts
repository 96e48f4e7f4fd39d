import { lazily } from '../../domain/lazily.ts';
import { languages } from '../../i18n/locales.ts';
import { normalise } from './understanding.ts';

/** Which of the shown choices somebody means: the first is 1. */
export type Place = number | 'last';

/** A longer text is a sentence. Words. */
const mostWords = 7;

const words = lazily(() => {
  const places = new Map<string, Place>();
  const around = new Set<string>();
  for (const { places: said, fillers } of Object.values(languages)) {
    said.nth.forEach((nth, at) => {
      for (const word of [String(at + 1), ...nth.split(' ')]) places.set(word, at + 1);
    });
    for (const word of said.last.split(' ')) places.set(word, 'last');
    for (const word of `${said.around} ${fillers}`.split(/\s+/)) around.add(normalise(word));
  }
  return { places, around };
});

/** "2", "option 2", "the second one please", "das letzte": the place among what is shown; null for anything else. */
export function placeIn(text: string): Place | null {
  const { places, around } = words();
  const said = normalise(text).split(' ');
  if (said.length > mostWords || !said.every((word) => places.has(word) || around.has(word))) return null;
  // "One" is both a number and a small word: it counts only where no other word names a place.
  const named = said.filter((word) => places.has(word));
  const sure = named.filter((word) => !around.has(word));
  const meant = new Set((sure.length > 0 ? sure : named).map((word) => places.get(word)));
  const [place] = meant;
  return meant.size === 1 && place !== undefined ? place : null;
}
