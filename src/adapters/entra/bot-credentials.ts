import { ClientAssertionCredential, ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity';
import type { Clock } from '../../ports/clock.ts';

/** The settings that say who the bot is in Entra. */
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
  /** The kept token, or a new one. Rejects with `BotTokenFault` when there is none to be had. */
  token(): Promise<string>;
  /** Fetches the token before the first turn needs it. Never rejects: the first turn tries again. */
  warm(): Promise<void>;
  /** For SDK clients that take a `TokenCredential`. */
  getToken(): Promise<AccessToken>;
}

/** Entra gave the bot no token. `code` is stable. */
export class BotTokenFault extends Error {
  readonly code = 'BOT_TOKEN_UNAVAILABLE';
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'BotTokenFault';
  }
}

const channelScope = 'https://api.botframework.com/.default';
const renewBeforeMs = 5 * 60_000;

/** Keeps the bot's token until 5 minutes before its end, with one request under way however many turns wait. */
export function createBotCredentials(settings: BotCredentialSettings, clock: Clock): BotCredentials {
  return keepToken(credentialFor(settings), clock);
}

/** Keeps the token of any credential in the same way. */
export function keepToken(credential: Credential, clock: Clock): BotCredentials {
  let kept: AccessToken | null = null;
  let flight: Promise<AccessToken> | null = null;

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
    flight ??= fetchToken().finally(() => {
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
  const { LOGIN_URL: authorityHost, BOT_APP_ID: appId, BOT_APP_TENANT_ID: tenantId } = settings;
  const options = { authorityHost, disableInstanceDiscovery: true, retryOptions: { maxRetries: 1 } };
  if (settings.BOT_APP_SECRET !== undefined)
    return new ClientSecretCredential(tenantId, appId, settings.BOT_APP_SECRET, options);
  const clientId = settings.MANAGED_IDENTITY_CLIENT_ID ?? appId;
  const identity = new ManagedIdentityCredential({ clientId });
  // A bot that is itself registered as the managed identity needs no trade.
  if (clientId.toLowerCase() === appId.toLowerCase()) return identity;
  const assertion = async (): Promise<string> => (await identity.getToken('api://AzureADTokenExchange')).token;
  return new ClientAssertionCredential(tenantId, appId, assertion, options);
}
