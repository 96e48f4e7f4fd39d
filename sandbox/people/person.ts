import type { Person } from '../core/core.ts';
import type { HeldBillingAccount, HeldSubscription } from './azure.ts';
import type { HeldProduct } from './products.ts';
import type { HeldRole } from './roles.ts';
import { stableId } from './stable-id.ts';
import { personalAccountsTenantId, type SandboxTenant } from './tenants.ts';

/** What the bot should conclude. The product's own word for it is `VerdictOutcome`. */
type Outcome = 'ready' | 'held-back' | 'unsure' | 'already-done' | 'out-of-scope';

/** A place in a tenant: what somebody is there, holds there and sees there. */
export interface Seat {
  readonly tenant: SandboxTenant;
  /** Differs per tenant for the same person. */
  readonly objectId: string;
  /** `Partner`: no account in this tenant, but administers it for a customer (GDAP). */
  readonly userType: 'Member' | 'Guest' | 'Partner';
  readonly roles: readonly HeldRole[];
  readonly products: readonly HeldProduct[];
  readonly subscriptions: readonly HeldSubscription[];
  /** `refused`: Azure answers 403 to whoever has no billing role. */
  readonly billingAccounts: readonly HeldBillingAccount[] | 'refused';
}

/** What a story may depend on. */
export interface Moment {
  readonly progress: 'before' | 'complete';
  /** An ISO 8601 date so many days from now; negative for the past. */
  inDays(days: number): string;
}

/** A person to be with everything that Entra, Graph and Azure know about them. */
export interface StoryPerson extends Person {
  readonly account: 'work' | 'guest' | 'personal';
  /** Where signing in leads, unless a tenant is asked for by name. */
  readonly signInTenantId: string;
  /** Services that nobody agreed the bot may read. */
  readonly withoutConsent: readonly ('graph' | 'arm')[];
  /** Application roles of the sign-in registration. */
  readonly appRoles: readonly string[];
  /** Their places, home first. Empty for a personal account. */
  seats(moment: Moment): readonly Seat[];
}

export interface SeatPlan {
  readonly tenant: SandboxTenant;
  readonly userType?: Seat['userType'];
  readonly roles?: readonly HeldRole[];
  readonly products?: readonly HeldProduct[];
  readonly subscriptions?: readonly HeldSubscription[];
  readonly billingAccounts?: readonly HeldBillingAccount[] | 'refused';
}

export interface PersonPlan {
  readonly id: string;
  readonly name: string;
  /** The part of the sign-in name before the at sign. */
  readonly alias: string;
  /** Who they are, in one English sentence; other languages tell it in sandbox/words. */
  readonly story: string;
  readonly expected: Readonly<Record<'add-azure' | 'add-microsoft-365' | 'join', Outcome>>;
  readonly home: SandboxTenant;
  /** Only for somebody who signs in to another tenant than their own. */
  readonly signsInTo?: SandboxTenant;
  readonly withoutConsent?: readonly ('graph' | 'arm')[];
  readonly appRoles?: readonly string[];
  readonly seats: (moment: Moment) => readonly SeatPlan[];
}

/** Makes a person from the plan that tells their story. */
export function person(plan: PersonPlan): StoryPerson {
  const signIn = plan.signsInTo ?? plan.home;
  return {
    id: plan.id,
    displayName: plan.name,
    userPrincipalName: `${plan.alias}@${plan.home.domain}`,
    story: plan.story,
    expected: plan.expected,
    objectId: objectIdIn(plan.id, signIn),
    homeTenantId: plan.home.id,
    account: plan.signsInTo ? 'guest' : 'work',
    signInTenantId: signIn.id,
    withoutConsent: plan.withoutConsent ?? [],
    appRoles: plan.appRoles ?? [],
    seats: (moment) => plan.seats(moment).map((seat) => takeSeat(plan.id, seat)),
  };
}

export interface PersonalPlan extends Pick<PersonPlan, 'id' | 'name' | 'story' | 'expected'> {
  readonly email: string;
}

/** Makes somebody with a personal Microsoft account, who is in no organisation's tenant. */
export function personalPerson(plan: PersonalPlan): StoryPerson {
  return {
    id: plan.id,
    displayName: plan.name,
    userPrincipalName: plan.email,
    story: plan.story,
    expected: plan.expected,
    objectId: `00000000-0000-0000-${stableId(plan.id).slice(19)}`,
    homeTenantId: personalAccountsTenantId,
    account: 'personal',
    signInTenantId: personalAccountsTenantId,
    withoutConsent: [],
    appRoles: [],
    seats: () => [],
  };
}

function takeSeat(id: string, { tenant, ...plan }: SeatPlan): Seat {
  return {
    tenant,
    objectId: objectIdIn(id, tenant),
    userType: 'Member',
    roles: [],
    products: [],
    subscriptions: [],
    billingAccounts: [],
    ...plan,
  };
}

function objectIdIn(id: string, tenant: SandboxTenant): string {
  return stableId(`person ${id} in ${tenant.id}`);
}
