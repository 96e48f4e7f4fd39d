import { parseJson } from '../../domain/json.ts';
import { type ExchangeAnswer, exchange } from '../upstream/exchange.ts';
import { readRetryAfter } from '../upstream/retry-after.ts';

/** Returns the bot's own token for calls to the channel. The implementation caches and renews it. */
export type BotToken = () => Promise<string>;

/** A channel service returned an error or did not respond. `status` null means no response. */
export class ChannelFault extends Error {
  readonly code = 'CHANNEL_FAULT';
  readonly status: number | null;
  /** How long the channel asks us to wait; null if it does not say. */
  readonly retryAfterSeconds: number | null;
  /** The channel's error code, such as `BotNotInConversationRoster`; null if it gives none. */
  readonly reason: string | null;
  constructor(
    message: string,
    status: number | null,
    options: {
      readonly cause?: unknown;
      readonly retryAfterSeconds?: number | null;
      readonly reason?: string | null;
    } = {},
  ) {
    super(message, options);
    this.name = 'ChannelFault';
    this.status = status;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    this.reason = options.reason ?? null;
  }
}

/** One request to the channel, without anything that identifies a person or a conversation. */
export interface ChannelCall {
  readonly outcome: '2xx' | '3xx' | '4xx' | '429' | '5xx' | 'no-answer';
  readonly tookMs: number;
}
export type ObserveCall = (call: ChannelCall) => void;

interface CallOptions {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  readonly token: BotToken;
  readonly observe?: ObserveCall | undefined;
}

/** How long one call to the channel or the token service may take, in milliseconds. */
const callTimeoutMs = 5_000;
/** A channel that asks for a longer pause is not waited for, in milliseconds; the message goes out later. */
const longestPauseMs = 2_000;
const largestAnswerBytes = 1024 * 1024;

/**
 * One JSON call to the channel with the bot's token. Times out after 5 seconds.
 * Only 429 is retried, once, and only if the requested pause is at most 2 seconds:
 * after any other fault the message may have been delivered, and a retry would duplicate it.
 */
export async function callChannel(options: CallOptions): Promise<{ status: number; body: unknown }> {
  const first = await send(options);
  if (first.status !== 429) return read(first);
  const retryAfterSeconds = readRetryAfter(first.headers['retry-after'] ?? '1', Date.now());
  const pauseMs = retryAfterSeconds === null ? null : retryAfterSeconds * 1_000;
  if (pauseMs === null || pauseMs > longestPauseMs)
    throw new ChannelFault('the channel asks to wait too long', 429, { retryAfterSeconds });
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  return read(await send(options));
}

async function send({ method, url, body, token, observe }: CallOptions): Promise<ExchangeAnswer> {
  const headers: Record<string, string> = { authorization: `Bearer ${await token()}`, accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json; charset=utf-8';
  const startedAt = performance.now();
  const note = (outcome: ChannelCall['outcome']): void =>
    observe?.({ outcome, tookMs: Math.round(performance.now() - startedAt) });
  const text = body === undefined ? undefined : JSON.stringify(body);
  try {
    const answer = await exchange(
      { method, url, headers, body: text, largestAnswerBytes },
      { timeoutMs: callTimeoutMs },
    );
    note(outcomeOf(answer.status));
    return answer;
  } catch (cause) {
    note('no-answer');
    throw new ChannelFault(`no answer to ${method}`, null, { cause });
  }
}

function read({ status, text }: ExchangeAnswer): { status: number; body: unknown } {
  // The token is meant for this address and no other.
  if (status >= 300 && status < 400) throw new ChannelFault('redirects are not followed', null);
  if (status >= 400 && status !== 404) throw new ChannelFault(`answered ${status}`, status, { reason: reasonIn(text) });
  const body = text === '' ? null : parseJson(text, notJson);
  return { status, body };

  function notJson(cause: unknown): never {
    throw new ChannelFault('the answer is not JSON', status, { cause });
  }
}

function outcomeOf(status: number): ChannelCall['outcome'] {
  if (status === 429) return '429';
  if (status < 300) return '2xx';
  if (status < 400) return '3xx';
  return status < 500 ? '4xx' : '5xx';
}

/** Takes only a plain code from the response, so that nothing else in it reaches a log. A person who blocked the bot has a code of its own. */
export function reasonIn(text: string): string | null {
  const name = /"(?:code|subCode)\\?"\s*:\s*\\?"([A-Za-z]{3,64})\\?"/.exec(text)?.[1];
  return name ?? null;
}
