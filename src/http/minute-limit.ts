export type MinuteAdmission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'refused'; readonly retryAfterSeconds: number };

export interface MinuteLimitOptions {
  /** Per caller and minute. */
  readonly perCaller: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const minuteMs = 60_000;
/** The most callers that are counted, to limit memory. Beyond it the oldest is forgotten: a count that strangers share makes them wait for each other. */
const callersAtMost = 20_000;

/** Counts each caller's requests per minute. All counts are reset when the next minute starts. */
export class MinuteLimit {
  readonly #options: MinuteLimitOptions;
  #startedAt = 0;
  #counts = new Map<string, number>();

  constructor(options: MinuteLimitOptions) {
    this.#options = options;
  }

  /** Counts a request, unless it is too many. */
  admit(caller: string): MinuteAdmission {
    const waitSeconds = this.waitSeconds(caller);
    if (waitSeconds !== null) return { kind: 'refused', retryAfterSeconds: waitSeconds };
    this.count(caller);
    return { kind: 'admitted' };
  }

  /** Seconds until this caller may send again; null when it may now. */
  waitSeconds(caller: string): number | null {
    const now = this.#options.now();
    if (now - this.#startedAt >= minuteMs || now < this.#startedAt) {
      this.#startedAt = now;
      this.#counts = new Map();
    }
    if ((this.#counts.get(caller) ?? 0) < this.#options.perCaller) return null;
    return Math.ceil((this.#startedAt + minuteMs - now) / 1_000);
  }

  count(caller: string): void {
    const count = this.#counts.get(caller) ?? 0;
    if (count === 0 && this.#counts.size >= callersAtMost) this.#forgetOldest();
    this.#counts.set(caller, count + 1);
  }

  #forgetOldest(): void {
    const [oldest] = this.#counts.keys();
    if (oldest !== undefined) this.#counts.delete(oldest);
  }
}
