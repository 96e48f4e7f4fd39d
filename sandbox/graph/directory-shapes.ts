import type { Seat, StoryPerson } from '../people/person.ts';
import type { HeldProduct } from '../people/products.ts';
import { directoryRoles, type HeldRole } from '../people/roles.ts';
import { stableId } from '../people/stable-id.ts';

type Shape = Readonly<Record<string, unknown>>;

/** The user, with the properties that come without `$select` first. */
export function userShape(person: StoryPerson, seat: Seat): { readonly usual: Shape; readonly onRequest: Shape } {
  const isExternal = seat.tenant.id !== person.homeTenantId;
  const [givenName = '', ...rest] = person.displayName.split(' ');
  const guestName = `${person.userPrincipalName.replace('@', '_')}#EXT#@${seat.tenant.initialDomain}`;
  return {
    usual: {
      businessPhones: [],
      displayName: person.displayName,
      givenName,
      jobTitle: null,
      mail: person.userPrincipalName,
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: null,
      surname: rest.join(' ') || null,
      userPrincipalName: isExternal ? guestName : person.userPrincipalName,
      id: seat.objectId,
    },
    onRequest: {
      accountEnabled: true,
      userType: seat.userType,
      externalUserState: seat.userType === 'Guest' ? 'Accepted' : null,
      usageLocation: seat.tenant.country,
      onPremisesSyncEnabled: null,
    },
  };
}

export function organizationShape({ tenant }: Seat): Shape {
  const isOnlyInitial = tenant.domain === tenant.initialDomain;
  const capabilities = 'Email, OfficeCommunicationsOnline';
  const domain = (name: string, isDefault: boolean) => ({
    capabilities,
    isDefault,
    isInitial: name === tenant.initialDomain,
    name,
    type: 'Managed',
  });
  return {
    id: tenant.id,
    deletedDateTime: null,
    businessPhones: [],
    city: null,
    country: null,
    countryLetterCode: tenant.country,
    createdDateTime: '2021-03-15T08:00:00Z',
    defaultUsageLocation: tenant.country,
    displayName: tenant.name,
    isMultipleDataLocationsForServicesEnabled: null,
    marketingNotificationEmails: [],
    onPremisesLastSyncDateTime: null,
    onPremisesSyncEnabled: null,
    partnerTenantType: null,
    postalCode: null,
    preferredLanguage: 'en',
    securityComplianceNotificationMails: [],
    securityComplianceNotificationPhones: [],
    state: null,
    street: null,
    technicalNotificationMails: [],
    tenantType: 'AAD',
    directorySizeQuota: { used: 214, total: 50_000 },
    privacyProfile: null,
    assignedPlans: [],
    provisionedPlans: [],
    verifiedDomains: isOnlyInitial
      ? [domain(tenant.initialDomain, true)]
      : [domain(tenant.initialDomain, false), domain(tenant.domain, true)],
  };
}

/** In a tenant that nobody manages, the domain was shown to be theirs by e-mail only. */
export function domainShapes({ tenant }: Seat): readonly Shape[] {
  const isViral = tenant.management === 'viral';
  const shape = (id: string) => ({
    authenticationType: 'Managed',
    availabilityStatus: null,
    id,
    isAdminManaged: !isViral,
    isDefault: id === tenant.domain,
    isInitial: id === tenant.initialDomain,
    isRoot: true,
    isVerified: true,
    manufacturer: null,
    model: null,
    passwordNotificationWindowInDays: null,
    passwordValidityPeriodInDays: 2_147_483_647,
    state: isViral ? { lastActionDateTime: null, operation: 'EmailVerification', status: 'Complete' } : null,
    supportedServices: isViral ? [] : ['Email', 'OfficeCommunicationsOnline'],
  });
  return [...new Set([tenant.domain, tenant.initialDomain])].map(shape);
}

/** Roles and groups. `direct` leaves out what comes through a group. */
export function membershipShapes(seat: Seat, reach: 'direct' | 'transitive'): readonly Shape[] {
  const active = seat.roles.filter(({ state }) => state === 'active');
  const groups = active.flatMap(({ group }) => (group === null ? [] : [group]));
  const roles = active.filter(({ group }) => reach === 'transitive' || group === null);
  return [
    groupShape(stableId(`all company ${seat.tenant.id}`), 'All Company', 'not-assignable'),
    ...groups.map(({ id, name }) => groupShape(id, name, 'assignable')),
    ...roles.map((role) => directoryRoleShape(seat, role)),
  ];
}

/** A role as Privileged Identity Management lists it. */
export function roleInstanceShape(seat: Seat, role: HeldRole): Shape {
  const key = `${seat.objectId} ${role.name} ${role.state}`;
  const scheduleId = stableId(`schedule ${key}`);
  const common = {
    id: stableId(`instance ${key}`),
    principalId: role.group?.id ?? seat.objectId,
    roleDefinitionId: directoryRoles[role.name],
    directoryScopeId: '/',
    appScopeId: null,
    startDateTime: '2025-01-06T10:00:00Z',
    endDateTime: role.endsAt,
    memberType: role.group === null ? 'Direct' : 'Group',
  };
  if (role.state === 'eligible') return { ...common, roleEligibilityScheduleId: scheduleId };
  const wasActivated = seat.roles.some(({ name, state }) => name === role.name && state === 'eligible');
  return {
    ...common,
    assignmentType: wasActivated ? 'Activated' : 'Assigned',
    roleAssignmentOriginId: stableId(`origin ${key}`),
    roleAssignmentScheduleId: scheduleId,
  };
}

export function subscribedSkuShape(seat: Seat, product: HeldProduct): Shape {
  const units = (...statuses: readonly HeldProduct['status'][]) =>
    statuses.includes(product.status) ? product.seats : 0;
  return {
    accountName: seat.tenant.initialDomain.split('.')[0] ?? '',
    accountId: seat.tenant.id,
    appliesTo: 'User',
    capabilityStatus: product.status,
    consumedUnits: product.used,
    id: `${seat.tenant.id}_${product.skuId}`,
    skuId: product.skuId,
    skuPartNumber: product.skuPartNumber,
    subscriptionIds: [purchaseId(seat, product)],
    prepaidUnits: {
      enabled: units('Enabled'),
      suspended: units('Suspended'),
      warning: units('Warning'),
      lockedOut: units('LockedOut'),
    },
    servicePlans: product.plans.map(servicePlanShape),
  };
}

export function companySubscriptionShape(seat: Seat, product: HeldProduct): Shape {
  return {
    id: purchaseId(seat, product),
    commerceSubscriptionId: stableId(`commerce ${seat.tenant.id} ${product.orderId}`),
    createdDateTime: product.boughtAt,
    isTrial: product.isTrial,
    nextLifecycleDateTime: product.nextLifecycleAt,
    ownerId: null,
    ownerTenantId: product.soldByTenantId,
    ownerType: product.soldByTenantId === null ? null : 'Partner',
    skuId: product.skuId,
    skuPartNumber: product.skuPartNumber,
    status: product.status,
    totalLicenses: product.seats,
    serviceStatus: product.plans.map(servicePlanShape),
  };
}

function directoryRoleShape(seat: Seat, { name }: HeldRole): Shape {
  return {
    '@odata.type': '#microsoft.graph.directoryRole',
    // Every tenant has its own ids for the same roles.
    id: stableId(`role ${name} of ${seat.tenant.id}`),
    deletedDateTime: null,
    description: null,
    displayName: name,
    roleTemplateId: directoryRoles[name],
  };
}

function groupShape(id: string, displayName: string, roles: 'assignable' | 'not-assignable'): Shape {
  return {
    '@odata.type': '#microsoft.graph.group',
    id,
    deletedDateTime: null,
    displayName,
    groupTypes: [],
    isAssignableToRole: roles === 'assignable' ? true : null,
    mailEnabled: false,
    securityEnabled: true,
  };
}

function servicePlanShape(servicePlanName: string): Shape {
  return {
    servicePlanId: stableId(`plan ${servicePlanName}`),
    servicePlanName,
    provisioningStatus: 'Success',
    appliesTo: 'User',
  };
}

function purchaseId(seat: Seat, product: HeldProduct): string {
  return stableId(`purchase ${seat.tenant.id} ${product.orderId}`);
}
