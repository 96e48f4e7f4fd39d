import type { ProvenChange } from '../../domain/proof.ts';

/** Said instead of a name or date that could not be read. */
export const blank = {
  tenant: 'your tenant',
  tenants: 'names I could not read',
  chat: 'the tenant of this chat',
  graph: 'one tenant',
  azure: 'another tenant',
  subscription: 'the subscription',
  product: 'the product',
  role: 'the role',
  group: 'a group',
  offer: 'this offer',
  account: 'your work or school account',
  date: 'a date I could not read',
  desk: 'the helpdesk',
  number: 'without a number',
  name: 'no name',
  language: 'another language',
  source: 'its current tenant',
  target: 'the tenant with Microsoft 365',
  reason: 'not filled in',
  home: 'another tenant of yours',
  where: 'your tenant',
  expected: 'the tenant you expected',
} as const;

export const answer = { yes: 'Yes', no: 'No', 'cannot-tell': 'Cannot tell', 'not-here': 'Not here' } as const;

export const states = {
  product: {
    active: 'Active',
    'trial-ending': 'Trial, ends soon',
    expired: 'Expired',
    disabled: 'Disabled',
    'about-to-be-deleted': 'About to be deleted',
    deleted: 'Deleted',
  },
  subscription: {
    usable: 'Active',
    warned: 'Warning',
    'past-due': 'Payment overdue',
    disabled: 'Disabled',
    deleted: 'Deleted',
  },
} as const;

export const roles = {
  'global-administrator': 'Global Administrator',
  'billing-administrator': 'Billing Administrator',
} as const;

export const change = {
  'subscription-appeared': 'The Azure subscription “{name}” is new in {tenant}.',
  'subscription-left': 'The Azure subscription “{name}” is no longer in {tenant}.',
  'subscription-moved': 'The Azure subscription “{name}” moved from {from} to {to}.',
  'subscription-state': 'The Azure subscription “{name}” changed state.',
  'product-appeared': '{name} is new in {tenant}.',
  'product-left': '{name} is no longer in {tenant}.',
  'product-state': '{name} changed state.',
  'membership-gained': 'Your account is now in {tenant}.',
  'role-gained': 'You now have the role {name}.',
  'role-lost': 'You no longer have the role {name}.',
} as const satisfies Record<ProvenChange['kind'], string>;

export const punctuation = { labelled: '{label}: {value}' } as const;
