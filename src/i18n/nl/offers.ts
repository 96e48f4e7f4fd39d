import type { OfferId } from '../../domain/offers.ts';

export const offers = {
  'enterprise-or-customer-agreement': 'Enterprise Overeenkomst of Microsoft-klantovereenkomst',
  'dev-test': 'Dev/Test',
  'pay-as-you-go': 'Betalen per gebruik',
  'free-trial': 'Gratis proefversie',
  'visual-studio': 'Visual Studio-tegoed',
  'partner-network': 'Microsoft AI Cloud Partner-programma',
  'partner-sold': 'Azure via een partner (CSP)',
  'azure-in-open': 'Azure in Open (gestopt)',
  'azure-pass': 'Azure Pass',
  'students-starter': 'Azure for Students Starter',
  students: 'Azure for Students',
  sponsorship: 'Azure-sponsoring',
  'support-plan': 'Ondersteuningsplan',
  'microsoft-internal': 'Microsoft Internal',
  'access-to-entra': 'Alleen toegang tot Microsoft Entra (gestopt)',
  bizspark: 'BizSpark',
  'prepaid-commitment': 'Vooruitbetaald plan (oud)',
  'retired-other': 'Een aanbieding die is gestopt',
} satisfies Record<Exclude<OfferId, 'unknown'>, string>;
