import type { RankedQuestion } from './questions.ts';

/** Something a sentence may ask for, by the name of its group of phrases, and how probable that is: 0 to 1. */
export interface Guess {
  readonly name: string;
  readonly probability: number;
}

/** How a sentence was read, before anything is decided. */
export interface SentenceReading {
  /** Most probable first. */
  readonly guesses: readonly Guess[];
  /** Questions with an answer, best first. Each score is the probability that this question is the one meant. */
  readonly ranked: readonly RankedQuestion[];
  /** It was read together with the answer before it, because alone it says too little. */
  readonly followsOn?: true;
}

/** What to do about a sentence. */
export type Understood =
  /** It asks for something that the bot does. */
  | { readonly kind: 'wish'; readonly name: string }
  /** It asks a question whose answer is known. `others` are kept for when that one does not help. */
  | { readonly kind: 'answer'; readonly id: string; readonly others: readonly string[] }
  /** These could be meant. `wish` is what the bot could do instead; null when nothing is near. */
  | { readonly kind: 'did-you-mean'; readonly wish: string | null; readonly ids: readonly string[] }
  /** Somebody does not want what they name, and no question is near: they choose something else. */
  | { readonly kind: 'refused' }
  /** No answer is known. `isOffTopic`: it is about something else entirely. */
  | { readonly kind: 'none'; readonly isOffTopic: boolean };

/** From this probability on, a wish is acted upon. Measured: see `docs/questions.md`. */
export const actFrom = 0.55;
/** The same for a sentence that also has an answer. */
const actAgainstAnswerFrom = 0.7;
/**
 * A route is offered, and not taken, where another one is at least this share as probable: the wrong one costs people more than a press.
 * Cross-validated on 964 sentences: 0.6 instead of 0.4 takes five more rightly, and one more wrongly.
 */
const rivalShare = 0.6;
/** From this probability on, a person is fetched, whatever else may answer the sentence. Nobody should have to ask twice. */
const personFrom = 0.45;
/** From this probability on, a route is offered beside answers. */
export const offerWishFrom = 0.2;
/** From this score on, the best question is the answer. */
export const answerFrom = 0.8;
/** The score of what is an entry's own wording. */
const ownWords = 1;
/** From this score on, it is the answer even to a sentence that seems to be about something that no entry answers. */
const sureFrom = 0.9;
/** From this probability of being about something that no entry answers on, an answer has to be as sure. */
const doubtFrom = 0.12;
/** Below this score, a sentence that seems to be about something that no entry answers is, and one that seems to refuse something does. */
const sureUnansweredBelow = 0.5;
/** From this probability on, a sentence is about something else, unless the best question is the answer. */
const sureOffTopicFrom = 0.8;
/** From this score of the best question on, questions are offered. */
export const offerFrom = 0.15;
/** The same for a sentence that is most probably a question about the subject. */
const offerQuestionFrom = 0.06;
/** Others are offered from this share of the best one's score on. */
const offerShare = 0.01;
/** How many questions are offered at most, beside an answer or instead of one. */
export const mostOffered = 3;

/** Below this probability of being a question, a sentence is talk: it is answered only by what is sure. Measured: 1 of 200 questions is below it. */
const talkBelow = 0.1;
/** From this probability on, talk is taken for what it most probably is, where that harms nobody. */
const takeTalkFrom = 0.3;

const person = 'talk-to-person';
/** Names of guesses that ask for nothing by themselves. */
const noWish = new Set(['question', 'refused', 'unanswered', 'off-topic']);
/** Names that stand for an article. An answer that fits well is more to the point. */
const articles = new Set([
  'background',
  'my-role',
  'get-a-role',
  'share-access',
  'support',
  'enterprise-agreement',
  'consequences',
  'alternatives',
  'quick-guidance',
  'example',
  'names-of-today',
  'why-do-you-ask',
]);
/** What may be said or shown to somebody who meant something else. */
const harmless = new Set([
  'hello',
  'thanks',
  'goodbye',
  'wait',
  'frustration',
  'who-are-you',
  'cancel',
  'not-sure',
  'help',
  'repeat',
  'carry-on',
  'show-steps',
  'language',
]);
const routes = new Set(['choose-add-azure', 'choose-add-microsoft-365', 'choose-join']);
/** What may be offered when it is near: things that somebody came for. */
const offered = new Set([...routes, 'show-status', 'talk-to-person']);

/** Decides what a sentence gets: something done, an answer, a choice, or the plain word that there is no answer. */
export function decideUnderstood({ guesses, ranked }: SentenceReading): Understood {
  const [first] = guesses;
  const [best] = ranked;
  if (first?.name === person && first.probability >= personFrom) return { kind: 'wish', name: person };
  const isOffTopic = first?.name === 'off-topic';
  // Prices, an own domain, a password: near the subject, and what is written about it answers something else.
  const isBeside = isOffTopic || first?.name === 'unanswered';
  // What somebody does not want is neither done nor explained: they choose.
  const isRefused = first?.name === 'refused';
  // People type what stands on a button.
  const isOwnWording = best?.score === ownWords;
  const isTalk = harmless.has(first?.name ?? '') && probabilityOf('question', guesses) < talkBelow;
  const isUnanswered = first?.name === 'unanswered' && first.probability >= actFrom;
  const isDoubtful = probabilityOf('off-topic', guesses) + probabilityOf('unanswered', guesses) >= doubtFrom;
  const least = isUnanswered ? ownWords : isBeside || isDoubtful || isTalk ? sureFrom : answerFrom;
  const isAnswered = !isRefused && best !== undefined && best.score >= least;
  if (isTalk && !isAnswered && first !== undefined && first.probability >= takeTalkFrom)
    return { kind: 'wish', name: first.name };
  if (first !== undefined && first.probability >= actFrom && !noWish.has(first.name)) {
    const isSurer = !articles.has(first.name) && first.probability >= actAgainstAnswerFrom;
    if (!isOwnWording && (!isAnswered || isSurer) && !hasRival(first, guesses))
      return { kind: 'wish', name: first.name };
  }
  const isQuestion = first?.name === 'question' && first.probability >= actAgainstAnswerFrom;
  const leastOffered =
    best === undefined || best.score < (isQuestion ? offerQuestionFrom : offerFrom) ? 1 : best.score * offerShare;
  const ids = ranked.filter(({ score }) => score >= leastOffered).map(({ id }) => id);
  if (isAnswered) return { kind: 'answer', id: best.id, others: ids.slice(1, 1 + mostOffered) };
  const isSurelyOff = isOffTopic && first.probability >= sureOffTopicFrom;
  if (isBeside && (first?.probability ?? 0) >= actFrom && (isSurelyOff || (best?.score ?? 0) < sureUnansweredBelow))
    return { kind: 'none', isOffTopic };
  const isNear = ({ name, probability }: Guess): boolean => offered.has(name) && probability >= offerWishFrom;
  const near = isRefused ? null : (guesses.find(isNear)?.name ?? null);
  if (isRefused && first.probability >= actAgainstAnswerFrom && (best?.score ?? 0) < sureUnansweredBelow)
    return { kind: 'refused' };
  if (near === null && ids.length === 0) return { kind: 'none', isOffTopic };
  return { kind: 'did-you-mean', wish: near, ids: ids.slice(0, near === null ? mostOffered : mostOffered - 1) };
}

/** Whether another route is nearly as probable as the first. */
function hasRival(first: Guess, guesses: readonly Guess[]): boolean {
  if (!routes.has(first.name)) return false;
  return guesses.some(
    ({ name, probability }) => routes.has(name) && name !== first.name && probability > rivalShare * first.probability,
  );
}

function probabilityOf(wanted: string, guesses: readonly Guess[]): number {
  return guesses.find(({ name }) => name === wanted)?.probability ?? 0;
}
