import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../../src/adapters/search/content.ts';
import { makeQuestionIndex } from '../../src/adapters/search/question-index.ts';
import type { QuestionIndex } from '../../src/ports/question-index.ts';

/** The day on which the content is read in tests. */
export const today = Date.parse('2026-11-20T12:00:00Z');

export const contentFolder = join(__dirname, '..', '..', 'content');

export function realContent(): ReturnType<typeof loadContent> {
  return loadContent(contentFolder, today);
}

export function realIndex(): QuestionIndex {
  return makeQuestionIndex(realContent());
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

/** How often the right question comes first. */
export function recallAtOne(index: QuestionIndex, asked: readonly Asked[], locale: string): number {
  return asked.filter((one) => index.find(one.text, locale, 1)[0]?.id === one.id).length / asked.length;
}
