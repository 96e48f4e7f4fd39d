import { subscription } from '../azure.ts';
import { person } from '../person.ts';
import { product } from '../products.ts';
import { activeRole, eligibleRole } from '../roles.ts';
import { tenants } from '../tenants.ts';

/** What decides is what may be read, or how it is written. */
export const hardToRead = [
  person({
    id: 'no-graph-consent',
    name: 'Cora Thomas',
    alias: 'cora.thomas',
    story: 'Global Administrator of Litware, where nobody agreed that the bot may read Microsoft Graph.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'unsure', join: 'unsure' },
    home: tenants.litware,
    withoutConsent: ['graph'],
    seats: () => [
      {
        tenant: tenants.litware,
        roles: [activeRole('Global Administrator')],
        products: [product('SPB')],
        subscriptions: [subscription('litware games', 'Games')],
      },
    ],
  }),
  person({
    id: 'no-arm-consent',
    name: 'Emily Braun',
    alias: 'emily.braun',
    story: 'Global Administrator of Proseware, where nobody agreed that the bot may read Azure.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'unsure', join: 'unsure' },
    home: tenants.proseware,
    withoutConsent: ['arm'],
    seats: () => [
      {
        tenant: tenants.proseware,
        roles: [activeRole('Global Administrator')],
        products: [product('SPB')],
        subscriptions: [subscription('proseware docs', 'Documents')],
      },
    ],
  }),
  person({
    id: 'minimum-permissions',
    name: 'Kayla Lewis',
    alias: 'kayla.lewis',
    story:
      'May activate Billing Administrator of City Power & Light, where the bot may read the minimum: it cannot see that.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'unsure', join: 'unsure' },
    home: tenants.cityPower,
    seats: ({ inDays }) => [
      {
        tenant: tenants.cityPower,
        roles: [eligibleRole('Billing Administrator', inDays(90))],
        products: [product('SPE_E3', { seats: 80, used: 71 })],
        subscriptions: [subscription('city power meters', 'Meters')],
      },
    ],
  }),
  person({
    id: 'right-to-left',
    name: 'ليلى النجار 👩🏽‍💻',
    alias: 'layla.alnajjar',
    story: 'Global Administrator of a tenant whose names are Arabic and hold emoji; it has Microsoft 365 and no Azure.',
    expected: { 'add-azure': 'ready', 'add-microsoft-365': 'unsure', join: 'unsure' },
    home: tenants.palms,
    seats: ({ progress }) => [
      {
        tenant: tenants.palms,
        roles: [activeRole('Global Administrator')],
        products: [product('O365_BUSINESS_PREMIUM')],
        subscriptions: progress === 'complete' ? [subscription('palms first', 'اشتراك Azure الأول ☁️')] : [],
      },
    ],
  }),
];
