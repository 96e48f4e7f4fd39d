import type { LinkId } from '../../domain/links.ts';

/** Wat een link zegt over waar hij heen gaat. */
export const links = {
  'azure-free': 'Open de pagina van gratis Azure',
  'azure-sign-up': 'Open de registratie van Azure',
  'azure-portal': 'Open Azure Portal',
  'azure-subscriptions': 'Open Abonnementen in Azure Portal',
  'assign-roles-guide': 'Lees hoe je een Azure-rol toewijst',
  'access-overview': 'Lees over op rollen gebaseerd toegangsbeheer',
  'how-subscriptions-belong': 'Lees hoe abonnementen bij een tenant horen',
  'azure-support': 'Doe een ondersteuningsaanvraag voor Azure',
  'azure-cannot-sign-in': 'Vraag hulp als je niet in Azure kunt',
  'entra-support': 'Doe een ondersteuningsaanvraag voor Microsoft Entra',
  'business-support': 'Open de zakelijke ondersteuning van Microsoft',
  'microsoft-365-admin-center': 'Open het Microsoft 365-beheercentrum',
  'your-products': 'Open Uw producten',
  'billing-accounts': 'Open Factureringsaccounts',
  'cost-management': 'Open Kostenbeheer en facturering',
  'activate-role': 'Activeer de rol',
  'admin-takeover': 'Neem de tenant over',
  'microsoft-365-business': 'Bekijk Microsoft 365 voor bedrijven',
  'microsoft-365-enterprise': 'Bekijk Microsoft 365 voor grote organisaties',
  'entra-admin-center': 'Open het Microsoft Entra-beheercentrum',
  'role-assignments-microsoft-365': 'Open Roltoewijzingen in het beheercentrum',
  'change-directory-guide': 'Lees hoe je van map wisselt',
  'transfer-guide': 'Lees de handleiding voor het verplaatsen',
  'key-vault-guide': 'Lees hoe je een Key Vault verplaatst',
} satisfies Record<LinkId, string>;
