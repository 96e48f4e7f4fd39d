import type { OfferId } from '../../domain/offers.ts';

export const offers = {
  'enterprise-or-customer-agreement': 'Enterprise Agreement or Microsoft Customer Agreement',
  'dev-test': 'Dev/Test',
  'pay-as-you-go': 'Pay-as-you-go',
  'free-trial': 'Free trial',
  'visual-studio': 'Visual Studio credit',
  'partner-network': 'Microsoft AI Cloud Partner Program',
  'partner-sold': 'Azure through a partner (CSP)',
  'azure-in-open': 'Azure in Open (ended)',
  'azure-pass': 'Azure Pass',
  'students-starter': 'Azure for Students Starter',
  students: 'Azure for Students',
  sponsorship: 'Azure Sponsorship',
  'support-plan': 'Support plan',
  'microsoft-internal': 'Microsoft Internal',
  'access-to-entra': 'Access to Microsoft Entra only (ended)',
  bizspark: 'BizSpark',
  'prepaid-commitment': 'Prepaid plan (old)',
  'retired-other': 'An offer that has ended',
} satisfies Record<Exclude<OfferId, 'unknown'>, string>;
