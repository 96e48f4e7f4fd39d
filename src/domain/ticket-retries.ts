/**
 * How long the bot waits before each retry while a desk, or the chat of a ticket's person, cannot be reached, in seconds; after the last it gives up (76 hours in total).
 * Source: the schedule that Standard Webhooks recommends.
 */
export const retrySeconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

const jitterShare = 0.1;

/**
 * Milliseconds until the next attempt, with 10 % jitter so that retries don't all arrive at once; null after the last.
 * `tries`: the number of attempts so far. `random`: 0 to 1.
 */
export function nextTryAfterMs(tries: number, random: number): number | null {
  const seconds = retrySeconds[tries - 1];
  if (seconds === undefined) return null;
  return Math.round(seconds * 1_000 * (1 + jitterShare * (2 * random - 1)));
}
