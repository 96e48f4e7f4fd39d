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
import type { Deadline } from './deadline.ts';
import { UpstreamFault } from './upstream-fault.ts';

/** Asks one service with patience that has an end: time limit, retries, circuit breaker. */
export interface Guard {
  /** The answer, or why there is none. Never rejects, and never takes longer than the deadline. */
  ask<T>(deadline: Deadline, attempt: (signal: AbortSignal) => Promise<T>): Promise<Asked<T>>;
}

export type Asked<T> = Known<T> & { readonly signInIsOver?: boolean };

/** How long one call to Entra, Graph or Azure may take, in milliseconds. */
const callTimeoutMs = 3_000;
/** How often a call that failed is made again, while there is time left. */
const retriesAtMost = 2;
/** Before the first retry, in milliseconds; twice as long before the second. */
const firstPauseMs = 150;
/** Before a retry after 429 that names no time, in milliseconds. */
const throttledPauseMs = 1_000;
/** How long nobody asks a service that is down, in milliseconds. */
const breakerPauseMs = 15_000;
/** A retry needs at least this long for its answer, else waiting for it only costs the person time. */
const shortestCallMs = 250;

/**
 * The policies of one service. All reads share the breaker: when most of at least ten calls in half a minute
 * fail, nobody waits for a service that is down; after 15 seconds one call looks whether it is back.
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
        const over = fault instanceof UpstreamFault && fault.signInIsOver;
        return { ...cannotTell(reasonOf(fault)), ...(over ? { signInIsOver: true } : {}) };
      }
    },
  };
}

/** How long to wait before asking again, in milliseconds; null when asking again is of no use or comes too late. */
export function pauseBeforeRetry(fault: unknown, deadline: Deadline, attempts: number): number | null {
  if (!(fault instanceof UpstreamFault)) return null;
  // After a call that took all its time, a second one would take the rest of the person's.
  if (fault.because !== 'throttled' && fault.because !== 'unavailable') return null;
  const usual = fault.because === 'throttled' ? throttledPauseMs : firstPauseMs * 2 ** attempts;
  const pauseMs = fault.retryAfterMs ?? usual;
  return pauseMs + shortestCallMs < deadline.remainingMs() ? pauseMs : null;
}

function withLimit<T>(deadline: Deadline, attempt: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limitMs = Math.max(1, Math.min(callTimeoutMs, deadline.remainingMs()));
  // Aggressive: the SDKs do not all listen to a signal, and the person is waiting. What came back needs no ending.
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
  // What an SDK throws over an answer that it could not make sense of.
  return 'unreadable';
}
