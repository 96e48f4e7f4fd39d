import { setTimeout as pause } from 'node:timers/promises';
import type { Waiting } from '../../src/bot/turn/conversation-store.ts';

/**
 * The stopwatch of a bot that is alone on its store: whoever holds a lease is dead, so its five seconds are over at the second
 * look. `test/bot/turn/clocks` holds how long another bot is waited for.
 */
export const hasNoRival: Waiting = {
  elapsed: () => performance.now() * 1_000,
  pause: () => pause(10),
};
