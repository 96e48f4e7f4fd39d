/** A sign-in of a browser that has begun: what is kept until the browser returns. */
export interface SignInAttempt {
  /** Returned in the redirect URL; a different value belongs to another person's sign-in. */
  readonly state: string;
  /** Returned in the id token. */
  readonly nonce: string;
  /** PKCE: proves that the browser that redeems the code also started the sign-in. */
  readonly verifier: string;
}
