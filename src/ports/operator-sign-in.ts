import type { OperatorClaims } from '../domain/operators.ts';

/** Kept, encrypted, in the browser of the person who is signing in. */
export interface SignInAttempt {
  /** Returned in the redirect URL; a different value belongs to another person's sign-in. */
  readonly state: string;
  /** Returned in the id token. */
  readonly nonce: string;
  /** PKCE: proves that the browser that redeems the code also started the sign-in. */
  readonly verifier: string;
}

/** Where to send the browser, or that Entra is unavailable. */
export type SignInBegun =
  | { readonly kind: 'begun'; readonly url: string; readonly attempt: SignInAttempt }
  | { readonly kind: 'unavailable' };

/** How a sign-in ended. */
export type SignInEnd =
  | { readonly kind: 'signed-in'; readonly claims: OperatorClaims }
  /** The code or the token is not valid; signing in again helps. */
  | { readonly kind: 'refused' }
  /** The app registration is not set up for this page; only an administrator can fix it. */
  | { readonly kind: 'misconfigured' }
  /** Entra does not respond; try later. */
  | { readonly kind: 'unavailable' };

/** Signs operators in. Keeps nothing about them: no token, no name. */
export interface OperatorSignIn {
  /** Where to send the browser, and what to keep until it returns. */
  begin(): Promise<SignInBegun>;
  /** Redeems the code that the browser brings back. Never rejects. */
  finish(attempt: SignInAttempt, code: string): Promise<SignInEnd>;
}
