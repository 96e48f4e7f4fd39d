import type { Facts } from './facts.ts';
import type { CannotTellReason, Known } from './known.ts';

/** Dialogs that the bot can complete later by itself, when Microsoft's services were too slow. */
export const recheckDialogs = ['verdict', 'status', 'proof'] as const;
export type RecheckDialog = (typeof recheckDialogs)[number];

/** What the bot reads again by itself, after it had to answer with a part missing. */
export interface Recheck {
  readonly dialogId: RecheckDialog;
  /** The reading that had parts missing, ISO 8601 in UTC. */
  readonly readAt: string;
  /** Rechecks so far. */
  readonly tries: number;
  /** When it reads next, ISO 8601 in UTC; null when it has tried often enough. */
  readonly dueAt: string | null;
}

/**
 * Pauses before each recheck, in milliseconds: three within about three minutes. Whoever waits longer than that has gone on
 * to something else, and a service that is down that long is not helped by more requests.
 */
export const recheckPausesMs = [15_000, 45_000, 120_000] as const;

/** Begins a recheck after a reading with parts missing. `now` is milliseconds since 1970. */
export function beginRecheck(dialogId: RecheckDialog, readAt: string, now: number): Recheck {
  return { dialogId, readAt, tries: 0, dueAt: dueAfter(0, now) };
}

/** The same after one more reading that did not tell everything. */
export function recheckLater(recheck: Recheck, now: number): Recheck {
  const tries = recheck.tries + 1;
  return { ...recheck, tries, dueAt: dueAfter(tries, now) };
}

/** Whether a reason passes by itself within minutes, without anybody doing anything. */
export function passesByItself(because: CannotTellReason): boolean {
  return because === 'too-slow' || because === 'throttled' || because === 'unavailable';
}

/** Whether anything in a reading is missing only because a service was slow or away. */
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
