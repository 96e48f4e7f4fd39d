import type { StepId, TopicId } from '../src/domain/steps.ts';
import type { BlockerId } from '../src/domain/verdict.ts';
import type { TextKey } from '../src/i18n/index.ts';

export type LinkId = Extract<TextKey, `links.${string}`> extends `links.${infer Id}` ? Id : never;

const portal = 'https://portal.azure.com';
const learn = 'https://learn.microsoft.com';

/** Where each link leads. Its label is in the words. */
export const linkUrls = {
  'azure-free': 'https://azure.microsoft.com/free/',
  'azure-sign-up': 'https://signup.azure.com/',
  'azure-portal': `${portal}/`,
  'azure-subscriptions': `${portal}/#blade/Microsoft_Azure_Billing/SubscriptionsBlade`,
  'assign-roles-guide': `${learn}/azure/role-based-access-control/role-assignments-portal`,
  'access-overview': `${learn}/azure/role-based-access-control/overview`,
  'how-subscriptions-belong': `${learn}/entra/fundamentals/how-subscriptions-associated-directory`,
  'azure-support': `${portal}/#blade/Microsoft_Azure_Support/HelpAndSupportBlade/newsupportrequest`,
  'azure-cannot-sign-in': 'https://support.microsoft.com/oas/?prid=15470',
  'entra-support':
    'https://entra.microsoft.com/#view/Microsoft_Azure_Support/NewSupportRequestV3Blade/callerName/ActiveDirectory/issueType/technical',
  'business-support': 'https://support.serviceshub.microsoft.com/supportforbusiness',
  'microsoft-365-admin-center': 'https://admin.microsoft.com',
  'your-products': 'https://go.microsoft.com/fwlink/p/?linkid=842054',
  'billing-accounts': 'https://go.microsoft.com/fwlink/p/?linkid=2084771',
  'cost-management': `${portal}/#blade/Microsoft_Azure_Billing/ModernBillingMenuBlade/Overview`,
  'activate-role': `${portal}/#view/Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/aadmigratedroles`,
  'admin-takeover': 'https://portal.office.com/admintakeover',
  'microsoft-365-business': 'https://www.microsoft.com/microsoft-365/business',
  'microsoft-365-enterprise': 'https://www.microsoft.com/microsoft-365/enterprise',
  'entra-admin-center': 'https://entra.microsoft.com',
  'role-assignments-microsoft-365': 'https://go.microsoft.com/fwlink/p/?linkid=2097861',
  'transfer-guide': `${learn}/azure/role-based-access-control/transfer-subscription`,
  'key-vault-guide': `${learn}/azure/key-vault/general/move-subscription`,
} as const satisfies Record<string, `https://${string}`>;

export const stepLinks = {
  'azure-open-sign-up': ['azure-free', 'azure-subscriptions'],
  'azure-sign-in-with-work-account': ['azure-sign-up'],
  'azure-fill-in-details': ['azure-cannot-sign-in'],
  'azure-check-users': ['azure-portal'],
  'azure-share-access': ['azure-subscriptions', 'assign-roles-guide'],
  'm365-know-your-role': ['entra-admin-center', 'role-assignments-microsoft-365'],
  'm365-choose-plan': ['microsoft-365-business', 'microsoft-365-enterprise'],
  'm365-sign-in-top-right': [],
  'm365-sign-in-with-azure-account': [],
  'm365-try-or-buy': [],
  'm365-continue-after-receipt': ['microsoft-365-admin-center'],
  'm365-check-users': ['microsoft-365-admin-center'],
  'join-prepare': ['transfer-guide'],
  'join-become-member-of-both': ['how-subscriptions-belong'],
  'join-open-subscription': ['azure-subscriptions'],
  'join-change-directory': ['azure-subscriptions'],
  'join-choose-target': [],
  'join-switch-directory': ['azure-portal'],
  'join-aftercare': ['key-vault-guide', 'assign-roles-guide'],
} satisfies Record<StepId, readonly LinkId[]>;

export const topicLinks = {
  background: ['how-subscriptions-belong'],
  'know-your-role': ['entra-admin-center', 'role-assignments-microsoft-365'],
  'get-a-role': ['entra-admin-center'],
  'share-azure-access': ['assign-roles-guide', 'access-overview'],
  support: ['azure-support', 'azure-cannot-sign-in', 'entra-support', 'microsoft-365-admin-center', 'business-support'],
  'enterprise-agreement': ['cost-management', 'azure-support'],
  'change-directory-consequences': ['transfer-guide', 'key-vault-guide'],
  'alternatives-to-moving': ['transfer-guide', 'your-products'],
  'quick-guidance': ['azure-free', 'microsoft-365-business'],
  'example-kelley': [],
  'names-of-today': [],
  privacy: [],
} satisfies Record<TopicId, readonly LinkId[]>;

export const blockerLinks = {
  'personal-account': [],
  'guest-account': [],
  'unmanaged-tenant': ['admin-takeover'],
  'customers-tenant': [],
  'role-missing': ['entra-admin-center'],
  'role-to-activate': ['activate-role'],
  'enterprise-agreement': ['azure-support'],
  'bought-through-partner': [],
  'developer-tenant': [],
  'offer-cannot-move': [],
  'not-owner': ['assign-roles-guide'],
  'owner-with-condition': ['azure-subscriptions'],
  'not-in-both-tenants': [],
  'no-subscription-to-move': ['azure-subscriptions'],
  'no-microsoft-365': ['microsoft-365-admin-center'],
  'subscription-disabled': ['azure-subscriptions'],
  'subscription-past-due': ['cost-management'],
  'microsoft-365-expired': ['your-products'],
} satisfies Record<BlockerId, readonly LinkId[]>;
