import type { Known } from './known.ts';

/** Everything that was read about one person at one moment. Plain data: it is compared, stored and shown. */
export interface Facts {
  /** When the reading finished, ISO 8601 in UTC. */
  readonly readAt: string;
  readonly identity: Identity;
  readonly profile: Known<Profile>;
  readonly tenant: Known<Tenant>;
  readonly activeRoles: Known<readonly ActiveRole[]>;
  readonly eligibleRoles: Known<readonly EligibleRole[]>;
  readonly products: Known<readonly Product[]>;
  /** Every tenant the person is in, as Azure Resource Manager tells it. */
  readonly memberships: Known<readonly TenantMembership[]>;
  /** The Azure subscriptions the person can see in the tenant they signed in to. */
  readonly subscriptions: Known<readonly AzureSubscription[]>;
  /** Read only where an offer is ambiguous or the scenario needs it. */
  readonly billingAccounts: Known<readonly BillingAccount[]>;
  /** Read only for joining: on which subscriptions the person is Owner. */
  readonly ownership: Known<readonly SubscriptionOwnership[]>;
}

/** Who signed in, from the token that Entra issued for the bot itself. */
export interface Identity {
  /** Object id of the person in `tenantId`. Differs per tenant for the same person. */
  readonly personId: string;
  /** The tenant the token was issued by. */
  readonly tenantId: string;
  readonly account: 'work' | 'guest' | 'personal';
}

export interface Profile {
  readonly displayName: string | null;
  readonly userPrincipalName: string | null;
  readonly userType: 'member' | 'guest' | 'unknown';
}

export interface Tenant {
  readonly id: string;
  /** Null when the tenant has no name that we may read. */
  readonly displayName: string | null;
  /** The name that ends in `.onmicrosoft.com`; null when not readable. */
  readonly initialDomain: string | null;
  readonly defaultDomain: string | null;
  /** `unmanaged`: born from self-service sign-up, nobody is its administrator. */
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
  /** ISO 8601, null when it does not end or when the end is not readable. */
  readonly endsAt: string | null;
}

/** A role that Privileged Identity Management lets the person activate. Tenant-wide scope only. */
export interface EligibleRole {
  readonly roleTemplateId: string;
  readonly displayName: string | null;
  readonly endsAt: string | null;
}

/** One Microsoft product (SKU) of the tenant, as Graph's `subscribedSkus` and `directory/subscriptions` tell it together. */
export interface Product {
  readonly skuId: string;
  readonly skuPartNumber: string;
  readonly servicePlans: readonly string[];
  /** Graph's own word: Enabled, Warning, Suspended, LockedOut, Deleted, or one we do not know. */
  readonly status: string;
  readonly seatsTotal: number;
  readonly seatsUsed: number;
  readonly trial: 'yes' | 'no' | 'unknown';
  /** Renewal when active, end of the present stage otherwise. ISO 8601; null when never-ending or not readable. */
  readonly nextLifecycleAt: string | null;
  /** The partner's tenant when the product was bought through a Cloud Solution Provider. */
  readonly soldByTenantId: string | null;
}

export interface TenantMembership {
  readonly tenantId: string;
  readonly displayName: string | null;
  readonly defaultDomain: string | null;
  /** ARM's `tenantCategory`: Home, ProjectedBy, ManagedBy, or one we do not know. */
  readonly category: string;
}

export interface AzureSubscription {
  readonly subscriptionId: string;
  readonly displayName: string;
  /** The tenant that the subscription trusts; null when ARM left it out. */
  readonly tenantId: string | null;
  /** ARM's own word: Enabled, Warned, PastDue, Disabled, Deleted, or one we do not know. */
  readonly state: string;
  /** Tells the offer, not always exactly. Null when ARM left it out. */
  readonly quotaId: string | null;
  /** On, Off, CurrentPeriodOff, or one we do not know. */
  readonly spendingLimit: string | null;
  /** Tenants that manage it through Azure Lighthouse. */
  readonly managedByTenantIds: readonly string[];
}

export interface BillingAccount {
  readonly displayName: string | null;
  /** EnterpriseAgreement, MicrosoftCustomerAgreement, MicrosoftOnlineServicesProgram, MicrosoftPartnerAgreement, or one we do not know. */
  readonly agreementType: string;
  readonly accountStatus: string | null;
}

export interface SubscriptionOwnership {
  readonly subscriptionId: string;
  readonly owner: Known<'owner' | 'owner-with-condition' | 'not-owner'>;
}
