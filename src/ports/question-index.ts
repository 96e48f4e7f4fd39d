import type { OldNameFound } from '../domain/old-names.ts';
import type { NextStep, Question, RankedQuestion } from '../domain/questions.ts';
import type { SaidWords } from '../domain/said-words.ts';
import type { Scenario } from '../domain/scenario.ts';
import type { SentenceReading } from '../domain/understood.ts';

/** What a sentence may follow on: it is read with this in mind where it says little by itself. */
export interface SaidBefore {
  /** The question whose answer was shown last. */
  readonly after?: string | null;
  /** The route that the person is on. */
  readonly goal?: Scenario | null;
}

/**
 * Reads what a person typed, and finds the questions that match it. Nothing leaves this machine: see `Meanings` for what may.
 * What is not written in a `locale` is found in English, or in the first language that has content.
 */
export interface QuestionIndex {
  /** Settles when sentences can be read, and lets others go first. Whoever reads, hears or finds waits for it before. */
  ready(): Promise<void>;
  /** What a sentence may ask for, and the questions that it may be. `decideUnderstood` says what to do about it. */
  read(text: string, locale: string, before?: SaidBefore): SentenceReading;
  /** What a sentence names and whether it asks, without a guess at what it wants. */
  hear(text: string, locale: string): SaidWords;
  /** The questions alone, best first; `limit` defaults to 5. */
  find(text: string, locale: string, limit?: number): readonly RankedQuestion[];
  /** The questions whose title, other wordings or keywords have this code of an error, those with it in the title first. */
  aboutCode(code: number): readonly string[];
  /** The questions whose answer leads there, in the order of their ids. */
  leadingTo(step: NextStep): readonly string[];
  /** In English if it is not written in that language: `Question.locale` tells. */
  get(id: string, locale: string): Question | null;
  /** The current name for an old product name in the text; null if there is none. */
  explainOldName(text: string, locale: string): OldNameFound | null;
}
