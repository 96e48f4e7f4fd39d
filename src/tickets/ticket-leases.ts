import { randomBytes } from 'node:crypto';
import type { Task } from './ticket-document.ts';

/** How long one claim holds, in milliseconds. What is claimed ends well before, so nobody else does the same meanwhile. */
export const leaseMs = 30_000;

/** Whether a task may be taken now. `now` in milliseconds since 1970. */
export function isDue(task: Task | null, now: number): task is Task {
  return task !== null && task.nextAt <= now && task.leaseUntil <= now;
}

/** A task as whoever does it now keeps it. It counts as one try. */
export function claim(task: Task, now: number): Task {
  return { ...task, tries: task.tries + 1, leaseUntil: now + leaseMs };
}

/** 0 to 1, so that many tickets do not come back at the same moment. */
export function randomShare(): number {
  return randomBytes(2).readUInt16BE() / 65_535;
}
