import type { LinkId } from '../../domain/links.ts';

/** What a link says about where it leads. */
export const links = {
  'azure-free': 'Open free Azure',
  'azure-sign-up': 'Open the Azure sign-up',
  'azure-portal': 'Open the Azure portal',
  'azure-subscriptions': 'Open Subscriptions',
  'assign-roles-guide': 'How to assign roles',
  'access-overview': 'About Azure roles',
  'how-subscriptions-belong': 'How tenants own Azure',
  'azure-support': 'Ask Azure support',
  'azure-cannot-sign-in': 'Help with Azure sign-in',
  'entra-support': 'Ask Entra support',
  'business-support': 'Ask Microsoft support',
  'microsoft-365-admin-center': 'Open the admin center',
  'your-products': 'Open Your products',
  'billing-accounts': 'Open Billing accounts',
  'cost-management': 'Open Cost Management',
  'activate-role': 'Activate the role',
  'admin-takeover': 'Take over the tenant',
  'microsoft-365-business': 'See the business plans',
  'microsoft-365-enterprise': 'See the enterprise plans',
  'entra-admin-center': 'Open Entra admin center',
  'role-assignments-microsoft-365': 'Open Role assignments',
  'change-directory-guide': 'Read the move guide',
  'transfer-guide': 'Read what will break',
  'key-vault-guide': 'Read about Key Vault',
} satisfies Record<LinkId, string>;
