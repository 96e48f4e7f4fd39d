import type {
  ActiveRole,
  AzureSubscription,
  BillingAccount,
  EligibleRole,
  Facts,
  Product,
  SubscriptionOwnership,
  Tenant,
  TenantMembership,
} from '../../src/domain/facts.ts';
import { cannotTell, known } from '../../src/domain/known.ts';
import { type PurchaseRole, roleTemplateIds } from '../../src/domain/roles.ts';
import type { VerdictContext } from '../../src/domain/verdict.ts';

export const contosoId = '11111111-1111-4111-8111-111111111111';
export const fabrikamId = '22222222-2222-4222-8222-222222222222';

/** Friday 20 November 2026, noon in UTC: "now" in every test of the domain. */
export const noon = Date.parse('2026-11-20T12:00:00Z');

/** ISO 8601, so many days from noon. */
export function inDays(days: number): string {
  return new Date(noon + days * 86_400_000).toISOString();
}

/** What a verdict needs besides the facts: noon, and nothing known of the person's agreement or of the chat. */
export function aContext(changes: Partial<VerdictContext> = {}): VerdictContext {
  return { now: noon, agreementAnswer: null, chatTenantId: null, ...changes };
}

/** A work account in Contoso, everything readable, nothing bought, no role. */
export function someFacts(changes: Partial<Facts> = {}): Facts {
  return {
    readAt: '2026-11-20T12:00:00.000Z',
    identity: { personId: 'kelley', tenantId: contosoId, account: 'work' },
    profile: known({
      displayName: 'Kelley Wall',
      userPrincipalName: 'admin@contoso.onmicrosoft.com',
      userType: 'member',
    }),
    tenant: known(aTenant()),
    activeRoles: known([]),
    eligibleRoles: known([]),
    products: known([]),
    memberships: known([aMembership()]),
    subscriptions: known([]),
    billingAccounts: known([]),
    ownership: known([]),
    ...changes,
  };
}

/** Everything that Graph tells, refused. */
export function withoutGraph(changes: Partial<Facts> = {}): Facts {
  return someFacts({
    profile: cannotTell('consent-missing'),
    tenant: cannotTell('consent-missing'),
    activeRoles: cannotTell('consent-missing'),
    eligibleRoles: cannotTell('consent-missing'),
    products: cannotTell('consent-missing'),
    ...changes,
  });
}

/** Everything that Azure Resource Manager tells, refused. */
export function withoutArm(changes: Partial<Facts> = {}): Facts {
  return someFacts({
    memberships: cannotTell('consent-missing'),
    subscriptions: cannotTell('consent-missing'),
    billingAccounts: cannotTell('consent-missing'),
    ownership: cannotTell('consent-missing'),
    ...changes,
  });
}

export function aTenant(changes: Partial<Tenant> = {}): Tenant {
  return {
    id: contosoId,
    displayName: 'Contoso',
    initialDomain: 'contoso.onmicrosoft.com',
    defaultDomain: 'contoso.com',
    management: 'managed',
    type: 'workforce',
    ...changes,
  };
}

export function aMembership(changes: Partial<TenantMembership> = {}): TenantMembership {
  return { tenantId: contosoId, displayName: 'Contoso', defaultDomain: 'contoso.com', category: 'Home', ...changes };
}

export function inFabrikamToo(): readonly TenantMembership[] {
  return [
    aMembership(),
    aMembership({
      tenantId: fabrikamId,
      displayName: 'Fabrikam',
      defaultDomain: 'fabrikam.com',
      category: 'ProjectedBy',
    }),
  ];
}

export function aRole(role: PurchaseRole | string, changes: Partial<ActiveRole> = {}): ActiveRole {
  return {
    roleTemplateId: templateIdOf(role),
    displayName: null,
    through: { kind: 'direct' },
    endsAt: null,
    ...changes,
  };
}

export function anEligibleRole(role: PurchaseRole | string, changes: Partial<EligibleRole> = {}): EligibleRole {
  return { roleTemplateId: templateIdOf(role), displayName: null, endsAt: null, ...changes };
}

export function aProduct(changes: Partial<Product> = {}): Product {
  return {
    skuId: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46',
    skuPartNumber: 'SPB',
    servicePlans: ['EXCHANGE_S_STANDARD', 'SHAREPOINTSTANDARD'],
    status: 'Enabled',
    seatsTotal: 25,
    seatsUsed: 3,
    trial: 'no',
    nextLifecycleAt: null,
    soldByTenantId: null,
    ...changes,
  };
}

export function aSubscription(changes: Partial<AzureSubscription> = {}): AzureSubscription {
  return {
    subscriptionId: 'aaaaaaaa-0000-4000-8000-000000000001',
    displayName: 'Webshop',
    tenantId: contosoId,
    state: 'Enabled',
    quotaId: 'PayAsYouGo_2014-09-01',
    spendingLimit: 'Off',
    managedByTenantIds: [],
    ...changes,
  };
}

export function anAccount(agreementType: string, changes: Partial<BillingAccount> = {}): BillingAccount {
  const accountType = agreementType === 'MicrosoftOnlineServicesProgram' ? 'Individual' : 'Enterprise';
  return { displayName: 'Contoso', agreementType, accountStatus: 'Active', accountType, ...changes };
}

export function owns(
  subscription: AzureSubscription,
  owner: 'owner' | 'owner-with-condition' | 'not-owner' = 'owner',
): SubscriptionOwnership {
  return { subscriptionId: subscription.subscriptionId, owner: known(owner) };
}

function templateIdOf(role: string): string {
  return Object.hasOwn(roleTemplateIds, role) ? roleTemplateIds[role as PurchaseRole] : role;
}
