import type { LinkId } from '../../domain/links.ts';

/** Was ein Link darüber sagt, wohin er führt. */
export const links = {
  'azure-free': 'Seite für kostenloses Azure öffnen',
  'azure-sign-up': 'Azure-Registrierung öffnen',
  'azure-portal': 'Azure-Portal öffnen',
  'azure-subscriptions': 'Abonnements im Azure-Portal öffnen',
  'assign-roles-guide': 'Lesen, wie man eine Azure-Rolle zuweist',
  'access-overview': 'Über die rollenbasierte Zugriffssteuerung lesen',
  'how-subscriptions-belong': 'Lesen, wie Abonnements zu einem Mandanten gehören',
  'azure-support': 'Supportanfrage für Azure erstellen',
  'azure-cannot-sign-in': 'Hilfe holen, wenn du nicht in Azure kommst',
  'entra-support': 'Supportanfrage für Microsoft Entra erstellen',
  'business-support': 'Microsoft-Support für Unternehmen öffnen',
  'microsoft-365-admin-center': 'Microsoft 365 Admin Center öffnen',
  'your-products': 'Ihre Produkte öffnen',
  'billing-accounts': 'Abrechnungskonten öffnen',
  'cost-management': 'Kostenverwaltung + Abrechnung öffnen',
  'activate-role': 'Rolle aktivieren',
  'admin-takeover': 'Mandanten übernehmen',
  'microsoft-365-business': 'Microsoft 365 für Unternehmen ansehen',
  'microsoft-365-enterprise': 'Microsoft 365 für große Organisationen ansehen',
  'entra-admin-center': 'Microsoft Entra Admin Center öffnen',
  'role-assignments-microsoft-365': 'Rollenzuweisungen im Admin Center öffnen',
  'change-directory-guide': 'Lesen, wie man das Verzeichnis ändert',
  'transfer-guide': 'Anleitung zum Verschieben eines Abonnements lesen',
  'key-vault-guide': 'Lesen, wie man einen Key Vault verschiebt',
} satisfies Record<LinkId, string>;
