import { ClientAssertionCredential, ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity';
import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { PersonDirectory, PersonFound } from '../../ports/tickets.ts';
import { judgeEntra, rememberTenantDocuments } from '../entra/login-send.ts';
import { startDeadline } from '../upstream/deadline.ts';
import { createGuard } from '../upstream/guard.ts';
import { Kept } from '../upstream/kept.ts';
import { createSdkHttpClient } from '../upstream/sdk-http-client.ts';
import { createSend, jsonIn, type ObserveUpstream, type Send, type UpstreamAnswer } from '../upstream/send.ts';
import { errorCodeIn, faultInAnswer, UpstreamFault } from '../upstream/upstream-fault.ts';

/** The settings that locate Entra and Graph, and identify the sign-in registration. */
export interface PersonDirectorySettings {
  readonly LOGIN_URL: string;
  readonly GRAPH_URL: string;
  readonly SIGN_IN_APP_ID: string;
  readonly SIGN_IN_APP_SECRET?: string | undefined;
  readonly MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}

const userSchema = z.object({ id: z.guid(), userType: z.string().nullish() });

/** How long looking up the person of a ticket may take, in milliseconds. */
const lookUpMs = 8_000;
/** How much of that the bot's own token may take, in milliseconds. */
const tokenMs = 6_000;
const tenantsKept = 50;
/** Tokens are dropped a little early, so that none expires in transit. */
const marginMs = 60_000;
/** How long a refusal is cached, so that a tenant without consent is not asked over and over. */
const refusalKeptMs = 60_000;

type AppToken = { readonly kind: 'token'; readonly token: string } | { readonly kind: 'none' };
const nobodyKnows: PersonFound = { kind: 'cannot-tell' };

/**
 * Looks people up as the sign-in registration itself, in the given tenant.
 * Needs the application permission User.Read.All there; without it every answer is "cannot tell".
 */
export function createPersonDirectory(
  settings: PersonDirectorySettings,
  clock: Clock,
  observe: ObserveUpstream = () => undefined,
): PersonDirectory {
  const graph = createSend('graph', settings.GRAPH_URL, observe);
  const login = rememberTenantDocuments(createSend('login', settings.LOGIN_URL, observe), clock);
  const loginGuard = createGuard();
  const graphGuard = createGuard();
  const tokens = new Kept<AppToken>(tenantsKept, clock);
  const scope = `${new URL(settings.GRAPH_URL).origin}/.default`;

  const tokenFor = (tenantId: string): Promise<AppToken> =>
    tokens.get(tenantId, async () => {
      const asked = await loginGuard.ask(startDeadline(tokenMs), (signal) =>
        fetchToken(settings, tenantId, scope, login, signal),
      );
      if (asked.kind === 'cannot-tell') return { value: { kind: 'none' }, keepUntil: keptAfter(asked.because, clock) };
      const lastsMs = asked.value.expiresOnTimestamp - Date.now();
      return { value: { kind: 'token', token: asked.value.token }, keepUntil: clock.now() + lastsMs - marginMs };
    });

  return {
    async find(tenantId, name) {
      if (!/^(?:[^\s@/?]{1,200}@[^\s@/?]{1,200}|[0-9a-f-]{36})$/i.test(name)) return { kind: 'absent' };
      const deadline = startDeadline(lookUpMs);
      const token = await tokenFor(tenantId);
      if (token.kind === 'none') return nobodyKnows;
      const url = `${settings.GRAPH_URL}/v1.0/users/${encodeURIComponent(name)}?$select=id,userType`;
      const asked = await graphGuard.ask(deadline, async (signal) =>
        readUser(
          await graph({
            method: 'GET',
            url,
            signal,
            headers: { authorization: `Bearer ${token.token}`, accept: 'application/json' },
          }),
        ),
      );
      if (asked.kind === 'known') return asked.value;
      // Consent may have been granted after the token was issued; the next look-up requests a new one.
      if (asked.because === 'permission-refused' || asked.because === 'sign-in-again') tokens.forget(tenantId);
      return nobodyKnows;
    },
  };
}

/** Absent only if Graph itself says so; a page from a proxy does not count. Guests belong to another tenant. */
function readUser(answer: UpstreamAnswer): PersonFound {
  if (answer.status === 404 && errorCodeIn(jsonIn(answer)) === 'Request_ResourceNotFound') return { kind: 'absent' };
  const fault = faultInAnswer({
    status: answer.status,
    errorCode: null,
    header: (name) => answer.headers.get(name),
  });
  if (fault !== null) throw fault;
  const parsed = userSchema.safeParse(jsonIn(answer));
  if (!parsed.success) throw new UpstreamFault('unreadable', 'the answer is no user');
  if (parsed.data.userType?.toLowerCase() === 'guest') return { kind: 'absent' };
  return { kind: 'found', personId: parsed.data.id };
}

async function fetchToken(
  settings: PersonDirectorySettings,
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
  settings: PersonDirectorySettings,
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
