import { errorName } from '../domain/errors.ts';
import type { Journal } from '../ports/journal.ts';
import type { Retention } from '../ports/retention.ts';

/** Runs once, 300 ms from now: while the first person reads the welcome. Gives back how to call it off. */
export function soon(work: () => Promise<void>): () => void {
  const timer = setTimeout(() => void work(), 300).unref();
  return () => clearTimeout(timer);
}

/** Runs a minute from now, because a bot that scales to zero may not live a day, and then every day. */
export function everyDay(work: () => Promise<void>): () => void {
  const first = setTimeout(() => void work(), 60_000).unref();
  const daily = setInterval(() => void work(), 86_400_000).unref();
  return () => {
    clearTimeout(first);
    clearInterval(daily);
  };
}

/** Removes what is past its time. Never rejects: what is left goes next time. */
export async function sweep(retention: Retention, journal: Journal): Promise<void> {
  try {
    journal.note({ event: 'retention.done', removed: await retention.sweep() });
  } catch (error) {
    journal.note({ event: 'retention.failed', error: errorName(error) });
  }
}
