import { billingAccount, subscription } from '../azure.ts';
import { type Moment, person } from '../person.ts';
import { product } from '../products.ts';
import { activeRole, eligibleRole, roleThroughGroup } from '../roles.ts';
import { tenants } from '../tenants.ts';

const { fabrikam, northwind } = tenants;
const production = subscription('fabrikam production', 'Fabrikam production');
const newMicrosoft365 = ({ inDays }: Moment) =>
  product('O365_BUSINESS_PREMIUM', { seats: 5, used: 0, boughtAt: inDays(0), nextLifecycleAt: inDays(365) });
const bought = (moment: Moment) => (moment.progress === 'complete' ? [newMicrosoft365(moment)] : []);
const northwindProducts = [product('AAD_PREMIUM_P2', { seats: 40, used: 35 })];
const northwindAzure = subscription('northwind web shop', 'Northwind web shop');

/** The tenant has Azure and wants Microsoft 365. */
export const azureFirst = [
  person({
    id: 'billing-admin-azure',
    name: 'Isaiah Langer',
    alias: 'isaiah.langer',
    story: 'Billing Administrator of Fabrikam, which has Azure and no Microsoft 365 yet.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'ready', join: 'ready' },
    home: fabrikam,
    seats: (moment) => [
      {
        tenant: fabrikam,
        roles: [activeRole('Billing Administrator')],
        products: bought(moment),
        subscriptions: [production, subscription('fabrikam test', 'Fabrikam test', { access: 'Contributor' })],
        billingAccounts: [billingAccount('Fabrikam', 'MicrosoftOnlineServicesProgram')],
      },
    ],
  }),
  person({
    id: 'member-azure',
    name: 'Lynne Robbins',
    alias: 'lynne.robbins',
    story: 'Works in the Azure of Fabrikam; no administrator role.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'held-back', join: 'held-back' },
    home: fabrikam,
    seats: (moment) => [
      {
        tenant: fabrikam,
        products: bought(moment),
        subscriptions: [{ ...production, access: 'Contributor' }],
        billingAccounts: 'refused',
      },
    ],
  }),
  person({
    id: 'role-by-group',
    name: 'Nestor Wilke',
    alias: 'nestor.wilke',
    story: 'Billing Administrator of Northwind Traders through the group "Finance admins".',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'ready', join: 'ready' },
    home: northwind,
    seats: (moment) => [
      {
        tenant: northwind,
        roles: [roleThroughGroup('Billing Administrator', 'Finance admins')],
        products: [...northwindProducts, ...bought(moment)],
        subscriptions: [northwindAzure],
      },
    ],
  }),
  person({
    id: 'pim-eligible',
    name: 'Grady Archie',
    alias: 'grady.archie',
    story: 'May activate Global Administrator of Northwind Traders, and has not done so.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'held-back', join: 'ready' },
    home: northwind,
    seats: (moment) => [
      {
        tenant: northwind,
        // Finishing means: they activated the role for eight hours and bought.
        roles: [
          eligibleRole('Global Administrator', moment.inDays(180)),
          ...(moment.progress === 'complete' ? [activeRole('Global Administrator', moment.inDays(1 / 3))] : []),
        ],
        products: [...northwindProducts, ...bought(moment)],
        subscriptions: [northwindAzure],
      },
    ],
  }),
  person({
    id: 'role-ends-soon',
    name: 'Patti Fernandez',
    alias: 'patti.fernandez',
    story: 'Global Administrator of Northwind Traders, for three more days.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'ready', join: 'ready' },
    home: northwind,
    seats: (moment) => [
      {
        tenant: northwind,
        roles: [activeRole('Global Administrator', moment.inDays(3))],
        products: [...northwindProducts, ...bought(moment)],
        subscriptions: [northwindAzure],
      },
    ],
  }),
  person({
    id: 'free-products-only',
    name: 'Adele Vance',
    alias: 'adele.vance',
    story: 'Global Administrator of Best For You Organics, which has Azure and only free plans of Microsoft 365.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'ready', join: 'ready' },
    home: tenants.organics,
    seats: (moment) => [
      {
        tenant: tenants.organics,
        roles: [activeRole('Global Administrator')],
        products: [
          product('FLOW_FREE', { seats: 10_000, used: 31 }),
          product('POWER_BI_STANDARD', { seats: 1_000_000, used: 4 }),
          ...bought(moment),
        ],
        subscriptions: [subscription('organics shop', 'Web shop', { offer: 'Free Trial', spendingLimit: 'On' })],
      },
    ],
  }),
  person({
    id: 'four-hundred-subscriptions',
    name: 'Pradeep Gupta',
    alias: 'pradeep.gupta',
    story: 'Billing Administrator of VanArsdel, which has Dynamics 365 and four hundred Azure subscriptions.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'ready', join: 'ready' },
    home: tenants.vanArsdel,
    seats: (moment) => [
      {
        tenant: tenants.vanArsdel,
        roles: [activeRole('Billing Administrator')],
        products: [product('DYN365_ENTERPRISE_SALES', { seats: 60, used: 51 }), ...bought(moment)],
        subscriptions: Array.from({ length: 400 }, (_, index) => {
          const number = String(index + 1).padStart(3, '0');
          return subscription(`vanarsdel ${number}`, `VanArsdel project ${number}`);
        }),
      },
    ],
  }),
  person({
    id: 'azure-disabled',
    name: 'Johanna Lorenz',
    alias: 'johanna.lorenz',
    story: 'Administrator of Lucerne Publishing: one Azure subscription is disabled and one is past due.',
    expected: { 'add-azure': 'held-back', 'add-microsoft-365': 'unsure', join: 'held-back' },
    home: tenants.lucerne,
    seats: ({ progress }) => {
      const state = progress === 'complete' ? 'Enabled' : 'Disabled';
      return [
        {
          tenant: tenants.lucerne,
          roles: [activeRole('Global Administrator')],
          products: [product('SPE_E3', { seats: 120, used: 117 })],
          subscriptions: [
            subscription('lucerne archive', 'Archive', { offer: 'Free Trial', spendingLimit: 'On', state }),
            subscription('lucerne presses', 'Presses', { state: progress === 'complete' ? 'Enabled' : 'PastDue' }),
          ],
        },
      ];
    },
  }),
];
