import type { Acceptance } from './acceptance.ts';
import type { AcceptorDecision, RoleDecision } from './roles.ts';
import type { Scenario } from './scenario.ts';
import { sameId } from './text.ts';
import type { Blocker, BlockerId } from './verdict.ts';

/** A request to an administrator from a person who lacks the role. Stored by its id; the link alone approves nothing. */
export interface AdminRequest {
  readonly id: AdminRequestId;
  /** Only an administrator of this tenant can answer. */
  readonly tenantId: string;
  /** Object id of the person who asked, in their own tenant: this one, or the one that a subscription comes from. */
  readonly requesterId: string;
  readonly scenario: Scenario;
  /** Only where a subscription is to be accepted into this tenant. */
  readonly acceptance?: Acceptance;
  /** Only where an Owner of a subscription is asked, who may have no role in the directory. */
  readonly asksOwner?: true;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly state: AdminRequestState;
}

export type AdminRequestId = string & { readonly brand: 'AdminRequestId' };

export type AdminRequestState =
  | { readonly kind: 'made' }
  | { readonly kind: 'approved'; readonly by: string; readonly at: string }
  | { readonly kind: 'declined'; readonly by: string; readonly at: string }
  | { readonly kind: 'expired' }
  /** The requester's chat used the approval. It works once. */
  | { readonly kind: 'used'; readonly at: string };

/** The person who opens or answers the request. Read from their own sign-in, never from the link. */
export interface AdminRequestReader {
  readonly tenantId: string;
  readonly personId: string;
  readonly role: RoleDecision;
  readonly acceptor: AcceptorDecision;
}

export type AdminRequestRefusal =
  | 'expired'
  | 'wrong-tenant'
  /** A subscription goes to another tenant than the reader's. */
  | 'other-target'
  | 'own-request'
  | 'role-missing'
  | 'role-to-activate'
  | 'role-cannot-tell'
  | 'no-role-to-accept'
  | 'already-answered'
  | 'not-approved'
  | 'not-the-requester';

export type AdminRequestStep =
  | { readonly kind: 'changed'; readonly request: AdminRequest }
  | { readonly kind: 'refused'; readonly because: AdminRequestRefusal };

/** What an Owner can solve. Everything else needs an administrator. */
const solvedByOwner: readonly BlockerId[] = ['not-owner', 'owner-with-condition'];

/** Whether an Owner of the subscription is asked: for a move, when that is what is missing first. */
export function isForOwner(scenario: Scenario, [first]: readonly Blocker[]): boolean {
  return scenario === 'join' && first !== undefined && solvedByOwner.includes(first.id);
}

/** How long a request stays open, in hours: long enough for the next working day, short enough to limit a leaked link. */
export const adminRequestHours = 48;

/** Creates a request. `id` must be unguessable; the caller generates it. */
export function makeAdminRequest(
  from: {
    readonly id: AdminRequestId;
    readonly tenantId: string;
    readonly requesterId: string;
    readonly scenario: Scenario;
    readonly acceptance?: Acceptance;
    readonly asksOwner?: true;
  },
  now: number,
): AdminRequest {
  const expiresAt = iso(now + adminRequestHours * 3_600_000);
  return { ...from, madeAt: iso(now), expiresAt, state: { kind: 'made' } };
}

/** The state at `now`. A request that nobody answers, or an approval that nobody uses, expires. */
export function adminRequestStateAt(request: AdminRequest, now: number): AdminRequestState {
  if (request.state.kind === 'declined' || request.state.kind === 'used') return request.state;
  const ends = Date.parse(request.expiresAt);
  return Number.isNaN(ends) || ends <= now ? { kind: 'expired' } : request.state;
}

/** Approves the request. Only an active role counts: an eligible one must be activated first, an unknown one checked by hand. */
export function approveAdminRequest(request: AdminRequest, reader: AdminRequestReader, now: number): AdminRequestStep {
  return answer(request, reader, now, 'approved');
}

/** Declines the request. */
export function declineAdminRequest(request: AdminRequest, reader: AdminRequestReader, now: number): AdminRequestStep {
  return answer(request, reader, now, 'declined');
}

/** Uses the approval: once, by the requester, in the tenant that they asked from. */
export function useAdminRequest(
  request: AdminRequest,
  requester: { readonly tenantId: string; readonly personId: string },
  now: number,
): AdminRequestStep {
  if (!sameId(request.acceptance?.fromTenantId ?? request.tenantId, requester.tenantId))
    return { kind: 'refused', because: 'wrong-tenant' };
  if (!sameId(request.requesterId, requester.personId)) return { kind: 'refused', because: 'not-the-requester' };
  const state = adminRequestStateAt(request, now);
  if (state.kind === 'expired') return { kind: 'refused', because: 'expired' };
  if (state.kind === 'used') return { kind: 'refused', because: 'already-answered' };
  if (state.kind !== 'approved') return { kind: 'refused', because: 'not-approved' };
  return changed(request, { kind: 'used', at: iso(now) });
}

/** Why this person may not answer the request, or null if they may. */
export function whyMayNotAnswer(
  request: AdminRequest,
  reader: AdminRequestReader,
  now: number,
): AdminRequestRefusal | null {
  const refusal = refusalToRead(request, reader, now);
  if (refusal !== null) return refusal;
  if (request.acceptance !== undefined) return whyMayNotAccept(reader.acceptor);
  // A requester who has since been given the role needs no approval and can simply continue.
  if (sameId(request.requesterId, reader.personId)) return 'own-request';
  // Azure decides who may make somebody Owner. An answer grants nothing: it has the bot look again.
  if (request.asksOwner === true) return null;
  switch (reader.role.kind) {
    case 'active':
      return null;
    case 'eligible':
      return 'role-to-activate';
    case 'cannot-tell':
      return 'role-cannot-tell';
    case 'someone-else-may-be':
    case 'none':
      return 'role-missing';
  }
}

/** No document says which role accepts, so any administrator may say that they did: the portal is what decides. */
function whyMayNotAccept(acceptor: AcceptorDecision): AdminRequestRefusal | null {
  switch (acceptor.kind) {
    case 'global-administrator':
    case 'another-role':
      return null;
    case 'no-role':
      return 'no-role-to-accept';
    case 'cannot-tell':
      return 'role-cannot-tell';
  }
}

function answer(
  request: AdminRequest,
  reader: AdminRequestReader,
  now: number,
  kind: 'approved' | 'declined',
): AdminRequestStep {
  const refusal = whyMayNotAnswer(request, reader, now);
  if (refusal !== null) return { kind: 'refused', because: refusal };
  return changed(request, { kind, by: reader.personId, at: iso(now) });
}

function refusalToRead(request: AdminRequest, reader: AdminRequestReader, now: number): AdminRequestRefusal | null {
  // Checked first, so that people from other tenants learn nothing about the request. Who accepts may be in several tenants.
  if (!sameId(request.tenantId, reader.tenantId))
    return request.acceptance === undefined ? 'wrong-tenant' : 'other-target';
  const state = adminRequestStateAt(request, now);
  if (state.kind === 'expired') return 'expired';
  return state.kind === 'made' ? null : 'already-answered';
}

function changed(request: AdminRequest, state: AdminRequestState): AdminRequestStep {
  return { kind: 'changed', request: { ...request, state } };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
