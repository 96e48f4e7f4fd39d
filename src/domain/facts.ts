import type { Known } from './known.ts';

/** Everything that was read about one person at one time. Plain data: it is compared, stored and shown. */
export interface Facts {
  /** When the reading finished, ISO 8601 in UTC. */
  readonly readAt: string;
  readonly identity: Identity;
  readonly profile: Known<Profile>;
  readonly tenant: Known<Tenant>;
  readonly activeRoles: Known<readonly ActiveRole[]>;
  readonly eligibleRoles: Known<readonly EligibleRole[]>;
  readonly products: Known<readonly Product[]>;
  /** Every tenant the person is in, according to Azure Resource Manager. */
  readonly memberships: Known<readonly TenantMembership[]>;
  /** The Azure subscriptions that the person can see in the tenant they signed in to. */
  readonly subscriptions: Known<readonly AzureSubscription[]>;
  /** The ones that the person has a role on. */
  readonly billingAccounts: Known<readonly BillingAccount[]>;
  /** Read only for joining: the subscriptions on which the person is Owner. */
  readonly ownership: Known<readonly SubscriptionOwnership[]>;
}

/** The facts that are lists. Microsoft may list them in any order, and an entry twice. */
export type ListedFacts = Pick<
  Facts,
  { [Name in keyof Facts]: Facts[Name] extends Known<readonly unknown[]> ? Name : never }[keyof Facts]
>;

/** Who signed in, from the token that Entra issued for the bot itself. */
export interface Identity {
  /** Object id of the person in `tenantId`. Differs per tenant for the same person. */
  readonly personId: string;
  /** The tenant that issued the token. */
  readonly tenantId: string;
  readonly account: 'work' | 'guest' | 'personal';
  /** The sign-in name in the token, where it has one. To show only: it can be changed, and decides nothing. */
  readonly shownAs?: string;
}

export interface Profile {
  readonly displayName: string | null;
  readonly userPrincipalName: string | null;
  readonly userType: 'member' | 'guest' | 'unknown';
}

export interface Tenant {
  readonly id: string;
  /** Null if the tenant has no name that we may read. */
  readonly displayName: string | null;
  /** The name that ends in `.onmicrosoft.com`; null if not readable. */
  readonly initialDomain: string | null;
  readonly defaultDomain: string | null;
  /** `unmanaged`: created by self-service sign-up, so it has no administrator. */
  readonly management: 'managed' | 'unmanaged' | 'unknown';
  /** `workforce` is the ordinary kind; the others hold customers and carry no Microsoft 365. */
  readonly type: 'workforce' | 'customers' | 'unknown';
}

/** An active, tenant-wide directory role. Matched by `roleTemplateId`, never by name. */
export interface ActiveRole {
  readonly roleTemplateId: string;
  readonly displayName: string | null;
  readonly through:
    | { readonly kind: 'direct' }
    | { readonly kind: 'group'; readonly groupName: string | null }
    | { readonly kind: 'unknown' };
  /** ISO 8601; null if it does not end or the end is not readable. */
  readonly endsAt: string | null;
}

/** A role that the person can activate in Privileged Identity Management. Tenant-wide scope only. */
export interface EligibleRole {
  readonly roleTemplateId: string;
  readonly displayName: string | null;
  readonly endsAt: string | null;
}

/** One Microsoft product (SKU) in the tenant, combined from Graph's `subscribedSkus` and `directory/subscriptions`. */
export interface Product {
  readonly skuId: string;
  readonly skuPartNumber: string;
  readonly servicePlans: readonly string[];
  /** As Graph reports it: Enabled, Warning, Suspended, LockedOut, Deleted, or a value we do not know. */
  readonly status: string;
  readonly seatsTotal: number;
  readonly seatsUsed: number;
  readonly trial: 'yes' | 'no' | 'unknown';
  /** Renewal date if active, otherwise the end of the current stage. ISO 8601; null if never-ending or not readable. */
  readonly nextLifecycleAt: string | null;
  /** The partner's tenant if the product was bought through a Cloud Solution Provider. */
  readonly soldByTenantId: string | null;
}

export interface TenantMembership {
  readonly tenantId: string;
  readonly displayName: string | null;
  readonly defaultDomain: string | null;
  /** ARM's `tenantCategory`: Home, ProjectedBy, ManagedBy, or a value we do not know. */
  readonly category: string;
}

export interface AzureSubscription {
  readonly subscriptionId: string;
  readonly displayName: string;
  /** The tenant that the subscription trusts; null if ARM left it out. */
  readonly tenantId: string | null;
  /** As ARM reports it: Enabled, Warned, PastDue, Disabled, Deleted, or a value we do not know. */
  readonly state: string;
  /** Identifies the offer, though not always uniquely. Null if ARM left it out. */
  readonly quotaId: string | null;
  /** On, Off, CurrentPeriodOff, or a value we do not know. */
  readonly spendingLimit: string | null;
  /** Tenants that manage it through Azure Lighthouse. */
  readonly managedByTenantIds: readonly string[];
}

export interface BillingAccount {
  readonly displayName: string | null;
  /** EnterpriseAgreement, MicrosoftCustomerAgreement, MicrosoftOnlineServicesProgram, MicrosoftPartnerAgreement, or a value we do not know. */
  readonly agreementType: string;
  readonly accountStatus: string | null;
  /** Enterprise, Individual, Partner, a value we do not know, or null if Azure left it out. */
  readonly accountType: string | null;
}

export interface SubscriptionOwnership {
  readonly subscriptionId: string;
  readonly owner: Known<'owner' | 'owner-with-condition' | 'not-owner'>;
}
