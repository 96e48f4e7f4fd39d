import { createHash, randomBytes } from 'node:crypto';
import { ManagedIdentityCredential } from '@azure/identity';
import { ConfidentialClientApplication, type INetworkModule, type NetworkRequestOptions } from '@azure/msal-node';
import { z } from 'zod';
import { lazily } from '../../domain/lazily.ts';
import { sameId } from '../../domain/text.ts';
import type { Clock } from '../../ports/clock.ts';
import type { SignInAttempt } from '../../ports/sign-in-attempt.ts';
import { createSend, jsonIn, type ObserveUpstream, type Send, type UpstreamAnswer } from '../upstream/send.ts';
import { UpstreamFault } from '../upstream/upstream-fault.ts';
import { judgeEntra, rememberTenantDocuments } from './login-send.ts';

/** How the sign-in registration is found, and how it authenticates. */
export interface WebSignInSettings {
  readonly LOGIN_URL: string;
  readonly SIGN_IN_APP_ID: string;
  readonly SIGN_IN_APP_SECRET?: string | undefined;
  readonly MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}

/** The fault of the last request: the library's own errors hide which one it was. */
export interface SignInNotes {
  fault: unknown;
}

export interface ClientOptions {
  /** Tenant id, or `organizations`. */
  readonly tenant: string;
  readonly signal: AbortSignal;
  readonly notes: SignInNotes;
  /** Declares that the bot understands claims challenges (`cp1`). */
  readonly understandsChallenges?: boolean;
}

/** Makes a client for each sign-in of a browser, so that no token outlives it in the library's cache. */
export type MakeClient = (options: ClientOptions) => ConfidentialClientApplication;

/** How long Entra may take, in milliseconds. */
export const entraBudgetMs = 8_000;
const skewMs = 5 * 60_000;

/** The authorization code flow with PKCE, through the sign-in registration. */
export function webSignInClients(
  settings: WebSignInSettings,
  clock: Clock,
  observe: ObserveUpstream = () => undefined,
): MakeClient {
  const send = rememberTenantDocuments(createSend('login', settings.LOGIN_URL, observe), clock);
  const proof = proofOf(settings);
  return ({ tenant, signal, notes, understandsChallenges = false }) =>
    new ConfidentialClientApplication({
      auth: {
        clientId: settings.SIGN_IN_APP_ID,
        authority: `${settings.LOGIN_URL}/${tenant}`,
        // Our settings give the login host; having the library validate it would cost a round trip.
        knownAuthorities: [new URL(settings.LOGIN_URL).host],
        ...(understandsChallenges ? { clientCapabilities: ['cp1'] } : {}),
        ...proof(notes),
      },
      system: { networkClient: networkThrough(send, signal, notes) },
    });
}

export function newAttempt(): SignInAttempt {
  return { state: random(), nonce: random(), verifier: random() };
}

/** What the browser takes to Entra of an attempt. */
export function taken({ state, nonce, verifier }: SignInAttempt) {
  const codeChallenge = createHash('sha256').update(verifier).digest('base64url');
  return { responseMode: 'query', state, nonce, codeChallenge, codeChallengeMethod: 'S256' } as const;
}

/** The claims that we check. Source: Microsoft Learn, ID token claims reference. */
const idTokenSchema = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nonce: z.string(),
  tid: z.guid(),
});
export type CheckedIdToken = z.infer<typeof idTokenSchema>;

/**
 * The token came straight from Entra over TLS, so the signature need not be verified (OpenID Connect Core, 3.1.3.7).
 * Issuer, audience, expiry and nonce are still checked. Null if one of them is wrong.
 */
export function checkedIdToken(
  value: unknown,
  expected: { readonly settings: WebSignInSettings; readonly nonce: string; readonly now: number },
): CheckedIdToken | null {
  const parsed = idTokenSchema.safeParse(value);
  if (!parsed.success) return null;
  const { iss, aud, exp, nonce, tid } = parsed.data;
  const { settings, now } = expected;
  const isOurs = iss === `${settings.LOGIN_URL}/${tid}/v2.0` && sameId(aud, settings.SIGN_IN_APP_ID);
  return isOurs && exp * 1_000 + skewMs > now && nonce === expected.nonce ? parsed.data : null;
}

type AppProof = { readonly clientSecret: string } | { readonly clientAssertion: () => Promise<string> };

function random(): string {
  return randomBytes(32).toString('base64url');
}

function proofOf(settings: WebSignInSettings): (notes: SignInNotes) => AppProof {
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

/** Routes the library's requests through our own limited client. */
function networkThrough(send: Send, signal: AbortSignal, notes: SignInNotes): INetworkModule {
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
