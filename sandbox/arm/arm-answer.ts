import type { HeldBillingAccount, HeldSubscription } from '../people/azure.ts';
import type { Seat } from '../people/person.ts';
import { stableId } from '../people/stable-id.ts';

/** A response from Azure Resource Manager. */
export interface ArmAnswer {
  readonly status: number;
  readonly body: unknown;
  /** The WWW-Authenticate header of a 401, where it says what the caller should bring. */
  readonly challenge?: string;
}

export function armRefusal(status: number, code: string, message: string): ArmAnswer {
  return { status, body: { error: { code, message } } };
}

// Source: Azure built-in roles.
const roleDefinitions = {
  Owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  'Owner with a condition': '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  Contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  Reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
} as const satisfies Record<HeldSubscription['access'], string>;

const ownerCondition =
  "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (@Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringEqualsIgnoreCase 'ServicePrincipal'))";

export function subscriptionShape({ tenant }: Seat, subscription: HeldSubscription) {
  const { subscriptionId, name, state, quotaId, spendingLimit } = subscription;
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId: tenant.id,
    displayName: name,
    state,
    subscriptionPolicies: { locationPlacementId: 'Public_2014-09-01', quotaId, spendingLimit },
  };
}

/** `Home` is the tenant that keeps the person's account; the directory may call them a member elsewhere, too. */
export function tenantShape({ tenant, userType }: Seat, homeTenantId: string) {
  const isHome = tenant.id === homeTenantId;
  return {
    id: `/tenants/${tenant.id}`,
    tenantId: tenant.id,
    countryCode: tenant.country,
    displayName: tenant.name,
    domains: [...new Set([tenant.domain, tenant.initialDomain])],
    tenantCategory: userType === 'Partner' ? 'ManagedBy' : isHome ? 'Home' : 'ProjectedBy',
    defaultDomain: tenant.domain,
    tenantType: 'AAD',
  };
}

export function billingAccountShape({ name, displayName, agreementType, accountType }: HeldBillingAccount) {
  return {
    id: `/providers/Microsoft.Billing/billingAccounts/${name}`,
    name,
    type: 'Microsoft.Billing/billingAccounts',
    properties: { displayName, agreementType, accountType, accountStatus: 'Active', hasReadAccess: true },
  };
}

export function roleAssignmentShape({ objectId }: Seat, { subscriptionId, access }: HeldSubscription) {
  const scope = `/subscriptions/${subscriptionId}`;
  const name = stableId(`assignment ${objectId} ${subscriptionId}`);
  const isConditional = access === 'Owner with a condition';
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: {
      roleDefinitionId: `${scope}/providers/Microsoft.Authorization/roleDefinitions/${roleDefinitions[access]}`,
      principalId: objectId,
      principalType: 'User',
      scope,
      condition: isConditional ? ownerCondition : null,
      conditionVersion: isConditional ? '2.0' : null,
      createdOn: '2024-02-05T09:31:00.0000000Z',
      updatedOn: '2024-02-05T09:31:00.0000000Z',
    },
  };
}
