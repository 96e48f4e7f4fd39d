import { randomBytes } from 'node:crypto';
import type { SignInProofs } from './conditional-access.ts';

const codeLifeMs = 10 * 60_000;
const refreshLifeMs = 90 * 24 * 3600_000;
/** Old grants go when there are more; nobody signs in that often while a sandbox runs. */
const mostGrants = 10_000;

/** What a browser brought back, waiting to be redeemed. */
export interface CodeGrant {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly personId: string;
  readonly tenantId: string;
  readonly scope: string;
  readonly nonce: string | null;
  /** Base64url of the SHA-256 of the verifier; null when the client did not use PKCE. */
  readonly codeChallenge: string | null;
  readonly proofs: SignInProofs;
}

export type RefreshGrant = Pick<CodeGrant, 'clientId' | 'personId' | 'tenantId' | 'scope' | 'proofs'>;

export type CodeRedemption =
  | { readonly kind: 'found'; readonly grant: CodeGrant }
  | { readonly kind: 'used' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

interface IssuedGrant<T> {
  readonly grant: T;
  readonly expiresAt: number;
  state: 'fresh' | 'used';
}

/** The codes and refresh tokens that one Entra has given out. */
export class GrantBook {
  readonly #codes = new Map<string, IssuedGrant<CodeGrant>>();
  readonly #refreshTokens = new Map<string, IssuedGrant<RefreshGrant>>();

  issueCode(grant: CodeGrant, now: number): string {
    return keep(this.#codes, '0.', grant, now + codeLifeMs);
  }

  /** A code works once, whatever else is wrong with the attempt. */
  redeemCode(code: string, now: number): CodeRedemption {
    const kept = this.#codes.get(code);
    if (!kept) return { kind: 'unknown' };
    if (kept.state === 'used') return { kind: 'used' };
    kept.state = 'used';
    return kept.expiresAt <= now ? { kind: 'expired' } : { kind: 'found', grant: kept.grant };
  }

  issueRefreshToken(grant: RefreshGrant, now: number): string {
    return keep(this.#refreshTokens, '1.', grant, now + refreshLifeMs);
  }

  findRefreshToken(token: string, now: number): RefreshGrant | null {
    const kept = this.#refreshTokens.get(token);
    return kept && kept.expiresAt > now ? kept.grant : null;
  }
}

function keep<T>(book: Map<string, IssuedGrant<T>>, prefix: string, grant: T, expiresAt: number): string {
  const [oldest] = book.keys();
  if (book.size >= mostGrants && oldest !== undefined) book.delete(oldest);
  const secret = `${prefix}${randomBytes(48).toString('base64url')}`;
  book.set(secret, { grant, expiresAt, state: 'fresh' });
  return secret;
}
