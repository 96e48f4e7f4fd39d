const minuteMs = 60_000;
/** Far more addresses than the desks of one bot send from. */
const trustedAtMost = 1_000;

export interface FailureLimitOptions {
  /** Failures of one caller in a minute; after that it has to wait for the next. */
  readonly perCaller: number;
  /** Callers that are told apart; all others count as one, so that the memory is bounded. */
  readonly callersAtMost: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Counts only what was refused, so that a busy desk with the right key never waits. */
export class FailureLimit {
  readonly #options: FailureLimitOptions;
  #startedAt = 0;
  #counts = new Map<string, number>();
  /** Callers that were right once, the latest last. They are told apart however many strangers come. */
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

  /** A caller that was right keeps a count of its own, so that a crowd of strangers cannot make it wait. */
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
