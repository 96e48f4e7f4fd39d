/**
 * A fact is known, or we cannot tell, with the reason. "Cannot tell" is never shown as "no":
 * a refused permission says nothing about the person.
 */
export type Known<T> =
  | { readonly kind: 'known'; readonly value: T }
  | { readonly kind: 'cannot-tell'; readonly because: CannotTellReason };

/** Why a fact could not be read. Each has its own sentence and way out in `i18n`. */
export type CannotTellReason =
  | 'not-signed-in'
  /** Nobody agreed that the bot may read this service (AADSTS65001 and friends). */
  | 'consent-missing'
  /** The service refused this one question (HTTP 403). */
  | 'permission-refused'
  /** Guests may not read it by default. */
  | 'guest'
  /** The service wants a fresh sign-in (HTTP 401, Conditional Access, MFA, claims challenge). */
  | 'sign-in-again'
  /** The tenant's own rules block the bot (AADSTS53003 and friends). */
  | 'blocked-by-policy'
  /** The tenant has no Entra ID P2, so there are no eligible roles to read. */
  | 'no-licence'
  /** The service does not exist in this tenant, for instance because it never used Azure (AADSTS500011). */
  | 'service-absent'
  | 'throttled'
  | 'unavailable'
  | 'too-slow'
  /** The answer came but was not what the service documents. */
  | 'unreadable'
  /** Part of a list came, the rest did not. */
  | 'incomplete'
  /** The answer lacked the one field that decides, such as `roleTemplateId`. */
  | 'ids-missing'
  /** The answer came and fits two cases that may not be mixed up, such as an offer id that two agreements share. */
  | 'ambiguous'
  /** Our own registration or secret is wrong: the operator must look. */
  | 'misconfigured'
  /** Nobody asked for it in this check. */
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
