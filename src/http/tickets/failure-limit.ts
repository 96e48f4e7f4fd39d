const minuteMs = 60_000;
/** Far more than the number of addresses that the desks of one bot send from. */
const trustedAtMost = 1_000;

export interface FailureLimitOptions {
  /** The most failures per caller and minute; after that the caller waits for the next minute. */
  readonly perCaller: number;
  /** The most callers counted separately. All others share one count, to limit memory. */
  readonly callersAtMost: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Counts only refusals, so that a busy desk with the right key never waits. */
export class FailureLimit {
  readonly #options: FailureLimitOptions;
  #startedAt = 0;
  #counts = new Map<string, number>();
  /** Callers that succeeded before, the latest last. They are counted separately, however many strangers come. */
  readonly #trusted = new Set<string>();

  constructor(options: FailureLimitOptions) {
    this.#options = options;
  }

  /** Seconds until a caller may try again; null when it may now. */
  waitSeconds(caller: string): number | null {
    const now = this.#now();
    const count = this.#counts.get(this.#nameOf(caller)) ?? 0;
    if (count < this.#options.perCaller) return null;
    return Math.ceil((this.#startedAt + minuteMs - now) / 1_000);
  }

  /** A caller that succeeded gets a count of its own, so that a crowd of strangers cannot make it wait. */
  trust(caller: string): void {
    this.#trusted.delete(caller);
    this.#trusted.add(caller);
    const [oldest] = this.#trusted;
    if (this.#trusted.size > trustedAtMost && oldest !== undefined) this.#trusted.delete(oldest);
  }

  note(caller: string): void {
    this.#now();
    const name = this.#nameOf(caller);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  #now(): number {
    const now = this.#options.now();
    if (now - this.#startedAt >= minuteMs || now < this.#startedAt) {
      this.#startedAt = now;
      this.#counts = new Map();
    }
    return now;
  }

  #nameOf(caller: string): string {
    const isToldApart =
      this.#trusted.has(caller) || this.#counts.has(caller) || this.#counts.size < this.#options.callersAtMost;
    return isToldApart ? caller : 'everybody else';
  }
}
