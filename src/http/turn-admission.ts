/** Limits on concurrent work. */
export interface TurnAdmissionLimits {
  /** Turns running at once, across all conversations. */
  readonly running: number;
  /** Turns waiting for a slot, across all conversations. */
  readonly waiting: number;
  /** Turns waiting in one conversation. */
  readonly waitingOfOne: number;
  /** The longest that a turn waits, in milliseconds; the channel gives up after 15 seconds. */
  readonly waitMs: number;
}

export type Admitted<T> =
  | { readonly kind: 'ran'; readonly value: T }
  /** `one`: this conversation sends faster than it can be answered. `all`: the bot has no slot left. */
  | { readonly kind: 'shed'; readonly tooMuchOf: 'one' | 'all' };

interface Waiting {
  readonly conversation: string;
  readonly start: () => void;
}

/**
 * Admits as many turns as the process can finish in time and refuses the rest at once: beyond about twenty concurrent
 * turns, everyone waits longer and throughput does not rise.
 * A conversation runs one turn at a time, in order of arrival, so a busy one never holds more than one slot.
 */
export class TurnAdmission {
  readonly #limits: TurnAdmissionLimits;
  readonly #running = new Set<string>();
  readonly #waiting: Waiting[] = [];

  constructor(limits: TurnAdmissionLimits) {
    this.#limits = limits;
  }

  /** Whether every turn that came now would be refused, whatever its conversation. */
  get isFull(): boolean {
    return this.#waiting.length >= this.#limits.waiting;
  }

  async run<T>(conversation: string, work: () => Promise<T>): Promise<Admitted<T>> {
    const isFree = this.#running.size < this.#limits.running && !this.#running.has(conversation);
    if (!isFree) {
      const tooMuchOf = this.#whatIsFull(conversation) ?? (await this.#waitForAPlace(conversation));
      if (tooMuchOf !== null) return { kind: 'shed', tooMuchOf };
    }
    this.#running.add(conversation);
    try {
      return { kind: 'ran', value: await work() };
    } finally {
      this.#running.delete(conversation);
      this.#letNextIn();
    }
  }

  #whatIsFull(conversation: string): 'one' | 'all' | null {
    if (this.isFull) return 'all';
    const ofOne = this.#waiting.filter((one) => one.conversation === conversation).length;
    return ofOne >= this.#limits.waitingOfOne ? 'one' : null;
  }

  /** Null once it holds a slot; otherwise which limit was reached before one became free. */
  #waitForAPlace(conversation: string): Promise<'one' | 'all' | null> {
    return new Promise((resolve) => {
      const waiting: Waiting = {
        conversation,
        start: () => {
          clearTimeout(timer);
          resolve(null);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        resolve(this.#running.has(conversation) ? 'one' : 'all');
      }, this.#limits.waitMs);
      timer.unref();
      this.#waiting.push(waiting);
    });
  }

  /** Takes the slot for the next turn here, because the waiting turn resumes only a moment later. */
  #letNextIn(): void {
    if (this.#running.size >= this.#limits.running) return;
    const index = this.#waiting.findIndex(({ conversation }) => !this.#running.has(conversation));
    const [next] = index === -1 ? [] : this.#waiting.splice(index, 1);
    if (next === undefined) return;
    this.#running.add(next.conversation);
    next.start();
  }
}
