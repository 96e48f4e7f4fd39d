export type MinuteAdmission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'refused'; readonly retryAfterSeconds: number };

export interface MinuteLimitOptions {
  readonly perCaller: number;
  readonly inAll: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const minuteMs = 60_000;

/**
 * Counts each caller's requests per minute. Memory is limited: there are never more callers than
 * requests admitted in one minute, and all counts are reset when the next one starts.
 */
export class MinuteLimit {
  readonly #options: MinuteLimitOptions;
  #startedAt = 0;
  #total = 0;
  #counts = new Map<string, number>();

  constructor(options: MinuteLimitOptions) {
    this.#options = options;
  }

  admit(caller: string): MinuteAdmission {
    const now = this.#options.now();
    if (now - this.#startedAt >= minuteMs || now < this.#startedAt) this.#begin(now);
    const count = this.#counts.get(caller) ?? 0;
    if (count >= this.#options.perCaller || this.#total >= this.#options.inAll) {
      return { kind: 'refused', retryAfterSeconds: Math.ceil((this.#startedAt + minuteMs - now) / 1_000) };
    }
    this.#counts.set(caller, count + 1);
    this.#total += 1;
    return { kind: 'admitted' };
  }

  #begin(now: number): void {
    this.#startedAt = now;
    this.#total = 0;
    this.#counts = new Map();
  }
}
