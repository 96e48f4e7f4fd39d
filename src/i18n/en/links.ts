import type { LinkId } from '../../domain/links.ts';

/** What a link says about where it leads. */
export const links = {
  'azure-free': 'Open the free Azure page',
  'azure-sign-up': 'Open the Azure sign-up',
  'azure-portal': 'Open the Azure portal',
  'azure-subscriptions': 'Open Subscriptions in the Azure portal',
  'assign-roles-guide': 'Read how to assign an Azure role',
  'access-overview': 'Read about Azure role-based access control',
  'how-subscriptions-belong': 'Read how subscriptions belong to a tenant',
  'azure-support': 'Create an Azure support request',
  'azure-cannot-sign-in': 'Get help when you cannot sign in to Azure',
  'entra-support': 'Create a Microsoft Entra support request',
  'business-support': 'Open Microsoft support for business',
  'microsoft-365-admin-center': 'Open the Microsoft 365 admin center',
  'your-products': 'Open Your products',
  'billing-accounts': 'Open Billing accounts',
  'cost-management': 'Open Cost Management + Billing',
  'activate-role': 'Activate the role',
  'admin-takeover': 'Take over the tenant',
  'microsoft-365-business': 'See Microsoft 365 plans for business',
  'microsoft-365-enterprise': 'See Microsoft 365 plans for enterprise',
  'entra-admin-center': 'Open the Microsoft Entra admin center',
  'role-assignments-microsoft-365': 'Open Role assignments in the admin center',
  'change-directory-guide': 'Read how to change the directory',
  'transfer-guide': 'Read the guide for moving a subscription',
  'key-vault-guide': 'Read how to move a Key Vault',
} satisfies Record<LinkId, string>;
