import type { Near, Nearness } from '../../domain/by-meaning.ts';
import type { Vectors } from './kept-vectors.ts';
import { likeness, shortVector } from './short-vector.ts';

/** How near everything lies to a sentence. Each question and wish counts by its nearest text. */
export function nearnessOf(sentence: readonly number[], { all }: Vectors): Nearness {
  const vector = shortVector(sentence);
  const nearest = { question: new Map<string, number>(), wish: new Map<string, number>() };
  for (const { kind, name, vector: compared } of all) {
    const found = likeness(vector, compared);
    nearest[kind].set(name, Math.max(nearest[kind].get(name) ?? -1, found));
  }
  const figures = [...nearest.question.values()];
  const mean = figures.reduce((sum, one) => sum + one, 0) / Math.max(1, figures.length);
  const variance = figures.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, figures.length);
  // Where all are equally near, nothing stands out.
  const deviation = Math.sqrt(variance) || Number.POSITIVE_INFINITY;
  const inOrder = (found: ReadonlyMap<string, number>): readonly Near[] =>
    [...found]
      .map(([name, figure]) => ({ name, standsOut: (figure - mean) / deviation }))
      .sort((one, other) => other.standsOut - one.standsOut);
  return { questions: inOrder(nearest.question), wishes: inOrder(nearest.wish) };
}
