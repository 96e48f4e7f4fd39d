/** The time by which a response is needed. */
export interface Deadline {
  /** Aborts at that time. */
  readonly signal: AbortSignal;
  /** Milliseconds left; never negative. */
  remainingMs(): number;
}

/** Starts counting. Uses the monotonic clock, so that setting the clock back cannot prolong a turn. */
export function startDeadline(budgetMs: number): Deadline {
  const endsAt = performance.now() + Math.max(0, budgetMs);
  return {
    signal: AbortSignal.timeout(Math.max(0, Math.floor(budgetMs))),
    remainingMs: () => Math.max(0, endsAt - performance.now()),
  };
}

/** The promise's result if it comes in time, otherwise `late`. The promise continues for others that await it. */
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
