/** Something that happens at a moment of simulated time. */
interface Event {
  readonly at: number;
  /** Of two events at one moment, the one that was planned first happens first. */
  readonly order: number;
  readonly happens: () => void;
}

/**
 * Time that passes only from one event to the next. Between two events everything in the process runs on until all of it
 * waits for another event, so the same events always meet the same state.
 */
export class SimulatedTime {
  #now = 0;
  #planned = 0;
  /** A heap: no event is earlier than its parent at half its index. */
  readonly #events: Event[] = [];

  /** Milliseconds since the simulation began. */
  get now(): number {
    return this.#now;
  }

  after(ms: number, happens: () => void): void {
    this.#planned += 1;
    this.#push({ at: this.#now + Math.max(0, ms), order: this.#planned, happens });
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Lets time pass until `until` holds, calling `look` after every event; false if it does not hold within `ms`. */
  async passes(ms: number, look: () => void, until: () => boolean = () => false): Promise<boolean> {
    const end = this.#now + ms;
    while (!until()) {
      const next = this.#events[0];
      if (next === undefined || next.at > end) {
        this.#now = end;
        return until();
      }
      this.#pop();
      this.#now = next.at;
      next.happens();
      await everythingWaits();
      look();
    }
    return true;
  }

  #push(event: Event): void {
    const events = this.#events;
    let index = events.length;
    events.push(event);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = events[parent];
      if (above === undefined || isBefore(above, event)) break;
      events[index] = above;
      index = parent;
    }
    events[index] = event;
  }

  #pop(): void {
    const events = this.#events;
    const last = events.pop();
    if (last === undefined || events.length === 0) return;
    let index = 0;
    for (;;) {
      const [left, right] = [events[2 * index + 1], events[2 * index + 2]];
      const isRight = left !== undefined && right !== undefined && isBefore(right, left);
      const below = isRight ? right : left;
      if (below === undefined || isBefore(last, below)) break;
      events[index] = below;
      index = 2 * index + (isRight ? 2 : 1);
    }
    events[index] = last;
  }
}

function isBefore(one: Event, other: Event): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** Node.js runs every promise that can go on before it comes to this. */
function everythingWaits(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
