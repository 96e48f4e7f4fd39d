import { cleanQuestion } from '../../domain/clean-question.ts';
import { lazily } from '../../domain/lazily.ts';
import { namingOfAll } from '../../i18n/naming.ts';
import type { Content } from './content-as-built.ts';
import { vocabularyOf } from './question-index.ts';

/** Takes out of a sentence what could tell who typed it, by the words that the questions and answers use. */
export function leaveOutNames(content: Content): (text: string, names: readonly string[]) => string {
  const vocabulary = lazily(() => vocabularyOf(content));
  const naming = lazily(namingOfAll);
  return (text, names) => cleanQuestion(text, { names, naming: naming(), knows: (word) => vocabulary().has(word) });
}
