import { getContinuationToken, SubscriptionClient } from '@azure/arm-subscriptions';
import { z } from 'zod';
import { jsonOrNull } from '../../domain/json.ts';
import { lazily } from '../../domain/lazily.ts';
import type { Page } from '../upstream/pages.ts';
import { createSdkHttpClient } from '../upstream/sdk-http-client.ts';
import { jsonIn, type Send, type UpstreamAnswer } from '../upstream/send.ts';
import { errorCodeIn, faultInAnswer, UpstreamFault } from '../upstream/upstream-fault.ts';

export interface ArmCall {
  readonly token: string;
  readonly signal: AbortSignal;
}

/** Azure Resource Manager. One client for everyone; the token comes with each call. */
export interface ArmClient {
  /** One page of subscriptions; the first if `link` is null. */
  subscriptions(link: string | null, call: ArmCall): Promise<Page<unknown>>;
  /** One page of the person's tenants. */
  tenants(link: string | null, call: ArmCall): Promise<Page<unknown>>;
  /** One page of any other list, by path or by Azure's next link. */
  list(pathOrLink: string, call: ArmCall): Promise<Page<unknown>>;
  /** Loads the library before the first call. */
  warm(): void;
}

/** The client asks for 2016-06-01, which leaves out the tenant of a subscription. */
const clientVersion = 'api-version=2016-06-01';
const wantedVersion = 'api-version=2022-12-01';

const pageSchema = z.object({ value: z.array(z.unknown()), nextLink: z.string().nullish() });

export function createArmClient(armUrl: string, send: Send): ArmClient {
  // Loaded on first use: a new process does not need it for its first response.
  const client = lazily(() => makeClient(armUrl, send));
  return {
    subscriptions: (link, call) => firstOf(client().subscriptions.list(withToken(call)).byPage(from(link))),
    tenants: (link, call) => firstOf(client().tenants.list(withToken(call)).byPage(from(link))),
    async list(pathOrLink, { token, signal }) {
      const url = pathOrLink.startsWith('/') ? `${armUrl}${pathOrLink}` : pathOrLink;
      const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
      const answer = await send({ method: 'GET', url, headers, signal });
      judge(answer);
      const page = pageSchema.safeParse(jsonIn(answer));
      if (!page.success) throw new UpstreamFault('unreadable', 'the answer is not a list');
      return { items: page.data.value, next: page.data.nextLink || null };
    },
    warm: () => void client(),
  };
}

function makeClient(armUrl: string, send: Send): SubscriptionClient {
  const client = new SubscriptionClient(
    { getToken: noSharedToken },
    {
      endpoint: armUrl,
      $host: armUrl,
      httpClient: createSdkHttpClient(send, judge),
      retryOptions: { maxRetries: 0 },
      redirectOptions: { maxRetries: 0 },
      additionalPolicies: [{ position: 'perCall', policy: raiseVersion }],
    },
  );
  // This policy would cache the first person's token for everyone; each call brings its own instead.
  client.pipeline.removePolicy({ name: 'bearerTokenAuthenticationPolicy' });

  return client;
}

const raiseVersion = {
  name: 'raiseApiVersion',
  sendRequest<Q extends { url: string }, A>(request: Q, next: (request: Q) => Promise<A>): Promise<A> {
    request.url = request.url.replace(clientVersion, wantedVersion);
    return next(request);
  },
};

function withToken({ token, signal }: ArmCall) {
  return { abortSignal: signal, requestOptions: { customHeaders: { authorization: `Bearer ${token}` } } };
}

function from(link: string | null): { continuationToken?: string } {
  return link === null ? {} : { continuationToken: link };
}

async function firstOf(pages: AsyncIterableIterator<unknown>): Promise<Page<unknown>> {
  const { value } = await pages.next();
  if (!Array.isArray(value)) return { items: [], next: null };
  return { items: value, next: getContinuationToken(value) || null };
}

/** Throws the fault in a response before the client turns it into an empty list. */
function judge(answer: UpstreamAnswer): void {
  const isGood = answer.status >= 200 && answer.status < 300;
  const body = isGood ? jsonIn(answer) : jsonOrNull(answer.text);
  const fault = faultInAnswer({
    status: answer.status,
    errorCode: errorCodeIn(body),
    header: (name) => answer.headers.get(name),
  });
  if (fault !== null) throw fault;
  if (!pageSchema.safeParse(body).success) throw new UpstreamFault('unreadable', 'the answer is not a list');
}

function noSharedToken(): Promise<never> {
  return Promise.reject(new Error('every call brings its own token'));
}
