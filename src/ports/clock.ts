/** The current time, passed as an argument so that tests can set it. */
export interface Clock {
  /** Milliseconds since 1970 in UTC. */
  now(): number;
}

/**
 * By how much the clocks of two replicas, or of one before and after somebody set it, may differ, in milliseconds. A time that
 * another process wrote down tells something only when it is further away than that.
 */
export const clocksApartMs = 86_400_000;
