import type { Clock } from '../../ports/clock.ts';

interface KeptValue<T> {
  readonly value: T;
  /** Milliseconds since 1970; a time in the past means that the value is returned but not cached. */
  readonly keepUntil: number;
}

/** Caches a limited number of values until each expires, and makes each value once however many callers ask for it. */
export class Kept<T> {
  readonly #atMost: number;
  readonly #clock: Clock;
  readonly #values = new Map<string, KeptValue<T>>();
  readonly #flights = new Map<string, Promise<T>>();

  constructor(atMost: number, clock: Clock) {
    this.#atMost = atMost;
    this.#clock = clock;
  }

  get(key: string, make: () => Promise<KeptValue<T>>): Promise<T> {
    const kept = this.#values.get(key);
    if (kept !== undefined && kept.keepUntil > this.#clock.now()) {
      // A Map keeps insertion order: the most recently used moves to the end.
      this.#values.delete(key);
      this.#values.set(key, kept);
      return Promise.resolve(kept.value);
    }
    return this.#flights.get(key) ?? this.#fly(key, make);
  }

  /** Caches a value that was made elsewhere. */
  keep(key: string, made: KeptValue<T>): void {
    this.#values.delete(key);
    if (made.keepUntil <= this.#clock.now()) return;
    this.#values.set(key, made);
    const [oldest] = this.#values.keys();
    if (this.#values.size > this.#atMost && oldest !== undefined) this.#values.delete(oldest);
  }

  forget(key: string): void {
    this.#values.delete(key);
  }

  #fly(key: string, make: () => Promise<KeptValue<T>>): Promise<T> {
    const flight = make()
      .then((made) => {
        // What was kept meanwhile is newer than this.
        if (!this.#has(key)) this.keep(key, made);
        return made.value;
      })
      .finally(() => this.#flights.delete(key));
    this.#flights.set(key, flight);
    return flight;
  }

  #has(key: string): boolean {
    return (this.#values.get(key)?.keepUntil ?? 0) > this.#clock.now();
  }
}
