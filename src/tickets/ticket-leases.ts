import { type Clock, clocksApartMs } from '../ports/clock.ts';
import { Standstill } from '../ports/standstill.ts';
import type { Stopwatch } from '../ports/stopwatch.ts';
import type { Outgoing, Task } from './ticket-document.ts';

/** How long a claim that stands still is left to its worker, in milliseconds. Claimed work ends well before that, so no two workers do it at once. */
export const workLeaseMs = 30_000;

/** What a worker can claim. */
type Claimable = Pick<Task | Outgoing, 'tries' | 'nextAt' | 'leaseUntil'> & Partial<Pick<Outgoing, 'isHeld'>>;

/**
 * Work that waits for no time of day: it was never tried, or somebody has claimed it. The clock of whoever wrote down when it is
 * due may be ahead.
 */
export function isAtOnce({ tries, leaseUntil, isHeld = false }: Claimable): boolean {
  return (tries === 0 && !isHeld) || leaseUntil > 0;
}

/** Who may do what now. A claim ends when this process has seen it stand still for 30 seconds: the time in it is of another clock. */
export class TicketLeases {
  readonly #clock: Clock;
  readonly #claims: Standstill;

  constructor({ clock, stopwatch }: { readonly clock: Clock; readonly stopwatch: Stopwatch }) {
    this.#clock = clock;
    this.#claims = new Standstill(stopwatch);
  }

  /** Whether a task may be taken now. `name` names it among all work. */
  mayTake(name: string, task: Task | null): task is Task {
    return task !== null && this.isDue(task) && this.isFree(name, task);
  }

  isDue(work: Claimable): boolean {
    return isAtOnce(work) || work.nextAt <= this.#clock.now();
  }

  /** Whether nobody is at work on it, as far as can be told. */
  isFree(name: string, { tries, leaseUntil }: Claimable): boolean {
    if (leaseUntil <= this.#clock.now() - clocksApartMs) return true;
    return this.#claims.of(name, `${tries} ${leaseUntil}`) >= workLeaseMs;
  }

  /** Claims a task. The claim counts as one attempt. */
  claim(task: Task): Task {
    return { ...task, tries: task.tries + 1, leaseUntil: this.#clock.now() + workLeaseMs };
  }
}
