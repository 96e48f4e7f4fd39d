import { errorName } from '../domain/errors.ts';
import type { Journal } from '../ports/journal.ts';
import type { Retention } from '../ports/retention.ts';

/** Runs once, after 300 ms, while the first person reads the welcome. Returns a function that cancels it. */
export function soon(work: () => Promise<void>): () => void {
  const timer = setTimeout(() => void work(), 300).unref();
  return () => clearTimeout(timer);
}

/** Runs after one minute, because a bot that scales to zero may not live a day, and then daily. */
export function everyDay(work: () => Promise<void>): () => void {
  const first = setTimeout(() => void work(), 60_000).unref();
  const daily = setInterval(() => void work(), 86_400_000).unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}

/** Removes expired data. Never rejects; the next sweep removes what is left. */
export async function sweep(retention: Retention, journal: Journal): Promise<void> {
  try {
    journal.note({ event: 'retention.done', removed: await retention.sweep() });
  } catch (error) {
    journal.note({ event: 'retention.failed', error: errorName(error) });
  }
}
