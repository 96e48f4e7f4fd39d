import type { ConversationReference } from 'botbuilder';
import { type DialogId, type Goal, newProgress, type Progress } from '../../../dialogs/conversation-context.ts';
import type { Recheck } from '../../domain/recheck.ts';
import type { Reminder } from '../../domain/reminders.ts';
import type { Locale } from '../../i18n/locales.ts';
import {
  type ConversationRecord,
  newRecord,
  type StoredOutbox,
  type StoredStepUp,
  type WritableRecord,
  writable,
} from './conversation-record.ts';

/** Every change to a conversation, by name. Changes of its tickets are in `ticket-places.ts`, news for them in `ticket-news.ts`. */

/** More than one conversation may have waiting, so that what is delivered again is known again. */
const seenMax = 120;
const trailMax = 12;
const explainedNamesMax = 50;

/** Resets the record, except for which activities were answered, so that a redelivery changes nothing. */
export function resetRecord(record: ConversationRecord, now: number): void {
  Object.assign(record, newRecord(record.locale, now), { seen: record.seen });
}

/** Remembers an activity as answered. The last 120 are known. */
export function rememberSeen(record: ConversationRecord, activityId: string): void {
  writable(record).seen = [...record.seen, activityId].slice(-seenMax);
}

/** `now` in milliseconds since 1970. */
export function markHeard(record: ConversationRecord, now: number): void {
  writable(record).lastHeardAt = now;
}

/** The language of the person's client. It jumps between messages in Teams, so it counts once. */
export function hearLocale(record: ConversationRecord, locale: Locale): void {
  Object.assign(record, { locale, localeIsHeard: true } satisfies Partial<WritableRecord>);
}

/** The language to use until the channel or the person says otherwise. */
export function guessLocale(record: ConversationRecord, locale: Locale): void {
  writable(record).locale = locale;
}

/** The language that the person chose. The channel's no longer counts. */
export function chooseLocale(record: ConversationRecord, locale: Locale): void {
  Object.assign(record, { locale, localeIsChosen: true } satisfies Partial<WritableRecord>);
}

/** The time zone of the person's client. People travel, so the newest counts. */
export function hearTimeZone(record: ConversationRecord, timeZone: string): void {
  writable(record).timeZone = timeZone;
}

/** Who a one-to-one conversation is with. The first one counts. */
export function rememberPerson(record: ConversationRecord, personId: string): void {
  writable(record).personId ??= personId;
}

/** Where the person can be reached later. */
export function rememberReference(record: ConversationRecord, reference: Partial<ConversationReference>): void {
  writable(record).reference = reference;
}

/** The channel says that the bot may not write there any more: nothing stays that would make it try. */
export function dropReference(record: ConversationRecord): void {
  Object.assign(record, { reference: null, reminder: null, outbox: null } satisfies Partial<WritableRecord>);
}

/** The person has been greeted; they are not greeted again. */
export function markWelcomed(record: ConversationRecord): void {
  writable(record).welcomed = true;
}

/** Says hello again, because it was said in a language that the person may not speak. */
export function forgetWelcome(record: ConversationRecord): void {
  writable(record).welcomed = false;
}

/** Moves to a dialog, and adds the previous one to the trail, once. */
export function moveTo(record: ConversationRecord, dialogId: DialogId): void {
  if (record.dialogId !== null && record.dialogId !== dialogId)
    writable(record).trail = [...record.trail, record.dialogId].slice(-trailMax);
  writable(record).dialogId = dialogId;
}

/** Goes back to a dialog of the trail, given by its place there. */
export function moveBackTo(record: ConversationRecord, index: number): void {
  Object.assign(record, { dialogId: record.trail[index] ?? null, trail: record.trail.slice(0, index) });
}

/** Forgets the way back. */
export function clearTrail(record: ConversationRecord): void {
  writable(record).trail = [];
}

/** What the SDK's dialogs keep of their place. */
export function keepDialogs(record: ConversationRecord, dialogs: Record<string, unknown>): void {
  writable(record).dialogs = dialogs;
}

/** Starts a goal from the beginning; null for none. */
export function startProgress(record: ConversationRecord, goal: Goal | null): void {
  writable(record).progress = newProgress(goal);
}

/** Changes a part of the progress and keeps the rest. */
export function keepProgress(record: ConversationRecord, changes: Partial<Progress>): void {
  writable(record).progress = { ...record.progress, ...changes };
}

/** Promises to remind the person; null takes the promise back. */
export function setReminder(record: ConversationRecord, reminder: Reminder | null): void {
  writable(record).reminder = reminder;
}

/** Plans to read again; null when nothing is missing any more. */
export function setRecheck(record: ConversationRecord, recheck: Recheck | null): void {
  writable(record).recheck = recheck;
}

/** The step-up that the conversation waits for; null when it waits for none. */
export function setStepUp(record: ConversationRecord, stepUp: StoredStepUp | null): void {
  writable(record).stepUp = stepUp;
}

/** What waits for a yes; the next answer settles it, whatever it is. */
export function setConfirming(record: ConversationRecord, confirming: 'delete-my-data' | null): void {
  writable(record).confirming = confirming;
}

/** Counts one more answer in a row that did not fit; the number so far. */
export function countMiss(record: ConversationRecord): number {
  writable(record).misses += 1;
  return record.misses;
}

/** Keeps which answer was shown last, for a question that follows on it. */
export function rememberLastAnswer(record: ConversationRecord, id: string | null): void {
  writable(record).lastAnswer = id;
}

/** An answer fitted: misses count from zero again. */
export function forgetMisses(record: ConversationRecord): void {
  writable(record).misses = 0;
}

/** Keeps what a typed number chooses among, or the answers that were second best, for when the first did not help. */
export function keepOtherAnswers(record: ConversationRecord, ids: readonly string[]): void {
  writable(record).otherAnswers = [...ids];
}

/** Remembers an old product name as explained. The last 50 are known. */
export function rememberExplainedName(record: ConversationRecord, name: string): void {
  writable(record).explainedNames = [...record.explainedNames, name].slice(-explainedNamesMax);
}

/** Sign-ins that Teams could not finish without asking, newest last. */
export function keepFailedExchanges(record: ConversationRecord, ids: readonly string[]): void {
  writable(record).failedExchanges = [...ids];
}

/** Wrong codes that no prompt waited for, since the last sign-in. */
export function setStrayCodes(record: ConversationRecord, count: number): void {
  writable(record).strayCodes = count;
}

/** The sign-in failure that the person was told last; null after they said something. */
export function setToldSignInFailure(record: ConversationRecord, failure: string | null): void {
  writable(record).toldSignInFailure = failure;
}

/** A press that had an effect: its card's buttons are spent, and the same press again is answered as already done. */
export function spendPress(record: ConversationRecord, nonce: string, press: string): void {
  Object.assign(record, { spentPress: press, liveNonces: record.liveNonces.filter((live) => live !== nonce) });
}

/** Makes the buttons of these cards valid, together with those of the `olderMax` newest cards before them. */
export function keepLive(record: ConversationRecord, nonces: readonly string[], olderMax: number): void {
  const older = olderMax === 0 ? [] : record.liveNonces.slice(-olderMax);
  writable(record).liveNonces = [...older, ...nonces];
}

/** What the buttons of the card do that was shown last. */
export function keepLastCard(record: ConversationRecord, actions: readonly string[]): void {
  writable(record).lastCard = [...actions];
}

/** What waits for the channel; null when nothing does. */
export function setOutbox(record: ConversationRecord, outbox: StoredOutbox | null): void {
  writable(record).outbox = outbox;
}

/** Keeps the id of the steps card that is the last thing in the chat; null when something else is. */
export function keepStepsCard(record: ConversationRecord, stepsCardId: string | null): void {
  writable(record).stepsCardId = stepsCardId;
}
