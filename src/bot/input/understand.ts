import type { SentenceReading } from '../../domain/understood.ts';
import type { QuestionIndex } from '../../ports/question-index.ts';
import type { Sense, Understanding } from './understanding.ts';

/** What a text gets in a chat that waits for nothing: a known phrase or label, else by how the sentence was read. */
export function understand(
  text: string,
  { locale, after }: { readonly locale: string; readonly after: string | null },
  { questions, understanding }: { readonly questions: QuestionIndex; readonly understanding: Understanding },
): { readonly sense: Sense; readonly reading: SentenceReading } {
  const reading = questions.read(text, locale, after);
  const exactly = understanding.exactly(text);
  return { sense: exactly.kind === 'not-understood' ? understanding.sense(reading) : exactly, reading };
}
