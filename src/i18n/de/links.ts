import type { LinkId } from '../../domain/links.ts';

/** Was ein Link darüber sagt, wohin er führt. */
export const links = {
  'azure-free': 'Kostenloses Azure öffnen',
  'azure-sign-up': 'Bei Azure registrieren',
  'azure-portal': 'Azure-Portal öffnen',
  'azure-subscriptions': 'Abonnements öffnen',
  'assign-roles-guide': 'So weist du Rollen zu',
  'access-overview': 'Über Azure-Rollen lesen',
  'how-subscriptions-belong': 'Mandant und Abonnement',
  'azure-support': 'Azure-Support fragen',
  'azure-cannot-sign-in': 'Hilfe beim Anmelden',
  'entra-support': 'Entra-Support fragen',
  'business-support': 'Microsoft-Support fragen',
  'microsoft-365-admin-center': 'Admin Center öffnen',
  'your-products': 'Ihre Produkte öffnen',
  'billing-accounts': 'Abrechnungskonten öffnen',
  'cost-management': 'Kostenverwaltung öffnen',
  'activate-role': 'Rolle aktivieren',
  'admin-takeover': 'Mandanten übernehmen',
  'microsoft-365-business': 'Pläne ansehen',
  'microsoft-365-enterprise': 'Für große Organisationen',
  'entra-admin-center': 'Entra öffnen',
  'role-assignments-microsoft-365': 'Rollenzuweisungen öffnen',
  'change-directory-guide': 'Anleitung lesen',
  'transfer-guide': 'Lesen, was verloren geht',
  'key-vault-guide': 'Über Key Vault lesen',
} satisfies Record<LinkId, string>;
