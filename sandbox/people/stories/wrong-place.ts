import { subscription } from '../azure.ts';
import { person, personalPerson } from '../person.ts';
import { product } from '../products.ts';
import { activeRole } from '../roles.ts';
import { tenants } from '../tenants.ts';

const { adventureWorks, alpine, tailspin, wingtip } = tenants;
const movable = subscription('adventure works bikes', 'Bike rental');
const routes = subscription('adventure works routes', 'Route planner');
const helmets = subscription('adventure works helmets', 'Helmet shop');

/** What decides is the tenant they are in. */
export const wrongPlace = [
  person({
    id: 'guest',
    name: 'Allan Deyoung',
    alias: 'allan.deyoung',
    story: 'Of Wingtip Toys, signed in as a guest of Tailspin Toys, which has Microsoft 365.',
    expected: { 'add-azure': 'held-back', 'add-microsoft-365': 'held-back', join: 'unsure' },
    home: wingtip,
    signsInTo: tailspin,
    seats: () => [
      { tenant: wingtip },
      { tenant: tailspin, userType: 'Guest', products: [product('SPE_E3', { seats: 300, used: 288 })] },
    ],
  }),
  person({
    id: 'external-member',
    name: 'Lidia Holloway',
    alias: 'lidia.holloway',
    story: 'Of Wide World Importers, and a member of Tailspin Toys too, because the two synchronize their people.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'unsure', join: 'unsure' },
    home: tenants.wideWorld,
    signsInTo: tailspin,
    seats: () => [
      { tenant: tenants.wideWorld },
      { tenant: tailspin, products: [product('SPE_E3', { seats: 300, used: 288 })] },
    ],
  }),
  person({
    id: 'partner-admin',
    name: 'Ximena Rocha',
    alias: 'ximena.rocha',
    story: 'Of Consolidated Messenger, and administers Relecloud as its partner, without an account there.',
    expected: { 'add-azure': 'held-back', 'add-microsoft-365': 'held-back', join: 'out-of-scope' },
    home: tenants.partner,
    signsInTo: tenants.relecloud,
    seats: () => [
      { tenant: tenants.partner },
      {
        tenant: tenants.relecloud,
        userType: 'Partner',
        subscriptions: [subscription('relecloud hosting', 'Hosting', { offer: 'Partner (CSP)' })],
        billingAccounts: 'refused',
      },
    ],
  }),
  person({
    id: 'two-tenants',
    name: 'Irvin Sayers',
    alias: 'irvin.sayers',
    story:
      'Owner of an Azure subscription in Adventure Works and a guest in Alpine Ski House, which has the Microsoft 365.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'held-back', join: 'ready' },
    home: adventureWorks,
    // After the move the subscription answers in the other tenant only.
    seats: ({ progress }) => [
      { tenant: adventureWorks, subscriptions: progress === 'complete' ? [] : [movable] },
      {
        tenant: alpine,
        userType: 'Guest',
        products: [product('SPB', { seats: 60, used: 52 })],
        subscriptions: progress === 'complete' ? [movable] : [],
      },
    ],
  }),
  person({
    id: 'asks-for-the-move',
    name: 'Mona Kane',
    alias: 'mona.kane',
    story:
      'Owner of an Azure subscription in Adventure Works, and in no other tenant. Colin of Alpine Ski House accepts it.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'held-back', join: 'ready' },
    home: adventureWorks,
    // Once it is accepted, nobody of the old tenant sees it there.
    seats: ({ progress }) => [{ tenant: adventureWorks, subscriptions: progress === 'complete' ? [] : [routes] }],
  }),
  person({
    id: 'accepts-the-move',
    name: 'Colin Ballinger',
    alias: 'colin.ballinger',
    story:
      'Global Administrator of Alpine Ski House, which has Microsoft 365. Accepts the subscription of Adventure Works.',
    expected: { 'add-azure': 'ready', 'add-microsoft-365': 'unsure', join: 'unsure' },
    home: alpine,
    seats: ({ progress }) => [
      {
        tenant: alpine,
        roles: [activeRole('Global Administrator')],
        products: [product('SPB', { seats: 60, used: 52 })],
        subscriptions: progress === 'complete' ? [routes] : [],
      },
    ],
  }),
  person({
    id: 'conditional-owner',
    name: 'Raul Razo',
    alias: 'raul.razo',
    story: 'Owner with a condition of an Azure subscription in Adventure Works, and a guest in Alpine Ski House.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'held-back', join: 'held-back' },
    home: adventureWorks,
    // Finishing means: an Owner without a condition took the condition away.
    seats: ({ progress }) => [
      {
        tenant: adventureWorks,
        subscriptions: [{ ...helmets, access: progress === 'complete' ? 'Owner' : 'Owner with a condition' }],
      },
      { tenant: alpine, userType: 'Guest', products: [product('SPB', { seats: 60, used: 52 })] },
    ],
  }),
  person({
    id: 'unmanaged-tenant',
    name: 'Enrico Cattaneo',
    alias: 'enrico.cattaneo',
    story: 'Signed up by e-mail at Fourth Coffee, so the tenant has no administrator.',
    expected: { 'add-azure': 'held-back', 'add-microsoft-365': 'held-back', join: 'held-back' },
    home: tenants.fourthCoffee,
    seats: () => [
      { tenant: tenants.fourthCoffee, products: [product('POWER_BI_STANDARD', { seats: 1_000_000, used: 1 })] },
    ],
  }),
  personalPerson({
    id: 'personal-account',
    name: 'Robin Counts',
    email: 'robin.counts@outlook.com',
    story: 'Signs in with a personal Microsoft account instead of a work account.',
    expected: { 'add-azure': 'held-back', 'add-microsoft-365': 'held-back', join: 'held-back' },
  }),
  person({
    id: 'nothing',
    name: 'Ben Walters',
    alias: 'ben.walters',
    story: 'Global Administrator of Bellows College, which has neither Microsoft 365 nor Azure.',
    expected: { 'add-azure': 'unsure', 'add-microsoft-365': 'unsure', join: 'held-back' },
    home: tenants.bellows,
    seats: ({ progress, inDays }) => [
      {
        tenant: tenants.bellows,
        roles: [activeRole('Global Administrator')],
        products:
          progress === 'complete' ? [product('O365_BUSINESS_ESSENTIALS', { boughtAt: inDays(0), used: 0 })] : [],
        subscriptions: progress === 'complete' ? [subscription('bellows first', 'Azure subscription 1')] : [],
      },
    ],
  }),
];
