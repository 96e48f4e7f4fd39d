import {
  BrokenCircuitError,
  circuitBreaker,
  handleWhen,
  retry,
  SamplingBreaker,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { type CannotTellReason, cannotTell, type Known, known } from '../../domain/known.ts';
import type { ClaimsChallenge } from './claims-challenge.ts';
import type { Deadline } from './deadline.ts';
import { UpstreamFault } from './upstream-fault.ts';

/** Calls one service with a time limit, retries and a circuit breaker. */
export interface Guard {
  /** The response, or why there is none. Never rejects, and never takes longer than the deadline. */
  ask<T>(deadline: Deadline, attempt: (signal: AbortSignal) => Promise<T>): Promise<Asked<T>>;
}

export type Asked<T> = Known<T> & {
  readonly signInIsOver?: boolean;
  /** What the person themselves can prove. */
  readonly challenge?: ClaimsChallenge;
};

/** How long one call to Entra, Graph or Azure may take, in milliseconds. */
const callTimeoutMs = 3_000;
/** How often a failed call is retried while there is time left. */
const retriesAtMost = 2;
/** Pause before the first retry, in milliseconds; twice as long before the second. */
const firstPauseMs = 150;
/** Pause before a retry after a 429 without Retry-After, in milliseconds. */
const throttledPauseMs = 1_000;
/** How long an open circuit breaker stops calls to a service that is down, in milliseconds. */
const breakerPauseMs = 15_000;
/** The least time that a retry needs, in milliseconds; with less left, it would only make the person wait. */
const shortestCallMs = 250;

/**
 * The policies for one service. All reads share the breaker: if most of at least ten calls within half a minute
 * fail, it opens; after 15 seconds one call tests whether the service is back.
 */
export function createGuard(): Guard {
  const breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: breakerPauseMs,
    breaker: new SamplingBreaker({ threshold: 0.5, duration: 30_000, minimumRps: 10 / 30 }),
  });
  return {
    async ask(deadline, attempt) {
      if (deadline.remainingMs() < 1) return cannotTell('too-slow');
      const patience = retry(
        handleWhen((fault) => pauseBeforeRetry(fault, deadline, 0) !== null),
        {
          maxAttempts: retriesAtMost,
          backoff: backoff((fault, attempts) => pauseBeforeRetry(fault, deadline, attempts) ?? 0),
        },
      );
      const limited = wrap(patience, breaker);
      try {
        return known(await limited.execute(() => withLimit(deadline, attempt)));
      } catch (fault) {
        return { ...cannotTell(reasonOf(fault)), ...notesIn(fault) };
      }
    },
  };
}

/** The same guard, which also tells of every claims challenge that it meets. */
export function noticing(guard: Guard, notice: (challenge: ClaimsChallenge) => void): Guard {
  return {
    async ask(deadline, attempt) {
      const asked = await guard.ask(deadline, attempt);
      if (asked.challenge !== undefined) notice(asked.challenge);
      return asked;
    },
  };
}

function notesIn(fault: unknown): Pick<Asked<never>, 'signInIsOver' | 'challenge'> {
  if (!(fault instanceof UpstreamFault)) return {};
  const { signInIsOver, challenge } = fault;
  return { ...(signInIsOver ? { signInIsOver } : {}), ...(challenge === null ? {} : { challenge }) };
}

/** How long to wait before a retry, in milliseconds; null if a retry is pointless or would come too late. */
export function pauseBeforeRetry(fault: unknown, deadline: Deadline, attempts: number): number | null {
  if (!(fault instanceof UpstreamFault)) return null;
  // A call that used all its time is not retried: that would use up the rest of the person's.
  if (fault.because !== 'throttled' && fault.because !== 'unavailable') return null;
  const usual = fault.because === 'throttled' ? throttledPauseMs : firstPauseMs * 2 ** attempts;
  const pauseMs = fault.retryAfterMs ?? usual;
  return pauseMs + shortestCallMs < deadline.remainingMs() ? pauseMs : null;
}

function withLimit<T>(deadline: Deadline, attempt: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limitMs = Math.max(1, Math.min(callTimeoutMs, deadline.remainingMs()));
  // Aggressive, because not all SDKs honour a signal and the person is waiting. A finished call needs no abort.
  const policy = timeout(limitMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });
  return policy.execute(({ signal }) => attempt(signal));
}

function backoff(pauseMs: (fault: unknown, attempts: number) => number) {
  const step = (context: { readonly attempt: number; readonly result: unknown }) => ({
    duration: pauseMs(errorIn(context.result), context.attempt - 1),
    next: step,
  });
  return { next: step };
}

function errorIn(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'error' in result ? result.error : null;
}

function isOutage(fault: unknown): boolean {
  const reason = reasonOf(fault);
  return reason === 'unavailable' || reason === 'too-slow';
}

function reasonOf(fault: unknown): CannotTellReason {
  if (fault instanceof UpstreamFault) return fault.because;
  if (fault instanceof TaskCancelledError) return 'too-slow';
  if (fault instanceof BrokenCircuitError) return 'unavailable';
  // An SDK threw because it could not parse a response.
  return 'unreadable';
}
