import { stableId } from './stable-id.ts';

/** A rule of Conditional Access: what somebody has to show before they get a token for a resource. */
export interface AccessPolicy {
  readonly id: string;
  readonly resource: 'graph' | 'arm';
  readonly demands: 'second-factor' | 'compliant-device';
  /** Whether Entra's refusal names the policy; documents show it with and without. */
  readonly isNamed: boolean;
}

export interface SandboxTenant {
  readonly id: string;
  readonly name: string;
  /** Ends in `.onmicrosoft.com`. */
  readonly initialDomain: string;
  /** The domain people sign in with. */
  readonly domain: string;
  readonly country: string;
  /** `viral`: born from self-service sign-up by e-mail, nobody is its administrator. */
  readonly management: 'managed' | 'viral';
  /** Whether the bot itself may look people up there: an administrator agreed to User.Read.All, or did not. */
  readonly directory: 'open' | 'closed';
  /** With it the tenant has Privileged Identity Management. */
  readonly entraIdP2: 'licensed' | 'not-licensed';
  readonly policies: readonly AccessPolicy[];
  /** What the bot may read there for the person: `minimum` is `User.Read` alone. */
  readonly permissions: 'full' | 'minimum';
}

type TenantOptions = Partial<
  Pick<SandboxTenant, 'domain' | 'country' | 'management' | 'directory' | 'entraIdP2' | 'permissions'>
> & {
  readonly policy?: Omit<AccessPolicy, 'id'>;
};

function tenant(name: string, label: string, { policy, ...options }: TenantOptions = {}): SandboxTenant {
  return {
    id: stableId(`tenant ${label}`),
    name,
    initialDomain: `${label}.onmicrosoft.com`,
    domain: `${label}.com`,
    country: 'NL',
    management: 'managed',
    directory: 'open',
    entraIdP2: 'not-licensed',
    policies: policy === undefined ? [] : [{ id: stableId(`policy ${label}`), ...policy }],
    permissions: 'full',
    ...options,
  };
}

/** Where Microsoft keeps every personal account. */
export const personalAccountsTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad';

export const tenants = {
  contoso: tenant('Contoso', 'contoso'),
  fabrikam: tenant('Fabrikam', 'fabrikam'),
  northwind: tenant('Northwind Traders', 'northwindtraders', { entraIdP2: 'licensed' }),
  tailspin: tenant('Tailspin Toys', 'tailspintoys'),
  wingtip: tenant('Wingtip Toys', 'wingtiptoys'),
  adventureWorks: tenant('Adventure Works', 'adventureworks'),
  alpine: tenant('Alpine Ski House', 'alpineskihouse'),
  woodgrove: tenant('Woodgrove Bank', 'woodgrovebank'),
  humongous: tenant('Humongous Insurance', 'humongousinsurance'),
  trey: tenant('Trey Research', 'treyresearch'),
  relecloud: tenant('Relecloud', 'relecloud'),
  partner: tenant('Consolidated Messenger', 'consolidatedmessenger'),
  lucerne: tenant('Lucerne Publishing', 'lucernepublishing'),
  margie: tenant("Margie's Travel", 'margiestravel'),
  fourthCoffee: tenant('fourthcoffee.com', 'fourthcoffeecom', { domain: 'fourthcoffee.com', management: 'viral' }),
  litware: tenant('Litware', 'litware', { directory: 'closed' }),
  proseware: tenant('Proseware', 'proseware'),
  bellows: tenant('Bellows College', 'bellowscollege'),
  fineArt: tenant('School of Fine Art', 'schooloffineart', { domain: 'fineartschool.net' }),
  developer: tenant('Contoso Developer', 'm365x41728305', { domain: 'm365x41728305.onmicrosoft.com' }),
  vanArsdel: tenant('VanArsdel', 'vanarsdelltd'),
  palms: tenant('شركة النخيل 🌴 للاستشارات', 'alnakheel', { country: 'AE' }),
  organics: tenant('Best For You Organics', 'bestforyouorganics'),
  coho: tenant('Coho Winery', 'cohowinery', {
    policy: { resource: 'arm', demands: 'second-factor', isNamed: true },
  }),
  southridge: tenant('Southridge Video', 'southridgevideo', {
    policy: { resource: 'graph', demands: 'second-factor', isNamed: false },
  }),
  nod: tenant('Nod Publishers', 'nodpublishers', {
    policy: { resource: 'arm', demands: 'compliant-device', isNamed: true },
  }),
  cityPower: tenant('City Power & Light', 'citypowerlight', { entraIdP2: 'licensed', permissions: 'minimum' }),
  wideWorld: tenant('Wide World Importers', 'wideworldimporters'),
} as const;
