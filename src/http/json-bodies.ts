import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CountsBodies } from './body-budget.ts';

/** The result of reading a request body. */
export type JsonBody = { readonly kind: 'json'; readonly value: unknown; readonly bytes: Buffer } | RefusedBody;

interface RefusedBody {
  readonly kind: 'refused';
  readonly status: 400 | 408 | 413 | 415 | 503;
}

export interface BodyLimits {
  /** In bytes; a longer body is refused with 413. */
  readonly maxBytes: number;
  /** Milliseconds for the whole body; a slower one is refused with 408. */
  readonly timeoutMs: number;
}

/** Reads what is no JSON, for senders that are known to make mistakes; null if it cannot. */
export type MendsBody = (text: string) => unknown;

/** Where the bytes of a body count. One that has no room there is refused with 503. */
export interface BodyCount extends CountsBodies {
  /** Address of a caller that has not shown who it is; left out for one that has. */
  readonly caller?: string;
}

const busyRetrySeconds = 2;

const nothing = Buffer.alloc(0);
const firstRoomBytes = 1_024;
/** After so many pieces, a body must have come in pieces of `sliverBytes` or more on average: each piece costs more than it brings. */
const slivers = 64;
const sliverBytes = 64;

const maxDepth = 64;
const jsonType = /^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/**
 * Reads a JSON body and checks its limits before parsing it: type, encoding, length, time, depth.
 * Compressed bodies are refused, because their real size is known only after decompression.
 */
export async function readJsonBody(
  request: IncomingMessage,
  limits: BodyLimits & BodyCount & { readonly mend?: MendsBody },
): Promise<JsonBody> {
  const refusal = refusalByHeaders(request, limits);
  if (refusal !== null) return refused(refusal);
  const bytes = await readBytes(request, limits);
  if (typeof bytes === 'number') return refused(bytes);
  return parse(bytes, limits.mend);
}

/** Why the headers alone rule out the body; null if it may be read. */
export function refusalByHeaders({ headers }: IncomingMessage, { maxBytes }: BodyLimits): 413 | 415 | null {
  if (!jsonType.test(headers['content-type'] ?? '')) return 415;
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return 415;
  return Number(headers['content-length'] ?? 0) > maxBytes ? 413 : null;
}

function refused(status: RefusedBody['status']): RefusedBody {
  return { kind: 'refused', status };
}

/** Answers for a body that was refused. */
export function refuseBody(response: ServerResponse, { status }: RefusedBody): void {
  answer(response, status, {
    closes: status === 413,
    ...(status === 503 ? { retryAfterSeconds: busyRetrySeconds } : {}),
  });
}

/** The whole body, or the status that says why it was given up. */
export function readBytes(
  request: IncomingMessage,
  { maxBytes, timeoutMs, bodies, caller }: BodyLimits & BodyCount,
): Promise<Buffer | 400 | 408 | 413 | 503> {
  return new Promise((resolve) => {
    let bytes: Buffer = nothing;
    let length = 0;
    let pieces = 0;
    const finish = (result: Buffer | 400 | 408 | 413 | 503): void => {
      clearTimeout(timer);
      counted.close();
      bytes = nothing;
      request.removeAllListeners('data');
      resolve(result);
    };
    const timer = setTimeout(() => finish(408), timeoutMs);
    const counted = bodies.open(caller ?? null, () => finish(503));
    request.on('data', (chunk: Buffer) => {
      if (length + chunk.length > maxBytes) return finish(413);
      if (!counted.add(chunk.length)) return finish(503);
      // A chunk may be a small part of a large buffer, which it would keep.
      bytes = roomFor(bytes, length, chunk.length);
      length += chunk.copy(bytes, length);
      pieces += 1;
      if (pieces <= slivers || length >= pieces * sliverBytes) return;
      // Thousands more may stand in the same packet.
      request.destroy();
      finish(400);
    });
    request.once('end', () => finish(bytes.subarray(0, length)));
    request.once('error', () => finish(400));
    request.once('close', () => finish(400));
    // The caller may have left while its token was checked.
    if (request.destroyed) finish(400);
  });
}

/** The same bytes with room for more, twice as much each time. */
function roomFor(bytes: Buffer, used: number, more: number): Buffer {
  if (used + more <= bytes.length) return bytes;
  const larger = Buffer.allocUnsafe(Math.max(used + more, 2 * bytes.length, firstRoomBytes));
  bytes.copy(larger, 0, 0, used);
  return larger;
}

function parse(bytes: Buffer, mend: MendsBody = () => null): JsonBody {
  if (!isUtf8(bytes) || !hasModestDepth(bytes)) return refused(400);
  const text = bytes.toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    if (mayNamePrototype.test(text)) dropPrototypeKeys(value);
    return { kind: 'json', value, bytes };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const value = mend(text);
    return value === null ? refused(400) : { kind: 'json', value, bytes };
  }
}

/** A key may be written with escapes, too. */
const mayNamePrototype = /__proto__|constructor|prototype|\\u/;
const prototypeKeys = ['__proto__', 'constructor', 'prototype'];

/** Drops keys that could reach an object's prototype when copied. Its depth is bounded by `maxDepth`. */
function dropPrototypeKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const members = value as Record<string, unknown>;
  if (!Array.isArray(value)) for (const key of prototypeKeys) if (Object.hasOwn(members, key)) delete members[key];
  for (const member of Object.values(members)) dropPrototypeKeys(member);
}

/** Counts brackets outside strings, so that a deeply nested document is refused before it is parsed. */
function hasModestDepth(bytes: Buffer): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (isInString) {
      if (byte === 0x5c) index += 1;
      else if (byte === 0x22) isInString = false;
    } else if (byte === 0x22) isInString = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > maxDepth) return false;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return true;
}

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
