import type { LinkId } from '../../domain/links.ts';

/** Wat een link zegt over waar hij heen gaat. */
export const links = {
  'azure-free': 'Open gratis Azure',
  'azure-sign-up': 'Registreren bij Azure',
  'azure-portal': 'Open Azure Portal',
  'azure-subscriptions': 'Open Abonnementen',
  'assign-roles-guide': 'Zo wijs je rollen toe',
  'access-overview': 'Over rollen in Azure',
  'how-subscriptions-belong': 'Tenant en abonnement',
  'azure-support': 'Hulp van Azure vragen',
  'azure-cannot-sign-in': 'Hulp bij aanmelden',
  'entra-support': 'Hulp van Entra vragen',
  'business-support': 'Hulp van Microsoft',
  'microsoft-365-admin-center': 'Open het beheercentrum',
  'your-products': 'Open Uw producten',
  'billing-accounts': 'Factureringsaccounts',
  'cost-management': 'Open Kostenbeheer',
  'activate-role': 'Activeer de rol',
  'admin-takeover': 'Neem de tenant over',
  'microsoft-365-business': 'Bekijk de abonnementen',
  'microsoft-365-enterprise': 'Voor grote organisaties',
  'entra-admin-center': 'Open Entra-beheer',
  'role-assignments-microsoft-365': 'Open Roltoewijzingen',
  'change-directory-guide': 'Lees hoe je verplaatst',
  'transfer-guide': 'Lees wat er stukgaat',
  'key-vault-guide': 'Lees over Key Vault',
} satisfies Record<LinkId, string>;
