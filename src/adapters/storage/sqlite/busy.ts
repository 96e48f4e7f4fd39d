import { setTimeout as pause } from 'node:timers/promises';

/** How long a call waits for another process on the same file, in milliseconds. The event loop goes on meanwhile. */
export const busyTimeoutMs = 2_000;
/** How long between two looks at a file that another process holds, in milliseconds. */
export const busyPauseMs = 10;
/** SQLITE_BUSY, the lowest byte of its extended codes. Source: sqlite.org, "Result and Error Codes". */
const busyCode = 5;

/** Whether another process holds the file. */
export function isBusy(fault: unknown): boolean {
  if (typeof fault !== 'object' || fault === null || !('errcode' in fault)) return false;
  return typeof fault.errcode === 'number' && (fault.errcode & 0xff) === busyCode;
}

/** Does the work, again and again while another process holds the file. Throws what the work throws when it still does. */
export async function onceFree<T>(work: () => T): Promise<T> {
  const until = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      return work();
    } catch (fault) {
      if (!isBusy(fault) || performance.now() >= until) throw fault;
    }
    await pause(busyPauseMs);
  }
}
