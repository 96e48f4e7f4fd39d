import type { OldNameFound } from '../domain/old-names.ts';
import type { Question, RankedQuestion } from '../domain/questions.ts';

/**
 * Finds the questions that match what a person typed. Nothing leaves this machine.
 * What is not written in a `locale` is found in English, or in the first language that has content.
 */
export interface QuestionIndex {
  /** Best first; `limit` defaults to 5. `chooseAnswer` decides whether the best one is good enough to show. */
  find(text: string, locale: string, limit?: number): readonly RankedQuestion[];
  /** In English if it is not written in that language: `Question.locale` tells. */
  get(id: string, locale: string): Question | null;
  /** The current name for an old product name in the text; null if there is none. */
  explainOldName(text: string, locale: string): OldNameFound | null;
}
