import type { Scenario } from './scenario.ts';

/**
 * What a second reading shows against the first.
 * `where` names tenants by what a person would recognise, never by id alone.
 */
export type Proof =
  | {
      readonly kind: 'proven';
      readonly scenario: Scenario;
      readonly changes: readonly Change[];
      readonly where: string;
    }
  /** Nothing new yet: subscriptions can take from minutes to hours to show. */
  | {
      readonly kind: 'not-visible-yet';
      readonly scenario: Scenario;
      readonly attempt: number;
      readonly askAgainInMinutes: number;
    }
  | {
      readonly kind: 'wrong-tenant';
      readonly scenario: Scenario;
      readonly changes: readonly Change[];
      readonly where: string;
      readonly expected: string;
    }
  | {
      readonly kind: 'cannot-tell';
      readonly scenario: Scenario;
      readonly missing: readonly ('azure' | 'microsoft-365' | 'tenants')[];
    };

export type Change =
  | { readonly kind: 'subscription-appeared'; readonly name: string; readonly tenant: string }
  | { readonly kind: 'subscription-left'; readonly name: string; readonly tenant: string }
  | { readonly kind: 'subscription-moved'; readonly name: string; readonly from: string; readonly to: string }
  | { readonly kind: 'subscription-state'; readonly name: string; readonly before: string; readonly after: string }
  | { readonly kind: 'product-appeared'; readonly name: string; readonly tenant: string }
  | { readonly kind: 'product-left'; readonly name: string; readonly tenant: string }
  | { readonly kind: 'product-state'; readonly name: string; readonly before: string; readonly after: string }
  /** The person became member or guest of a tenant, which joining needs. */
  | { readonly kind: 'membership-gained'; readonly tenant: string }
  | { readonly kind: 'role-gained'; readonly name: string }
  | { readonly kind: 'role-lost'; readonly name: string };
