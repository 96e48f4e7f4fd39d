import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { type AgentOptions, Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** One request to another service. */
export interface ExchangeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** The most that is read of a response. */
  readonly largestAnswerBytes: number;
  /** What to do with a longer response. Default `refuse`. */
  readonly whenLarger?: 'refuse' | 'cut';
  /** A separate connection pool from `keptConnections`. By default all requests share one. */
  readonly connections?: HttpsAgent;
}

/** The whole response. Redirects are returned like any other response and are not followed. */
export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Whether the response was longer than the limit. */
  readonly isCut: boolean;
}

/** No complete response arrived. `cause` says why, if Node knows. */
export class NoAnswer extends Error {
  readonly because: 'too-slow' | 'too-large' | 'broken-off';
  /** Once connected, the other side may have read something. */
  readonly wasConnected: boolean;

  constructor(because: NoAnswer['because'], wasConnected: boolean, cause?: unknown) {
    super(facts[because], { cause });
    this.name = 'NoAnswer';
    this.because = because;
    this.wasConnected = wasConnected;
  }
}

const facts = {
  'too-slow': 'no answer in time',
  'too-large': 'the answer is too large',
  'broken-off': 'no complete answer',
} as const satisfies Record<NoAnswer['because'], string>;

/** When to give up: after so many milliseconds, or on a signal. */
export type ExchangeEnd = { readonly timeoutMs: number } | { readonly signal: AbortSignal };

// Idle connections are kept for four seconds: many servers close theirs after five, and a request on a closed one fails.
const kept = { keepAlive: true, keepAliveMsecs: 1_000, timeout: 4_000, scheduling: 'lifo' as const };
const shared = { http: new HttpAgent(kept), https: new HttpsAgent(kept) };

/** A separate connection pool, with the same keep-alive as the shared one. */
export function keptConnections(options: Pick<AgentOptions, 'maxSockets' | 'lookup'>): HttpsAgent {
  return new HttpsAgent({ ...kept, ...options });
}

/**
 * Sends one request, once, and reads the whole response. Rejects with `NoAnswer` if no complete response arrives.
 * Built on Node's own client, because `fetch` with its streams and signals used as much CPU time as all the
 * dialogs of a turn; see docs/performance.md.
 */
export function exchange(request: ExchangeRequest, end: ExchangeEnd): Promise<ExchangeAnswer> {
  return new Promise((resolve, reject) => {
    const isSecure = request.url.startsWith('https:');
    let isConnected = false;
    let isLate = false;
    const options = {
      agent: request.connections ?? (isSecure ? shared.https : shared.http),
      method: request.method,
      headers: headersOf(request),
      ...('signal' in end ? { signal: end.signal } : {}),
    };
    const call = (isSecure ? httpsRequest : httpRequest)(request.url, options, (response) =>
      readWhole(response, request, done, fail),
    );
    const timer = 'timeoutMs' in end ? setTimeout(giveUp, end.timeoutMs) : undefined;
    function giveUp(): void {
      isLate = true;
      call.destroy(new Error('the time is up'));
    }
    function done(answer: ExchangeAnswer): void {
      clearTimeout(timer);
      resolve(answer);
    }
    function fail(cause: unknown, because: NoAnswer['because'] = 'broken-off'): void {
      clearTimeout(timer);
      const isOver = isLate || ('signal' in end && end.signal.aborted);
      reject(new NoAnswer(isOver ? 'too-slow' : because, isConnected, cause));
      call.destroy();
    }
    call.on('socket', (socket) => {
      isConnected = !socket.connecting;
      if (!isConnected)
        socket.once(isSecure ? 'secureConnect' : 'connect', () => {
          isConnected = true;
        });
    });
    call.on('error', (cause) => fail(cause));
    call.end(request.body);
  });
}

function headersOf({ headers, body }: ExchangeRequest): Record<string, string | number> {
  const named = { 'user-agent': 'OneTenant', ...headers };
  return body === undefined ? named : { ...named, 'content-length': Buffer.byteLength(body) };
}

function readWhole(
  response: IncomingMessage,
  { largestAnswerBytes, whenLarger = 'refuse' }: ExchangeRequest,
  done: (answer: ExchangeAnswer) => void,
  fail: (cause: unknown, because?: NoAnswer['because']) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const answered = (isCut: boolean): void => {
    const text = Buffer.concat(chunks, Math.min(size, largestAnswerBytes)).toString('utf8');
    done({ status: response.statusCode ?? 0, headers: response.headers, text, isCut });
  };
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size <= largestAnswerBytes) return;
    if (whenLarger === 'refuse') return fail(null, 'too-large');
    answered(true);
    // A sender that exceeds the limit may never stop.
    response.destroy();
  });
  response.on('end', () => answered(false));
  response.on('error', (cause) => fail(cause));
  response.on('close', () => {
    // A connection that went back to the pool is not ours to close.
    if (!response.complete) fail(null);
  });
}
