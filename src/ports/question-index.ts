import type { OldNameFound } from '../domain/old-names.ts';
import type { Question, RankedQuestion } from '../domain/questions.ts';

/**
 * Finds the questions that fit what somebody typed. Nothing leaves this machine.
 * A `locale` without content is answered in the first language that has it.
 */
export interface QuestionIndex {
  /** Best first; `limit` is 5 when left out. `chooseAnswer` says whether the best one is good enough to show. */
  find(text: string, locale: string, limit?: number): readonly RankedQuestion[];
  get(id: string, locale: string): Question | null;
  /** What an old product name in the text is called today; null when there is none. */
  explainOldName(text: string, locale: string): OldNameFound | null;
}
