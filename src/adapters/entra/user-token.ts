import { z } from 'zod';
import type { Identity } from '../../domain/facts.ts';
import { jsonOrNull } from '../../domain/json.ts';
import { personalAccountsTenantId } from '../../domain/tenants.ts';
import { sameId } from '../../domain/text.ts';

export type IdentityReading =
  | { readonly kind: 'read'; readonly identity: Identity }
  /** The token has expired. */
  | { readonly kind: 'sign-in-needed' }
  | { readonly kind: 'refused'; readonly because: 'foreign-token' | 'tenant-not-allowed' };

export interface IdentityRules {
  /** Application id that people sign in to: the only audience we accept. */
  readonly audience: string;
  /** Empty means every tenant. */
  readonly allowedTenants: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

const claimsSchema = z.object({
  aud: z.string(),
  tid: z.guid(),
  oid: z.guid(),
  exp: z.number(),
  iss: z.string().optional(),
  idp: z.string().optional(),
  // 0 is a member, 1 a guest; some versions send it as a string.
  acct: z.union([z.number(), z.string()]).optional(),
  preferred_username: z.string().optional(),
});
type Claims = z.infer<typeof claimsSchema>;

/**
 * Who signed in, according to the token from the token service.
 * The signature is not verified here: the token came straight from the token service over TLS, and Entra verifies it
 * before exchanging it. So these claims may select whose facts to read, but never replace reading them.
 */
export function readIdentity(token: string, rules: IdentityRules): IdentityReading {
  const claims = readClaims(token);
  if (claims === null || !sameId(claims.aud, rules.audience)) return { kind: 'refused', because: 'foreign-token' };
  if (!isAllowed(claims.tid, rules.allowedTenants)) return { kind: 'refused', because: 'tenant-not-allowed' };
  if (claims.exp * 1_000 <= rules.now) return { kind: 'sign-in-needed' };
  const { oid: personId, tid: tenantId, preferred_username: shownAs } = claims;
  const identity: Identity = { personId, tenantId, account: accountOf(claims) };
  return { kind: 'read', identity: shownAs === undefined ? identity : { ...identity, shownAs } };
}

function readClaims(token: string): Claims | null {
  const parts = token.split('.');
  const payload = parts[1];
  if (parts.length !== 3 || payload === undefined) return null;
  const parsed = claimsSchema.safeParse(jsonOrNull(Buffer.from(payload, 'base64url').toString('utf8')));
  return parsed.success ? parsed.data : null;
}

function isAllowed(tenantId: string, allowed: readonly string[]): boolean {
  return allowed.length === 0 || allowed.some((id) => sameId(id, tenantId));
}

function accountOf(claims: Claims): Identity['account'] {
  if (sameId(claims.tid, personalAccountsTenantId)) return 'personal';
  if (claims.acct !== undefined) return String(claims.acct) === '1' ? 'guest' : 'work';
  if (claims.idp === undefined || claims.idp === claims.iss) return 'work';
  // Members have no `idp`, or that of their own tenant; guests have the issuer of their home tenant.
  return claims.idp.toLowerCase().includes(claims.tid.toLowerCase()) ? 'work' : 'guest';
}
