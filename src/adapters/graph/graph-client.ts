import {
  AuthenticationHandler,
  AuthenticationHandlerOptions,
  Client,
  type Context,
  type Middleware,
  type MiddlewareOptions,
  ResponseType,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { jsonOrNull } from '../../domain/json.ts';
import { lazily } from '../../domain/lazily.ts';
import { jsonIn, type Send, type UpstreamAnswer } from '../upstream/send.ts';
import { errorCodeIn, faultInAnswer, UpstreamFault } from '../upstream/upstream-fault.ts';

/** One request in a batch. */
export interface BatchQuestion {
  readonly id: string;
  /** Path below the version, for example `/me?$select=id`. */
  readonly url: string;
}

export interface BatchAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Null if the response is good. */
  readonly fault: UpstreamFault | null;
}

export interface GraphCall {
  readonly token: string;
  readonly signal: AbortSignal;
}

/** Microsoft Graph v1.0. One client for everyone; the token comes with each call. */
export interface GraphClient {
  /** Responses by id. A request that Graph left out has none. */
  batch(questions: readonly BatchQuestion[], call: GraphCall): Promise<ReadonlyMap<string, BatchAnswer>>;
  /** Follows a link from Graph. */
  get(link: string, call: GraphCall): Promise<unknown>;
  /** Loads the library before the first call. */
  warm(): void;
}

const batchSchema = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown(),
    }),
  ),
});
type InnerResponse = z.infer<typeof batchSchema>['responses'][number];

export function createGraphClient(graphUrl: string, send: Send): GraphClient {
  // Loaded on first use: a new process does not need it for its first response.
  const client = lazily(() => makeClient(graphUrl, send));
  const request = async (path: string, call: GraphCall, body?: object): Promise<unknown> => {
    const notes = new CallNotes();
    const prepared = client()
      .api(path)
      .middlewareOptions([new AuthenticationHandlerOptions({ getAccessToken: async () => call.token }), notes])
      .options({ signal: call.signal, redirect: 'manual' })
      .responseType(ResponseType.RAW);
    try {
      await (body === undefined ? prepared.get() : prepared.post(body));
    } catch (cause) {
      // The client wraps every fault in one error type; ours still says which one it was.
      throw notes.fault ?? cause;
    }
    if (notes.answer === null) throw new UpstreamFault('unreadable', 'the client gave no answer');
    return readAnswer(notes.answer);
  };
  return {
    async batch(questions, call) {
      const requests = questions.map(({ id, url }) => ({ id, method: 'GET', url }));
      const parsed = batchSchema.safeParse(await request('/$batch', call, { requests }));
      if (!parsed.success) throw new UpstreamFault('unreadable', 'the answer is not a batch');
      return new Map(parsed.data.responses.map((response) => [response.id, readInner(response)]));
    },
    get: (link, call) => request(link, call),
    warm: () => void client(),
  };
}

function makeClient(graphUrl: string, send: Send): Client {
  const telemetry = new TelemetryHandler();
  const authentication = new AuthenticationHandler({ getAccessToken: noSharedToken });
  authentication.setNext(telemetry);
  telemetry.setNext(new BoundedTransport(send));
  return Client.initWithMiddleware({
    middleware: authentication,
    baseUrl: graphUrl,
    defaultVersion: 'v1.0',
    // The client sends the token only to hosts that it knows.
    customHosts: new Set([new URL(graphUrl).hostname]),
  });
}

/** Carries a fault past the client's own error handling, and a response past its streams. */
class CallNotes implements MiddlewareOptions {
  fault: unknown = null;
  answer: UpstreamAnswer | null = null;
}

/** The last middleware in the client's chain: our own limited transport instead of its retries and redirects. */
class BoundedTransport implements Middleware {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  async execute(context: Context): Promise<void> {
    const url = typeof context.request === 'string' ? context.request : context.request.url;
    const { method = 'GET', headers, body, signal } = context.options ?? {};
    const notes = context.middlewareControl?.getMiddlewareOptions(CallNotes);
    if (!(notes instanceof CallNotes)) throw new Error('every call brings its own notes');
    try {
      notes.answer = await this.#send({
        method,
        url,
        headers: Object.fromEntries(new Headers(headers)),
        signal: signal ?? new AbortController().signal,
        ...(typeof body === 'string' ? { body } : {}),
      });
      context.response = new Response(null, { status: notes.answer.status });
    } catch (fault) {
      notes.fault = fault;
      throw fault;
    }
  }
}

function readAnswer(answer: UpstreamAnswer): unknown {
  const { status, headers, text } = answer;
  if (status >= 200 && status < 300) return jsonIn(answer);
  throw faultInAnswer({
    status,
    errorCode: errorCodeIn(jsonOrNull(text)),
    header: (name) => headers.get(name),
  });
}

function readInner({ status, headers, body }: InnerResponse): BatchAnswer {
  const named = new Map(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const fault = faultInAnswer({ status, errorCode: errorCodeIn(body), header: (name) => named.get(name) ?? null });
  return { status, body, fault };
}

function noSharedToken(): Promise<string> {
  return Promise.reject(new Error('every call brings its own token'));
}
