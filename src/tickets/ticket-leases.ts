import { randomBytes } from 'node:crypto';
import type { Task } from './ticket-document.ts';

/** How long a claim lasts, in milliseconds. Claimed work ends well before that, so no two workers do it at once. */
export const workLeaseMs = 30_000;

/** Whether a task may be taken now. `now` in milliseconds since 1970. */
export function mayBeTaken(task: Task | null, now: number): task is Task {
  return task !== null && task.nextAt <= now && task.leaseUntil <= now;
}

/** Claims a task. The claim counts as one attempt. */
export function claim(task: Task, now: number): Task {
  return { ...task, tries: task.tries + 1, leaseUntil: now + workLeaseMs };
}

/** 0 to 1, so that many tickets are not retried at the same time. */
export function randomShare(): number {
  return randomBytes(2).readUInt16BE() / 65_535;
}
