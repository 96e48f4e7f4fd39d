import type { Challenge } from '../domain/challenge.ts';
import type { Facts, Identity } from '../domain/facts.ts';
import type { CannotTellReason } from '../domain/known.ts';
import type { FactsRequest, UserToken } from './facts-source.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

/** Who is asked to prove more, for what. */
export interface StepUpOrder {
  /** Nobody else's proof counts. */
  readonly identity: Identity;
  readonly challenge: Challenge;
  readonly purpose: FactsRequest['purpose'];
  /** Digest of the sign-in in the chat: what is proved counts for that one, and no other. */
  readonly signIn: string;
  /** The person's sign-in name, so that Entra need not ask which account; null if it is not known. */
  readonly loginHint: string | null;
  /** Entra asks which account, whoever is signed in there. */
  readonly choosesAccount: boolean;
}

/** Where to send the browser, or that Entra is unavailable. */
export type StepUpBegun =
  | { readonly kind: 'begun'; readonly url: string; readonly attempt: SignInAttempt }
  | { readonly kind: 'unavailable' };

/** What came of it. */
export type StepUpEnd =
  /** `isEnough` is false if a service still wants more: then nothing else the person does here will help. */
  | { readonly kind: 'read'; readonly facts: Facts; readonly isEnough: boolean }
  /** Somebody else signed in. Nothing was read. */
  | { readonly kind: 'other-account' }
  | { readonly kind: 'refused'; readonly because: CannotTellReason };

/** What a browser brings back from Entra: a code, or why there is none. */
export type BroughtBack =
  | { readonly kind: 'code'; readonly code: string }
  /** The OAuth error, and the sentence with Entra's number. */
  | { readonly kind: 'error'; readonly error: string; readonly description: string };

/**
 * Has a person prove more than their sign-in showed, and reads their facts with what comes of it. Stores no token: what Entra
 * gives stays in memory, for the readings of the same sign-in in the next hour.
 */
export interface StepUpSignIn {
  /** The digest by which an order names a sign-in. */
  digestOf(userToken: UserToken): string;
  /** `key` begins the state that Entra hands back, so that it leads to what was kept. */
  begin(order: StepUpOrder, key: string): Promise<StepUpBegun>;
  /** Redeems the code, compares who signed in, and reads. Never rejects. */
  finish(order: StepUpOrder, attempt: SignInAttempt, brought: BroughtBack): Promise<StepUpEnd>;
}
