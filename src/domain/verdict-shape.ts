import type { CannotTellReason, ThreeValued } from './known.ts';
import type { Scenario } from './scenario.ts';
import type { StepId } from './steps.ts';

/** What the facts mean for one scenario: the checks, the blockers, and what to do. */
export interface Verdict {
  readonly scenario: Scenario;
  readonly outcome: VerdictOutcome;
  readonly checks: readonly Check[];
  /** Most important first. Empty unless the outcome is `held-back` or `out-of-scope`. */
  readonly blockers: readonly Blocker[];
  /** True but no obstacle: deadlines, pitfalls, things to know before signing up. */
  readonly notices: readonly Notice[];
  /** In order. Empty if there is nothing to do, or if the route is not for this person. */
  readonly steps: readonly StepId[];
}

export type VerdictOutcome =
  /** Every check that matters is yes. */
  | 'ready'
  /** At least one check is no, and the person or an administrator can fix it. */
  | 'held-back'
  /**
   * Nothing holds them back, but one check that matters could not be made, or the route does not fit what is here: what it
   * starts from was not found, or what it leads to is there already.
   */
  | 'unsure'
  /** Both are already in one tenant. */
  | 'already-done'
  /** This route is not for them; another one is named (Enterprise Agreement, partner). No sign-up link is shown. */
  | 'out-of-scope';

export const checkIds = [
  'work-account',
  'managed-tenant',
  'has-microsoft-365',
  'has-azure',
  'purchase-role',
  'self-service-agreement',
  'subscription-usable',
  'owner-of-subscription',
  'accepting-administrator',
  'offer-can-move',
] as const;
export type CheckId = (typeof checkIds)[number];

export interface Check {
  readonly id: CheckId;
  readonly answer: ThreeValued;
  /** Only with `cannot-tell`. */
  readonly because: CannotTellReason | null;
  /** The values in the sentence: a role, a subscription, a tenant. Shown as plain text. */
  readonly about: Readonly<Record<string, string>>;
}

export const blockerIds = [
  'personal-account',
  'personal-move',
  'guest-account',
  'partner-admin',
  'partner-orders',
  'move-as-partner',
  'partner-cannot-move',
  'unmanaged-tenant',
  'customers-tenant',
  'role-missing',
  'role-to-activate',
  'enterprise-agreement',
  'enterprise-licences',
  'enterprise-move',
  'bought-through-partner',
  'azure-from-partner',
  'developer-tenant',
  'developer-licences',
  'offer-cannot-move',
  'not-owner',
  'owner-with-condition',
  'no-subscription-to-move',
  'subscription-disabled',
  'subscription-past-due',
  'microsoft-365-disabled',
] as const;
export type BlockerId = (typeof blockerIds)[number];

/** With an Enterprise Agreement others create Azure subscriptions, order Microsoft 365, and move what there is. */
export const withEnterpriseAgreement: readonly BlockerId[] = [
  'enterprise-agreement',
  'enterprise-licences',
  'enterprise-move',
];

/** Nobody can fix these here; another route is named instead, and no sign-up link is shown. */
export const outOfScope: readonly BlockerId[] = [
  ...withEnterpriseAgreement,
  'bought-through-partner',
  'partner-cannot-move',
  'azure-from-partner',
  'offer-cannot-move',
  'developer-tenant',
  'developer-licences',
];

export interface Blocker {
  readonly id: BlockerId;
  readonly about: Readonly<Record<string, string>>;
}

export const noticeIds = [
  'no-admin-role-needed',
  'signer-pays',
  'use-this-account',
  'use-account-here',
  'lands-in-this-tenant',
  'landing-not-documented',
  'several-tenants',
  'partner-by-answer',
  'role-ends-soon',
  'role-through-group',
  'agreement-unknown',
  'agreement-unknown-move',
  'billing-role-needed',
  'billing-role-perhaps',
  'billing-role-for-azure',
  'microsoft-365-ends',
  'trial-ends',
  'product-expired',
  'product-disabled',
  'product-about-to-be-deleted',
  'subscription-warned',
  'subscription-past-due',
  'subscription-disabled',
  'subscription-deleted',
  'spending-limit-on',
  'free-services-only',
  'no-microsoft-365-found',
  'no-azure-found',
  'azure-already-here',
  'microsoft-365-already-here',
  'facts-contradict',
  'partner-by-answer-move',
  'offer-ends',
  'offer-retired',
  'offer-cannot-change-directory',
  'offer-keeps-its-payer',
  'mfa-will-be-asked',
  'someone-else-may-be-admin',
  'self-service-possible',
  'role-may-wait-in-group',
  'owner-may-wait',
  'owner-not-read',
  'external-member',
  'subscription-in-other-tenant',
  'chat-in-other-tenant',
  'sold-by-partner',
  'support-plan-only',
  'not-azure-subscription',
  'free-products-only',
  'product-not-listed',
  'tenant-policy-may-block',
  'somebody-must-accept',
  'guest-here',
  'direction-unknown',
  'developer-tenant-here',
  'signed-in-as',
] as const;
export type NoticeId = (typeof noticeIds)[number];

/** Deadlines and money: the first of these is told where everybody sees it. Most urgent first. */
export const urgentNotices: readonly NoticeId[] = [
  'product-about-to-be-deleted',
  'microsoft-365-ends',
  'role-ends-soon',
  'trial-ends',
  'product-disabled',
  'subscription-past-due',
  'subscription-disabled',
  'product-expired',
  'subscription-warned',
];

export interface Notice {
  readonly id: NoticeId;
  readonly about: Readonly<Record<string, string>>;
}
