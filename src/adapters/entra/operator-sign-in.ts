import { createHash, randomBytes } from 'node:crypto';
import { ManagedIdentityCredential } from '@azure/identity';
import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node';
import { z } from 'zod';
import type { CannotTellReason } from '../../domain/known.ts';
import { lazily } from '../../domain/lazily.ts';
import type { OperatorClaims } from '../../domain/operators.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OperatorSignIn, SignInAttempt, SignInEnd } from '../../ports/operator-sign-in.ts';
import { createSend, jsonIn, type ObserveUpstream, type Send, type UpstreamAnswer } from '../upstream/send.ts';
import { UpstreamFault } from '../upstream/upstream-fault.ts';
import { judgeEntra, rememberTenantDocuments } from './login-send.ts';

export interface OperatorSignInSettings {
  readonly LOGIN_URL: string;
  readonly SIGN_IN_APP_ID: string;
  readonly SIGN_IN_APP_SECRET?: string | undefined;
  readonly MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}

export interface OperatorSignInParts {
  readonly settings: OperatorSignInSettings;
  /** Where Entra sends the browser back to. The app registration lists exactly this URI. */
  readonly redirectUri: string;
  /** Tenants whose people can be operators. */
  readonly tenants: readonly string[];
  readonly clock: Clock;
  readonly observe?: ObserveUpstream;
}

const entraBudgetMs = 8_000;
const skewMs = 5 * 60_000;

/** The claims that we check. Source: Microsoft Learn, ID token claims reference. */
const idTokenSchema = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nonce: z.string(),
  tid: z.guid(),
  roles: z.array(z.string()).default([]),
});

/** Signs operators in through the sign-in registration: authorization code flow with PKCE. */
export function createOperatorSignIn(parts: OperatorSignInParts): OperatorSignIn {
  const { settings, redirectUri, tenants, clock } = parts;
  const send = rememberTenantDocuments(
    createSend('login', settings.LOGIN_URL, parts.observe ?? (() => undefined)),
    clock,
  );
  const proof = proofOf(settings);
  // A single-tenant registration refuses the `organizations` endpoint.
  const authority = `${settings.LOGIN_URL}/${tenants.length === 1 ? tenants[0] : 'organizations'}`;

  /** One client per request, so that no token stays in the library's cache. */
  const clientFor = (signal: AbortSignal, notes: Notes) =>
    new ConfidentialClientApplication({
      auth: {
        clientId: settings.SIGN_IN_APP_ID,
        authority,
        // Our settings give the login host; having the library validate it would cost a round trip.
        knownAuthorities: [new URL(settings.LOGIN_URL).host],
        ...proof(notes),
      },
      system: { networkClient: networkThrough(send, signal, notes) },
    });

  return {
    async begin() {
      const attempt = { state: random(), nonce: random(), verifier: random() };
      try {
        const client = clientFor(AbortSignal.timeout(entraBudgetMs), { fault: null });
        const url = await client.getAuthCodeUrl({
          scopes: [],
          redirectUri,
          responseMode: 'query',
          // Operators often have a second account for this work.
          prompt: 'select_account',
          state: attempt.state,
          nonce: attempt.nonce,
          codeChallenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
          codeChallengeMethod: 'S256',
        });
        return { kind: 'begun', url, attempt };
      } catch {
        // Only the tenant's metadata is fetched here, so the cause can only be Entra itself.
        return { kind: 'unavailable' };
      }
    },
    async finish(attempt, code) {
      const notes: Notes = { fault: null };
      try {
        const client = clientFor(AbortSignal.timeout(entraBudgetMs), notes);
        const { nonce, verifier: codeVerifier } = attempt;
        const answer = await client.acquireTokenByCode({ code, scopes: [], redirectUri, codeVerifier, nonce });
        const claims = readOperatorClaims(answer.idTokenClaims, { settings, attempt, now: clock.now() });
        return claims === null ? { kind: 'refused' } : { kind: 'signed-in', claims };
      } catch (cause) {
        return endedBy(notes.fault ?? cause);
      }
    },
  };
}

/**
 * The token came straight from Entra over TLS, so the signature need not be verified (OpenID Connect Core, 3.1.3.7).
 * Issuer, audience, expiry and nonce are still checked. Null if one of them is wrong.
 */
export function readOperatorClaims(
  value: unknown,
  expected: { readonly settings: OperatorSignInSettings; readonly attempt: SignInAttempt; readonly now: number },
): OperatorClaims | null {
  const parsed = idTokenSchema.safeParse(value);
  if (!parsed.success) return null;
  const { iss, aud, exp, nonce, tid, roles } = parsed.data;
  const { settings, attempt, now } = expected;
  if (iss !== `${settings.LOGIN_URL}/${tid}/v2.0`) return null;
  if (aud.toLowerCase() !== settings.SIGN_IN_APP_ID.toLowerCase()) return null;
  if (exp * 1_000 + skewMs <= now || nonce !== attempt.nonce) return null;
  return { tenantId: tid, roles };
}

type AppProof = { readonly clientSecret: string } | { readonly clientAssertion: () => Promise<string> };

interface Notes {
  fault: unknown;
}

function random(): string {
  return randomBytes(32).toString('base64url');
}

function proofOf(settings: OperatorSignInSettings): (notes: Notes) => AppProof {
  const { SIGN_IN_APP_SECRET: clientSecret, MANAGED_IDENTITY_CLIENT_ID: clientId } = settings;
  if (clientSecret !== undefined) return () => ({ clientSecret });
  if (clientId === undefined) throw new UpstreamFault('misconfigured', 'the registration has no proof');
  const identity = lazily(() => new ManagedIdentityCredential({ clientId }));
  return (notes) => ({
    clientAssertion: async () => {
      try {
        return (await identity().getToken('api://AzureADTokenExchange')).token;
      } catch (cause) {
        notes.fault = new UpstreamFault('misconfigured', 'the managed identity gave no assertion', { cause });
        throw notes.fault;
      }
    },
  });
}

/** Routes the library's requests through our own limited client. Its errors hide which fault it was; `notes` keeps it. */
function networkThrough(send: Send, signal: AbortSignal, notes: Notes): INetworkModule {
  const ask = async <T>(method: string, url: string, options: NetworkRequestOptions | undefined) => {
    try {
      const { headers = {}, body } = options ?? {};
      const answer = await send({ method, url, headers, signal, ...(body === undefined ? {} : { body }) });
      judgeEntra(answer);
      return asMsalAnswer<T>(answer);
    } catch (fault) {
      notes.fault = fault;
      throw fault;
    }
  };
  return {
    sendGetRequestAsync: (url, options) => ask('GET', url, options),
    sendPostRequestAsync: (url, options) => ask('POST', url, options),
  };
}

function asMsalAnswer<T>(answer: UpstreamAnswer) {
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: jsonIn(answer) as T };
}

const passing: ReadonlySet<CannotTellReason> = new Set(['throttled', 'unavailable', 'too-slow', 'unreadable']);
const forAdministrators: ReadonlySet<CannotTellReason> = new Set([
  'misconfigured',
  'consent-missing',
  'service-absent',
]);

function endedBy(fault: unknown): SignInEnd {
  if (!(fault instanceof UpstreamFault)) return { kind: 'refused' };
  if (passing.has(fault.because)) return { kind: 'unavailable' };
  return { kind: forAdministrators.has(fault.because) ? 'misconfigured' : 'refused' };
}
