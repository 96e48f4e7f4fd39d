/** Runs the turns of one conversation one after another, in the order they came; other conversations go on meanwhile. */
export class ConversationLock {
  readonly #tails = new Map<string, Promise<void>>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const result = before.then(work);
    const tail = result.then(
      () => undefined,
      () => undefined,
    );
    this.#tails.set(key, tail);
    try {
      return await result;
    } finally {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    }
  }

  /** Resolves when every turn that is running or waiting now is over. */
  async idle(): Promise<void> {
    await Promise.all(this.#tails.values());
  }
}
