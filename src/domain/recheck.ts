import type { Facts } from './facts.ts';
import type { CannotTellReason, Known } from './known.ts';

/** Dialogs that the bot can complete later without being asked, if Microsoft's services were too slow. */
export const recheckDialogs = ['verdict', 'status', 'proof'] as const;
export type RecheckDialog = (typeof recheckDialogs)[number];

/** A reading that the bot repeats without being asked, because a part of the first one was missing. */
export interface Recheck {
  readonly dialogId: RecheckDialog;
  /** The reading that had parts missing, ISO 8601 in UTC. */
  readonly readAt: string;
  /** Number of rechecks so far. */
  readonly tries: number;
  /** When the next one is due, ISO 8601 in UTC; null after the last. */
  readonly dueAt: string | null;
}

/**
 * Pauses before each recheck, in milliseconds: three within about three minutes. By then people have moved on
 * to something else, and more requests do not help a service that is down that long.
 */
export const recheckPausesMs = [15_000, 45_000, 120_000] as const;

/** Starts rechecking after an incomplete reading. `now` is milliseconds since 1970. */
export function beginRecheck(dialogId: RecheckDialog, readAt: string, now: number): Recheck {
  return { dialogId, readAt, tries: 0, dueAt: dueAfter(0, now) };
}

/** Schedules the next recheck after another incomplete reading. */
export function recheckLater(recheck: Recheck, now: number): Recheck {
  const tries = recheck.tries + 1;
  return { ...recheck, tries, dueAt: dueAfter(tries, now) };
}

/** Whether the reason clears within minutes without anyone doing anything. */
export function passesByItself(because: CannotTellReason): boolean {
  return because === 'too-slow' || because === 'throttled' || because === 'unavailable';
}

/** Whether anything is missing from a reading only because a service was slow or unavailable. */
export function wasCutShort(facts: Facts): boolean {
  const owners = facts.ownership.kind === 'known' ? facts.ownership.value.map(({ owner }) => owner) : [];
  const parts: readonly Known<unknown>[] = [
    facts.profile,
    facts.tenant,
    facts.activeRoles,
    facts.eligibleRoles,
    facts.products,
    facts.memberships,
    facts.subscriptions,
    facts.billingAccounts,
    facts.ownership,
    ...owners,
  ];
  return parts.some((part) => part.kind === 'cannot-tell' && passesByItself(part.because));
}

function dueAfter(tries: number, now: number): string | null {
  const pauseMs = recheckPausesMs[tries];
  return pauseMs === undefined ? null : new Date(now + pauseMs).toISOString();
}
