import type { OfferId } from './offers.ts';
import type { StepId, TopicId } from './steps.ts';
import type { BlockerId, CheckId, NoticeId } from './verdict-shape.ts';

/** A document that says what the bot says. */
export interface SourceDocument {
  readonly title: string;
  /** Where it is; null for what follows from the bot's own reading, such as two services that contradict each other. */
  readonly page: string | null;
  /** The date that the document bears, as YYYY-MM-DD; null if it bears none. */
  readonly dated: string | null;
}

const learn = 'https://learn.microsoft.com';
const billing = `${learn}/azure/cost-management-billing`;

/** The documents behind steps, rules and offers. Where two disagree, the newest is taken. */
export const sourceDocuments = {
  'sign-up-for-azure': {
    title: 'Sign up for Azure with a Microsoft 365 account',
    page: `${billing}/manage/microsoft-365-account-for-azure-subscription`,
    dated: '2020-08-20',
  },
  'sign-up-for-microsoft-365': {
    title: 'Use your Azure account to sign up for Microsoft 365',
    page: `${billing}/manage/azure-account-for-microsoft-365-subscription`,
    dated: '2021-09-15',
  },
  'change-directory': {
    title: 'How to change the Entra directory of your Azure subscription',
    page: `${billing}/manage/subscription-change-directory`,
    dated: '2026-03-17',
  },
  'associate-subscription': {
    title: 'Associate or add an Azure subscription to your Microsoft Entra tenant',
    page: `${learn}/entra/fundamentals/how-subscriptions-associated-directory`,
    dated: '2025-04-02',
  },
  'transfer-subscription': {
    title: 'Transfer an Azure subscription to a different directory',
    page: `${learn}/azure/role-based-access-control/transfer-subscription`,
    dated: '2023-09-28',
  },
  'subscription-policies': {
    title: 'Manage Azure subscription policies',
    page: `${billing}/manage/manage-azure-subscription-policy`,
    dated: '2022-12-06',
  },
  'create-subscription': {
    title: 'Create a Microsoft Online Services Program subscription',
    page: `${billing}/manage/create-subscription`,
    dated: '2026-02-10',
  },
  'cloud-solution-provider': {
    title: 'Plan for the Cloud Solution Provider service',
    page: `${learn}/azure/cloud-adoption-framework/ready/landing-zone/design-area/azure-billing-cloud-solution-provider`,
    dated: '2024-11-28',
  },
  'partner-relationships': {
    title: 'Manage partner relationships',
    page: `${learn}/microsoft-365/commerce/manage-partners`,
    dated: '2025-01-08',
  },
  'troubleshoot-sign-up': {
    title: 'Troubleshoot Azure sign-up',
    page: `${billing}/troubleshoot-subscription/troubleshoot-azure-sign-up`,
    dated: '2025-02-05',
  },
  'subscription-states': {
    title: 'Azure subscription states',
    page: `${billing}/manage/subscription-states`,
    dated: '2020-07-24',
  },
  'subscription-disabled': {
    title: 'Reactivate a disabled Azure subscription',
    page: `${billing}/manage/subscription-disabled`,
    dated: '2025-01-22',
  },
  'offers-and-quota-ids': {
    title: 'Understand Cost Management data',
    page: `${billing}/costs/understand-cost-mgt-data`,
    dated: '2023-10-04',
  },
  'billing-accounts': {
    title: 'View your billing accounts in the Azure portal',
    page: `${billing}/manage/view-all-accounts`,
    dated: '2020-05-29',
  },
  'customer-agreement-roles': {
    title: 'Understand Microsoft Customer Agreement administrative roles',
    page: `${billing}/manage/understand-mca-roles`,
    dated: '2026-02-10',
  },
  'enterprise-roles': {
    title: 'Managing Azure Enterprise Agreement roles',
    page: `${billing}/manage/understand-ea-roles`,
    dated: '2023-04-24',
  },
  'no-billing-account': {
    title: 'Troubleshoot no billing account found',
    page: `${learn}/microsoft-365/commerce/no-billing-account-found`,
    dated: '2024-10-10',
  },
  'license-reservations': {
    title: 'Manage License Reservations for volume licensing',
    page: `${learn}/microsoft-365/commerce/licenses/manage-license-reservations-vl`,
    dated: '2025-03-28',
  },
  'volume-licensing-activation': {
    title: 'Activate online services in volume licensing',
    page: `${learn}/microsoft-365/commerce/licenses/online-service-activation-vl`,
    dated: '2025-04-10',
  },
  'subscription-ends': {
    title: 'What happens to my data and access when my Microsoft 365 for business subscription ends?',
    page: `${learn}/microsoft-365/commerce/subscriptions/what-if-my-subscription-expires`,
    dated: '2025-02-06',
  },
  'reactivate-product': {
    title: 'Reactivate your subscription in the Microsoft 365 admin center',
    page: `${learn}/microsoft-365/commerce/subscriptions/reactivate-your-subscription`,
    dated: '2024-07-22',
  },
  'cancel-subscription': {
    title: 'Cancel your Microsoft business subscription',
    page: `${learn}/microsoft-365/commerce/subscriptions/cancel-your-subscription`,
    dated: '2024-09-10',
  },
  'settle-balance': {
    title: 'Resolve a past-due balance for your pay-as-you-go Azure subscription',
    page: `${billing}/manage/resolve-past-due-balance`,
    dated: '2025-10-14',
  },
  'admin-takeover': {
    title: 'Take over an unmanaged directory as administrator',
    page: `${learn}/entra/identity/users/domains-admin-takeover`,
    dated: '2023-09-08',
  },
  'default-permissions': {
    title: 'What are the default user permissions in Microsoft Entra ID?',
    page: `${learn}/entra/fundamentals/users-default-permissions`,
    dated: '2025-03-05',
  },
  'built-in-roles': {
    title: 'Microsoft Entra built-in roles',
    page: `${learn}/entra/identity/role-based-access-control/permissions-reference`,
    dated: '2025-06-25',
  },
  'view-assignments': {
    title: 'List Microsoft Entra role assignments',
    page: `${learn}/entra/identity/role-based-access-control/view-assignments`,
    dated: '2024-11-21',
  },
  'roles-through-groups': {
    title: 'Use Microsoft Entra groups to manage role assignments',
    page: `${learn}/entra/identity/role-based-access-control/groups-concept`,
    dated: '2025-01-03',
  },
  'azure-roles': {
    title: 'Assign Azure roles using the Azure portal',
    page: `${learn}/azure/role-based-access-control/role-assignments-portal`,
    dated: '2024-01-30',
  },
  'elevate-access': {
    title: 'Elevate access to manage all Azure subscriptions and management groups',
    page: `${learn}/azure/role-based-access-control/elevate-access-global-admin`,
    dated: '2025-03-10',
  },
  'mandatory-mfa': {
    title: 'Planning for mandatory multifactor authentication for Azure and other admin portals',
    page: `${learn}/entra/identity/authentication/concept-mandatory-multifactor-authentication`,
    dated: '2026-04-03',
  },
  'developer-program': {
    title: 'Microsoft 365 Developer Program FAQ',
    page: `${learn}/office/developer-program/microsoft-365-developer-program-faq`,
    dated: '2026-07-30',
  },
  lighthouse: {
    title: 'View and manage customers and delegated resources in the Azure portal',
    page: `${learn}/azure/lighthouse/how-to/view-manage-customers`,
    dated: '2020-01-22',
  },
  'organization-resource': {
    title: 'organization resource type, Microsoft Graph',
    page: `${learn}/graph/api/resources/organization`,
    dated: null,
  },
  'product-names': {
    title: 'Product names and service plan identifiers for licensing',
    page: `${learn}/entra/identity/users/licensing-service-plan-reference`,
    dated: '2025-10-29',
  },
  support: {
    title: 'How to get support for Microsoft Entra ID',
    page: `${learn}/entra/fundamentals/how-to-get-support`,
    dated: '2025-05-23',
  },
  classic: {
    title: 'Azure classic subscription administrators',
    page: `${learn}/azure/role-based-access-control/classic-administrators`,
    dated: '2024-08-14',
  },
  'classic-retirement': {
    title: 'Prepare for Azure classic administrator roles retirement',
    page: `${billing}/manage/classic-administrator-retire`,
    dated: '2024-08-14',
  },
  'guest-properties': {
    title: 'Properties of a Microsoft Entra B2B collaboration user',
    page: `${learn}/entra/external-id/user-properties`,
    dated: '2025-03-18',
  },
  'tenants-list': {
    title: 'Tenants - List, REST API of Azure Resource Manager',
    page: `${learn}/rest/api/resources/tenants/list`,
    dated: '2022-12-01',
  },
  'roles-for-groups': {
    title: 'Privileged Identity Management (PIM) for Groups',
    page: `${learn}/entra/id-governance/privileged-identity-management/concept-pim-for-groups`,
    dated: '2025-02-24',
  },
  'activate-azure-roles': {
    title: 'Activate my Azure resource roles in Privileged Identity Management',
    page: `${learn}/entra/id-governance/privileged-identity-management/pim-resource-roles-activate-your-roles`,
    dated: '2024-02-06',
  },
  'product-transfers': {
    title: 'Azure product transfer hub',
    page: `${billing}/manage/subscription-transfer`,
    dated: '2022-10-25',
  },
  'students-starter': {
    title: 'Microsoft Azure for Students Starter Offer',
    page: 'https://azure.microsoft.com/offers/ms-azr-0144p/',
    dated: null,
  },
  'self-service': {
    title: 'Manage self-service purchases and trials',
    page: `${learn}/microsoft-365/commerce/subscriptions/manage-self-service-purchases-admins`,
    dated: '2025-01-06',
  },
  'own-reading': { title: 'What the bot reads itself', page: null, dated: null },
} as const satisfies Record<string, SourceDocument>;
export type SourceId = keyof typeof sourceDocuments;

/** Where something that the bot says comes from, and when it was last compared with that. */
export interface Sourced {
  readonly sources: readonly [SourceId, ...SourceId[]];
  /** The day it was last compared with its sources, as YYYY-MM-DD. */
  readonly checked: string;
}

const research = '2026-11-20';
const moving = '2026-11-30';
const told = '2026-12-01';

function on(checked: string, ...sources: readonly [SourceId, ...SourceId[]]): Sourced {
  return { sources, checked };
}

export const stepSources = {
  'azure-open-sign-up': on(research, 'sign-up-for-azure', 'create-subscription', 'subscription-disabled'),
  'azure-sign-in-with-work-account': on(research, 'sign-up-for-azure', 'mandatory-mfa'),
  'azure-fill-in-details': on(research, 'sign-up-for-azure', 'troubleshoot-sign-up'),
  'azure-check-users': on(research, 'sign-up-for-azure'),
  'azure-share-access': on(research, 'sign-up-for-azure', 'azure-roles'),
  'm365-know-your-role': on(research, 'sign-up-for-microsoft-365', 'view-assignments', 'no-billing-account'),
  'm365-choose-plan': on(research, 'sign-up-for-microsoft-365'),
  'm365-sign-in-top-right': on(research, 'sign-up-for-microsoft-365'),
  'm365-sign-in-with-azure-account': on(research, 'sign-up-for-microsoft-365'),
  'm365-try-or-buy': on(told, 'sign-up-for-microsoft-365', 'subscription-ends', 'cancel-subscription'),
  'm365-continue-after-receipt': on(research, 'sign-up-for-microsoft-365'),
  'm365-check-users': on(research, 'sign-up-for-microsoft-365'),
  'join-prepare': on(moving, 'transfer-subscription'),
  'join-find-who-accepts': on(moving, 'change-directory'),
  'join-open-subscription': on(moving, 'change-directory', 'associate-subscription'),
  'join-change-directory': on(moving, 'change-directory', 'subscription-policies'),
  'join-send-request': on(moving, 'change-directory'),
  'join-accept-request': on(moving, 'change-directory'),
  'accept-tell-owner': on(moving, 'change-directory'),
  'accept-open-link': on(moving, 'change-directory', 'transfer-subscription'),
  'join-switch-directory': on(moving, 'change-directory', 'associate-subscription'),
  'join-aftercare': on(
    moving,
    'transfer-subscription',
    'associate-subscription',
    'elevate-access',
    'classic-retirement',
  ),
} satisfies Record<StepId, Sourced>;

export const checkSources = {
  'work-account': on(research, 'create-subscription', 'sign-up-for-microsoft-365'),
  'managed-tenant': on(research, 'admin-takeover', 'organization-resource'),
  'has-microsoft-365': on(research, 'product-names'),
  'has-azure': on(research, 'sign-up-for-azure', 'offers-and-quota-ids'),
  'purchase-role': on(research, 'sign-up-for-microsoft-365', 'built-in-roles', 'no-billing-account'),
  'self-service-agreement': on(research, 'sign-up-for-microsoft-365', 'billing-accounts', 'offers-and-quota-ids'),
  'subscription-usable': on(told, 'subscription-states'),
  'owner-of-subscription': on(moving, 'change-directory'),
  'accepting-administrator': on(moving, 'change-directory'),
  'offer-can-move': on(research, 'associate-subscription'),
} satisfies Record<CheckId, Sourced>;

export const blockerSources = {
  'personal-account': on(research, 'sign-up-for-microsoft-365', 'create-subscription'),
  'personal-move': on(told, 'change-directory', 'create-subscription'),
  'guest-account': on(research, 'create-subscription', 'default-permissions'),
  'partner-admin': on(moving, 'tenants-list'),
  'partner-orders': on(moving, 'tenants-list', 'cloud-solution-provider'),
  'move-as-partner': on(moving, 'tenants-list', 'change-directory'),
  'partner-cannot-move': on(told, 'associate-subscription', 'cloud-solution-provider', 'transfer-subscription'),
  'unmanaged-tenant': on(research, 'admin-takeover'),
  'customers-tenant': on(research, 'organization-resource'),
  'role-missing': on(told, 'sign-up-for-microsoft-365', 'built-in-roles'),
  'role-to-activate': on(research, 'view-assignments'),
  'enterprise-agreement': on(research, 'sign-up-for-microsoft-365'),
  'enterprise-licences': on(moving, 'sign-up-for-microsoft-365', 'license-reservations', 'volume-licensing-activation'),
  'enterprise-move': on(told, 'change-directory', 'sign-up-for-microsoft-365', 'enterprise-roles'),
  'bought-through-partner': on('2026-11-30', 'associate-subscription', 'partner-relationships'),
  'azure-from-partner': on('2026-11-30', 'cloud-solution-provider', 'partner-relationships'),
  'developer-tenant': on(moving, 'developer-program', 'troubleshoot-sign-up', 'change-directory'),
  'developer-licences': on(moving, 'developer-program'),
  'offer-cannot-move': on(research, 'associate-subscription'),
  'not-owner': on(moving, 'change-directory'),
  'owner-with-condition': on(research, 'associate-subscription'),
  'no-subscription-to-move': on(research, 'own-reading'),
  'subscription-disabled': on(told, 'subscription-states', 'subscription-disabled'),
  'subscription-past-due': on(told, 'subscription-states', 'subscription-disabled', 'settle-balance'),
  'microsoft-365-disabled': on(told, 'subscription-ends', 'reactivate-product'),
} satisfies Record<BlockerId, Sourced>;

export const noticeSources = {
  'no-admin-role-needed': on(research, 'sign-up-for-azure'),
  'signer-pays': on(told, 'sign-up-for-azure', 'billing-accounts'),
  'use-this-account': on(research, 'sign-up-for-azure'),
  'use-account-here': on(research, 'sign-up-for-azure'),
  'lands-in-this-tenant': on(research, 'sign-up-for-azure', 'create-subscription'),
  'landing-not-documented': on(moving, 'guest-properties', 'create-subscription'),
  'several-tenants': on(research, 'own-reading'),
  'role-ends-soon': on(research, 'own-reading'),
  'role-through-group': on(research, 'roles-through-groups'),
  'agreement-unknown': on(research, 'sign-up-for-microsoft-365'),
  'agreement-unknown-move': on(moving, 'sign-up-for-microsoft-365', 'enterprise-roles'),
  'billing-role-needed': on(told, 'no-billing-account'),
  'billing-role-perhaps': on(told, 'no-billing-account', 'offers-and-quota-ids'),
  'billing-role-for-azure': on(told, 'customer-agreement-roles', 'create-subscription'),
  'trial-ends': on(moving, 'subscription-ends'),
  'product-expired': on(moving, 'subscription-ends'),
  'product-disabled': on(told, 'subscription-ends', 'reactivate-product'),
  'product-about-to-be-deleted': on(told, 'subscription-ends', 'reactivate-product'),
  'subscription-warned': on(told, 'subscription-states'),
  'subscription-past-due': on(told, 'subscription-states'),
  'subscription-disabled': on(told, 'subscription-states', 'subscription-disabled'),
  'subscription-deleted': on(moving, 'subscription-states'),
  'spending-limit-on': on(research, 'subscription-disabled'),
  'free-services-only': on(told, 'students-starter'),
  'no-microsoft-365-found': on(research, 'own-reading'),
  'no-azure-found': on(research, 'own-reading'),
  'azure-already-here': on(research, 'own-reading'),
  'microsoft-365-already-here': on(research, 'own-reading'),
  'facts-contradict': on(research, 'own-reading'),
  'offer-ends': on(moving, 'offers-and-quota-ids'),
  'offer-retired': on(moving, 'offers-and-quota-ids'),
  'offer-cannot-change-directory': on(moving, 'associate-subscription'),
  'offer-keeps-its-payer': on(told, 'product-transfers'),
  'role-may-wait-in-group': on(moving, 'roles-for-groups'),
  'owner-may-wait': on(moving, 'activate-azure-roles'),
  'owner-not-read': on(told, 'own-reading'),
  'external-member': on(moving, 'guest-properties'),
  'support-plan-only': on(moving, 'offers-and-quota-ids'),
  'mfa-will-be-asked': on(research, 'mandatory-mfa'),
  'someone-else-may-be-admin': on(research, 'own-reading'),
  'self-service-possible': on(told, 'self-service'),
  'subscription-in-other-tenant': on(research, 'lighthouse'),
  'chat-in-other-tenant': on(research, 'own-reading'),
  'sold-by-partner': on(research, 'associate-subscription'),
  'not-azure-subscription': on(research, 'offers-and-quota-ids'),
  'free-products-only': on(research, 'product-names'),
  'product-not-listed': on(research, 'product-names'),
  'tenant-policy-may-block': on(research, 'subscription-policies'),
  'somebody-must-accept': on(moving, 'change-directory'),
  'guest-here': on(moving, 'change-directory', 'tenants-list'),
  'direction-unknown': on(moving, 'own-reading'),
  'developer-tenant-here': on(moving, 'developer-program'),
  'signed-in-as': on(moving, 'own-reading'),
  'partner-by-answer': on(told, 'cloud-solution-provider'),
  'partner-by-answer-move': on(told, 'associate-subscription'),
  'microsoft-365-ends': on(told, 'subscription-ends', 'reactivate-product'),
} satisfies Record<NoticeId, Sourced>;

export const offerSources = {
  'enterprise-or-customer-agreement': on(research, 'offers-and-quota-ids'),
  'dev-test': on(research, 'offers-and-quota-ids'),
  'pay-as-you-go': on(research, 'offers-and-quota-ids'),
  'free-trial': on(research, 'offers-and-quota-ids', 'subscription-disabled'),
  'visual-studio': on(research, 'offers-and-quota-ids'),
  'partner-network': on(research, 'offers-and-quota-ids'),
  'partner-sold': on(research, 'offers-and-quota-ids', 'associate-subscription'),
  'azure-in-open': on(research, 'offers-and-quota-ids'),
  'azure-pass': on(research, 'offers-and-quota-ids'),
  'students-starter': on(research, 'offers-and-quota-ids', 'associate-subscription'),
  students: on(research, 'offers-and-quota-ids'),
  sponsorship: on(research, 'offers-and-quota-ids'),
  'support-plan': on(research, 'offers-and-quota-ids'),
  'microsoft-internal': on(research, 'offers-and-quota-ids', 'associate-subscription'),
  'access-to-entra': on(research, 'offers-and-quota-ids', 'subscription-disabled'),
  bizspark: on(research, 'offers-and-quota-ids'),
  'prepaid-commitment': on(research, 'offers-and-quota-ids'),
  'retired-other': on(research, 'offers-and-quota-ids'),
  unknown: on(research, 'own-reading'),
} satisfies Record<OfferId, Sourced>;

export const topicSources = {
  background: on(research, 'sign-up-for-azure', 'associate-subscription', 'create-subscription'),
  'know-your-role': on(research, 'view-assignments', 'sign-up-for-microsoft-365'),
  'get-a-role': on(research, 'built-in-roles'),
  'share-azure-access': on(research, 'azure-roles'),
  support: on(research, 'support'),
  'enterprise-agreement': on(
    moving,
    'sign-up-for-microsoft-365',
    'license-reservations',
    'volume-licensing-activation',
  ),
  'change-directory-consequences': on(
    moving,
    'transfer-subscription',
    'change-directory',
    'associate-subscription',
    'classic-retirement',
  ),
  'alternatives-to-moving': on(research, 'transfer-subscription'),
  'quick-guidance': on(research, 'sign-up-for-azure', 'sign-up-for-microsoft-365', 'change-directory'),
  'example-kelley': on(research, 'sign-up-for-microsoft-365'),
  'names-of-today': on(research, 'classic', 'create-subscription'),
  privacy: on(research, 'own-reading'),
} satisfies Record<TopicId, Sourced>;

/** A step, rule or offer with its sources: what content:check and the page of sources go through. */
export interface SourcedItem extends Sourced {
  readonly kind: 'step' | 'check' | 'blocker' | 'notice' | 'offer' | 'topic';
  readonly id: string;
}

/** Everything but the answers, whose sources are in their files. */
export function sourcedItems(): readonly SourcedItem[] {
  const all = {
    step: stepSources,
    check: checkSources,
    blocker: blockerSources,
    notice: noticeSources,
    offer: offerSources,
    topic: topicSources,
  } as const satisfies Record<SourcedItem['kind'], Readonly<Record<string, Sourced>>>;
  return Object.entries(all).flatMap(([kind, items]) =>
    Object.entries(items).map(([id, sourced]) => ({ kind: kind as SourcedItem['kind'], id, ...sourced })),
  );
}
