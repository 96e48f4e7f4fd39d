import type { DeskWriting } from '../../ports/desk.ts';
import type { DeskAnswer } from './desk-send.ts';

/** Statuses that pass, or that an admin can mend while the effect waits. */
const comesAgain: ReadonlySet<number> = new Set([401, 403, 408, 409, 425, 429]);
/** The desk did not begin with it. */
const notBegun: ReadonlySet<number> = new Set([429, 503]);

/** What to do after a step that is not good; null when it is good. `isBegun`: an earlier step had its effect already. */
export function failureOf(answer: DeskAnswer, isBegun = false): DeskWriting | null {
  if (answer.kind === 'silent') return again(null, null, answer.mayBeThere || isBegun);
  const { status, retryAfterSeconds } = answer;
  if (status >= 200 && status < 300) return null;
  if (status === 404 || status === 410) return { kind: 'gone', status };
  const mayBeThere = isBegun || (status >= 500 && !notBegun.has(status));
  // Redirects are not followed; somebody has to correct the address.
  if (status < 400 || status >= 500 || comesAgain.has(status)) return again(status, retryAfterSeconds, mayBeThere);
  return { kind: 'refused', status };
}

/** What a desk is documented to answer when it did what was asked: 204 comes without a body, the others with JSON. */
export type DocumentedStatus = 200 | 201 | 204;

/**
 * The same for a step whose good answer is documented. Another "yes" may be that of something in between,
 * such as a sign-in page, so the step is looked for and tried again.
 */
export function failureUnless(expected: DocumentedStatus, answer: DeskAnswer, isBegun: boolean): DeskWriting | null {
  const failed = failureOf(answer, isBegun);
  if (failed !== null || answer.kind === 'silent') return failed;
  const { status, json, isCut } = answer;
  const isReadable = expected === 204 || isCut || json !== null;
  return status === expected && isReadable ? null : again(status, null, true);
}

export function again(status: number | null, retryAfterSeconds: number | null, mayBeThere: boolean): DeskWriting {
  return { kind: 'again', status, retryAfterSeconds, mayBeThere };
}

export function written(number: string | null = null): DeskWriting {
  return { kind: 'written', number };
}

/** One step of an effect: null when it is done, else why the effect stops here. */
export type Step = (isBegun: boolean) => Promise<DeskWriting | null>;

/** Takes the steps one after the other, up to the first that fails. */
export async function inSteps(steps: readonly (Step | null)[], number: string | null = null): Promise<DeskWriting> {
  let isBegun = number !== null;
  for (const step of steps) {
    if (step === null) continue;
    const stopped = await step(isBegun);
    if (stopped !== null) return stopped;
    isBegun = true;
  }
  return written(number);
}

/** What an answer says of a failure when it was to be read: unreadable is worth another try. */
export function unreadable(answer: DeskAnswer, isBegun: boolean): DeskWriting {
  return failureOf(answer, isBegun) ?? again(null, null, isBegun);
}
