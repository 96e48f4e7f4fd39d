/** Remembers the last so many ids, in this process only. */
export class RecentIds {
  readonly #ids = new Set<string | symbol>();
  readonly #atMost: number;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  has(id: string | symbol): boolean {
    return this.#ids.has(id);
  }

  add(id: string | symbol): void {
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > this.#atMost && oldest !== undefined) this.#ids.delete(oldest);
  }
}
