/** Bounds how many run at the same time. Unlike a count per minute, it lets the next one in as soon as one has ended. */
export class AtOnce {
  readonly #most: number;
  #running = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Runs the work, or resolves to null if as many as may are running. */
  async run<T>(work: () => Promise<T>): Promise<{ readonly value: T } | null> {
    if (this.#running >= this.#most) return null;
    this.#running += 1;
    try {
      return { value: await work() };
    } finally {
      this.#running -= 1;
    }
  }
}
