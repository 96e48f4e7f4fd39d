import type { CannotTellReason } from '../../domain/known.ts';
import { type ClaimsChallenge, claimsChallengeIn } from './claims-challenge.ts';
import { readRetryAfter } from './retry-after.ts';

interface FaultNotes {
  /** How long the service asks us to wait, in milliseconds. */
  readonly retryAfterMs?: number | null;
  /** The sign-in itself is no longer valid for any service. */
  readonly signInIsOver?: true;
  /** The person themselves can prove what is missing, in a sign-in window. */
  readonly challenge?: ClaimsChallenge | null;
  readonly cause?: unknown;
}

/** A Microsoft service did not give a usable response. Never carries a token or a body. */
export class UpstreamFault extends Error {
  readonly code = 'UPSTREAM_FAULT';
  readonly because: CannotTellReason;
  readonly retryAfterMs: number | null;
  readonly signInIsOver: boolean;
  readonly challenge: ClaimsChallenge | null;

  constructor(because: CannotTellReason, fact: string, notes: FaultNotes = {}) {
    super(fact, notes.cause === undefined ? undefined : { cause: notes.cause });
    this.name = 'UpstreamFault';
    this.because = because;
    this.retryAfterMs = notes.retryAfterMs ?? null;
    this.signInIsOver = notes.signInIsOver === true;
    this.challenge = notes.challenge ?? null;
  }
}

/** The parts of a Graph or Azure Resource Manager response that show a fault. */
export interface AnswerSigns {
  readonly status: number;
  /** The service's own error code, such as `Authorization_RequestDenied`. */
  readonly errorCode: string | null;
  readonly header: (name: string) => string | null;
}

/** The fault in a response; null if there is none. */
export function faultInAnswer({ status, errorCode, header }: AnswerSigns): UpstreamFault | null {
  if (status >= 200 && status < 300) return null;
  const seconds = readRetryAfter(header('retry-after'), Date.now());
  const retryAfterMs = seconds === null ? null : seconds * 1_000;
  // Conditional Access may come with 403 as well.
  const challenge = status === 401 || status === 403 ? claimsChallengeIn(header('www-authenticate')) : null;
  const because = challenge === null ? reasonFor(status, errorCode) : 'second-proof';
  return new UpstreamFault(because, `answered ${status}`, { retryAfterMs, challenge });
}

/** The error code in a body shaped like `{"error":{"code":"…"}}`. */
export function errorCodeIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

function reasonFor(status: number, errorCode: string | null): CannotTellReason {
  if (status === 401) return 'sign-in-again';
  if (status === 403) return 'permission-refused';
  if (status === 429) return 'throttled';
  if (status === 408 || status >= 500) return 'unavailable';
  // A tenant without Entra ID P2 has no Privileged Identity Management.
  if (errorCode?.toLowerCase() === 'aadpremiumlicenserequired') return 'no-licence';
  return 'unreadable';
}
