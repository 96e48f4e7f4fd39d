/** The moment by which an answer must be there. */
export interface Deadline {
  /** Aborts when the moment comes. */
  readonly signal: AbortSignal;
  /** Milliseconds left; never negative. */
  remainingMs(): number;
}

/** Starts counting. Uses the monotonic clock, so that a clock that is set back cannot stretch a turn. */
export function startDeadline(budgetMs: number): Deadline {
  const endsAt = performance.now() + Math.max(0, budgetMs);
  return {
    signal: AbortSignal.timeout(Math.max(0, Math.floor(budgetMs))),
    remainingMs: () => Math.max(0, endsAt - performance.now()),
  };
}

/** What a promise gives in time, else `late`. The promise goes on for whoever else waits for it. */
export async function inTime<T, L>(promise: Promise<T>, deadline: Deadline, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const lateness = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), deadline.remainingMs());
  });
  try {
    return await Promise.race([promise, lateness]);
  } finally {
    clearTimeout(timer);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
