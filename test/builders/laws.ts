import fc from 'fast-check';

/**
 * The seed of this run. Each run draws another one and prints it (`Seed:`); `npm test -- --seed=7 test/domain` repeats a run.
 */
export function seedOfRun(): number {
  return jest.getSeed();
}

/** How many examples of a law one seed draws, and how many seeds after that of the run are drawn from. */
const examples = Number(process.env.LAW_EXAMPLES ?? 400);
const seeds = Number(process.env.LAW_SEEDS ?? 1);

/** Holds a law against examples drawn from the seed of this run. A law that fails names its seed and its smallest example. */
export function holds<Values>(law: fc.IProperty<Values>): void {
  for (let more = 0; more < seeds; more += 1) fc.assert(law, { seed: (seedOfRun() + more) | 0, numRuns: examples });
}
