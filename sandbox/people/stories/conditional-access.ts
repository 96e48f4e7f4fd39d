import { subscription } from '../azure.ts';
import { type PersonPlan, person } from '../person.ts';
import { product } from '../products.ts';
import { activeRole } from '../roles.ts';
import type { SandboxTenant } from '../tenants.ts';
import { tenants } from '../tenants.ts';

/** Nothing is in their way, once they have shown what their organisation wants to see. */
function administrator(
  home: SandboxTenant,
  plan: Pick<PersonPlan, 'id' | 'name' | 'alias' | 'story'>,
): ReturnType<typeof person> {
  return person({
    ...plan,
    home,
    expected: { 'add-azure': 'ready', 'add-microsoft-365': 'unsure', join: 'unsure' },
    seats: ({ progress }) => [
      {
        tenant: home,
        roles: [activeRole('Global Administrator')],
        products: [product('SPB')],
        subscriptions: progress === 'complete' ? [subscription(`${home.initialDomain} first`, 'First')] : [],
      },
    ],
  });
}

/** What decides is what their organisation asks them to prove. */
export const conditionalAccess = [
  administrator(tenants.coho, {
    id: 'second-factor-for-azure',
    name: 'Jana Whitfield',
    alias: 'jana.whitfield',
    story: 'Global Administrator of Coho Winery, where Azure wants a second factor. It has Microsoft 365 and no Azure.',
  }),
  administrator(tenants.southridge, {
    id: 'second-factor-for-graph',
    name: 'Bram Kuipers',
    alias: 'bram.kuipers',
    story:
      'Global Administrator of Southridge Video, where Microsoft Graph wants a second factor. It has Microsoft 365 and no Azure.',
  }),
  administrator(tenants.nod, {
    id: 'managed-device',
    name: 'Soraya Haddad',
    alias: 'soraya.haddad',
    story:
      'Global Administrator of Nod Publishers, where Azure only lets in devices that the organisation manages. It has Microsoft 365 and no Azure.',
  }),
];
