import { sameId } from './text.ts';
import type { Requester } from './ticket.ts';

/** A person who signed in, according to Entra. */
export interface SignedInPerson {
  /** Entra object id in `tenantId`. */
  readonly personId: string;
  readonly tenantId: string;
  /** Null if not known. */
  readonly userPrincipalName: string | null;
  /** Name and sign-in name in the token, where it has them. To show only: both can be changed, and decide nothing. */
  readonly shownAs?: { readonly name: string; readonly signInName: string };
}

/**
 * Whether the person who signed in is the person of a ticket: the same object id in the ticket's own tenant.
 * A user principal name counts only if the desk gave no object id.
 */
export function isRequester(
  ticket: { readonly requester: Requester; readonly tenantId: string },
  who: SignedInPerson,
): boolean {
  const { requester, tenantId } = ticket;
  if (!sameId(who.tenantId, tenantId)) return false;
  if (requester.tenantId !== null && !sameId(requester.tenantId, tenantId)) return false;
  if (requester.personId !== null) return sameId(requester.personId, who.personId);
  const { userPrincipalName } = requester;
  return userPrincipalName !== null && sameId(userPrincipalName, who.userPrincipalName);
}
