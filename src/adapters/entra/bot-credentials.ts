import { ManagedIdentityCredential } from '@azure/identity';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import { type ExchangeAnswer, exchange } from '../upstream/exchange.ts';

/** The settings that identify the bot in Entra. */
export interface BotCredentialSettings {
  readonly LOGIN_URL: string;
  readonly BOT_APP_ID: string;
  readonly BOT_APP_TENANT_ID: string;
  readonly BOT_APP_SECRET?: string | undefined;
  readonly MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}

interface AccessToken {
  readonly token: string;
  readonly expiresOnTimestamp: number;
}
interface Credential {
  getToken(scope: string): Promise<AccessToken | null>;
}

/** The bot's own token for calls to the channel. */
export interface BotCredentials {
  /** The cached token, or a new one. Rejects with `BotTokenFault` if Entra does not issue one. */
  token(): Promise<string>;
  /** Fetches the token before the first turn. Never rejects: the first turn tries again. */
  warm(): Promise<void>;
  /** For SDK clients that take a `TokenCredential`. */
  getToken(): Promise<AccessToken>;
}

/** Entra did not issue a token for the bot. `code` is stable. */
export class BotTokenFault extends Error {
  readonly code = 'BOT_TOKEN_UNAVAILABLE';
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'BotTokenFault';
  }
}

const channelScope = 'https://api.botframework.com/.default';
const renewBeforeMs = 5 * 60_000;
/** One turn asks for the token several times; what failed a moment ago is not waited for again. */
const faultKeptMs = 1_000;

/** Caches the bot's token until 5 minutes before it expires. However many turns wait, only one request runs. */
export function createBotCredentials(settings: BotCredentialSettings, clock: Clock): BotCredentials {
  return keepToken(credentialFor(settings), clock);
}

/** Caches the token of any credential in the same way. */
export function keepToken(credential: Credential, clock: Clock): BotCredentials {
  let kept: AccessToken | null = null;
  let flight: Promise<AccessToken> | null = null;
  let failed: { readonly fault: unknown; readonly at: number } | null = null;

  const fetchToken = async (): Promise<AccessToken> => {
    const fresh = await credential.getToken(channelScope).catch((cause: unknown) => {
      throw new BotTokenFault('Entra gave no token for the bot', { cause });
    });
    if (fresh === null || fresh.token === '') throw new BotTokenFault('Entra gave an empty token for the bot');
    kept = fresh;
    return fresh;
  };
  const getToken = (): Promise<AccessToken> => {
    if (kept !== null && kept.expiresOnTimestamp - renewBeforeMs > clock.now()) return Promise.resolve(kept);
    if (failed !== null && Math.abs(clock.now() - failed.at) < faultKeptMs) return Promise.reject(failed.fault);
    flight ??= fetchToken()
      .catch((fault: unknown) => {
        failed = { fault, at: clock.now() };
        throw fault;
      })
      .finally(() => {
        flight = null;
      });
    return flight;
  };
  return {
    getToken,
    token: async () => (await getToken()).token,
    warm: () =>
      getToken().then(
        () => undefined,
        () => undefined,
      ),
  };
}

function credentialFor(settings: BotCredentialSettings): Credential {
  const { BOT_APP_ID: appId, BOT_APP_SECRET: secret } = settings;
  if (secret !== undefined) return entraCredential(settings, async () => ({ client_secret: secret }));
  const clientId = settings.MANAGED_IDENTITY_CLIENT_ID ?? appId;
  const identity = new ManagedIdentityCredential({ clientId });
  // A bot that is registered as the managed identity itself needs no exchange.
  if (clientId.toLowerCase() === appId.toLowerCase()) return identity;
  return entraCredential(settings, async () => ({
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: (await identity.getToken('api://AzureADTokenExchange')).token,
  }));
}

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.coerce.number() });
const tokenTimeoutMs = 5_000;
/** A fault that came sooner is worth a second try at once. */
const soonMs = 1_000;
const largestAnswerBytes = 100_000;

/**
 * The client credentials grant (RFC 6749 section 4.4; with an assertion, RFC 7523): one request, one response.
 * Written by hand because the first response of a new process waits for it. The identity library takes time to load
 * and would first fetch the tenant's OpenID metadata.
 */
function entraCredential(
  { LOGIN_URL, BOT_APP_ID, BOT_APP_TENANT_ID }: BotCredentialSettings,
  proof: () => Promise<Readonly<Record<string, string>>>,
): Credential {
  const url = `${LOGIN_URL}/${BOT_APP_TENANT_ID}/oauth2/v2.0/token`;
  const ask = async (scope: string): Promise<ExchangeAnswer> => {
    const form = { client_id: BOT_APP_ID, grant_type: 'client_credentials', scope, ...(await proof()) };
    const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams(form).toString();
    return exchange({ method: 'POST', url, headers, body, largestAnswerBytes }, { timeoutMs: tokenTimeoutMs });
  };
  return {
    async getToken(scope) {
      const startedAt = performance.now();
      const isSoon = (): boolean => performance.now() - startedAt < soonMs;
      const first = await ask(scope).catch((fault: unknown) => {
        if (!isSoon()) throw fault;
        return null;
      });
      const answer = first === null || (first.status >= 500 && isSoon()) ? await ask(scope) : first;
      if (answer.status !== 200) throw new Error(`the token endpoint answered ${answer.status}`);
      const { access_token: token, expires_in: lastsSeconds } = tokenAnswer.parse(JSON.parse(answer.text));
      return { token, expiresOnTimestamp: Date.now() + lastsSeconds * 1_000 };
    },
  };
}
