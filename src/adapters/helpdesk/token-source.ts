import {
  type AuthorizationServer,
  ClientSecretPost,
  clientCredentialsGrantRequest,
  customFetch,
  processClientCredentialsResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
} from 'oauth4webapi';
import { z } from 'zod';
import { jsonOrNull } from '../../domain/json.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Silence, TokenFault } from '../../ports/desk.ts';
import type { ExchangeAnswer } from '../upstream/exchange.ts';
import { Kept } from '../upstream/kept.ts';
import { readRetryAfter } from '../upstream/retry-after.ts';
import type { DeskOAuth } from './desk-entry.ts';
import type { GuardedExchange, NoResponse } from './guarded-exchange.ts';

/** Access tokens for one desk, in memory only. */
export interface TokenSource {
  /** A token that has some time left. Asked for together, it is fetched once. */
  current(): Promise<string | TokenFault>;
  /** A newer one than the one that the desk did not take. */
  after(refused: string): Promise<string | TokenFault>;
}

/** How a desk gives tokens. Source: the documentation of each vendor, see docs/helpdesk.md. */
export interface TokenEndpoint {
  /** Its address, from the address of the desk. */
  address(url: string): string;
  readonly body: 'form' | 'json';
  /** What is asked for if the entry does not say; null for whatever the vendor's page grants. */
  readonly scope: string | null;
  /** Whether a refresh token stays valid when it was used. One that does not would be lost with the process. */
  readonly keepsRefreshTokens: boolean;
  /** Where tokens are taken, if that is not at the hosts of `not`. */
  readonly gateway?: { readonly not: RegExp; readonly instead: string };
}

export interface TokenSourceParts {
  readonly oauth: DeskOAuth;
  readonly endpoint: TokenEndpoint;
  /** Address of the token endpoint. */
  readonly address: string;
  readonly exchange: GuardedExchange;
  readonly clock: Clock;
}

/** How long fetching a token may take, in milliseconds: an effect needs the rest of its time for the desk. */
const fetchMs = 8_000;
/** Tokens are renewed this long before they end, in milliseconds, and never later than after half of their time. */
const renewBeforeMs = 60_000;
/** How long a token is kept that does not say when it ends, in milliseconds. A 401 ends it sooner. */
const unknownLifeMs = 60 * 60_000;
/** How long a failure stands for everybody who needs a token, in milliseconds, unless the service asks for a longer pause. */
const faultStandsMs = 5_000;

const errorSchema = z.object({ error: z.string().regex(/^[A-Za-z_-]{1,64}$/) });
/** What may stand in a header. Source: RFC 6750 section 2.1. */
const tokenShape = /^[\w.~+/-]{1,16384}=*$/;

/** Fetches tokens by client credentials, or by the refresh token of the entry if it has one (RFC 6749, sections 4.4 and 6). */
export function createTokenSource({ oauth, endpoint, address, exchange, clock }: TokenSourceParts): TokenSource {
  const kept = new Kept<string | TokenFault>(1, clock);
  const { host, origin } = new URL(address);
  const server: AuthorizationServer = { issuer: origin, token_endpoint: address };
  const client = { client_id: oauth.clientId };
  const secret = ClientSecretPost(oauth.clientSecret);
  let refreshToken = oauth.refreshToken;

  const current = (): Promise<string | TokenFault> => kept.get('token', fetchToken);

  async function fetchToken(): Promise<{ readonly value: string | TokenFault; readonly keepUntil: number }> {
    const answer = await ask();
    const made = 'because' in answer ? silent(answer.because) : await read(answer);
    const now = clock.now();
    if (!('because' in made)) return { value: made.token, keepUntil: now + keepMs(made.lifeSeconds) };
    const pauseMs = Math.max(faultStandsMs, (made.retryAfterSeconds ?? 0) * 1_000);
    return { value: made, keepUntil: now + pauseMs };
  }

  /** The library builds the request; the answer is taken before it gets there, because not every status can be a `Response`. */
  async function ask(): Promise<ExchangeAnswer | NoResponse> {
    let came: ExchangeAnswer | NoResponse | undefined;
    const options = {
      [customFetch]: async (url: string, { headers, body }: { headers: Record<string, string>; body?: unknown }) => {
        came = await exchange({ method: 'POST', url, ...bodyOf(endpoint, headers, body) }, fetchMs);
        return new Response();
      },
    };
    const scope = oauth.scope ?? endpoint.scope;
    const parameters = new URLSearchParams(scope === null ? {} : { scope });
    if (refreshToken === undefined) await clientCredentialsGrantRequest(server, client, secret, parameters, options);
    else
      await refreshTokenGrantRequest(server, client, secret, refreshToken, {
        ...options,
        additionalParameters: parameters,
      });
    return came ?? { because: 'no-answer', wasConnected: false };
  }

  async function read(
    answer: ExchangeAnswer,
  ): Promise<{ readonly token: string; readonly lifeSeconds?: number | undefined } | TokenFault> {
    const fault = (because: TokenFault['because']): TokenFault => ({
      because,
      silence: null,
      status: answer.status,
      code: codeIn(answer),
      host,
      retryAfterSeconds: readRetryAfter(answer.headers['retry-after'], clock.now()),
    });
    if (answer.status !== 200) return fault(meaningOf(answer));
    const response = Response.json(jsonOrNull(answer.text));
    const process = refreshToken === undefined ? processClientCredentialsResponse : processRefreshTokenResponse;
    const given = await process(server, client, response).catch(() => null);
    if (given === null || !tokenShape.test(given.access_token))
      return fault(codeIn(answer) === '' ? 'not-there' : 'refused');
    if (refreshToken !== undefined) refreshToken = given.refresh_token ?? refreshToken;
    return { token: given.access_token, lifeSeconds: given.expires_in };
  }

  const silent = (silence: Silence): TokenFault => ({
    because: 'silent',
    silence,
    status: null,
    code: '',
    host,
    retryAfterSeconds: null,
  });

  return {
    current,
    async after(refused) {
      const known = await current();
      if (known !== refused) return known;
      kept.forget('token');
      return current();
    },
  };
}

function keepMs(lifeSeconds: number | undefined): number {
  const lifeMs = lifeSeconds === undefined ? unknownLifeMs : lifeSeconds * 1_000;
  return Math.max(lifeMs - renewBeforeMs, lifeMs / 2);
}

function bodyOf({ body: as }: TokenEndpoint, headers: Record<string, string>, body: unknown) {
  const form = new URLSearchParams(body instanceof URLSearchParams ? body : undefined);
  return as === 'form'
    ? { headers, body: form.toString() }
    : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(Object.fromEntries(form)) };
}

function codeIn({ text }: ExchangeAnswer): string {
  const parsed = errorSchema.safeParse(jsonOrNull(text));
  return parsed.success ? parsed.data.error : '';
}

function meaningOf(answer: ExchangeAnswer): TokenFault['because'] {
  const { status } = answer;
  if (status === 429) return 'busy';
  if (status === 408 || status >= 500) return 'failing';
  const isRefused = status === 401 || status === 403 || (status === 400 && codeIn(answer) !== '');
  return isRefused ? 'refused' : 'not-there';
}
