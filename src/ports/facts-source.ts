import type { Facts } from '../domain/facts.ts';
import type { Scenario } from '../domain/scenario.ts';

/** The person's sign-in for the bot itself, as the token service keeps it. Never logged, stored or shown. */
export type UserToken = string & { readonly brand: 'UserToken' };

/** What to read, for whom, and how long it may take. */
export interface FactsRequest {
  readonly userToken: UserToken;
  /** What the facts are for: joining also needs ownership, an ambiguous offer also needs billing accounts. */
  readonly purpose: Scenario | 'status';
  /** How long the whole reading may take, in milliseconds. What is late becomes cannot-tell `too-slow`. */
  readonly budgetMs: number;
}

/** What came of reading. */
export type FactsReading =
  | { readonly kind: 'read'; readonly facts: Facts }
  /** The token is not usable any more: ask the person to sign in again. */
  | { readonly kind: 'sign-in-needed' }
  /** The token is not for this bot, or its tenant is not one we serve. */
  | { readonly kind: 'refused'; readonly because: 'foreign-token' | 'tenant-not-allowed' };

/** Reads what Microsoft's services say about one person. Never throws for what a service answers. */
export interface FactsSource {
  read(request: FactsRequest): Promise<FactsReading>;
}
