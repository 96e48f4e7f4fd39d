import type { Trained } from './trainer.ts';

/** Weights below this many hundredths say nothing. */
const least = 25;

/** A trained model as the text that `intent-model.ts` reads. */
export function writtenWeights({ labels, weights, bias }: Trained): string {
  const lines = [...weights].flatMap(([feature, row]) => {
    const pairs = [...row].flatMap((value, place) =>
      Math.abs(hundredths(value)) < least ? [] : [`${place} ${hundredths(value)}`],
    );
    return pairs.length === 0 ? [] : [`${feature}\t${pairs.join(' ')}`];
  });
  return [labels.join('\t'), [...bias].map(hundredths).join('\t'), ...lines.sort()].join('\n');
}

function hundredths(value: number): number {
  return Math.round(value * 100);
}
