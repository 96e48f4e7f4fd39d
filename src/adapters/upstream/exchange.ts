import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** One request to a service of Microsoft's. */
export interface ExchangeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** A longer answer is cut off. */
  readonly largestAnswerBytes: number;
}

/** The whole answer. Redirects are answers like any other, and are not followed. */
export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** More came than was asked for. */
export class AnswerTooLarge extends Error {}

/** When the exchange ends without an answer: after so many milliseconds, or when somebody says so. */
export type ExchangeEnd = { readonly timeoutMs: number } | { readonly signal: AbortSignal };

// Connections are kept for four seconds: many servers end theirs after five, and a request on such a one would fail.
const kept = { keepAlive: true, keepAliveMsecs: 1_000, timeout: 4_000, scheduling: 'lifo' as const };
const agents = { http: new HttpAgent(kept), https: new HttpsAgent(kept) };

/**
 * Sends one request, once, and reads the answer to its end. Rejects when no complete answer comes.
 * Written on Node's own client, because `fetch` with its streams and signals cost as much processor time as all the
 * dialogs of a turn; see docs/performance.md.
 */
export function exchange(request: ExchangeRequest, end: ExchangeEnd): Promise<ExchangeAnswer> {
  return new Promise((resolve, reject) => {
    const isSecure = request.url.startsWith('https:');
    const options = {
      agent: isSecure ? agents.https : agents.http,
      method: request.method,
      headers: headersOf(request),
      ...('signal' in end ? { signal: end.signal } : {}),
    };
    const call = (isSecure ? httpsRequest : httpRequest)(request.url, options, (response) =>
      readWhole(response, request.largestAnswerBytes, done, fail),
    );
    const timer =
      'timeoutMs' in end ? setTimeout(() => call.destroy(new Error('no answer in time')), end.timeoutMs) : undefined;
    function done(answer: ExchangeAnswer): void {
      clearTimeout(timer);
      resolve(answer);
    }
    function fail(fault: unknown): void {
      clearTimeout(timer);
      reject(fault);
      call.destroy();
    }
    call.on('error', fail);
    call.end(request.body);
  });
}

function headersOf({ headers, body }: ExchangeRequest): Record<string, string | number> {
  const named = { 'user-agent': 'OneTenant', ...headers };
  return body === undefined ? named : { ...named, 'content-length': Buffer.byteLength(body) };
}

function readWhole(
  response: IncomingMessage,
  largestBytes: number,
  done: (answer: ExchangeAnswer) => void,
  fail: (fault: unknown) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size > largestBytes) fail(new AnswerTooLarge(`more than ${largestBytes} bytes`));
    else chunks.push(chunk);
  });
  response.on('end', () =>
    done({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }),
  );
  response.on('error', fail);
  response.on('close', () => {
    // A connection that was handed back is not ours to end.
    if (!response.complete) fail(new Error('the answer broke off'));
  });
}
