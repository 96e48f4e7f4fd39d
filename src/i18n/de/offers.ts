import type { OfferId } from '../../domain/offers.ts';

export const offers = {
  'enterprise-or-customer-agreement': 'Enterprise Agreement oder Microsoft-Kundenvereinbarung',
  'dev-test': 'Dev/Test',
  'pay-as-you-go': 'Nutzungsbasierte Bezahlung',
  'free-trial': 'Kostenlose Testversion',
  'visual-studio': 'Visual Studio-Guthaben',
  'partner-network': 'Microsoft AI Cloud Partner Program',
  'partner-sold': 'Azure über einen Partner (CSP)',
  'azure-in-open': 'Azure in Open (eingestellt)',
  'azure-pass': 'Azure Pass',
  'students-starter': 'Azure for Students Starter',
  students: 'Azure for Students',
  sponsorship: 'Azure-Sponsoring',
  'support-plan': 'Supportplan',
  'microsoft-internal': 'Microsoft Internal',
  'access-to-entra': 'Nur Zugriff auf Microsoft Entra (eingestellt)',
  bizspark: 'BizSpark',
  'prepaid-commitment': 'Vorausbezahlter Plan (alt)',
  'retired-other': 'Ein Angebot, das es nicht mehr gibt',
} satisfies Record<Exclude<OfferId, 'unknown'>, string>;
