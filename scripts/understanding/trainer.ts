/** A sentence's features and what it asks for. */
export interface Example {
  readonly features: readonly string[];
  readonly label: string;
}

export interface Trained {
  readonly labels: readonly string[];
  readonly weights: ReadonlyMap<string, Float64Array>;
  readonly bias: Float64Array;
}

const rounds = 30;
/** A feature in fewer examples than this says nothing about other sentences. */
const leastExamples = 3;
/** The share of its features that a sentence is read without, others each time: so no single word decides. */
const leftOut = 0.5;

/** Softmax regression with an L1 penalty, by stochastic gradient descent in a fixed order: the same examples give the same weights. */
export function train(examples: readonly Example[], { l1 = 2e-5, l2 = 1e-5, rate = 2 } = {}): Trained {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1);
  const kept = new Set([...counts].filter(([, count]) => count >= leastExamples).map(([feature]) => feature));
  const weights = new Map([...kept].map((feature) => [feature, new Float64Array(labels.length)]));
  const bias = new Float64Array(labels.length);
  const rows = examples.map(({ features, label }) => ({
    all: features.flatMap((feature) => weights.get(feature) ?? []),
    target: labels.indexOf(label),
    count: features.length,
  }));
  const order = shuffled(rows);
  const scores = new Float64Array(labels.length);
  const chance = chances(7);
  for (let round = 0; round < rounds; round += 1) {
    const step = rate / (1 + round * 0.3);
    for (const { all, target, count } of order) {
      const vectors = all.filter(() => chance() >= leftOut);
      const scale = 1 / Math.sqrt(Math.max(1, count * (1 - leftOut)));
      softmax(vectors, bias, scale, scores);
      for (let label = 0; label < labels.length; label += 1) {
        const gradient = (scores[label] ?? 0) - (label === target ? 1 : 0);
        bias[label] = (bias[label] ?? 0) - step * gradient * 0.1;
        if (Math.abs(gradient) < 1e-4) continue;
        for (const vector of vectors) {
          const moved = (vector[label] ?? 0) * (1 - step * l2) - step * gradient * scale;
          vector[label] = moved > 0 ? Math.max(0, moved - step * l1) : Math.min(0, moved + step * l1);
        }
      }
    }
  }
  return { labels, weights, bias };
}

export function softmax(vectors: readonly Float64Array[], bias: Float64Array, scale: number, into: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < into.length; label += 1) {
    let score = bias[label] ?? 0;
    for (const vector of vectors) score += (vector[label] ?? 0) * scale;
    into[label] = score;
    highest = Math.max(highest, score);
  }
  let total = 0;
  for (let label = 0; label < into.length; label += 1) {
    into[label] = Math.exp((into[label] ?? 0) - highest);
    total += into[label] ?? 0;
  }
  for (let label = 0; label < into.length; label += 1) into[label] = (into[label] ?? 0) / total;
}

/** In a fixed order that mixes the labels. */
function shuffled<T>(all: readonly T[]): readonly T[] {
  const mixed = [...all];
  const chance = chances(42);
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

/** Numbers from 0 to 1 that look like chance, and are the same each time. */
function chances(seed: number): () => number {
  let last = seed;
  return () => {
    last = (last * 1_103_515_245 + 12_345) % 2_147_483_648;
    return last / 2_147_483_648;
  };
}
