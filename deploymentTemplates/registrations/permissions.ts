/** Something the bot may read, or install itself: delegated as the person who signed in, whose own rights still decide, unless `actsAlone`. */
export interface Permission {
  readonly id: string;
  readonly scope: string;
  /** What does not work without it. */
  readonly why: string;
  /** Whether only an administrator can consent to it. */
  readonly needsAdmin: boolean;
  /** An application permission: the bot reads it without a signed-in user. */
  readonly actsAlone?: true;
}

export interface ResourcePermissions {
  readonly resource: string;
  readonly resourceAppId: string;
  readonly permissions: readonly Permission[];
}

/** `helpdesk` is the full tier, plus looking up the requester of a ticket. `install` also puts the app into people's Teams. */
export type Tier = 'minimum' | 'full' | 'helpdesk' | 'install';
export const tiers: readonly Tier[] = ['minimum', 'full', 'helpdesk', 'install'];

const userRead: Permission = {
  id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  scope: 'User.Read',
  why: 'Who is signed in, in which tenant, and which administrator roles they have now.',
  needsAdmin: false,
};

const forTheWholeAnswer: readonly Permission[] = [
  {
    id: '4908d5b9-3fb2-4b1e-9336-1888b7937185',
    scope: 'Organization.Read.All',
    why: 'Microsoft 365 products, their state, seats and end date. Without it the bot asks instead of looking.',
    needsAdmin: true,
  },
  {
    id: '741c54c3-0c1e-44a1-818b-3f97ab4e8c83',
    scope: 'RoleManagement.Read.Directory',
    why: 'Roles that a person can activate, roles that end, and the names of roles. Without it only active roles are seen.',
    needsAdmin: true,
  },
  {
    id: '2f9ee017-59c1-4f1d-9472-bd5529a7b311',
    scope: 'Domain.Read.All',
    why: 'Whether the tenant has an administrator at all, or was made by somebody who signed up by themselves.',
    needsAdmin: true,
  },
];

const forTickets: Permission = {
  id: 'df021288-bdef-4463-88db-98f22de89214',
  scope: 'User.Read.All',
  why: 'Who asked for a ticket of the helpdesk, found by user name. Without it such a person gets a link instead of a message.',
  needsAdmin: true,
  actsAlone: true,
};

const forInstalling: readonly Permission[] = [
  {
    id: '908de74d-f8b2-4d6b-a9ed-2a17b3b78179',
    scope: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
    why: 'Installing this app, and no other, for people in Teams. Without it people add it themselves, or a setup policy does.',
    needsAdmin: true,
    actsAlone: true,
  },
  {
    id: 'e12dae10-5a57-4817-b79d-dfbec5348930',
    scope: 'AppCatalog.Read.All',
    why: 'Finding the app in the catalogue. Not needed where TEAMS_CATALOG_APP_ID names it.',
    needsAdmin: true,
    actsAlone: true,
  },
  {
    id: '98830695-27a2-44f7-8c18-0c3ebc9698f6',
    scope: 'GroupMember.Read.All',
    why: 'Who is in a group for which the app is installed. Not needed for single people.',
    needsAdmin: true,
    actsAlone: true,
  },
];

const graphPermissions = {
  minimum: [userRead],
  full: [userRead, ...forTheWholeAnswer],
  helpdesk: [userRead, ...forTheWholeAnswer, forTickets],
  install: [userRead, ...forTheWholeAnswer, forTickets, ...forInstalling],
} satisfies Record<Tier, readonly Permission[]>;

const azure: ResourcePermissions = {
  resource: 'Azure Resource Manager',
  resourceAppId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  permissions: [
    {
      id: '41094075-9dad-400e-a0bd-54e686782033',
      scope: 'user_impersonation',
      why: 'Azure subscriptions, their state, offer and tenant. Azure has no permission that only reads; the bot only reads.',
      needsAdmin: false,
    },
  ],
};

/** What each tier asks for. Source of the ids: Microsoft's permissions reference. */
export function permissionsOf(tier: Tier): readonly ResourcePermissions[] {
  return [
    {
      resource: 'Microsoft Graph',
      resourceAppId: '00000003-0000-0000-c000-000000000000',
      permissions: graphPermissions[tier],
    },
    azure,
  ];
}
