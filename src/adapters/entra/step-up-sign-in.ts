import type { AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node';
import { z } from 'zod';
import type { Identity } from '../../domain/facts.ts';
import { type CannotTellReason, cannotTell, type Known, known } from '../../domain/known.ts';
import { sameId } from '../../domain/text.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StepUpEnd, StepUpOrder, StepUpSignIn } from '../../ports/step-up-sign-in.ts';
import type { MicrosoftFacts, ReadingTokens, TokenPlace } from '../facts/read-facts.ts';
import { type Deadline, inTime } from '../upstream/deadline.ts';
import type { ObserveUpstream } from '../upstream/send.ts';
import { UpstreamFault } from '../upstream/upstream-fault.ts';
import { entraFault } from './entra-faults.ts';
import { signInDigest, type TradeResult } from './on-behalf-of.ts';
import {
  checkedIdToken,
  entraBudgetMs,
  newAttempt,
  type SignInNotes,
  taken,
  type WebSignInSettings,
  webSignInClients,
} from './web-sign-in.ts';

export interface StepUpSignInParts {
  readonly settings: WebSignInSettings & { readonly GRAPH_URL: string; readonly ARM_URL: string };
  /** Where Entra sends the browser back to. The app registration lists exactly this URI. */
  readonly redirectUri: string;
  /** Reads with the tokens of the sign-in. */
  readonly facts: Pick<MicrosoftFacts, 'readWith' | 'keepToken'>;
  readonly clock: Clock;
  readonly observe?: ObserveUpstream;
}

/** How long reading the facts may take, in milliseconds. A browser waits for it, not a channel. */
const factsBudgetMs = 8_000;
/** For how long the readings of the same sign-in may use what was proved, in milliseconds. With `cp1`, tokens last longer. */
const provedForMs = 60 * 60_000;

const personSchema = z.object({ oid: z.guid() });

/**
 * Authorization code flow with PKCE, for the service that asked: its policies are those that Entra applies. `claims` hands on
 * what it asked for. The tenant is the person's, so nobody from elsewhere can sign in.
 */
export function createStepUpSignIn(parts: StepUpSignInParts): StepUpSignIn {
  const { settings, redirectUri, facts, clock } = parts;
  const makeClient = webSignInClients(settings, clock, parts.observe);
  const scopesFor = ({ challenge: { service } }: StepUpOrder) => [
    `${service === 'azure' ? settings.ARM_URL : settings.GRAPH_URL}/.default`,
  ];
  const clientFor = ({ identity }: StepUpOrder, notes: SignInNotes) =>
    makeClient({
      tenant: identity.tenantId,
      signal: AbortSignal.timeout(entraBudgetMs + factsBudgetMs),
      notes,
      understandsChallenges: true,
    });

  return {
    digestOf: signInDigest,
    async begin(order, key) {
      const fresh = newAttempt();
      const attempt = { ...fresh, state: `${key}.${fresh.state}` };
      try {
        const url = await clientFor(order, { fault: null }).getAuthCodeUrl({
          scopes: scopesFor(order),
          redirectUri,
          ...taken(attempt),
          ...claimsOf(order),
          ...accountOf(order),
        });
        return { kind: 'begun', url, attempt };
      } catch {
        // Only the tenant's metadata is fetched here, so the cause can only be Entra itself.
        return { kind: 'unavailable' };
      }
    },
    async finish(order, attempt, brought) {
      if (brought.kind === 'error') return refusedBy(errorBody(brought));
      const notes: SignInNotes = { fault: null };
      try {
        const { nonce, verifier: codeVerifier } = attempt;
        const client = clientFor(order, notes);
        const answer = await client.acquireTokenByCode({
          code: brought.code,
          scopes: scopesFor(order),
          redirectUri,
          codeVerifier,
          nonce,
          ...claimsOf(order),
        });
        if (!isThePerson(answer, order.identity, { settings, nonce, now: clock.now() }))
          return { kind: 'other-account' };
        const { identity, purpose, signIn } = order;
        const got = new GotTokens();
        const tokens = tokensOf(
          { client, answer, notes, got, loginUrl: settings.LOGIN_URL },
          identity,
          scopesFor(order)[0] ?? '',
        );
        const reading = await facts.readWith(tokens, { identity, purpose, budgetMs: factsBudgetMs });
        for (const { place, token, lastsMs } of got.all()) {
          const { tenantId, resource } = place;
          facts.keepToken({ identity: { ...identity, tenantId }, resource, signIn, token }, lastsMs);
        }
        if (reading.kind !== 'read') return { kind: 'refused', because: 'sign-in-again' };
        return { kind: 'read', facts: reading.facts, isEnough: reading.challenge === undefined };
      } catch (cause) {
        const fault = notes.fault ?? cause;
        return refusedFor(fault instanceof UpstreamFault ? fault.because : 'unreadable');
      }
    },
  };
}

/** A hint would have Entra pass over the choice. */
function accountOf({ loginHint, choosesAccount }: StepUpOrder) {
  if (choosesAccount) return { prompt: 'select_account' };
  return loginHint === null ? {} : { loginHint };
}

function claimsOf({ challenge: { claims } }: StepUpOrder): { readonly claims?: string } {
  return claims === null ? {} : { claims };
}

function isThePerson(
  answer: AuthenticationResult,
  { personId, tenantId }: Identity,
  expected: Parameters<typeof checkedIdToken>[1],
): boolean {
  const token = checkedIdToken(answer.idTokenClaims, expected);
  const person = personSchema.safeParse(token);
  return token !== null && person.success && sameId(token.tid, tenantId) && sameId(person.data.oid, personId);
}

interface SignedIn {
  readonly client: ConfidentialClientApplication;
  readonly answer: AuthenticationResult;
  readonly notes: SignInNotes;
  readonly got: GotTokens;
  readonly loginUrl: string;
}

interface GotToken {
  readonly place: TokenPlace;
  readonly token: string;
  readonly lastsMs: number;
}

/** The access tokens that a reading used, without those that a service turned down. */
class GotTokens {
  readonly #tokens = new Map<string, GotToken>();

  add(place: TokenPlace, { accessToken: token, expiresOn }: AuthenticationResult): Known<string> {
    // The library uses the machine's clock; ours may be a different one.
    const lastsMs = Math.min((expiresOn?.getTime() ?? 0) - Date.now(), provedForMs);
    this.#tokens.set(keyOf(place), { place, token, lastsMs });
    return known(token);
  }

  drop(place: TokenPlace): void {
    this.#tokens.delete(keyOf(place));
  }

  all(): Iterable<GotToken> {
    return this.#tokens.values();
  }
}

function keyOf({ resource, tenantId }: TokenPlace): string {
  return `${tenantId} ${resource}`;
}

/**
 * The tokens of one sign-in: the service's own, and for any other what the same sign-in is good for. What could renew them goes
 * with the client.
 */
function tokensOf(
  { client, answer, notes, got, loginUrl }: SignedIn,
  identity: Identity,
  ownScope: string,
): ReadingTokens {
  const silently = async (place: TokenPlace): Promise<TradeResult> => {
    const { resource, tenantId, claims } = place;
    const { account } = answer;
    if (account === null) return cannotTell('unreadable');
    notes.fault = null;
    try {
      const renewed = await client.acquireTokenSilent({
        account,
        scopes: [`${resource}/.default`],
        authority: `${loginUrl}/${tenantId}`,
        ...(claims ? { claims } : {}),
      });
      return got.add(place, renewed);
    } catch (cause) {
      const fault = notes.fault ?? cause;
      if (!(fault instanceof UpstreamFault)) return cannotTell('sign-in-again');
      return { ...cannotTell(fault.because), ...(fault.challenge === null ? {} : { challenge: fault.challenge }) };
    }
  };
  return {
    tokenFor(place, deadline: Deadline) {
      const isOwn =
        `${place.resource}/.default` === ownScope && sameId(place.tenantId, identity.tenantId) && !place.claims;
      if (isOwn) return Promise.resolve(got.add(place, answer));
      return inTime(silently(place), deadline, cannotTell('too-slow'));
    },
    forget: (place) => got.drop(place),
  };
}

/** Somebody who cancels there declined to prove it; that says nothing about consent (AADSTS65004). */
const declined = 65004;

function errorBody({ error, description }: { readonly error: string; readonly description: string }): object {
  const code = Number(/\bAADSTS(\d{4,9})\b/.exec(description)?.[1] ?? 0);
  return code === declined ? { error: 'interaction_required' } : { error, error_codes: [code] };
}

function refusedBy(body: object): StepUpEnd {
  return refusedFor(entraFault(body)?.because ?? 'unreadable');
}

/** Entra itself turns away an account that the person's tenant does not know (AADSTS50020 and its like). */
function refusedFor(because: CannotTellReason): StepUpEnd {
  return because === 'wrong-account' ? { kind: 'other-account' } : { kind: 'refused', because };
}
