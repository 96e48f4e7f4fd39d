import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { type AgentOptions, Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** One request to another service. */
export interface ExchangeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** No more than this is read. */
  readonly largestAnswerBytes: number;
  /** What becomes of a longer answer; `refuse` unless said otherwise. */
  readonly whenLarger?: 'refuse' | 'cut';
  /** Connections of its own, from `keptConnections`; those that all share unless said otherwise. */
  readonly connections?: HttpsAgent;
}

/** The whole answer. Redirects are answers like any other, and are not followed. */
export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Whether there was more than was to be read. */
  readonly isCut: boolean;
}

/** No complete answer came. Its `cause` says why, where Node knows. */
export class NoAnswer extends Error {
  readonly because: 'too-slow' | 'too-large' | 'broken-off';
  /** From the moment that there was a connection, the other side may have read something. */
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

/** When the exchange ends without an answer: after so many milliseconds, or when somebody says so. */
export type ExchangeEnd = { readonly timeoutMs: number } | { readonly signal: AbortSignal };

// Connections are kept for four seconds: many servers end theirs after five, and a request on such a one would fail.
const kept = { keepAlive: true, keepAliveMsecs: 1_000, timeout: 4_000, scheduling: 'lifo' as const };
const shared = { http: new HttpAgent(kept), https: new HttpsAgent(kept) };

/** Connections that nobody else uses, kept as long as all others are. */
export function keptConnections(options: Pick<AgentOptions, 'maxSockets' | 'lookup'>): HttpsAgent {
  return new HttpsAgent({ ...kept, ...options });
}

/**
 * Sends one request, once, and reads the answer to its end. Rejects with `NoAnswer` when no complete answer comes.
 * Written on Node's own client, because `fetch` with its streams and signals cost as much processor time as all the
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
    // Who sends too much may never stop.
    response.destroy();
  });
  response.on('end', () => answered(false));
  response.on('error', (cause) => fail(cause));
  response.on('close', () => {
    // A connection that was handed back is not ours to end.
    if (!response.complete) fail(null);
  });
}
