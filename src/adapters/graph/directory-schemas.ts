import { z } from 'zod';
import { cannotTell, type Known, known } from '../../domain/known.ts';
import { keptPer } from '../upstream/kept-per.ts';
import type { Page } from '../upstream/pages.ts';

const text = z.string().nullish();
// An end that is not a date is treated as not readable.
const moment = z
  .string()
  .nullish()
  .transform((value) => (value && !Number.isNaN(Date.parse(value)) ? value : null));

export const profileSchema = z.object({ displayName: text, userPrincipalName: text, userType: text });

export const directoryRoleSchema = z.object({ '@odata.type': text, displayName: text, roleTemplateId: text });
export type DirectoryRole = z.infer<typeof directoryRoleSchema>;

export const groupSchema = z.object({
  '@odata.type': text,
  id: text,
  displayName: text,
  roleTemplateId: text,
  isAssignableToRole: z.boolean().nullish(),
});
export type DirectoryObject = z.infer<typeof groupSchema>;

export const roleInstanceSchema = z.object({
  roleDefinitionId: z.string(),
  principalId: text,
  directoryScopeId: text,
  appScopeId: text,
  memberType: text,
  startDateTime: moment,
  endDateTime: moment,
});
export type RoleInstance = z.infer<typeof roleInstanceSchema>;

export const organizationSchema = z.object({
  id: z.string(),
  displayName: text,
  tenantType: text,
  verifiedDomains: z
    .array(z.object({ name: z.string(), isDefault: z.boolean().nullish(), isInitial: z.boolean().nullish() }))
    .nullish(),
});
export type Organization = z.infer<typeof organizationSchema>;

export const domainSchema = z.object({
  isVerified: z.boolean().nullish(),
  isAdminManaged: z.boolean().nullish(),
});
export type DirectoryDomain = z.infer<typeof domainSchema>;

const units = z.number().nullish();
export const subscribedSkuSchema = z.object({
  skuId: z.string(),
  skuPartNumber: z.string(),
  capabilityStatus: text,
  consumedUnits: units,
  prepaidUnits: z.object({ enabled: units, warning: units, suspended: units, lockedOut: units }).nullish(),
  servicePlans: z.array(z.object({ servicePlanName: text })).nullish(),
});
export type SubscribedSku = z.infer<typeof subscribedSkuSchema>;

export const companySubscriptionSchema = z.object({
  id: text,
  skuId: text,
  skuPartNumber: text,
  status: text,
  isTrial: z.boolean().nullish(),
  nextLifecycleDateTime: moment,
  ownerTenantId: text,
  totalLicenses: units,
  serviceStatus: z.array(z.object({ servicePlanName: text })).nullish(),
});
export type CompanySubscription = z.infer<typeof companySubscriptionSchema>;

const pageOf = keptPer((item: z.ZodType) => z.object({ value: z.array(item), '@odata.nextLink': text }));

/** One page of a Graph collection, every item checked. One item that is not as documented makes the page unreadable. */
export function readPage<T>(item: z.ZodType<T>, body: unknown): Known<Page<T>> {
  const parsed = pageOf(item).safeParse(body);
  if (!parsed.success) return cannotTell('unreadable');
  return known({ items: parsed.data.value as T[], next: parsed.data['@odata.nextLink'] ?? null });
}

/** One Graph object. */
export function readOne<T>(schema: z.ZodType<T>, body: unknown): Known<T> {
  const parsed = schema.safeParse(body);
  return parsed.success ? known(parsed.data) : cannotTell('unreadable');
}
