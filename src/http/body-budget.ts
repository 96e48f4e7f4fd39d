/** Limits on the request bodies that are being read, in bytes. */
export interface BodyBudgetLimits {
  readonly inAll: number;
  /** For one caller that has not shown who it is. */
  readonly ofOne: number;
}

/** One body that is being read. */
export interface BodyRead {
  /** Counts what arrived. False if there is no room for it: the body must be given up. */
  add(bytes: number): boolean;
  /** Gives the room back. */
  close(): void;
}

/** For routes that read bodies. */
export interface CountsBodies {
  readonly bodies: BodyBudget;
}

interface Reading {
  readonly caller: string | null;
  readonly giveUp: () => void;
  bytes: number;
}

/**
 * Bounds the memory that bodies on their way hold, however many callers send one and stop. If they are too much together,
 * the one that has been silent for longest is given up first, so whoever goes on sending is served.
 */
export class BodyBudget {
  readonly #limits: BodyBudgetLimits;
  /** The one that was silent for longest is the first. */
  readonly #readings = new Set<Reading>();
  readonly #ofCallers = new Map<string, number>();
  #total = 0;

  constructor(limits: BodyBudgetLimits) {
    this.#limits = limits;
  }

  /** Bytes that are held now. */
  get total(): number {
    return this.#total;
  }

  /** Begins a body. `caller` is the address of somebody unknown, or null for a caller that proved who it is. */
  open(caller: string | null, giveUp: () => void): BodyRead {
    const reading: Reading = { caller, giveUp, bytes: 0 };
    return {
      add: (bytes) => {
        this.#readings.delete(reading);
        this.#readings.add(reading);
        this.#count(reading, bytes);
        if (caller !== null && (this.#ofCallers.get(caller) ?? 0) > this.#limits.ofOne) return false;
        return this.#makeRoom(reading);
      },
      close: () => this.#forget(reading),
    };
  }

  #makeRoom(latest: Reading): boolean {
    for (const silent of this.#readings) {
      if (this.#total <= this.#limits.inAll) return true;
      if (silent === latest) return false;
      this.#forget(silent);
      silent.giveUp();
    }
    return this.#total <= this.#limits.inAll;
  }

  #forget(reading: Reading): void {
    if (!this.#readings.delete(reading)) return;
    this.#count(reading, -reading.bytes);
  }

  #count(reading: Reading, bytes: number): void {
    reading.bytes += bytes;
    this.#total += bytes;
    if (reading.caller === null) return;
    const ofCaller = (this.#ofCallers.get(reading.caller) ?? 0) + bytes;
    if (ofCaller === 0) this.#ofCallers.delete(reading.caller);
    else this.#ofCallers.set(reading.caller, ofCaller);
  }
}
