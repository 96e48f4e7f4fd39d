import type { Facts, Tenant, TenantMembership } from './facts.ts';
import { inPlainOrder, onePer, sameId } from './text.ts';

/** What can be wrong with the tenant a person is about to use, most serious first. */
export type TenantFinding =
  /** A personal Microsoft account: what it buys ends up in a tenant of its own. */
  | { readonly kind: 'personal-account' }
  | { readonly kind: 'guest-account'; readonly tenant: string; readonly home: string | null }
  /** Created by self-service sign-up: it has no administrator until someone takes it over. */
  | { readonly kind: 'unmanaged-tenant'; readonly tenant: string }
  /** Holds an organisation's customers, not its own people. */
  | { readonly kind: 'customers-tenant'; readonly tenant: string }
  /** Microsoft Graph and Azure reported different tenants. */
  | { readonly kind: 'facts-contradict'; readonly graph: string; readonly azure: string }
  /** Teams runs in a different tenant from the one the person signed in to. */
  | { readonly kind: 'chat-in-other-tenant'; readonly tenant: string; readonly chat: string }
  | {
      readonly kind: 'subscription-in-other-tenant';
      readonly subscription: string;
      readonly tenant: string;
      readonly here: string;
    }
  | { readonly kind: 'several-tenants'; readonly tenant: string; readonly others: readonly string[] };

/** Where every personal Microsoft account lives. Source: Microsoft Learn: ID token claims reference. */
export const personalAccountsTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Finds trouble with the tenant before anyone signs up for anything. Tenants are given by name. */
export function findTenantTrouble(facts: Facts, chatTenantId: string | null): readonly TenantFinding[] {
  return [
    ...accountFindings(facts),
    ...kindOfTenantFindings(facts),
    ...contradictions(facts),
    ...chatFindings(facts, chatTenantId),
    ...subscriptionFindings(facts),
    ...severalTenants(facts),
  ];
}

/** The name of a tenant, else its initial domain, else its id. */
export function nameTenant(
  tenant: Pick<Tenant, 'id' | 'displayName' | 'initialDomain'> & { readonly defaultDomain?: string | null },
): string {
  return firstFilled(tenant.displayName, tenant.initialDomain, tenant.defaultDomain ?? null) ?? tenant.id;
}

/** The name of the tenant with this id, from everything that was read about tenants. */
export function nameTenantById(facts: Facts, tenantId: string): string {
  if (facts.tenant.kind === 'known' && sameId(facts.tenant.value.id, tenantId)) {
    const name = nameTenant(facts.tenant.value);
    if (name !== facts.tenant.value.id) return name;
  }
  const membership = membershipsOf(facts).find((candidate) => sameId(candidate.tenantId, tenantId));
  return membership === undefined ? tenantId : nameMembership(membership);
}

/** The name of the tenant that the person signed in to. */
export function nameOwnTenant(facts: Facts): string {
  return nameTenantById(facts, facts.identity.tenantId);
}

/** The person's other tenants. A tenant that they only manage for a customer does not count. */
export function otherTenants(facts: Facts): readonly TenantMembership[] {
  return onePer(membershipsOf(facts), (membership) => membership.tenantId.toLowerCase())
    .filter(
      (membership) =>
        !sameId(membership.tenantId, facts.identity.tenantId) && !sameId(membership.category, 'ManagedBy'),
    )
    .toSorted((a, b) => inPlainOrder(nameMembership(a), nameMembership(b)) || inPlainOrder(a.tenantId, b.tenantId));
}

/** The name of one of the person's tenants. */
export function nameMembership(membership: TenantMembership): string {
  return firstFilled(membership.displayName, membership.defaultDomain) ?? membership.tenantId;
}

/** Whether the account is a personal one, by its type or by the tenant that holds all of them. */
export function isPersonalAccount(facts: Facts): boolean {
  return facts.identity.account === 'personal' || sameId(facts.identity.tenantId, personalAccountsTenantId);
}

/** Whether the person is a guest in the tenant they signed in to, according to the token or the directory. */
export function isGuest(facts: Facts): boolean {
  if (facts.identity.account === 'guest') return true;
  return facts.profile.kind === 'known' && facts.profile.value.userType === 'guest';
}

function accountFindings(facts: Facts): readonly TenantFinding[] {
  // Source: "Create a subscription": the owner must not be a guest of the chosen directory.
  if (isPersonalAccount(facts)) return [{ kind: 'personal-account' }];
  if (!isGuest(facts)) return [];
  // Azure can call several tenants a home; which of them it is, would be a guess.
  const [home, ...otherHomes] = membershipsOf(facts).filter(
    ({ category, tenantId }) => sameId(category, 'Home') && !sameId(tenantId, facts.identity.tenantId),
  );
  const isClear = home !== undefined && otherHomes.length === 0;
  return [{ kind: 'guest-account', tenant: nameOwnTenant(facts), home: isClear ? nameMembership(home) : null }];
}

function kindOfTenantFindings(facts: Facts): readonly TenantFinding[] {
  if (facts.tenant.kind === 'cannot-tell') return [];
  const { management, type } = facts.tenant.value;
  const tenant = nameOwnTenant(facts);
  const findings: TenantFinding[] = [];
  // Source: Microsoft Learn: take over an unmanaged directory; "your current account type is not supported".
  if (management === 'unmanaged') findings.push({ kind: 'unmanaged-tenant', tenant });
  if (type === 'customers') findings.push({ kind: 'customers-tenant', tenant });
  return findings;
}

function contradictions(facts: Facts): readonly TenantFinding[] {
  const here = facts.identity.tenantId;
  if (facts.tenant.kind === 'known' && !sameId(facts.tenant.value.id, here))
    return [{ kind: 'facts-contradict', graph: nameTenant(facts.tenant.value), azure: nameTenantById(facts, here) }];
  const memberships = membershipsOf(facts);
  // Azure includes the token's tenant in the person's tenants; if it is missing, two accounts were mixed up.
  if (memberships.length === 0 || memberships.some((membership) => sameId(membership.tenantId, here))) return [];
  const azure = memberships.map(nameMembership).toSorted(inPlainOrder).join(', ');
  return [{ kind: 'facts-contradict', graph: nameTenantById(facts, here), azure }];
}

function chatFindings(facts: Facts, chatTenantId: string | null): readonly TenantFinding[] {
  if (chatTenantId === null || sameId(chatTenantId, facts.identity.tenantId)) return [];
  return [{ kind: 'chat-in-other-tenant', tenant: nameOwnTenant(facts), chat: nameTenantById(facts, chatTenantId) }];
}

function subscriptionFindings(facts: Facts): readonly TenantFinding[] {
  if (facts.subscriptions.kind === 'cannot-tell') return [];
  const here = nameOwnTenant(facts);
  return facts.subscriptions.value
    .flatMap(({ tenantId, displayName, subscriptionId }): TenantFinding[] => {
      if (tenantId === null || sameId(tenantId, facts.identity.tenantId)) return [];
      const subscription = displayName.trim() === '' ? subscriptionId : displayName;
      return [{ kind: 'subscription-in-other-tenant', subscription, tenant: nameTenantById(facts, tenantId), here }];
    })
    .toSorted((a, b) => inPlainOrder(JSON.stringify(a), JSON.stringify(b)));
}

function severalTenants(facts: Facts): readonly TenantFinding[] {
  const others = otherTenants(facts).map(nameMembership);
  return others.length === 0 ? [] : [{ kind: 'several-tenants', tenant: nameOwnTenant(facts), others }];
}

function membershipsOf(facts: Facts): readonly TenantMembership[] {
  return facts.memberships.kind === 'known' ? facts.memberships.value : [];
}

function firstFilled(...names: readonly (string | null)[]): string | null {
  return names.find((name) => name !== null && name.trim() !== '') ?? null;
}
