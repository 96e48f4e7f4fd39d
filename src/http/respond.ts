import type { ServerResponse } from 'node:http';

interface AnswerOptions {
  readonly body?: unknown;
  readonly retryAfterSeconds?: number;
  readonly closes?: boolean;
}

/**
 * Writes one response: a status, an optional JSON body, and the headers that every response has.
 * If the request body was not read to the end, the connection is closed, so that we need not read what was refused.
 */
export function answer(
  response: ServerResponse,
  status: number,
  { body, retryAfterSeconds, closes }: AnswerOptions = {},
): void {
  const headers: Record<string, string> = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(retryAfterSeconds);
  if (closes === true || hasUnreadBody(response)) headers.connection = 'close';
  const text = body === undefined || body === null ? '' : JSON.stringify(body);
  if (text !== '') headers['content-type'] = 'application/json; charset=utf-8';
  headers['content-length'] = String(Buffer.byteLength(text));
  response.writeHead(status, headers);
  response.end(text);
}

function hasUnreadBody({ req }: ServerResponse): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = req.headers;
  return !req.complete && (length !== '0' || encoding !== undefined);
}
