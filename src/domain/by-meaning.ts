import type { RankedQuestion } from './questions.ts';
import { type Guess, offerWishFrom, type SentenceReading } from './understood.ts';

/** Something that a sentence may mean, and how far it stands out among everything that it was compared with. */
export interface Near {
  /** The id of a question, or the name of a wish. */
  readonly name: string;
  /** In standard deviations above the mean likeness of all questions: models differ in their likenesses, not in this. */
  readonly standsOut: number;
}

/** What lies nearest to a sentence, as an embedding model sees it. Nearest first. */
export interface Nearness {
  readonly questions: readonly Near[];
  readonly wishes: readonly Near[];
}

/** From here on something stands out: of 150 that nothing is meant by, the highest is seldom as far above their mean. */
const clearFrom = 3;
/** The first so many may be meant. */
const nearPlaces = 3;
/** From this place on, a question is far from what was meant. */
const farFrom = 10;
/** What its place adds to the log-odds of a question that the search found. So little that nothing below 0.54 is ever stated. */
const odds = { nearest: 1.2, near: 0.4, far: -1 };
/** What a question gets that stands out but that the search trusts less, by its place: enough to be offered. */
const offeredScores = [0.4, 0.25, 0.2];
/** What agreement adds to the log-odds of a wish. */
const wishOdds = 0.8;

/**
 * Joins what the search and the training say of a sentence with what lies nearest to it by meaning. Both have to speak for an
 * answer before it is stated that was not before; what only one of them sees is offered.
 */
export function joinMeaning({ guesses, ranked, ...rest }: SentenceReading, near: Nearness): SentenceReading {
  return { ...rest, guesses: guessesWith(guesses, near), ranked: rankedWith(ranked, near.questions) };
}

function rankedWith(ranked: readonly RankedQuestion[], near: readonly Near[]): readonly RankedQuestion[] {
  const found = new Map(ranked.map(({ id, score }) => [id, score]));
  const places = new Map(near.map(({ name }, place) => [name, place]));
  const offered = near.slice(0, nearPlaces).filter(isClear);
  const ids = new Set([...found.keys(), ...offered.map(({ name }) => name)]);
  return [...ids]
    .map((id) => {
      const place = places.get(id) ?? near.length;
      return { id, score: scoreOf(found.get(id) ?? 0, place, offered.find(({ name }) => name === id) !== undefined) };
    })
    .sort((one, other) => other.score - one.score);
}

function scoreOf(found: number, place: number, standsOut: boolean): number {
  const shifted = found === 0 ? 0 : shift(found, oddsAt(place, standsOut));
  return standsOut ? Math.max(shifted, offeredScores[place] ?? 0) : shifted;
}

function oddsAt(place: number, standsOut: boolean): number {
  if (place === 0 && standsOut) return odds.nearest;
  if (place < nearPlaces) return odds.near;
  return place < farFrom ? 0 : odds.far;
}

/** A wish that stands out more than any question does becomes more probable where the training saw it too, and is offered. */
function guessesWith(guesses: readonly Guess[], { questions, wishes }: Nearness): readonly Guess[] {
  const [nearest] = wishes;
  const isRefused = guesses[0]?.name === 'refused';
  if (nearest === undefined || isRefused || !isClear(nearest)) return guesses;
  if (nearest.standsOut < (questions[0]?.standsOut ?? 0)) return guesses;
  return guesses
    .map((guess) =>
      guess.name === nearest.name
        ? { ...guess, probability: Math.max(shift(guess.probability, wishOdds), offerWishFrom) }
        : guess,
    )
    .sort((one, other) => other.probability - one.probability);
}

function isClear({ standsOut }: Near): boolean {
  return standsOut >= clearFrom;
}

/** The probability after its log-odds were raised. */
function shift(probability: number, by: number): number {
  const raised = probability * Math.exp(by);
  return raised / (raised + 1 - probability);
}
