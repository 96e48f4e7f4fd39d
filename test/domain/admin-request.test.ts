import {
  type AdminRequest,
  type AdminRequestId,
  type AdminRequestReader,
  adminRequestStateAt,
  approveAdminRequest,
  declineAdminRequest,
  makeAdminRequest,
  useAdminRequest,
} from '../../src/domain/admin-request.ts';
import type { RoleDecision } from '../../src/domain/roles.ts';
import { contosoId, fabrikamId, noon } from '../builders/facts.ts';

const hours = (count: number): number => noon + count * 3_600_000;
const active: RoleDecision = {
  kind: 'active',
  role: 'global-administrator',
  through: { kind: 'direct' },
  endsAt: null,
  endsInDays: null,
};
const admin: AdminRequestReader = {
  tenantId: contosoId,
  personId: 'admin',
  role: active,
  acceptor: { kind: 'global-administrator' },
};
const requester = { tenantId: contosoId, personId: 'kelley' };
const request = makeAdminRequest(
  { id: 'r1' as AdminRequestId, tenantId: contosoId, requesterId: 'kelley', scenario: 'add-microsoft-365' },
  noon,
);

function approved(): AdminRequest {
  const step = approveAdminRequest(request, admin, hours(1));
  if (step.kind === 'refused') throw new Error(step.because);
  return step.request;
}

test('an administrator approves, and the requester goes on once', () => {
  const used = useAdminRequest(approved(), requester, hours(2));
  expect(used).toMatchObject({ kind: 'changed', request: { state: { kind: 'used' } } });

  if (used.kind === 'changed')
    expect(useAdminRequest(used.request, requester, hours(3))).toEqual({
      kind: 'refused',
      because: 'already-answered',
    });
});

test('a request that nobody answered approves nothing', () => {
  expect(useAdminRequest(request, requester, noon)).toEqual({ kind: 'refused', because: 'not-approved' });
});

test.each([
  ['somebody of another tenant', { ...admin, tenantId: fabrikamId }, 'wrong-tenant'],
  ['the person who asked', { ...admin, personId: 'KELLEY' }, 'own-request'],
  ['a member without the role', { ...admin, role: { kind: 'someone-else-may-be' } }, 'role-missing'],
  [
    'somebody who must activate first',
    { ...admin, role: { kind: 'eligible', role: 'global-administrator', endsAt: null } },
    'role-to-activate',
  ],
  [
    'somebody whose role could not be read',
    { ...admin, role: { kind: 'cannot-tell', because: 'throttled' } },
    'role-cannot-tell',
  ],
] as const)('%s may neither approve nor decline', (_, reader, because) => {
  expect(approveAdminRequest(request, reader, noon)).toEqual({ kind: 'refused', because });
  expect(declineAdminRequest(request, reader, noon)).toEqual({ kind: 'refused', because });
});

test('a request to an Owner is answered by any colleague but the one who asked, as an Owner may have no role', () => {
  const toOwner = makeAdminRequest(
    { id: 'r2' as AdminRequestId, tenantId: contosoId, requesterId: 'kelley', scenario: 'join', asksOwner: true },
    noon,
  );
  const member: AdminRequestReader = { ...admin, role: { kind: 'someone-else-may-be' } };

  expect(approveAdminRequest(toOwner, member, noon)).toMatchObject({ kind: 'changed' });
  expect(approveAdminRequest(toOwner, { ...member, personId: 'kelley' }, noon)).toMatchObject({
    because: 'own-request',
  });
  expect(approveAdminRequest(toOwner, { ...member, tenantId: fabrikamId }, noon)).toMatchObject({
    because: 'wrong-tenant',
  });
});

test('a second answer is refused', () => {
  expect(declineAdminRequest(approved(), admin, hours(2))).toEqual({ kind: 'refused', because: 'already-answered' });
});

test('a declined request cannot be used', () => {
  const declined = declineAdminRequest(request, admin, noon);

  if (declined.kind !== 'changed') throw new Error('not declined');
  expect(useAdminRequest(declined.request, requester, noon)).toEqual({ kind: 'refused', because: 'not-approved' });
  expect(adminRequestStateAt(declined.request, hours(99)).kind).toBe('declined');
});

test.each([
  [47, 'made'],
  [48, 'expired'],
])('after %p hours an unanswered request is %s', (after, kind) => {
  expect(adminRequestStateAt(request, hours(after)).kind).toBe(kind);
});

test('an expired request can be neither answered nor used', () => {
  expect(approveAdminRequest(request, admin, hours(48))).toEqual({ kind: 'refused', because: 'expired' });
  expect(useAdminRequest(approved(), requester, hours(48))).toEqual({ kind: 'refused', because: 'expired' });
});

test.each([
  [{ ...requester, tenantId: fabrikamId }, 'wrong-tenant'],
  [{ ...requester, personId: 'jane' }, 'not-the-requester'],
])('%p cannot go on with somebody else’s approval', (person, because) => {
  expect(useAdminRequest(approved(), person, hours(2))).toEqual({ kind: 'refused', because });
});

test('somebody of another tenant learns nothing, not even that it expired', () => {
  expect(approveAdminRequest(request, { ...admin, tenantId: fabrikamId }, hours(99))).toEqual({
    kind: 'refused',
    because: 'wrong-tenant',
  });
});

describe('a subscription to accept', () => {
  const toAccept = makeAdminRequest(
    {
      id: 'r2' as AdminRequestId,
      tenantId: fabrikamId,
      requesterId: 'kelley',
      scenario: 'join',
      acceptance: { fromTenantId: contosoId, link: null },
    },
    noon,
  );
  const acceptor: AdminRequestReader = { ...admin, tenantId: fabrikamId, role: { kind: 'someone-else-may-be' } };

  test('an administrator of the target says that they accepted, and the Owner goes on in the tenant they asked from', () => {
    const step = approveAdminRequest(toAccept, acceptor, hours(1));
    expect(step).toMatchObject({ kind: 'changed', request: { state: { kind: 'approved', by: 'admin' } } });

    if (step.kind === 'changed') {
      expect(useAdminRequest(step.request, requester, hours(2))).toMatchObject({ kind: 'changed' });
      expect(useAdminRequest(step.request, { ...requester, tenantId: fabrikamId }, hours(2))).toEqual({
        kind: 'refused',
        because: 'wrong-tenant',
      });
    }
  });

  test.each([
    ['an administrator of the wrong tenant', { ...acceptor, tenantId: contosoId }, 'other-target'],
    ['somebody without a role', { ...acceptor, acceptor: { kind: 'no-role' } }, 'no-role-to-accept'],
    [
      'somebody whose roles could not be read',
      { ...acceptor, acceptor: { kind: 'cannot-tell', because: 'guest' } },
      'role-cannot-tell',
    ],
  ] as const)('%s changes nothing', (_who, reader, because) => {
    expect(approveAdminRequest(toAccept, reader, hours(1))).toEqual({ kind: 'refused', because });
    expect(declineAdminRequest(toAccept, reader, hours(1))).toEqual({ kind: 'refused', because });
  });

  test('no document says which role accepts, so another one counts too', () => {
    const reader: AdminRequestReader = { ...acceptor, acceptor: { kind: 'another-role' } };
    expect(approveAdminRequest(toAccept, reader, hours(1))).toMatchObject({ kind: 'changed' });
  });
});
