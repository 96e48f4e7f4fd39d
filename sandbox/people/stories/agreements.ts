import { billingAccount, subscription } from '../azure.ts';
import { person } from '../person.ts';
import { product } from '../products.ts';
import { activeRole } from '../roles.ts';
import { tenants } from '../tenants.ts';

/** What decides is how Azure is bought. */
export const agreements = [
  person({
    id: 'enterprise-agreement',
    name: 'Henrietta Mueller',
    alias: 'henrietta.mueller',
    story: 'Global Administrator of Woodgrove Bank, which buys Azure through an Enterprise Agreement.',
    expected: { 'add-azure': 'out-of-scope', 'add-microsoft-365': 'out-of-scope', join: 'out-of-scope' },
    home: tenants.woodgrove,
    seats: () => [
      {
        tenant: tenants.woodgrove,
        roles: [activeRole('Global Administrator')],
        subscriptions: [
          subscription('woodgrove core', 'Core banking', { offer: 'Enterprise or Customer Agreement' }),
          subscription('woodgrove lab', 'Lab', { offer: 'Enterprise or Customer Agreement' }),
        ],
        billingAccounts: [billingAccount('Woodgrove Bank', 'EnterpriseAgreement')],
      },
    ],
  }),
  person({
    id: 'customer-agreement',
    name: 'Lee Gu',
    alias: 'lee.gu',
    story:
      'Global Administrator of Humongous Insurance, with a Microsoft Customer Agreement that looks like an Enterprise Agreement.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'ready', join: 'ready' },
    home: tenants.humongous,
    seats: ({ progress, inDays }) => [
      {
        tenant: tenants.humongous,
        roles: [activeRole('Global Administrator')],
        products: progress === 'complete' ? [product('SPB', { seats: 10, used: 0, boughtAt: inDays(0) })] : [],
        subscriptions: [subscription('humongous claims', 'Claims', { offer: 'Enterprise or Customer Agreement' })],
        billingAccounts: [billingAccount('Humongous Insurance', 'MicrosoftCustomerAgreement')],
      },
    ],
  }),
  person({
    id: 'agreement-hidden',
    name: 'Joni Sherman',
    alias: 'joni.sherman',
    story:
      'Global Administrator of Trey Research who sees only a billing account of her own: Enterprise or Customer Agreement?',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'unsure', join: 'unsure' },
    home: tenants.trey,
    seats: ({ progress, inDays }) => [
      {
        tenant: tenants.trey,
        roles: [activeRole('Global Administrator')],
        products: progress === 'complete' ? [product('SPB', { seats: 10, used: 0, boughtAt: inDays(0) })] : [],
        subscriptions: [subscription('trey research', 'Research', { offer: 'Enterprise or Customer Agreement' })],
        billingAccounts: [billingAccount('Joni Sherman', 'MicrosoftCustomerAgreement', 'Individual')],
      },
    ],
  }),
  person({
    id: 'csp',
    name: 'Christie Cline',
    alias: 'christie.cline',
    story: 'Global Administrator of Relecloud, which buys Azure through a partner.',
    expected: { 'add-azure': 'out-of-scope', 'add-microsoft-365': 'ready', join: 'out-of-scope' },
    home: tenants.relecloud,
    seats: ({ progress, inDays }) => [
      {
        tenant: tenants.relecloud,
        roles: [activeRole('Global Administrator')],
        products:
          progress === 'complete'
            ? [product('SPB', { seats: 10, used: 0, boughtAt: inDays(0), soldByTenantId: tenants.partner.id })]
            : [],
        subscriptions: [subscription('relecloud hosting', 'Hosting', { offer: 'Partner (CSP)' })],
        billingAccounts: 'refused',
      },
    ],
  }),
  person({
    id: 'students-starter',
    name: 'Debra Berger',
    alias: 'debra.berger',
    story: 'Student at the School of Fine Art with Azure for Students Starter, which cannot move to another tenant.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'held-back', join: 'out-of-scope' },
    home: tenants.fineArt,
    seats: () => [
      {
        tenant: tenants.fineArt,
        products: [product('POWER_BI_STANDARD', { seats: 1_000_000, used: 312 })],
        subscriptions: [
          subscription('debra starter', 'Azure for Students Starter', {
            offer: 'Students Starter',
            spendingLimit: 'On',
          }),
        ],
      },
    ],
  }),
];
