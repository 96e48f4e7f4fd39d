import { jsonOrNull } from '../../domain/json.ts';
import type { DeskSilence, TokenFault } from '../../ports/desk.ts';
import { inTime, startDeadline } from '../upstream/deadline.ts';
import { readRetryAfter } from '../upstream/retry-after.ts';
import { createGuardedExchange, type GuardedExchange } from './guarded-exchange.ts';
import type { TokenSource } from './token-source.ts';

/** One request to a desk. `path` starts with a slash and is appended to the desk's URL. */
export interface DeskRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent unchanged instead of `body`: the text that was signed. */
  readonly text?: string;
}

export type DeskAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfterSeconds: number | null;
      /** At most 64 kB; the rest is not read. */
      readonly text: string;
      /** The text parsed as JSON; null if it is not JSON or was cut. */
      readonly json: unknown;
      /** Whether the response was longer than the limit. */
      readonly isCut: boolean;
    }
  /** No complete response. `mayBeThere`: the request may have reached the desk. */
  | { readonly kind: 'silent'; readonly mayBeThere: boolean; readonly because: DeskSilence };

/** Sends one request to a desk. Never rejects. */
export type DeskSend = (request: DeskRequest, timeoutMs?: number) => Promise<DeskAnswer>;

/** One request to a desk, without anything about the ticket. */
export interface DeskCall {
  readonly desk: string;
  readonly outcome: '2xx' | '3xx' | '4xx' | '429' | '5xx' | 'no-answer' | 'too-slow' | 'private-address';
  readonly tookMs: number;
}
export type ObserveDesk = (call: DeskCall) => void;

export interface DeskSendOptions {
  readonly desk: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Where the desk wants a token that ends; null if `headers` sign in. */
  readonly tokens?: TokenSource | null;
  /** Hosts, with or without a port, that may be on a private network. */
  readonly privateHosts: readonly string[];
  readonly now: () => number;
  readonly observe: ObserveDesk;
}

/** How long one call to a desk may take, in milliseconds. */
const exchangeMs = 15_000;

/** How to reach a desk. */
interface Way {
  readonly base: URL;
  readonly exchange: GuardedExchange;
  readonly now: () => number;
  readonly observe: (outcome: DeskCall['outcome'], tookMs: number) => void;
}

/** The only way to send to a desk: one origin, and what `createGuardedExchange` allows. */
export function createDeskSend(options: DeskSendOptions): DeskSend {
  const { desk, url, headers, tokens = null, privateHosts, now, observe } = options;
  const exchange = createGuardedExchange(url, privateHosts);
  const way = {
    base: new URL(url),
    exchange,
    now,
    observe: (outcome: DeskCall['outcome'], tookMs: number) => observe({ desk, outcome, tookMs }),
  };
  return (request, timeoutMs = exchangeMs) =>
    tokens === null ? ask(request, headers, way, timeoutMs) : askWithToken(request, tokens, way, timeoutMs);
}

/** A desk can end a token before its time, so after a 401 the request goes once more, with a new one. */
async function askWithToken(
  request: DeskRequest,
  tokens: TokenSource,
  way: Way,
  timeoutMs: number,
): Promise<DeskAnswer> {
  const deadline = startDeadline(timeoutMs);
  const first = await inTime(tokens.current(), deadline, null);
  if (first === null) return tooSlow;
  if (typeof first !== 'string') return withoutToken(first);
  const answer = await ask(request, bearer(first), way, deadline.remainingMs());
  if (answer.kind === 'silent' || answer.status !== 401) return answer;
  const next = await inTime(tokens.after(first), deadline, null);
  // Without another token, what the desk said is what there is to tell.
  return typeof next === 'string' ? ask(request, bearer(next), way, deadline.remainingMs()) : answer;
}

const tooSlow: DeskAnswer = { kind: 'silent', mayBeThere: false, because: 'too-slow' };

function withoutToken(signIn: TokenFault): DeskAnswer {
  return { kind: 'silent', mayBeThere: false, because: { signIn } };
}

function bearer(token: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` };
}

/** The same client, with one time limit in milliseconds for all its requests together. */
export function withinBudget(send: DeskSend, budgetMs: number): DeskSend {
  const endsAt = performance.now() + budgetMs;
  return (request) => {
    const leftMs = Math.min(exchangeMs, endsAt - performance.now());
    if (leftMs < 1) return Promise.resolve({ kind: 'silent', mayBeThere: false, because: 'too-slow' });
    return send(request, leftMs);
  };
}

async function ask(
  request: DeskRequest,
  headers: Readonly<Record<string, string>>,
  { base, exchange, now, observe }: Way,
  timeoutMs: number,
): Promise<DeskAnswer> {
  const body = request.text ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
  const asked = {
    method: request.method,
    url: `${base.origin}${base.pathname.replace(/\/$/, '')}${request.path}`,
    headers: {
      accept: 'application/json',
      ...headers,
      ...request.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body,
  };
  const startedAt = performance.now();
  const came = await exchange(asked, timeoutMs);
  const answer = answerOf(came, request, now());
  observe(outcomeOf(answer), Math.round(performance.now() - startedAt));
  return answer;
}

function answerOf(came: Awaited<ReturnType<GuardedExchange>>, { method }: DeskRequest, now: number): DeskAnswer {
  if ('because' in came) {
    // A GET changes nothing, so there is nothing to look for.
    return { kind: 'silent', mayBeThere: came.wasConnected && method !== 'GET', because: came.because };
  }
  const { status, headers, text, isCut } = came;
  const retryAfterSeconds = readRetryAfter(headers['retry-after'], now);
  return { kind: 'answered', status, retryAfterSeconds, text, json: jsonOrNull(text), isCut };
}

function outcomeOf(answer: DeskAnswer): DeskCall['outcome'] {
  if (answer.kind === 'silent') {
    const { because } = answer;
    return because === 'too-slow' || because === 'private-address' ? because : 'no-answer';
  }
  if (answer.status === 429) return '429';
  if (answer.status < 300) return '2xx';
  if (answer.status < 400) return '3xx';
  return answer.status < 500 ? '4xx' : '5xx';
}
