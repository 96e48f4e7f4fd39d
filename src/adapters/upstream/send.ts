import { parseJson } from '../../domain/json.ts';
import type { CannotTellReason } from '../../domain/known.ts';
import { type ExchangeAnswer, exchange, NoAnswer } from './exchange.ts';
import { UpstreamFault } from './upstream-fault.ts';

export type UpstreamService = 'login' | 'graph' | 'arm';

/** One request to a service, without anything that identifies the caller or the response. */
export interface UpstreamEvent {
  readonly service: UpstreamService;
  readonly outcome: '2xx' | '3xx' | '4xx' | '429' | '5xx' | 'no-answer' | 'too-slow' | 'too-large' | 'foreign-host';
  readonly tookMs: number;
}
export type ObserveUpstream = (event: UpstreamEvent) => void;

export interface UpstreamRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends one request, once. Throws `UpstreamFault` if no complete response arrives; the caller judges the status. */
export type Send = (request: UpstreamRequest) => Promise<UpstreamAnswer>;

const reasonOf = {
  'too-slow': 'too-slow',
  'too-large': 'unreadable',
  'broken-off': 'unavailable',
} as const satisfies Record<NoAnswer['because'], CannotTellReason>;

/** The limit on a response, in bytes, so that one tenant cannot use up everyone's memory. */
const largestAnswerBytes = 4 * 1024 * 1024;

/** The only way to call a Microsoft service: one origin, no redirects, limited size, pooled connections. */
export function createSend(service: UpstreamService, origin: string, observe: ObserveUpstream): Send {
  return async (request) => {
    const startedAt = performance.now();
    const note = (outcome: UpstreamEvent['outcome']): void =>
      observe({ service, outcome, tookMs: Math.round(performance.now() - startedAt) });
    if (!isAt(request.url, origin)) {
      note('foreign-host');
      // Following a link to another host would hand the person's token to whoever wrote the link.
      throw new UpstreamFault('unreadable', 'the link leads to another host');
    }
    try {
      const answer = await fetchWhole(request);
      note(outcomeOf(answer.status));
      return answer;
    } catch (cause) {
      const because = cause instanceof NoAnswer ? cause.because : 'broken-off';
      note(because === 'broken-off' ? 'no-answer' : because);
      throw new UpstreamFault(reasonOf[because], because, { cause });
    }
  };
}

/** Whether a URL belongs to this origin. */
export function isAt(url: string, origin: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(origin).origin;
}

async function fetchWhole({ method, url, headers, body, signal }: UpstreamRequest): Promise<UpstreamAnswer> {
  const answer = await exchange({ method, url, headers, body, largestAnswerBytes }, { signal });
  return { status: answer.status, headers: headersOf(answer), text: answer.text };
}

function headersOf({ headers }: ExchangeAnswer): Headers {
  const listed = new Headers();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) listed.set(name, String(value));
  return listed;
}

function outcomeOf(status: number): UpstreamEvent['outcome'] {
  if (status === 429) return '429';
  if (status < 300) return '2xx';
  if (status < 400) return '3xx';
  return status < 500 ? '4xx' : '5xx';
}

/** The JSON in a response. Anything else, such as a proxy's HTML page, is a fault and never an empty list. */
export function jsonIn({ text }: Pick<UpstreamAnswer, 'text'>): unknown {
  return parseJson(text, (cause) => {
    throw new UpstreamFault('unreadable', 'the answer is not JSON', { cause });
  });
}
