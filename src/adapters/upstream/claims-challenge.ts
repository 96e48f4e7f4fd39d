import { claimsRequest } from '../../domain/challenge.ts';

/** A claims challenge in a response. `claims` is null if the service sent none that is readable. */
export interface ClaimsChallenge {
  readonly claims: string | null;
}

/**
 * The claims challenge in a WWW-Authenticate header; null if there is none.
 * Source: Microsoft Learn, "Claims challenges, claims requests and client capabilities" (10 April 2024): `error` is
 * `insufficient_claims`, and `claims` a claims request in base64.
 */
export function claimsChallengeIn(header: string | null): ClaimsChallenge | null {
  if (header === null || !/\binsufficient_claims\b|\bclaims\s*=/i.test(header)) return null;
  const encoded = /\bclaims\s*=\s*"?([\w+/=-]+)/i.exec(header)?.[1] ?? '';
  // Base64 as such, or the kind for addresses: Node reads both.
  return { claims: claimsRequest(Buffer.from(encoded, 'base64').toString('utf8')) };
}
