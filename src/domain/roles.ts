import type { ActiveRole, EligibleRole, Facts } from './facts.ts';
import { type CannotTellReason, cannotTell, type Known } from './known.ts';
import { isDelegatedAdmin, isGuest } from './tenants.ts';
import { daysUntil, inPlainOrder, sameId } from './text.ts';

/**
 * The directory roles that may buy Microsoft 365 for a tenant, strongest first.
 * Source: "Use your Azure account to sign up for Microsoft 365"; Microsoft Learn: Microsoft Entra built-in roles.
 */
export const purchaseRoles = ['global-administrator', 'billing-administrator'] as const;
export type PurchaseRole = (typeof purchaseRoles)[number];

/** Built-in roles have the same ids in every tenant. Names differ per language and may be hidden from us. */
export const roleTemplateIds = {
  'global-administrator': '62e90394-69f5-4237-9190-012177145e10',
  'billing-administrator': 'b0f54661-2d74-4c50-afa3-1ec803f12efe',
} as const satisfies Record<PurchaseRole, string>;

/**
 * Other built-in roles by id, in Microsoft's English names, for the status card. None of them allows buying.
 * Source: Microsoft Learn: Microsoft Entra built-in roles.
 */
const otherRoleNames: Readonly<Record<string, string>> = {
  'f2ef992c-3afb-46b9-b7cf-a126ee74c451': 'Global Reader',
  '4d6ac14f-3453-41d0-bef9-a3e0c569773a': 'License Administrator',
  'fe930be7-5e62-47db-91af-98c3a49a38b1': 'User Administrator',
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3': 'Application Administrator',
  '158c047a-c907-4556-b7ef-446551a6b5f7': 'Cloud Application Administrator',
  'e8611ab8-c189-46e8-94e1-60213ab1f814': 'Privileged Role Administrator',
  '7be44c8a-adaf-4e2a-84d6-ab2649e08a13': 'Privileged Authentication Administrator',
  '729827e3-9c14-49f7-bb1b-9608f156bbb8': 'Helpdesk Administrator',
  'f023fd81-a637-4b56-95fd-791ac0226033': 'Service Support Administrator',
  '8329153b-31d0-4727-b945-745eb3bc5f31': 'Domain Name Administrator',
  '194ae4cb-b126-40b2-bd5b-6091b380977d': 'Security Administrator',
  '5d6b6bb7-de71-4623-b4af-96380a352509': 'Security Reader',
  '4a5d8f65-41da-4de4-8968-e035b65339cf': 'Reports Reader',
  '88d8e3e3-8f55-4a1e-953a-9b9898b8876b': 'Directory Readers',
  '9360feb5-f418-4baa-8175-e2a00bac4301': 'Directory Writers',
  '95e79109-95c0-4d8e-aee3-d01accf2d47b': 'Guest Inviter',
  '112ca1a2-15ad-4102-995e-45b0bc479a6a': 'Tenant Creator',
  'cf1c38e5-3621-4004-a7cb-879624dced7c': 'Application Developer',
};

const purchaseRoleNames: Readonly<Record<PurchaseRole, string>> = {
  'global-administrator': 'Global Administrator',
  'billing-administrator': 'Billing Administrator',
};

/**
 * Every member has this id in their token; it is a marker and grants no rights.
 * Source: Microsoft Learn: configure group claims and app roles in tokens.
 */
const memberMarkerId = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

/** A role that ends within this many days is mentioned, so that nobody finds it gone on the day they need it. */
export const roleEndsSoonDays = 14;

/** Whether the person can buy now, can activate the role, cannot buy, or we cannot tell. */
export type RoleDecision =
  | {
      readonly kind: 'active';
      readonly role: PurchaseRole;
      readonly through: ActiveRole['through'];
      readonly endsAt: string | null;
      /** Days until the role ends; null unless that is within `roleEndsSoonDays`. */
      readonly endsInDays: number | null;
    }
  /** They can activate it in Privileged Identity Management, wait a few minutes and check again. */
  | { readonly kind: 'eligible'; readonly role: PurchaseRole; readonly endsAt: string | null }
  /** They hold neither role and may activate neither; in a managed tenant someone else does. */
  | { readonly kind: 'someone-else-may-be' }
  /** They hold neither role, and in an unmanaged tenant nobody does. */
  | { readonly kind: 'none' }
  | { readonly kind: 'cannot-tell'; readonly because: CannotTellReason };

/**
 * Whether this person may buy Microsoft 365 for the tenant.
 * Only tenant-wide roles count, matched by id. A response that could not be read is never "no".
 */
export function decideRole(facts: Facts, now: number): RoleDecision {
  const active = facts.activeRoles.kind === 'known' ? strongestActive(facts.activeRoles.value, now) : null;
  if (active !== null) return active;
  const eligible = facts.eligibleRoles.kind === 'known' ? strongestEligible(facts.eligibleRoles.value, now) : null;
  if (eligible !== null) return eligible;
  const doubt = whyAbsenceProvesNothing(facts);
  if (doubt !== null) return { kind: 'cannot-tell', because: doubt };
  if (facts.tenant.kind === 'known' && facts.tenant.value.management === 'unmanaged') return { kind: 'none' };
  const hidden = whyEligibilityIsHidden(facts);
  return hidden === null ? { kind: 'someone-else-may-be' } : { kind: 'cannot-tell', because: hidden };
}

/** Whether this person can accept a subscription into the tenant they signed in to. */
export type AcceptorDecision =
  | { readonly kind: 'global-administrator' }
  /** They have some other directory role. No document says whether it is enough. */
  | { readonly kind: 'another-role' }
  /** They have no active directory role, so a colleague has to accept. */
  | { readonly kind: 'no-role' }
  | { readonly kind: 'cannot-tell'; readonly because: CannotTellReason };

/**
 * Whether this person can accept a subscription that another tenant hands over. Global Administrator is the highest role; of others nothing is known.
 * Source: "How to change the Entra directory of your Azure subscription" (17 March 2026): "an Entra admin"; it names no role.
 */
export function decideAcceptor(facts: Facts, now: number): AcceptorDecision {
  const active = facts.activeRoles.kind === 'known' ? facts.activeRoles.value : [];
  const held = active.filter((role) => isTellingRole(role) && hasNotEnded(role.endsAt, now));
  if (held.some((role) => purchaseRoleOf(role.roleTemplateId) === 'global-administrator'))
    return { kind: 'global-administrator' };
  const doubt = whyAbsenceProvesNothing(facts);
  if (doubt !== null) return { kind: 'cannot-tell', because: doubt };
  return { kind: held.length > 0 ? 'another-role' : 'no-role' };
}

/** Roles as they were read, or why they cannot be: what Graph tells a partner about their roles says nothing of them. */
export function rolesRead<T>(roles: Known<T>, facts: Facts): Known<T> {
  return roles.kind === 'cannot-tell' && isDelegatedAdmin(facts) ? cannotTell('partner-role') : roles;
}

/** The name of a role: from the tenant, else Microsoft's English name, else its id. */
export function nameRole(role: { readonly roleTemplateId: string; readonly displayName: string | null }): string {
  const builtIn = purchaseRoleOf(role.roleTemplateId);
  if (builtIn !== null) return purchaseRoleNames[builtIn];
  return role.displayName ?? otherRoleNames[role.roleTemplateId.toLowerCase()] ?? role.roleTemplateId;
}

/** Microsoft's English name for one of the two roles that may buy. */
export function namePurchaseRole(role: PurchaseRole): string {
  return purchaseRoleNames[role];
}

/** Which of the two roles that may buy this id stands for, or null. */
export function purchaseRoleOf(roleTemplateId: string): PurchaseRole | null {
  return purchaseRoles.find((role) => sameId(roleTemplateIds[role], roleTemplateId)) ?? null;
}

/** Whether a role means something to people. The marker that every member has does not. */
export function isTellingRole(role: { readonly roleTemplateId: string }): boolean {
  return !sameId(role.roleTemplateId, memberMarkerId);
}

function strongestActive(roles: readonly ActiveRole[], now: number): RoleDecision | null {
  const held = roles
    .flatMap((role) => withPurchaseRole(role))
    .filter(({ role }) => hasNotEnded(role.endsAt, now))
    .sort(
      (a, b) =>
        strength(a) - strength(b) ||
        lastsLonger(a.role, b.role) ||
        steadiness(a.role) - steadiness(b.role) ||
        byText(a.role, b.role),
    );
  const [best] = held;
  if (best === undefined) return null;
  const { through, endsAt } = best.role;
  const days = daysUntil(endsAt, now);
  return {
    kind: 'active',
    role: best.purchase,
    through,
    endsAt,
    endsInDays: days !== null && days <= roleEndsSoonDays ? days : null,
  };
}

function strongestEligible(roles: readonly EligibleRole[], now: number): RoleDecision | null {
  const [best] = roles
    .flatMap((role) => withPurchaseRole(role))
    .filter(({ role }) => hasNotEnded(role.endsAt, now))
    .sort((a, b) => strength(a) - strength(b) || lastsLonger(a.role, b.role) || byText(a.role, b.role));
  return best === undefined ? null : { kind: 'eligible', role: best.purchase, endsAt: best.role.endsAt };
}

/**
 * Reasons why a role may exist although we don't see it.
 * Sources: Microsoft Learn: default user permissions (guests cannot read roles);
 * "limited information returned for inaccessible member objects" (ids may be missing); "Introduction to granular delegated
 * admin privileges (GDAP)", read November 2026 (a partner's roles are held in the partner's tenant).
 */
function whyAbsenceProvesNothing(facts: Facts): CannotTellReason | null {
  if (isDelegatedAdmin(facts)) return 'partner-role';
  if (facts.activeRoles.kind === 'cannot-tell') return facts.activeRoles.because;
  if (facts.activeRoles.value.some((role) => role.roleTemplateId.trim() === '')) return 'ids-missing';
  return isGuest(facts) ? 'guest' : null;
}

/**
 * Why a role may be waiting for activation although we don't see it; null if there is none.
 * Reading eligible roles takes RoleEligibilitySchedule.Read.Directory, which the minimum of permissions does not include.
 * Without Entra ID P2 a tenant has no eligible roles, so there was nothing to read.
 * Source: Microsoft Graph v1.0: unifiedRoleEligibilityScheduleInstance: filterByCurrentUser, read November 2026.
 */
function whyEligibilityIsHidden(facts: Facts): CannotTellReason | null {
  if (facts.eligibleRoles.kind === 'known' || facts.eligibleRoles.because === 'no-licence') return null;
  const { because } = facts.eligibleRoles;
  return because === 'permission-refused' || because === 'consent-missing' || because === 'not-read'
    ? 'eligible-roles-hidden'
    : because;
}

function withPurchaseRole<R extends { readonly roleTemplateId: string }>(
  role: R,
): { role: R; purchase: PurchaseRole }[] {
  const purchase = purchaseRoleOf(role.roleTemplateId);
  return purchase === null ? [] : [{ role, purchase }];
}

function strength(held: { readonly purchase: PurchaseRole }): number {
  return purchaseRoles.indexOf(held.purchase);
}

/** If the same role is held twice, the one that lasts longest decides which end date is shown. */
function lastsLonger(a: { readonly endsAt: string | null }, b: { readonly endsAt: string | null }): number {
  return inPlainOrder(endForOrder(b.endsAt), endForOrder(a.endsAt));
}

function endForOrder(endsAt: string | null): string {
  const at = endsAt === null ? Number.NaN : Date.parse(endsAt);
  return Number.isNaN(at) ? '9' : `1${String(at + 10 ** 15).padStart(18, '0')}`;
}

function steadiness(role: ActiveRole): number {
  return ['direct', 'group', 'unknown'].indexOf(role.through.kind);
}

/** Decides between roles that are alike in all that matters, so that the order of the list never does. */
function byText(a: object, b: object): number {
  return inPlainOrder(JSON.stringify(a), JSON.stringify(b));
}

function hasNotEnded(endsAt: string | null, now: number): boolean {
  const days = daysUntil(endsAt, now);
  return days === null || Date.parse(endsAt ?? '') > now;
}
