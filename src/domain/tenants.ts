import type { Facts, Tenant, TenantMembership } from './facts.ts';
import { inPlainOrder, onePer, sameId } from './text.ts';

/** What can be wrong with the tenant a person is about to use, most serious first. */
export type TenantFinding =
  /** A personal Microsoft account: what it buys ends up in a tenant of its own. */
  | { readonly kind: 'personal-account' }
  | { readonly kind: 'guest-account'; readonly tenant: string; readonly home: string | null }
  /** Administers the tenant for a customer, through a partner relationship (GDAP). */
  | { readonly kind: 'partner-admin'; readonly tenant: string; readonly home: string | null }
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
  /** A member here whose account is kept in another tenant: the directory and Azure say different things, and both are right. */
  | { readonly kind: 'external-member'; readonly tenant: string; readonly home: string }
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
    const { id, initialDomain, defaultDomain } = facts.tenant.value;
    const name = nameTenant(facts.tenant.value);
    if (name !== id) return isShared(name, facts) ? withDomain(name, initialDomain ?? defaultDomain ?? id) : name;
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

/**
 * Whether the person is a guest in the tenant they signed in to. The directory's own word decides; the token only where
 * it could not be read, because its claims say where somebody comes from. A member can come from another tenant too:
 * cross-tenant synchronization makes such members.
 * Sources: Microsoft Learn: "Properties of a Microsoft Entra B2B collaboration user", 18 March 2025; "Optional claims
 * reference" (`acct`), read November 2026.
 */
export function isGuest(facts: Facts): boolean {
  const userType = facts.profile.kind === 'known' ? facts.profile.value.userType : 'unknown';
  if (userType !== 'unknown') return userType === 'guest';
  return facts.identity.account === 'guest' && !isDelegatedAdmin(facts);
}

/**
 * Whether the person administers this tenant for a customer (GDAP): Azure says that their tenant manages it, and they
 * have no account in it.
 * Source: Microsoft Learn: REST API "Tenants - List", `tenantCategory`. What Graph tells such a person about themselves is not documented.
 */
export function isDelegatedAdmin(facts: Facts): boolean {
  if (facts.profile.kind === 'known' && facts.profile.value.userType !== 'unknown') return false;
  const here = membershipsHere(facts);
  return here.length > 0 && here.every(({ category }) => sameId(category, 'ManagedBy'));
}

/** What kind of account it is here, after everything that was read. */
export function accountKind(facts: Facts): 'work' | 'guest' | 'personal' | 'partner' {
  if (isPersonalAccount(facts)) return 'personal';
  if (isDelegatedAdmin(facts)) return 'partner';
  return isGuest(facts) ? 'guest' : 'work';
}

function accountFindings(facts: Facts): readonly TenantFinding[] {
  // Source: "Create a subscription": the owner must not be a guest of the chosen directory.
  const tenant = nameOwnTenant(facts);
  const home = homeElsewhere(facts);
  switch (accountKind(facts)) {
    case 'personal':
      return [{ kind: 'personal-account' }];
    case 'partner':
      return [{ kind: 'partner-admin', tenant, home }];
    case 'guest':
      return [{ kind: 'guest-account', tenant, home }];
    case 'work':
      return externalMember(facts, tenant);
  }
}

function externalMember(facts: Facts, tenant: string): readonly TenantFinding[] {
  const home = homeOfMember(facts);
  return home === null ? [] : [{ kind: 'external-member', tenant, home }];
}

/** The name of the tenant that keeps the account of an external member; null for everybody else. */
export function homeOfMember(facts: Facts): string | null {
  return accountKind(facts) !== 'work' || isAtHome(facts) ? null : homeElsewhere(facts);
}

/** The tenant that keeps the person's account, if it is another one than this. */
export function homeElsewhere(facts: Facts): string | null {
  // Azure can call several tenants a home; which of them it is, would be a guess.
  const [home, ...otherHomes] = membershipsOf(facts).filter(
    ({ category, tenantId }) => sameId(category, 'Home') && !sameId(tenantId, facts.identity.tenantId),
  );
  return home !== undefined && otherHomes.length === 0 ? nameMembership(home) : null;
}

function isAtHome(facts: Facts): boolean {
  return membershipsHere(facts).some(({ category }) => sameId(category, 'Home'));
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

/** The person's tenants. Where two have one name, each also has its domain, so that nobody takes one for the other. */
function membershipsOf(facts: Facts): readonly TenantMembership[] {
  if (facts.memberships.kind === 'cannot-tell') return [];
  const shared = sharedNames(facts);
  return facts.memberships.value.map((one) =>
    one.displayName !== null && shared.has(one.displayName.toLowerCase())
      ? { ...one, displayName: withDomain(one.displayName, one.defaultDomain ?? one.tenantId) }
      : one,
  );
}

function isShared(name: string, facts: Facts): boolean {
  return sharedNames(facts).has(name.toLowerCase());
}

/** Names that more than one of the tenants has, in lower case. */
function sharedNames(facts: Facts): ReadonlySet<string> {
  const bearers = new Map<string, Set<string>>();
  const bear = (name: string | null, tenantId: string): void => {
    if (name === null || name.trim() === '') return;
    const ids = bearers.get(name.toLowerCase()) ?? new Set();
    bearers.set(name.toLowerCase(), ids.add(tenantId.toLowerCase()));
  };
  if (facts.tenant.kind === 'known') bear(facts.tenant.value.displayName, facts.tenant.value.id);
  if (facts.memberships.kind === 'known')
    for (const one of facts.memberships.value) bear(one.displayName, one.tenantId);
  return new Set([...bearers].flatMap(([name, ids]) => (ids.size > 1 ? [name] : [])));
}

/** Usually one; lists that Azure gives in pages can name a tenant twice. */
function membershipsHere(facts: Facts): readonly TenantMembership[] {
  if (facts.memberships.kind === 'cannot-tell') return [];
  return facts.memberships.value.filter((one) => sameId(one.tenantId, facts.identity.tenantId));
}

function withDomain(name: string, domain: string): string {
  return name.includes(domain) ? name : `${name} (${domain})`;
}

function firstFilled(...names: readonly (string | null)[]): string | null {
  return names.find((name) => name !== null && name.trim() !== '') ?? null;
}
