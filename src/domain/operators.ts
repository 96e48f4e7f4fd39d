import { sameId } from './text.ts';

/** Who signed in at the page of tickets, as their sign-in tells it. */
export interface OperatorClaims {
  readonly tenantId: string;
  readonly roles: readonly string[];
}

export interface OperatorRules {
  /** Name of the app role that lets people in. */
  readonly role: string;
  /** The tenant that the bot lives in. */
  readonly botTenantId: string;
  /** Tenants whose people may use the bot; empty when every tenant may. */
  readonly allowedTenants: readonly string[];
  /** Tenants of the desks, each desk's own. */
  readonly deskTenants: readonly string[];
}

export type OperatorDecision =
  /** `sees`: the tickets of all desks, or only of the desks of their own tenant. */
  | { readonly kind: 'operator'; readonly sees: 'all-desks' | 'own-desks'; readonly tenantId: string }
  | { readonly kind: 'role-missing' }
  | { readonly kind: 'foreign-tenant' };

/**
 * Whether somebody may see tickets, and which. The administrators of any tenant can give the role to their own people, so
 * the role counts only in the tenant that the bot lives in, for all desks, and in the tenant of a desk, for that desk.
 */
export function decideOperator({ tenantId, roles }: OperatorClaims, rules: OperatorRules): OperatorDecision {
  if (!operatorTenants(rules).some((one) => sameId(one, tenantId))) return { kind: 'foreign-tenant' };
  if (!roles.includes(rules.role)) return { kind: 'role-missing' };
  const sees = sameId(tenantId, rules.botTenantId) ? 'all-desks' : 'own-desks';
  return { kind: 'operator', sees, tenantId };
}

/** Every tenant whose people can be operators, each once and in small letters. */
export function operatorTenants({
  botTenantId,
  allowedTenants,
  deskTenants,
}: Omit<OperatorRules, 'role'>): readonly string[] {
  const possible = new Set([botTenantId, ...deskTenants].map((id) => id.toLowerCase()));
  if (allowedTenants.length === 0) return [...possible];
  return [...possible].filter((id) => allowedTenants.some((one) => sameId(one, id)));
}
