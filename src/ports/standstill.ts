import type { Stopwatch } from './stopwatch.ts';

interface Sighting {
  readonly state: string;
  readonly since: number;
  lookedAt: number;
}

/** So many sightings are kept before old ones are dropped. */
const sightingsMax = 1_000;
/** What nobody has looked at for this long is dropped then, in milliseconds. */
const forgottenMs = 10 * 60_000;

/**
 * How long others have left something as it is, by the stopwatch of this process: their own clocks may be wrong, and times that
 * they wrote down with them.
 */
export class Standstill {
  readonly #stopwatch: Stopwatch;
  readonly #seen = new Map<string, Sighting>();

  constructor(stopwatch: Stopwatch) {
    this.#stopwatch = stopwatch;
  }

  /** Milliseconds since this process first saw `name` in this state, without any other in between; 0 at first sight. */
  of(name: string, state: string): number {
    const now = this.#stopwatch.elapsed();
    const seen = this.#seen.get(name);
    if (seen?.state === state) {
      seen.lookedAt = now;
      return now - seen.since;
    }
    if (this.#seen.size >= sightingsMax) this.#forget(now);
    this.#seen.set(name, { state, since: now, lookedAt: now });
    return 0;
  }

  #forget(now: number): void {
    for (const [name, { lookedAt }] of this.#seen) if (now - lookedAt > forgottenMs) this.#seen.delete(name);
  }
}
