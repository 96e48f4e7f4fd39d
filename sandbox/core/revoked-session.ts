import type { BearerReading } from './bearer.ts';

/** A token whose person's sessions were revoked after they signed in, as its resource answers it. */
export interface RevokedSession {
  /** The value of the WWW-Authenticate header. */
  readonly challenge: string;
  readonly message: string;
}

/**
 * Whether a resource refuses this token before it ends (continuous access evaluation). Only clients that declare that they
 * understand it are told so. `revokedAt` in milliseconds since 1970.
 * Source: Microsoft Learn, "How to use Continuous Access Evaluation enabled APIs in your applications" (18 November 2024).
 */
export function revokedSession(
  { claims }: Extract<BearerReading, { kind: 'verified' }>,
  revokedAt: number | null,
): RevokedSession | null {
  const signedInAt = Number(claims.auth_time ?? claims.iat) * 1_000;
  const understands = Array.isArray(claims.xms_cc) && claims.xms_cc.includes('cp1');
  if (revokedAt === null || !understands || signedInAt >= revokedAt) return null;
  const wanted = { access_token: { nbf: { essential: true, value: String(Math.floor(revokedAt / 1_000)) } } };
  const encoded = Buffer.from(JSON.stringify(wanted)).toString('base64');
  return {
    challenge: `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`,
    message:
      'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenCreatedWithOutdatedPolicies',
  };
}
