import { randomNumbers } from '../builders/random-numbers.ts';

/** Everything that is left to chance in one simulation, drawn from its seed. */
export class SeededChance {
  readonly #below: (below: number) => number;

  constructor(seed: number) {
    this.#below = randomNumbers(seed);
  }

  /** A whole number from 0 up to, and without, `below`. */
  below(below: number): number {
    return this.#below(below);
  }

  /** A whole number; both ends are possible. */
  between(least: number, most: number): number {
    return least + this.#below(most - least + 1);
  }

  /** From 0 to 1. */
  share(): number {
    return this.#below(65_536) / 65_535;
  }

  /** True so many times in ten thousand. */
  often(inTenThousand: number): boolean {
    return this.#below(10_000) < inTenThousand;
  }

  pick<One>(from: readonly One[]): One | undefined {
    return from.length === 0 ? undefined : from[this.#below(from.length)];
  }

  /** Random bits in the shape of a UUID. */
  readonly randomId = (): string => {
    const part = (length: number): string => Array.from({ length }, () => this.#below(16).toString(16)).join('');
    return `${part(8)}-${part(4)}-4${part(3)}-8${part(3)}-${part(12)}`;
  };
}
