import { median, short, spread } from './numbers.ts';
import type { Row } from './row.ts';

/** One size, with its cost per turn in each round. */
export interface Sized {
  readonly size: number;
  readonly costs: readonly number[];
  /** How the size is written, if not as the plain number. */
  readonly name?: string;
  readonly alsoTold?: string;
}

/** How many times as dear a turn may get from one size to a larger one. */
const bounds = {
  /** A turn looks at everything there is: n of it may take n log n. */
  'n log n': (size: number) => size * Math.log2(1 + size),
  /** A turn looks at its own part: n turns may take n log n, so one may take log n. */
  'log n': (size: number) => Math.log2(1 + size),
} as const;

const flat = 1.1;

/**
 * How the cost of a turn grows: ratios are formed within the rounds, for each size against each smaller one, and all
 * must be within the bound. The row tells the pair that grew most.
 */
export function growthRow(what: string, perTurn: keyof typeof bounds, sizes: readonly Sized[]): Row {
  const allowed = bounds[perTurn];
  const pairs = sizes.flatMap((larger, index) =>
    sizes.slice(0, index).map((smaller) => {
      const ratios = larger.costs.map((cost, round) => cost / (smaller.costs[round] ?? Number.NaN));
      const limit = allowed(larger.size) / allowed(smaller.size);
      return { names: `${nameOf(smaller)} → ${nameOf(larger)}`, ratios, ratio: median(ratios), limit };
    }),
  );
  const [worst] = pairs.toSorted((one, other) => other.ratio - one.ratio);
  const isWithin = pairs.every(({ ratio, limit }) => ratio <= limit);
  const isFlat = pairs.every(({ ratio }) => ratio <= flat);
  return {
    what: `${what}; ratio: what grew most`,
    ours: sizes
      .map((one) => [`${nameOf(one)}: ${short(median(one.costs))} ms`, one.alsoTold].filter(Boolean).join(', '))
      .join('; '),
    peer: '–',
    ratio: worst === undefined ? '–' : `${short(worst.ratio)} (${worst.names})`,
    spread: worst === undefined ? '–' : spread(worst.ratios),
    target: `≤ ${perTurn} (${flat})`,
    reached: reachedBy(isWithin, isFlat),
  };
}

function reachedBy(isWithin: boolean, isFlat: boolean): Row['reached'] {
  if (!isWithin) return 'no';
  return isFlat ? 'aim' : 'yes';
}

function nameOf({ size, name }: Sized): string {
  return name ?? size.toLocaleString('en');
}
