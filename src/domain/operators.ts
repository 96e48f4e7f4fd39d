import { sameId } from './text.ts';

/** The person who signed in to the tickets page, according to their token. */
export interface OperatorClaims {
  readonly tenantId: string;
  readonly roles: readonly string[];
}

export interface OperatorRules {
  /** Name of the app role that grants access. */
  readonly role: string;
  /** The bot's own tenant. */
  readonly botTenantId: string;
  /** Tenants whose people may use the bot; empty means every tenant. */
  readonly allowedTenants: readonly string[];
  /** The tenant of each desk. */
  readonly deskTenants: readonly string[];
}

export type OperatorDecision =
  /** `sees`: the tickets of all desks, or only those of the desks in their own tenant. */
  | { readonly kind: 'operator'; readonly sees: 'all-desks' | 'own-desks'; readonly tenantId: string }
  | { readonly kind: 'role-missing' }
  | { readonly kind: 'foreign-tenant' };

/**
 * Whether a person may see tickets, and which ones. Administrators of any tenant can assign the role to their own people, so
 * it counts only in the bot's own tenant (for all desks) and in a desk's tenant (for that desk).
 */
export function decideOperator({ tenantId, roles }: OperatorClaims, rules: OperatorRules): OperatorDecision {
  if (!operatorTenants(rules).some((one) => sameId(one, tenantId))) return { kind: 'foreign-tenant' };
  if (!roles.includes(rules.role)) return { kind: 'role-missing' };
  const sees = sameId(tenantId, rules.botTenantId) ? 'all-desks' : 'own-desks';
  return { kind: 'operator', sees, tenantId };
}

/** Every tenant whose people can be operators, once each and in lower case. */
export function operatorTenants({
  botTenantId,
  allowedTenants,
  deskTenants,
}: Omit<OperatorRules, 'role'>): readonly string[] {
  const possible = new Set([botTenantId, ...deskTenants].map((id) => id.toLowerCase()));
  if (allowedTenants.length === 0) return [...possible];
  return [...possible].filter((id) => allowedTenants.some((one) => sameId(one, id)));
}
