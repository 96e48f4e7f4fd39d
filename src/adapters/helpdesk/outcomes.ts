import type { DeskWriting, StateRefused } from '../../ports/desk.ts';
import type { DeskAnswer } from './desk-send.ts';
import { wordsOfRefusal } from './refusal-words.ts';

/** Statuses that are temporary, or that an administrator can fix while the effect waits. */
const comesAgain: ReadonlySet<number> = new Set([401, 403, 408, 409, 425, 429]);
/** The desk did not start processing the request. */
const notBegun: ReadonlySet<number> = new Set([429, 503]);

/** What to do after a failed step; null if it succeeded. When it is tried again: `src/domain/ticket-retries.ts`. `isBegun`: an earlier step already took effect. */
export function failureOf(answer: DeskAnswer, isBegun = false): DeskWriting | null {
  if (answer.kind === 'silent') return againAfterSilence(answer, isBegun);
  const { status, retryAfterSeconds } = answer;
  if (status >= 200 && status < 300) return null;
  if (status === 404 || status === 410) return { kind: 'gone', status };
  const mayBeThere = isBegun || (status >= 500 && !notBegun.has(status));
  // Redirects are not followed; someone has to correct the URL.
  if (status < 400 || status >= 500 || comesAgain.has(status)) return again(status, retryAfterSeconds, mayBeThere);
  return { kind: 'refused', status };
}

/** Statuses with which a desk refuses a state: a field that it demands is missing, or its workflow or policy forbids it. */
const refusesState: ReadonlySet<number> = new Set([400, 403, 422]);

/** Why a desk refused a change that includes a state; null if it did not. */
export function stateRefusalOf(answer: DeskAnswer): StateRefused | null {
  if (answer.kind === 'silent' || !refusesState.has(answer.status)) return null;
  return { status: answer.status, words: wordsOfRefusal(answer.json) };
}

/** The documented success statuses: 204 comes without a body, the others with JSON. */
export type DocumentedStatus = 200 | 201 | 204;

/**
 * Like `failureOf`, for a step with a documented success response. Any other 2xx may come from a proxy or
 * a sign-in page, so the step is looked up and retried.
 */
export function failureUnless(expected: DocumentedStatus, answer: DeskAnswer, isBegun: boolean): DeskWriting | null {
  const failed = failureOf(answer, isBegun);
  if (failed !== null || answer.kind === 'silent') return failed;
  const { status, json, isCut } = answer;
  const isReadable = expected === 204 || isCut || json !== null;
  return status === expected && isReadable ? null : again(status, null, true);
}

/** Without a token the desk was not asked; what its token endpoint said is what there is to tell. */
function againAfterSilence(
  { because, mayBeThere }: Extract<DeskAnswer, { kind: 'silent' }>,
  isBegun: boolean,
): DeskWriting {
  if (typeof because !== 'object' || !('signIn' in because)) return again(null, null, mayBeThere || isBegun);
  const { signIn } = because;
  return {
    kind: 'again',
    status: signIn.status,
    retryAfterSeconds: signIn.retryAfterSeconds,
    mayBeThere: isBegun,
    signIn,
  };
}

export function again(status: number | null, retryAfterSeconds: number | null, mayBeThere: boolean): DeskWriting {
  return { kind: 'again', status, retryAfterSeconds, mayBeThere };
}

/** `requesterAtDesk`: what the desk calls the requester of a ticket that it made, if it says. */
export function written(number: string | null = null, requesterAtDesk?: string): DeskWriting {
  return { kind: 'written', number, ...(requesterAtDesk === undefined ? {} : { requesterAtDesk }) };
}

/** How one step of an effect ended: null on success, why its state was left out, or why the effect stops here. */
export type StepEnded = DeskWriting | StateRefused | null;

type Step = (isBegun: boolean) => Promise<StepEnded>;

/** Runs the steps in order and stops at the first that fails. A state that is refused stops nothing. */
export async function inSteps(steps: readonly (Step | null)[]): Promise<DeskWriting> {
  let isBegun = false;
  let stateRefused: StateRefused | null = null;
  for (const step of steps) {
    if (step === null) continue;
    const ended = await step(isBegun);
    if (ended !== null && 'kind' in ended) return ended;
    stateRefused = ended ?? stateRefused;
    isBegun = true;
  }
  return stateRefused === null ? written() : { kind: 'written', number: null, stateRefused };
}

/** Sends a state together with `rest`. If the desk refuses the state, `rest` goes alone. */
export async function putWithState(
  put: (body: object) => Promise<DeskAnswer>,
  state: object,
  rest: object,
  isBegun: boolean,
): Promise<StepEnded> {
  const [hasState, hasRest] = [state, rest].map((part) => Object.keys(part).length > 0);
  if (!hasState && !hasRest) return null;
  const answer = await put({ ...rest, ...state });
  const refused = hasState ? stateRefusalOf(answer) : null;
  if (refused === null) return failureOf(answer, isBegun);
  return (hasRest ? failureOf(await put(rest), isBegun) : null) ?? refused;
}

/** The failure when a response cannot be parsed. It is worth a retry. */
export function unreadable(answer: DeskAnswer, isBegun: boolean): DeskWriting {
  return failureOf(answer, isBegun) ?? again(null, null, isBegun);
}
