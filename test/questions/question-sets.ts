import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../../src/adapters/search/content.ts';
import { atOnce } from '../../src/adapters/search/in-slices.ts';
import { shippedIntentModel } from '../../src/adapters/search/intent-model.ts';
import { intentWeights } from '../../src/adapters/search/intent-weights.ts';
import { makeQuestionIndex } from '../../src/adapters/search/question-index.ts';
import type { QuestionIndex } from '../../src/ports/question-index.ts';

/** The day on which the content is read in tests. */
export const today = Date.parse('2026-11-20T12:00:00Z');

export const contentFolder = join(__dirname, '..', '..', 'content');

export function realContent(): ReturnType<typeof loadContent> {
  return loadContent(contentFolder, today);
}

/** An index that needs no loading: tests may ask it at once. */
export function realIndex(content = realContent()): QuestionIndex {
  return makeQuestionIndex(content, atOnce(shippedIntentModel(intentWeights)));
}

export interface Asked {
  readonly id: string;
  readonly text: string;
}

export function askedIn(name: string): readonly Asked[] {
  return JSON.parse(readFileSync(join(__dirname, `${name}.json`), 'utf8'));
}

export function textsIn(name: string): readonly string[] {
  return JSON.parse(readFileSync(join(__dirname, `${name}.json`), 'utf8'));
}

/** How often the right question comes first, or one about another side of the same subject. */
export function recallAtOne(index: QuestionIndex, asked: readonly Asked[], locale: string): number {
  const topicsOf = (id: string): readonly string[] => [id, ...(index.get(id, 'en')?.topics ?? [])];
  const helps = ({ id, text }: Asked): boolean => {
    const [first] = index.find(text, locale, 1);
    return first !== undefined && topicsOf(first.id).some((topic) => topicsOf(id).includes(topic));
  };
  return asked.filter(helps).length / asked.length;
}
