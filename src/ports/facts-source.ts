import type { Challenge } from '../domain/challenge.ts';
import type { Facts } from '../domain/facts.ts';
import type { Scenario } from '../domain/scenario.ts';

/** The person's sign-in for the bot itself, as the token service keeps it. Never logged, stored or shown. */
export type UserToken = string & { readonly brand: 'UserToken' };

/** What to read, for whom, and how long it may take. */
export interface FactsRequest {
  readonly userToken: UserToken;
  /** The scenario decides what is read: joining also needs ownership, an ambiguous offer also needs billing accounts. */
  readonly purpose: Scenario | 'status';
  /** Time limit for the whole reading, in milliseconds. Anything later becomes cannot-tell `too-slow`. */
  readonly budgetMs: number;
}

/** The result of a reading. */
export type FactsReading =
  /** `challenge`: what a service wants from the person themselves before it lets the bot read more. */
  | { readonly kind: 'read'; readonly facts: Facts; readonly challenge?: Challenge }
  /** The token is no longer valid: ask the person to sign in again. */
  | { readonly kind: 'sign-in-needed' }
  /** The token is not for this bot, or its tenant is not one we serve. */
  | { readonly kind: 'refused'; readonly because: 'foreign-token' | 'tenant-not-allowed' };

/** Reads what Microsoft's services know about one person. Never throws because of a service's response. */
export interface FactsSource {
  read(request: FactsRequest): Promise<FactsReading>;
}
