import type { StoryPerson } from '../people/person.ts';
import type { AccessPolicy } from '../people/tenants.ts';
import { isMet, policiesFor, readClaims, type SignInProofs } from './conditional-access.ts';
import { readScope } from './resources.ts';
import { type StsCode, type StsRefusal, stsErrorBody, stsRefusal } from './sts-refusal.ts';
import { readTenant, tenantFor } from './tenant-names.ts';
import type { Entra } from './token-endpoint.ts';

/** What the browser gets. */
export type AuthorizeAnswer =
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'choose'; readonly query: URLSearchParams }
  /** A policy wants more of this person than their password. */
  | { readonly kind: 'prove'; readonly query: URLSearchParams; readonly demands: AccessPolicy['demands'] }
  /** The client itself cannot be trusted with an answer, so the person is told. */
  | { readonly kind: 'refused-here'; readonly refusal: StsRefusal };

export interface AuthorizeRequest {
  /** As it stands in the address. */
  readonly tenant: string;
  readonly query: URLSearchParams;
}

/** Answers a request to the authorize endpoint. */
export function answerAuthorize(entra: Entra, { tenant, query }: AuthorizeRequest): AuthorizeAnswer {
  const { core, people } = entra;
  const unsafe = refuseHere(entra, query);
  if (unsafe) return { kind: 'refused-here', refusal: unsafe };
  const reading = readTenant(core, tenant);
  if (reading.kind === 'refused') return { kind: 'refused-here', refusal: reading };
  if (query.get('response_type') !== 'code') return sendBackRefused(entra, query, 900144);
  if (!usesKnownChallenge(query)) return sendBackRefused(entra, query, 501491);
  if (query.get('choice') === 'cancel') return sendBackRefused(entra, query, 65004);
  const chosen = query.get('person');
  if (chosen === null && query.get('prompt') === 'none') return sendBackRefused(entra, query, 50058);
  const person = chosen === null ? undefined : people.get(chosen);
  if (!person) return { kind: 'choose', query: withoutChoice(query) };
  const there = tenantFor(people, person, reading);
  if (there.kind !== 'one') return sendBackRefused(entra, query, 50020);
  const { tenantId } = there;
  const proof = readProof(entra, query, tenantId);
  switch (proof.kind) {
    case 'refused':
      return { kind: 'refused-here', refusal: proof };
    case 'wanted':
      return { kind: 'prove', query, demands: proof.demands };
    case 'given':
      return sendBackWithCode(entra, query, { person, tenantId, proofs: proof.proofs });
  }
}

type ProofReading =
  | { readonly kind: 'given'; readonly proofs: SignInProofs }
  | { readonly kind: 'wanted'; readonly demands: AccessPolicy['demands'] }
  | StsRefusal;

/** `proof=given` shows whatever is asked for. Somebody who cannot show it stays at Entra; no client hears of them. */
function readProof({ core }: Entra, query: URLSearchParams, tenantId: string): ProofReading {
  const claims = readClaims(query.get('claims'));
  if (claims.kind === 'refused') return claims;
  const scope = readScope(core, query.get('scope') ?? '');
  if (scope.kind === 'refused') return scope;
  const isGiven = query.get('proof') === 'given';
  const proofs = { secondFactor: isGiven, compliantDevice: isGiven, at: core.now() };
  const unmet = policiesFor(tenantId, scope.resource).find((policy) => !isMet(policy, proofs));
  if (unmet === undefined) return { kind: 'given', proofs };
  if (query.get('proof') === null) return { kind: 'wanted', demands: unmet.demands };
  return stsRefusal(unmet.demands === 'second-factor' ? 50076 : 53000);
}

function refuseHere({ core }: Entra, query: URLSearchParams): StsRefusal | null {
  if (query.get('client_id') !== core.registrations.signIn.appId) return stsRefusal(700016);
  if (!redirectsOf(core).includes(query.get('redirect_uri') ?? '')) return stsRefusal(50011);
  const mode = query.get('response_mode') ?? 'query';
  return mode === 'query' ? null : stsRefusal(900144, 'The sandbox knows response_mode=query only.');
}

/** What the registration lists: the token service, and the two places where people sign in to the bot itself. */
function redirectsOf({ addresses: { http, bot } }: Entra['core']): readonly string[] {
  return [`${http}/token-service/callback`, `${bot}/operator/signed-in`, `${bot}/step-up/signed-in`];
}

function usesKnownChallenge(query: URLSearchParams): boolean {
  return !query.has('code_challenge') || query.get('code_challenge_method') === 'S256';
}

function sendBackWithCode(
  { core, grants }: Entra,
  query: URLSearchParams,
  {
    person,
    tenantId,
    proofs,
  }: { readonly person: StoryPerson; readonly tenantId: string; readonly proofs: SignInProofs },
): AuthorizeAnswer {
  const code = grants.issueCode(
    {
      clientId: query.get('client_id') ?? '',
      redirectUri: query.get('redirect_uri') ?? '',
      personId: person.id,
      tenantId,
      scope: query.get('scope') ?? '',
      nonce: query.get('nonce'),
      codeChallenge: query.get('code_challenge'),
      proofs,
    },
    core.now(),
  );
  return sendBack(query, { code, session_state: crypto.randomUUID() });
}

function sendBackRefused({ core }: Entra, query: URLSearchParams, code: StsCode): AuthorizeAnswer {
  const { error, error_description } = stsErrorBody(stsRefusal(code), core.now());
  return sendBack(query, { error, error_description });
}

function sendBack(query: URLSearchParams, answer: Readonly<Record<string, string>>): AuthorizeAnswer {
  const url = new URL(query.get('redirect_uri') ?? '');
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  const state = query.get('state');
  if (state !== null) url.searchParams.set('state', state);
  return { kind: 'redirect', url: url.href };
}

/** The form adds the choice again. */
function withoutChoice(query: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams(query);
  kept.delete('person');
  kept.delete('choice');
  return kept;
}
