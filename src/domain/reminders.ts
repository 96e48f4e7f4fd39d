import { type Proof, waitAfterAttempt } from './proof.ts';
import type { Scenario } from './scenario.ts';

/** A promise to check again. Small plain data: it survives restarts. */
export interface Reminder {
  readonly scenario: Scenario;
  /** `watch`: "tell me when it is there". `once`: "remind me tomorrow". */
  readonly kind: 'watch' | 'once';
  readonly startedAt: string;
  /** When to check or ask next, ISO 8601. */
  readonly dueAt: string;
  /** How many readings were made. */
  readonly readings: number;
  /** How many readings in a row failed, for example because the sign-in had expired. */
  readonly failedReadings: number;
  /** `by-itself`: the bot may read again without asking. `ask-to-press`: it may not, so it sends a message with "check again". */
  readonly way: 'by-itself' | 'ask-to-press';
}

/** The outcome of one reading, or what the person said. */
export type ReminderNews =
  | { readonly kind: 'looked'; readonly proof: Proof }
  | { readonly kind: 'could-not-look' }
  | { readonly kind: 'asked-to-press' }
  | { readonly kind: 'person-said-stop' };

export type ReminderDecision =
  | { readonly kind: 'again'; readonly reminder: Reminder }
  | { readonly kind: 'stop'; readonly because: 'proven' | 'wrong-tenant' | 'left' | 'asked' | 'reminded' | 'gave-up' };

/** Watching ends after this many days: by then something else is wrong, and a person should take a look. */
export const watchAtMostDays = 7;
/** After this many failed readings in a row, the bot asks the person to press "check again". */
export const failedReadingsMax = 3;
/** A day further ahead than this is not promised: by then the setup is another one. Days. */
export const remindAtMostDays = 90;

/** A new watch that starts now. */
export function makeWatch(scenario: Scenario, now: number): Reminder {
  return begin(scenario, 'watch', waitAfterAttempt(1), now);
}

/** A new reminder for the same time of another day, 1 to 90 days ahead. */
export function makeReminder(scenario: Scenario, inDays: number, now: number): Reminder {
  return begin(scenario, 'once', inDays * 24 * 60, now);
}

/** Whether a reminder so many days ahead can be promised: from tomorrow on. */
export function canRemindIn(days: number): boolean {
  return days >= 1 && days <= remindAtMostDays;
}

function begin(scenario: Scenario, kind: Reminder['kind'], minutes: number, now: number): Reminder {
  return {
    scenario,
    kind,
    way: 'by-itself',
    startedAt: iso(now),
    dueAt: inMinutes(now, minutes),
    readings: 0,
    failedReadings: 0,
  };
}

/** Whether it is time. A reminder with an unreadable date is due at once, so that it is never forgotten. */
export function isDue(reminder: Reminder, now: number): boolean {
  const due = Date.parse(reminder.dueAt);
  return Number.isNaN(due) || due <= now;
}

/** When to check next, or why to stop. The waits get longer, and the person can stop it with a word. */
export function decideReminder(reminder: Reminder, news: ReminderNews, now: number): ReminderDecision {
  switch (news.kind) {
    case 'person-said-stop':
      return { kind: 'stop', because: 'asked' };
    case 'asked-to-press':
      return reminder.kind === 'once' ? { kind: 'stop', because: 'reminded' } : again(reminder, {}, now);
    case 'could-not-look':
      return afterBlindLook(reminder, now);
    case 'looked':
      return afterReading(reminder, news.proof, now);
  }
}

function afterReading(reminder: Reminder, proof: Proof, now: number): ReminderDecision {
  switch (proof.kind) {
    case 'proven':
      return { kind: 'stop', because: 'proven' };
    case 'wrong-tenant':
      return { kind: 'stop', because: 'wrong-tenant' };
    // What comes next shows only in the other tenant, so looking on from here would never find it.
    case 'left-old-tenant':
      return { kind: 'stop', because: 'left' };
    case 'cannot-tell':
      return afterBlindLook(reminder, now);
    case 'not-visible-yet':
    case 'not-accepted-yet':
      return reminder.kind === 'once'
        ? { kind: 'stop', because: 'reminded' }
        : again(reminder, { failedReadings: 0 }, now);
  }
}

function afterBlindLook(reminder: Reminder, now: number): ReminderDecision {
  const blindLooks = reminder.failedReadings + 1;
  return again(
    reminder,
    { failedReadings: blindLooks, ...(blindLooks >= failedReadingsMax ? { way: 'ask-to-press' } : {}) },
    now,
  );
}

function again(reminder: Reminder, changed: Partial<Reminder>, now: number): ReminderDecision {
  const started = Date.parse(reminder.startedAt);
  if (Number.isNaN(started) || now - started >= watchAtMostDays * 86_400_000)
    return { kind: 'stop', because: 'gave-up' };
  const looks = reminder.readings + 1;
  const dueAt = inMinutes(now, waitAfterAttempt(looks + 1));
  return { kind: 'again', reminder: { ...reminder, ...changed, readings: looks, dueAt } };
}

function inMinutes(now: number, minutes: number): string {
  return iso(now + minutes * 60_000);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
