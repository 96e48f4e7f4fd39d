import { ClientAssertionCredential, ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity';
import type { Clock } from '../../ports/clock.ts';
import { judgeEntra, rememberTenantDocuments } from '../entra/login-send.ts';
import { startDeadline } from '../upstream/deadline.ts';
import { createGuard } from '../upstream/guard.ts';
import { Kept } from '../upstream/kept.ts';
import { createSdkHttpClient } from '../upstream/sdk-http-client.ts';
import { createSend, type ObserveUpstream, type Send } from '../upstream/send.ts';
import { UpstreamFault } from '../upstream/upstream-fault.ts';

/** The settings that locate Entra and Graph, and identify the sign-in registration. */
export interface AppTokenSettings {
  readonly LOGIN_URL: string;
  readonly GRAPH_URL: string;
  readonly SIGN_IN_APP_ID: string;
  readonly SIGN_IN_APP_SECRET?: string | undefined;
  readonly MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}

/** A token for Graph of the registration itself, or none. */
export type AppToken = { readonly kind: 'token'; readonly token: string } | { readonly kind: 'none' };

/** Tokens with which the sign-in registration asks Graph as itself, one for each tenant. */
export interface AppTokens {
  in(tenantId: string): Promise<AppToken>;
  /** Consent may have been granted after the token was issued; the next one is new. */
  forget(tenantId: string): void;
}

/** How long a token may take, in milliseconds. */
const tokenMs = 6_000;
const tenantsKept = 50;
/** Tokens are dropped a little early, so that none expires in transit. */
const marginMs = 60_000;
/** How long a refusal is cached, so that a tenant without consent is not asked over and over. */
const refusalKeptMs = 60_000;

/** Caches a token for each tenant until shortly before it expires. */
export function createAppTokens(
  settings: AppTokenSettings,
  clock: Clock,
  observe: ObserveUpstream = () => undefined,
): AppTokens {
  const login = rememberTenantDocuments(createSend('login', settings.LOGIN_URL, observe), clock);
  const guard = createGuard();
  const tokens = new Kept<AppToken>(tenantsKept, clock);
  const scope = `${new URL(settings.GRAPH_URL).origin}/.default`;
  return {
    in: (tenantId) =>
      tokens.get(tenantId, async () => {
        const asked = await guard.ask(startDeadline(tokenMs), (signal) =>
          fetchToken(settings, tenantId, scope, login, signal),
        );
        if (asked.kind === 'cannot-tell')
          return { value: { kind: 'none' }, keepUntil: keptAfter(asked.because, clock) };
        const lastsMs = asked.value.expiresOnTimestamp - Date.now();
        return {
          value: { kind: 'token', token: asked.value.token },
          keepUntil: clock.now() + lastsMs - marginMs,
        };
      }),
    forget: (tenantId) => tokens.forget(tenantId),
  };
}

async function fetchToken(
  settings: AppTokenSettings,
  tenantId: string,
  scope: string,
  send: Send,
  signal: AbortSignal,
): Promise<{ token: string; expiresOnTimestamp: number }> {
  const notes: { fault: unknown } = { fault: null };
  const client = createSdkHttpClient(send, judgeEntra, signal);
  const httpClient = {
    async sendRequest(request: Parameters<typeof client.sendRequest>[0]) {
      try {
        return await client.sendRequest(request);
      } catch (fault) {
        notes.fault = fault;
        throw fault;
      }
    },
  };
  const options = {
    authorityHost: settings.LOGIN_URL,
    disableInstanceDiscovery: true,
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    httpClient,
  };
  try {
    return await credentialOf(settings, tenantId, options).getToken(scope);
  } catch (cause) {
    // The library wraps every fault in one error type; ours still says which one it was.
    throw notes.fault ?? new UpstreamFault('misconfigured', 'there is no token for the registration', { cause });
  }
}

function credentialOf(
  settings: AppTokenSettings,
  tenantId: string,
  options: ConstructorParameters<typeof ClientSecretCredential>[3],
): ClientSecretCredential | ClientAssertionCredential {
  const { SIGN_IN_APP_ID: appId, SIGN_IN_APP_SECRET: secret, MANAGED_IDENTITY_CLIENT_ID: clientId } = settings;
  if (secret !== undefined) return new ClientSecretCredential(tenantId, appId, secret, options);
  const identity = clientId === undefined ? null : new ManagedIdentityCredential({ clientId });
  const assertion = async (): Promise<string> => {
    if (identity === null) throw new UpstreamFault('misconfigured', 'the registration has no proof');
    return (await identity.getToken('api://AzureADTokenExchange')).token;
  };
  return new ClientAssertionCredential(tenantId, appId, assertion, options);
}

function keptAfter(because: string, clock: Clock): number {
  const passes = because === 'throttled' || because === 'unavailable' || because === 'too-slow';
  return passes ? 0 : clock.now() + refusalKeptMs;
}
