import { machineStopwatch, type Stopwatch } from '../../src/ports/stopwatch.ts';

/**
 * The stopwatch of a bot that is alone on its store: whoever holds a lease is dead, so its time is over at the second look.
 * `test/bot/turn/clocks` and `test/tickets/clocks` hold how long another bot is waited for.
 */
export const hasNoRival: Stopwatch = {
  ...machineStopwatch,
  elapsed: () => machineStopwatch.elapsed() * 1_000,
  pause: () => machineStopwatch.pause(10),
};
