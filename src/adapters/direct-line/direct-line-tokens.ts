import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';
import { z } from 'zod';
import { jsonOrNull } from '../../domain/json.ts';
import type { ChatToken, ChatTokenAnswer, ChatTokens } from '../../ports/chat-tokens.ts';
import { type ExchangeAnswer, exchange } from '../upstream/exchange.ts';
import { readRetryAfter } from '../upstream/retry-after.ts';

export interface DirectLineOptions {
  /** Origin of Direct Line. */
  readonly url: string;
  /** The key of the bot's Direct Line channel. It opens every conversation, so it never leaves this module. */
  readonly secret: string;
  /** Timeout for one request, in milliseconds. Default 4,000. */
  readonly timeoutMs?: number;
}

/** How long Direct Line may take to give a token, in milliseconds. */
const usualTimeoutMs = 4_000;
const largestAnswerBytes = 64 * 1_024;
const usualPauseSeconds = 5;
const longestPauseSeconds = 120;
const breakerPauseMs = 10_000;

const tokenSchema = z.object({
  token: z.string().min(1).max(8_192),
  conversationId: z.string().min(1).max(256),
  expires_in: z.number().int().positive().max(86_400).default(1_800),
});

const claimsSchema = z.object({ user: z.string() });

/** Direct Line did not issue a token. */
class DirectLineFault extends Error {
  readonly code = 'DIRECT_LINE_FAULT';
  readonly status: number | null;
  readonly retryAfterSeconds: number;
  constructor(status: number | null, retryAfterSeconds: number, options?: { cause?: unknown }) {
    super(status === null ? 'no usable answer' : `answered ${status}`, options);
    this.name = 'DirectLineFault';
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Secret or token. */
  readonly key: string;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

/**
 * Exchanges the Direct Line secret for tokens to single conversations.
 * After five failures in a row the circuit opens; ten seconds later one call tests whether Direct Line is back.
 */
export function createDirectLineTokens({ url, secret, timeoutMs = usualTimeoutMs }: DirectLineOptions): ChatTokens {
  const base = `${url}/v3/directline`;
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: breakerPauseMs,
    breaker: new ConsecutiveBreaker(5),
  });
  // A refused visitor token is an answer, not a sign that the service is down.
  const ask = (call: Call): Promise<ChatToken | DirectLineFault> => breaker.execute(() => send(base, call));

  return {
    issue: ({ userId, pageOrigin }) =>
      answering(async () => {
        const body = { user: { id: userId }, trustedOrigins: [pageOrigin] };
        const signal = AbortSignal.timeout(timeoutMs);
        const answer = await ask({ method: 'POST', path: '/tokens/generate', key: secret, body, signal });
        return answer instanceof DirectLineFault ? unavailable(answer) : { kind: 'issued', chat: answer };
      }),
    renew: ({ userId, conversationId, previous }) =>
      answering(async () => {
        // One time limit for both calls.
        const signal = AbortSignal.timeout(timeoutMs);
        const refreshed = await ask({ method: 'POST', path: '/tokens/refresh', key: previous, signal });
        if (!(refreshed instanceof DirectLineFault)) return { kind: 'issued', chat: refreshed };
        // An expired token cannot be refreshed, but the secret can still open its conversation.
        const path = `/conversations/${encodeURIComponent(conversationId)}`;
        const reopened = await ask({ method: 'GET', path, key: secret, signal });
        if (reopened instanceof DirectLineFault) return isGone(reopened) ? { kind: 'gone' } : unavailable(reopened);
        return isFor(reopened, { userId, conversationId }) ? { kind: 'issued', chat: reopened } : { kind: 'gone' };
      }),
  };
}

async function answering(attempt: () => Promise<ChatTokenAnswer>): Promise<ChatTokenAnswer> {
  try {
    return await attempt();
  } catch (fault) {
    if (fault instanceof DirectLineFault) return unavailable(fault);
    if (fault instanceof BrokenCircuitError)
      return { kind: 'unavailable', retryAfterSeconds: Math.ceil(breakerPauseMs / 1_000) };
    throw fault;
  }
}

function unavailable({ retryAfterSeconds }: DirectLineFault): ChatTokenAnswer {
  return { kind: 'unavailable', retryAfterSeconds };
}

function isGone({ status }: DirectLineFault): boolean {
  return status === 404;
}

/** One call. 403 and 404 are returned, because they concern one conversation; everything else is thrown. */
async function send(base: string, { method, path, key, body, signal }: Call): Promise<ChatToken | DirectLineFault> {
  const headers: Record<string, string> = { authorization: `Bearer ${key}`, accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const text = body === undefined ? undefined : JSON.stringify(body);
  const request = { method, url: `${base}${path}`, headers, body: text, largestAnswerBytes };
  const answer = await exchange(request, { signal }).catch((cause: unknown) => {
    throw new DirectLineFault(null, usualPauseSeconds, { cause });
  });
  if (answer.status >= 200 && answer.status < 300) return readToken(answer);
  const fault = new DirectLineFault(answer.status, pauseOf(answer));
  if (answer.status === 403 || answer.status === 404) return fault;
  throw fault;
}

function pauseOf({ headers }: ExchangeAnswer): number {
  const seconds = readRetryAfter(headers['retry-after'], Date.now()) ?? usualPauseSeconds;
  return seconds < 1 ? usualPauseSeconds : Math.min(seconds, longestPauseSeconds);
}

function readToken({ text }: ExchangeAnswer): ChatToken {
  const parsed = tokenSchema.safeParse(jsonOrNull(text));
  if (!parsed.success) throw new DirectLineFault(null, usualPauseSeconds);
  const { token, conversationId, expires_in: expiresInSeconds } = parsed.data;
  return { token, conversationId, expiresInSeconds };
}

/**
 * Whether a token that the secret opened is bound to this visitor. A token without a user would let the browser choose one.
 * The signature is not verified: the token came straight from Direct Line.
 */
function isFor(chat: ChatToken, visit: { readonly userId: string; readonly conversationId: string }): boolean {
  if (chat.conversationId !== visit.conversationId) return false;
  const payload = Buffer.from(chat.token.split('.')[1] ?? '', 'base64url').toString('utf8');
  const claims = claimsSchema.safeParse(jsonOrNull(payload));
  return claims.success && claims.data.user === visit.userId;
}
