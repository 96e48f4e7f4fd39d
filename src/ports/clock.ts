/** The current time, passed as an argument so that tests can set it. */
export interface Clock {
  /** Milliseconds since 1970 in UTC. */
  now(): number;
}
