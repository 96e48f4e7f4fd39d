import { subscription } from '../azure.ts';
import { person } from '../person.ts';
import { product } from '../products.ts';
import { activeRole } from '../roles.ts';
import { tenants } from '../tenants.ts';

const { contoso } = tenants;
const contosoProducts = [
  product('SPB', { seats: 50, used: 41 }),
  product('POWER_BI_STANDARD', { seats: 1_000_000, used: 7 }),
];

/** The tenant has Microsoft 365 and wants Azure. */
export const microsoft365First = [
  person({
    id: 'global-admin-m365',
    name: 'Megan Bowen',
    alias: 'megan.bowen',
    story: 'Global Administrator of Contoso, which has Microsoft 365 and no Azure yet.',
    expected: { 'add-azure': 'ready', 'add-microsoft-365': 'unsure', join: 'unsure' },
    home: contoso,
    seats: ({ progress }) => [
      {
        tenant: contoso,
        roles: [activeRole('Global Administrator')],
        products: contosoProducts,
        subscriptions: progress === 'complete' ? [subscription('contoso first', 'Azure subscription 1')] : [],
      },
    ],
  }),
  person({
    id: 'member-m365',
    name: 'Alex Wilber',
    alias: 'alex.wilber',
    story: 'An ordinary user of Contoso, which has Microsoft 365; no administrator role.',
    expected: { 'add-azure': 'ready', 'add-microsoft-365': 'unsure', join: 'unsure' },
    home: contoso,
    seats: ({ progress }) => [
      {
        tenant: contoso,
        products: contosoProducts,
        subscriptions: progress === 'complete' ? [subscription('alex first', 'Azure subscription 1')] : [],
      },
    ],
  }),
  person({
    id: 'm365-ending',
    name: 'Miriam Graham',
    alias: 'miriam.graham',
    story:
      "Administrator of Margie's Travel: a Microsoft 365 trial ends in nine days and an Office 365 E3 has expired.",
    expected: { 'add-azure': 'ready', 'add-microsoft-365': 'unsure', join: 'unsure' },
    home: tenants.margie,
    seats: ({ progress, inDays }) => [
      {
        tenant: tenants.margie,
        roles: [activeRole('Global Administrator')],
        products: [
          product('O365_BUSINESS_PREMIUM', {
            isTrial: true,
            nextLifecycleAt: inDays(9),
            boughtAt: inDays(-21),
            used: 6,
          }),
          product('ENTERPRISEPACK', {
            status: 'Warning',
            nextLifecycleAt: inDays(17),
            boughtAt: inDays(-378),
            used: 12,
          }),
        ],
        subscriptions: progress === 'complete' ? [subscription('margie first', 'Azure subscription 1')] : [],
      },
    ],
  }),
  person({
    id: 'developer-tenant',
    name: 'Diego Siciliani',
    alias: 'diego.siciliani',
    story: 'Global Administrator of a Developer Program tenant, which cannot buy Azure.',
    expected: { 'add-azure': 'out-of-scope', 'add-microsoft-365': 'out-of-scope', join: 'unsure' },
    home: tenants.developer,
    seats: ({ inDays }) => [
      {
        tenant: tenants.developer,
        roles: [activeRole('Global Administrator')],
        products: [product('DEVELOPERPACK_E5', { nextLifecycleAt: inDays(64), seats: 25, used: 16 })],
      },
    ],
  }),
];
