/** The time, as an argument, so that tests give the date. */
export interface Clock {
  /** Milliseconds since 1970 in UTC. */
  now(): number;
}
