import type { OperatorClaims } from '../domain/operators.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

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
