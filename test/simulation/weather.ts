import type { SeededChance } from './seeded-chance.ts';

/** What is outside of a process, and can fail. */
export type Outside = 'store' | 'channel' | 'desk' | 'facts' | 'tokens' | 'directory';

/** What becomes of one call from a process to the outside. */
export interface Fate {
  /** Milliseconds until the call has its effect, and from there until its answer is back. */
  readonly thereMs: number;
  readonly backMs: number;
  /** `refused`: it has no effect. `unanswered`: it has its effect, but the answer is lost. */
  readonly fault: 'none' | 'refused' | 'unanswered';
  /** The process dies while it waits for this call: before the effect, or with the answer on its way. */
  readonly death: 'none' | 'on-the-way-there' | 'on-the-way-back';
}

const calm = { deaths: 0, slow: 0, refusals: 0, losses: 0, jumps: 0, repeats: 0 };

/**
 * What goes wrong, and how often: in ten thousand calls. Each seed draws its own weather, because faults of many kinds at
 * once hide what a few would show.
 */
export class Weather {
  readonly #chance: SeededChance;
  #strength: typeof calm;
  /** The furthest that the clock of a process is from the true time, in milliseconds. */
  readonly clocksApartMs: number;
  readonly replicas: number;

  constructor(chance: SeededChance) {
    this.#chance = chance;
    const some = (most: number): number => (chance.below(3) === 0 ? 0 : chance.below(most));
    this.#strength = {
      deaths: some(200),
      slow: some(800),
      refusals: some(500),
      losses: some(300),
      jumps: some(5_000),
      repeats: some(2_000),
    };
    this.replicas = chance.between(1, 3);
    this.clocksApartMs = chance.pick([0, 2_000, 10 * 60_000, 60 * 60_000]) ?? 0;
  }

  /** From now on nothing fails. Calls still take their time. */
  clear(): void {
    this.#strength = calm;
  }

  get isCalm(): boolean {
    return this.#strength === calm;
  }

  fateOf(outside: Outside): Fate {
    const chance = this.#chance;
    const { deaths, slow, refusals, losses } = this.#strength;
    const dies = chance.often(deaths);
    const isSlow = chance.often(slow);
    return {
      thereMs: isSlow ? chance.between(0, slowestMs[outside]) : chance.between(1, 40),
      backMs: isSlow ? chance.between(0, slowestMs[outside]) : chance.between(1, 40),
      fault: chance.often(refusals) ? 'refused' : chance.often(losses) ? 'unanswered' : 'none',
      death: !dies ? 'none' : chance.below(2) === 0 ? 'on-the-way-there' : 'on-the-way-back',
    };
  }

  /** How far the clock of a process is off when it starts, or jumps to later, in milliseconds. */
  clockOffset(): number {
    return this.#chance.between(-this.clocksApartMs, this.clocksApartMs);
  }

  jumps(): boolean {
    return this.#chance.often(this.#strength.jumps);
  }

  repeats(): boolean {
    return this.#chance.often(this.#strength.repeats);
  }
}

/** Half of what one call of each adapter may take, in milliseconds: a message to the channel is tried twice, after two pauses. */
const slowestMs: Readonly<Record<Outside, number>> = {
  store: 2_000,
  channel: 6_000,
  desk: 4_000,
  facts: 4_000,
  tokens: 2_000,
  directory: 2_000,
};
