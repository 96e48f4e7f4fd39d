import type { OperatorClaims } from '../domain/operators.ts';

/** What is kept, encrypted, in the browser of somebody who is signing in. */
export interface SignInAttempt {
  /** Comes back in the address; another one is somebody else's sign-in. */
  readonly state: string;
  /** Comes back inside the id token. */
  readonly nonce: string;
  /** Proves that whoever redeems the code is who began. */
  readonly verifier: string;
}

/** Where to send the browser, or that Entra cannot be asked now. */
export type SignInBegun =
  | { readonly kind: 'begun'; readonly url: string; readonly attempt: SignInAttempt }
  | { readonly kind: 'unavailable' };

/** How a sign-in ended. */
export type SignInEnd =
  | { readonly kind: 'signed-in'; readonly claims: OperatorClaims }
  /** The code or the token is not what it should be; a fresh sign-in helps. */
  | { readonly kind: 'refused' }
  /** The registration is not set up for this page; only an administrator can help. */
  | { readonly kind: 'misconfigured' }
  /** Entra does not answer; later helps. */
  | { readonly kind: 'unavailable' };

/** Signs in people who look after tickets. Keeps nothing of them: no token, no name. */
export interface OperatorSignIn {
  /** Where to send the browser, and what to keep until it comes back. */
  begin(): Promise<SignInBegun>;
  /** Redeems the code that the browser brought back. Never rejects. */
  finish(attempt: SignInAttempt, code: string): Promise<SignInEnd>;
}
