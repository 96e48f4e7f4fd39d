import { parseJson } from './json.ts';

/** A service that the bot reads with the person's rights. */
export type ChallengedService = 'graph' | 'azure';

/**
 * A service wants the person themselves to prove more before the bot may read there: a second factor, a managed device, a
 * sign-in after their session was revoked.
 */
export interface Challenge {
  readonly service: ChallengedService;
  /** The claims request to hand to Entra, as JSON; null if the service did not say what it wants, or not readably. */
  readonly claims: string | null;
}

/** Claims requests are short lists of ids. Characters. */
const claimsMax = 4_096;

/** A claims request that may be handed on; null if the text is not one. Source: OpenID Connect Core 1.0, section 5.5. */
export function claimsRequest(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > claimsMax) return null;
  const request = parseJson(text, () => null);
  return typeof request === 'object' && request !== null && !Array.isArray(request) ? JSON.stringify(request) : null;
}

/**
 * Whether a sign-in as before is enough, only newer: the service asks for a token from after a moment and for nothing else,
 * as it does when a session was revoked or a password changed.
 * Source: Microsoft Learn, "Claims challenges, claims requests and client capabilities" (10 April 2024): `nbf` for
 * continuous access evaluation, `acrs` for a policy.
 */
export function wantsFreshSignIn({ claims }: Challenge): boolean {
  const request = claims === null ? null : parseJson(claims, () => null);
  if (!hasMember(request, 'access_token')) return false;
  const wanted = request.access_token;
  return hasMember(wanted, 'nbf') && Object.keys(wanted).every((name) => name === 'nbf' || name === 'xms_cc');
}

function hasMember<Name extends string>(value: unknown, name: Name): value is Record<Name, unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name);
}
