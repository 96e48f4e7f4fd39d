import type { Clock } from '../../src/ports/clock.ts';
import type { Stopwatch } from '../../src/ports/stopwatch.ts';
import type { SimulatedTime } from './simulated-time.ts';
import type { Fate, Outside, Weather } from './weather.ts';

/** Monday 30 November 2026, 9:00 in UTC. */
export const beginning = Date.UTC(2026, 10, 30, 9);

/** What a call met on its way out of the process. */
export type Fault = Exclude<Fate['fault'], 'none'>;

/** One process from its start to its death: its clock, its stopwatch, and its calls to the outside. */
export class Life {
  readonly name: string;
  readonly #time: SimulatedTime;
  readonly #weather: Weather;
  readonly #whenItDies: () => void;
  #isAlive = true;
  #clockOffset: number;

  constructor(name: string, time: SimulatedTime, weather: Weather, whenItDies: () => void) {
    this.name = name;
    this.#time = time;
    this.#weather = weather;
    this.#whenItDies = whenItDies;
    this.#clockOffset = weather.clockOffset();
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** The time of day as this process believes it. */
  readonly clock: Clock = { now: () => beginning + this.#time.now + this.#clockOffset };

  readonly stopwatch: Stopwatch = {
    elapsed: () => this.#time.now,
    pause: (ms) => this.#whileAlive(this.#time.pause(ms)),
    every: (ms, call) => {
      let isOver = false;
      const again = (): void => {
        if (isOver || !this.#isAlive) return;
        call();
        this.#time.after(ms, again);
      };
      this.#time.after(ms, again);
      return () => {
        isOver = true;
      };
    },
  };

  /** Somebody sets the clock. */
  clockJumps(offset = this.#weather.clockOffset()): void {
    this.#clockOffset = offset;
  }

  /** Nothing of this process goes on: whatever it waits for never comes. */
  dies(): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    this.#whenItDies();
  }

  /**
   * One call to the outside. `effect` is what it does there, at once and whole, also when the process has died meanwhile: what
   * is on the wire arrives. Rejects with what `faultOf` makes of a fault.
   */
  async calls<Answer>(
    outside: Outside,
    effect: (fault: 'none' | 'unanswered') => Answer,
    faultOf: (fault: Fault) => Error,
  ): Promise<Answer> {
    if (!this.#isAlive) return never();
    const { thereMs, backMs, fault, death } = this.#weather.fateOf(outside);
    if (death === 'on-the-way-there') this.#time.after(thereMs / 2, () => this.dies());
    await this.#time.pause(thereMs);
    if (fault === 'refused') {
      await this.#whileAlive(this.#time.pause(backMs));
      throw faultOf(fault);
    }
    const answer = effect(fault);
    if (death === 'on-the-way-back') this.#time.after(backMs / 2, () => this.dies());
    await this.#whileAlive(this.#time.pause(backMs));
    if (fault === 'unanswered') throw faultOf(fault);
    return answer;
  }

  async #whileAlive<T>(work: Promise<T>): Promise<T> {
    const result = await work;
    return this.#isAlive ? result : never();
  }
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
