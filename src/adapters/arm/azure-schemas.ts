import { z } from 'zod';
import type { AzureSubscription, BillingAccount, TenantMembership } from '../../domain/facts.ts';
import { cannotTell, type Known, known } from '../../domain/known.ts';
import { keptPer } from '../upstream/kept-per.ts';

const text = z.string().nullish();

export const subscriptionSchema = z
  .object({
    subscriptionId: z.string().min(1),
    displayName: text,
    tenantId: text,
    state: text,
    subscriptionPolicies: z.object({ quotaId: text, spendingLimit: text }).nullish(),
    managedByTenants: z.array(z.object({ tenantId: text })).nullish(),
  })
  .transform(
    ({ subscriptionPolicies, managedByTenants, ...rest }): AzureSubscription => ({
      subscriptionId: rest.subscriptionId,
      displayName: rest.displayName ?? '',
      tenantId: rest.tenantId ?? null,
      state: rest.state ?? '',
      quotaId: subscriptionPolicies?.quotaId ?? null,
      spendingLimit: subscriptionPolicies?.spendingLimit ?? null,
      managedByTenantIds: (managedByTenants ?? []).flatMap(({ tenantId }) => (tenantId ? [tenantId] : [])),
    }),
  );

export const tenantSchema = z
  .object({ tenantId: z.string().min(1), displayName: text, defaultDomain: text, tenantCategory: text })
  .transform(
    (tenant): TenantMembership => ({
      tenantId: tenant.tenantId,
      displayName: tenant.displayName ?? null,
      defaultDomain: tenant.defaultDomain ?? null,
      category: tenant.tenantCategory ?? '',
    }),
  );

export const billingAccountSchema = z
  .object({ properties: z.object({ displayName: text, agreementType: text, accountStatus: text, accountType: text }) })
  .transform(
    ({ properties }): BillingAccount => ({
      displayName: properties.displayName ?? null,
      agreementType: properties.agreementType ?? '',
      accountStatus: properties.accountStatus ?? null,
      accountType: properties.accountType ?? null,
    }),
  );

export const roleAssignmentSchema = z
  .object({ properties: z.object({ roleDefinitionId: z.string(), scope: text, condition: text }) })
  .transform(({ properties }) => properties);
export type RoleAssignment = z.infer<typeof roleAssignmentSchema>;

const listOf = keptPer((item: z.ZodType) => z.array(item));

/** Every item of a list, parsed. If one is not as documented, the list is unreadable. */
export function readItems<T>(item: z.ZodType<T>, items: readonly unknown[]): Known<readonly T[]> {
  const parsed = listOf(item).safeParse(items);
  return parsed.success ? known(parsed.data as T[]) : cannotTell('unreadable');
}
