import type { Guess } from '../../domain/understood.ts';
import type { Slices } from './in-slices.ts';

/** What a sentence may ask for, by its features; most probable first. */
export type IntentModel = (features: readonly string[]) => readonly Guess[];

/** Loads the weights that are shipped: 0.8 MB, which no start reads and the first sentence does. */
export async function loadIntentWeights(): Promise<string> {
  const { intentWeights } = await import('./intent-weights.ts');
  return intentWeights;
}

/** The model that is shipped. The first line of its weights says what it was trained on; a test compares that with the sentences. */
export function shippedIntentModel(weights: string): Slices<IntentModel> {
  return intentModelInSlices(weights.slice(weights.indexOf('\n') + 1));
}

/** Weights are stored as hundredths. */
const unit = 100;

/** How many features are read in one slice. */
const inOneSlice = 500;

/**
 * Reads a trained model: the first line has the names, the second their biases, each further one a feature and its weights
 * as pairs of a name's place and its weight in hundredths. `scripts/understanding` writes it.
 */
export function* intentModelInSlices(text: string): Slices<IntentModel> {
  const [names = '', biases = '', ...lines] = text.split('\n');
  const all = names.split('\t');
  const bias = biases.split('\t').map((one) => Number(one) / unit);
  const rows = new Map<string, string>();
  for (const [at, line] of lines.entries()) {
    const end = line.indexOf('\t');
    rows.set(line.slice(0, end), line.slice(end + 1));
    if (at % inOneSlice === 0) yield;
  }
  return (features) => {
    const known = features.flatMap((feature) => rows.get(feature) ?? []);
    // What the model does not know makes it less sure.
    const share = 1 / Math.sqrt(Math.max(1, features.length));
    const scores = [...bias];
    for (const row of known) {
      const pairs = row.split(' ');
      for (let at = 0; at < pairs.length; at += 2) {
        const place = Number(pairs[at]);
        scores[place] = (scores[place] ?? 0) + (Number(pairs[at + 1]) / unit) * share;
      }
    }
    return probabilities(scores)
      .map((probability, place) => ({ name: all[place] ?? '', probability }))
      .sort((one, other) => other.probability - one.probability);
  };
}

function probabilities(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const total = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / total);
}
