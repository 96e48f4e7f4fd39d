/**
 * A fact that is either known, or cannot be told for a reason. "Cannot tell" is never shown as "no":
 * a refused permission says nothing about the person.
 */
export type Known<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'cannot-tell'; readonly because: CannotTellReason };

/** Why a fact could not be read. Each reason has its own sentence and next step in `i18n`. */
export type CannotTellReason =
  | 'not-signed-in'
  /** Nobody consented to the bot reading this service (AADSTS65001 and similar). */
  | 'consent-missing'
  /** The service refused this request (HTTP 403). */
  | 'permission-refused'
  /** The person says that it comes from a partner, and no partner sells what is here. */
  | 'not-from-partner'
  /** Guests may not read it by default. */
  | 'guest'
  /** The service wants a fresh sign-in (HTTP 401). */
  | 'sign-in-again'
  /** The service wants to see a second proof of who the person is (multifactor authentication, claims challenge). */
  | 'second-proof'
  /** The organisation lets only devices in that it manages. */
  | 'device-refused'
  /** The tenant's own policies block the bot (AADSTS53003 and similar). */
  | 'blocked-by-policy'
  /** Nobody assigned the person to the app, and the tenant wants that (AADSTS50105). */
  | 'app-not-assigned'
  /** The network lets people into some tenants only: tenant restrictions (AADSTS500021). */
  | 'tenant-restricted'
  /** The cross-tenant access settings of one of the two tenants block it (AADSTS500212). */
  | 'cross-tenant-blocked'
  /** Too many wrong passwords, or an address that Microsoft does not trust (AADSTS50053). */
  | 'account-locked'
  /** Microsoft suspects that somebody else uses the account. */
  | 'account-at-risk'
  /** An administrator disabled the account in this tenant. */
  | 'account-disabled'
  /** The account is not known in this tenant. */
  | 'wrong-account'
  /** Microsoft blocked the whole tenant, usually for inactivity. */
  | 'tenant-blocked'
  /** They administer the tenant for a customer; the roles of such people are not in it. */
  | 'partner-role'
  /** No active role was found, and roles that wait for activation could not be read. */
  | 'eligible-roles-hidden'
  /** With a Microsoft Customer Agreement, the billing account has roles of its own, which are not read. */
  | 'billing-role-unread'
  /** The tenant has no Entra ID P2, so there are no eligible roles to read. */
  | 'no-licence'
  /** The service does not exist in this tenant, for example because it has never used Azure (AADSTS500011). */
  | 'service-absent'
  /** Somebody turned the service off in this tenant, or its subscription lapsed (AADSTS500014). */
  | 'service-disabled'
  | 'throttled'
  | 'unavailable'
  | 'too-slow'
  /** The response did not match the service's documentation. */
  | 'unreadable'
  /** Only part of a list arrived. */
  | 'incomplete'
  /** The response lacked the field that decides, such as `roleTemplateId`. */
  | 'ids-missing'
  /** The response fits two cases that must not be confused, such as an offer id shared by two agreements. */
  | 'ambiguous'
  /** A product that Microsoft's list does not name may be the one that decides. */
  | 'unknown-product'
  /** Our own registration or secret is wrong, and an operator has to fix it. */
  | 'misconfigured'
  /** It is in another tenant. A sign-in reads one tenant only. */
  | 'other-tenant'
  /** What was read is clear, but no document of Microsoft says what it means here. */
  | 'not-documented'
  /** The account is kept in another tenant, and no document says where what it signs up for ends up. */
  | 'kept-elsewhere'
  /** This check did not ask for it. */
  | 'not-read';

/** Three answers: yes, no, or cannot tell. */
export type ThreeValued = 'yes' | 'no' | 'cannot-tell';

export function known<T>(value: T): Known<T> {
  return { kind: 'known', value };
}

export function cannotTell(because: CannotTellReason): {
  readonly kind: 'cannot-tell';
  readonly because: CannotTellReason;
} {
  return { kind: 'cannot-tell', because };
}
