import type { OfferId } from '../../domain/offers.ts';

export const offers = {
  'enterprise-or-customer-agreement': 'Contrat Entreprise ou Contrat client Microsoft',
  'dev-test': 'Dev/Test',
  'pay-as-you-go': 'Paiement à l’utilisation',
  'free-trial': 'Essai gratuit',
  'visual-studio': 'Crédit Visual Studio',
  'partner-network': 'Microsoft AI Cloud Partner Program',
  'partner-sold': 'Azure par un partenaire (CSP)',
  'azure-in-open': 'Azure dans Open (terminé)',
  'azure-pass': 'Azure Pass',
  'students-starter': 'Azure for Students Starter',
  students: 'Azure for Students',
  sponsorship: 'Azure Sponsorship',
  'support-plan': 'Plan de support',
  'microsoft-internal': 'Usage interne de Microsoft',
  'access-to-entra': 'Accès à Microsoft Entra uniquement (terminé)',
  bizspark: 'BizSpark',
  'prepaid-commitment': 'Plan prépayé (ancien)',
  'retired-other': 'Une offre qui n’existe plus',
} satisfies Record<Exclude<OfferId, 'unknown'>, string>;
