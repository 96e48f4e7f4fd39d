import type { StepId, TopicId } from './steps.ts';
import type { BlockerId } from './verdict-shape.ts';

const portal = 'https://portal.azure.com';
const learn = 'https://learn.microsoft.com';

/**
 * Where each link leads today. Both source articles use older addresses; these replace them.
 * Sources: "Sign up for Azure with a Microsoft 365 account"; "Use your Azure account to sign up for Microsoft 365";
 * Microsoft Learn: "How to get support for Microsoft Entra ID".
 */
export const linkUrls = {
  'azure-free': 'https://azure.microsoft.com/free/',
  'azure-sign-up': 'https://signup.azure.com/',
  'azure-portal': `${portal}/`,
  'azure-subscriptions': `${portal}/#blade/Microsoft_Azure_Billing/SubscriptionsBlade`,
  'assign-roles-guide': `${learn}/azure/role-based-access-control/role-assignments-portal`,
  'access-overview': `${learn}/azure/role-based-access-control/overview`,
  'how-subscriptions-belong': `${learn}/entra/fundamentals/how-subscriptions-associated-directory`,
  'partner-center': 'https://partner.microsoft.com/dashboard/home',
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
  'change-directory-guide': `${learn}/azure/cost-management-billing/manage/subscription-change-directory`,
  'transfer-guide': `${learn}/azure/role-based-access-control/transfer-subscription`,
  'key-vault-guide': `${learn}/azure/key-vault/general/move-subscription`,
} as const satisfies Record<string, `https://${string}`>;

/** Every link that can be shown. Its label has the same id. */
export type LinkId = keyof typeof linkUrls;

/** The links that belong to a step. */
export const stepLinks = {
  'azure-open-sign-up': ['azure-free', 'azure-sign-up', 'azure-subscriptions'],
  'azure-sign-in-with-work-account': ['azure-sign-up'],
  'azure-fill-in-details': ['azure-cannot-sign-in'],
  'azure-check-users': ['azure-portal', 'entra-admin-center'],
  'azure-share-access': ['azure-subscriptions', 'assign-roles-guide', 'access-overview'],
  'm365-know-your-role': ['entra-admin-center', 'role-assignments-microsoft-365', 'billing-accounts'],
  'm365-choose-plan': ['microsoft-365-business', 'microsoft-365-enterprise', 'microsoft-365-admin-center'],
  'm365-sign-in-top-right': [],
  'm365-sign-in-with-azure-account': [],
  'm365-try-or-buy': ['your-products', 'billing-accounts'],
  'm365-continue-after-receipt': ['your-products'],
  'm365-check-users': ['microsoft-365-admin-center'],
  'join-prepare': ['transfer-guide'],
  'join-find-who-accepts': ['entra-admin-center', 'change-directory-guide'],
  'join-open-subscription': ['azure-subscriptions'],
  'join-change-directory': ['azure-subscriptions'],
  'join-send-request': ['change-directory-guide'],
  'join-accept-request': ['change-directory-guide'],
  'accept-tell-owner': ['entra-admin-center', 'change-directory-guide'],
  'accept-open-link': ['change-directory-guide'],
  'join-switch-directory': ['azure-portal'],
  'join-aftercare': ['key-vault-guide', 'assign-roles-guide'],
} as const satisfies Record<StepId, readonly LinkId[]>;

/** The links that belong to a topic. */
export const topicLinks = {
  background: ['how-subscriptions-belong'],
  'know-your-role': ['entra-admin-center', 'role-assignments-microsoft-365'],
  'get-a-role': ['entra-admin-center', 'activate-role'],
  'share-azure-access': ['azure-subscriptions', 'assign-roles-guide', 'access-overview'],
  support: ['azure-support', 'azure-cannot-sign-in', 'entra-support', 'microsoft-365-admin-center', 'business-support'],
  'enterprise-agreement': ['cost-management', 'azure-support', 'your-products'],
  'change-directory-consequences': ['transfer-guide', 'key-vault-guide'],
  'alternatives-to-moving': ['transfer-guide', 'your-products'],
  'quick-guidance': ['azure-free', 'microsoft-365-business'],
  'example-kelley': [],
  'names-of-today': [],
  privacy: [],
} as const satisfies Record<TopicId, readonly LinkId[]>;

/** The links that help with a blocker. An Enterprise Agreement leads to support, never to a sign-up page. */
export const blockerLinks = {
  'personal-account': ['how-subscriptions-belong'],
  'personal-move': ['azure-subscriptions', 'change-directory-guide'],
  'guest-account': ['how-subscriptions-belong'],
  'partner-admin': ['partner-center', 'how-subscriptions-belong'],
  'partner-orders': ['partner-center', 'how-subscriptions-belong'],
  'move-as-partner': ['change-directory-guide'],
  'partner-cannot-move': ['partner-center'],
  'unmanaged-tenant': ['admin-takeover'],
  'customers-tenant': ['entra-admin-center'],
  'role-missing': ['entra-admin-center', 'role-assignments-microsoft-365'],
  'role-to-activate': ['activate-role'],
  'enterprise-agreement': ['cost-management', 'azure-support'],
  'enterprise-licences': ['your-products', 'microsoft-365-admin-center'],
  'enterprise-move': ['cost-management', 'azure-support'],
  'bought-through-partner': ['microsoft-365-admin-center'],
  'azure-from-partner': ['microsoft-365-admin-center'],
  'developer-tenant': ['change-directory-guide', 'business-support'],
  'developer-licences': ['business-support'],
  'offer-cannot-move': ['transfer-guide'],
  'not-owner': ['azure-subscriptions', 'assign-roles-guide'],
  'owner-with-condition': ['azure-subscriptions', 'assign-roles-guide'],
  'no-subscription-to-move': ['azure-subscriptions'],
  'subscription-disabled': ['azure-subscriptions', 'azure-support'],
  'subscription-past-due': ['cost-management'],
  'microsoft-365-disabled': ['your-products'],
} as const satisfies Record<BlockerId, readonly LinkId[]>;

/** Where an administrator grants consent to the bot. Null if either id is malformed, to keep anything else out of the link. */
export function adminConsentUrl(tenantId: string, appId: string): string | null {
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  if (!id.test(tenantId) || !id.test(appId)) return null;
  return `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${appId}`;
}
