import { setTimeout as pause } from 'node:timers/promises';

/** Durations that do not depend on the time of day, which people and time servers can change. */
export interface Stopwatch {
  /** Milliseconds since any moment; never goes back. */
  elapsed(): number;
  /** Resolves after so many milliseconds. */
  pause(ms: number): Promise<void>;
  /** Calls again and again, every so many milliseconds, without keeping the process alive. Returns what ends it. */
  every(ms: number, call: () => void): () => void;
}

/** The stopwatch of this machine. */
export const machineStopwatch: Stopwatch = {
  elapsed: () => performance.now(),
  pause: (ms) => pause(ms),
  every(ms, call) {
    const timer = setInterval(call, ms).unref();
    return () => clearInterval(timer);
  },
};
