import { joinMeaning } from '../../domain/by-meaning.ts';
import { entraCode } from '../../domain/entra-codes.ts';
import { decideUnderstood, mostOffered, type SentenceReading } from '../../domain/understood.ts';
import type { Meanings } from '../../ports/meanings.ts';
import type { QuestionIndex, SaidBefore } from '../../ports/question-index.ts';
import { typedCodes } from './typed-codes.ts';
import type { Sense, Understanding } from './understanding.ts';

interface Means {
  readonly questions: QuestionIndex;
  readonly understanding: Understanding;
}

/** The same means, and the comparison by meaning where the organisation has a service for it. */
export interface MeansWithMeaning extends Means {
  readonly meanings: Meanings | null;
}

/** What a text gets in a chat that waits for nothing: a known phrase or label, else by how the sentence was read. */
export function understand(
  text: string,
  { locale, ...before }: { readonly locale: string } & SaidBefore,
  means: Means,
): { readonly sense: Sense; readonly reading: SentenceReading } {
  const reading = means.questions.read(means.understanding.withoutCourtesy(text), locale, before);
  const exactly = means.understanding.exactly(text);
  return { sense: exactly.kind === 'not-understood' ? senseOf(text, reading, means) : exactly, reading };
}

/** The same, with a comparison by meaning where it can change something. */
export async function understandByMeaning(
  text: string,
  before: { readonly locale: string } & SaidBefore,
  means: MeansWithMeaning,
): Promise<{ readonly sense: Sense; readonly reading: SentenceReading }> {
  const understood = understand(text, before, means);
  if (means.understanding.exactly(text).kind !== 'not-understood') return understood;
  const reading = await compareByMeaning(text, understood.reading, { meanings: means.meanings, names: [] });
  return { sense: senseOf(text, reading, means), reading };
}

/** The reading of a sentence together with what lies nearest to it; the reading alone where that changes nothing or fails. */
export async function compareByMeaning(
  text: string,
  reading: SentenceReading,
  { meanings, names }: { readonly meanings: Meanings | null; readonly names: readonly string[] },
): Promise<SentenceReading> {
  if (meanings === null || isSettled(text, reading)) return reading;
  const near = await meanings.nearestTo(text, names);
  return near === null ? reading : joinMeaning(reading, near);
}

/** A wish that is acted upon, a question in its own words, a code, and what follows on an answer need no comparison. */
function isSettled(text: string, reading: SentenceReading): boolean {
  if (reading.followsOn === true || reading.ranked[0]?.score === 1 || typedCodes(text).length > 0) return true;
  return decideUnderstood(reading).kind === 'wish';
}

/** What a sentence gets: a code of Entra decides, unless somebody asks for a person; else how the sentence was read. */
export function senseOf(text: string, reading: SentenceReading, { questions, understanding }: Means): Sense {
  const sense = understanding.sense(reading);
  if (sense.kind === 'intent' && sense.intent.do === 'talk-to-person') return sense;
  if (sense.kind === 'intent' && sense.intent.do === 'show-language')
    return understanding.languageNamedIn(text) ?? sense;
  return senseOfCode(text, reading, questions) ?? sense;
}

/** Null if no code is typed. A code that nobody knows gets no answer: the entry of another code would be wrong. */
function senseOfCode(text: string, { ranked }: SentenceReading, questions: QuestionIndex): Sense | null {
  const typed = typedCodes(text);
  for (const { code } of typed) {
    const about = questions.aboutCode(code);
    const best = ranked[0] !== undefined && about.includes(ranked[0].id) ? ranked[0].id : about[0];
    if (best !== undefined)
      return { kind: 'answer', id: best, others: about.filter((id) => id !== best).slice(0, mostOffered) };
    const entry = entraCode(code);
    if (entry !== null) return { kind: 'code', entry };
  }
  return typed.some(({ isNamed }) => isNamed) ? { kind: 'none', isOffTopic: false } : null;
}
