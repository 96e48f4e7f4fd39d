import type { TenantMembership } from '../../src/domain/facts.ts';
import { cannotTell, known } from '../../src/domain/known.ts';
import { inOneForm } from '../../src/domain/one-form.ts';
import { viewStatus } from '../../src/domain/status.ts';
import { decideVerdict } from '../../src/domain/verdict.ts';
import {
  aContext,
  aMembership,
  aProduct,
  aRole,
  aSubscription,
  contosoId,
  fabrikamId,
  inFabrikamToo,
  owns,
  someFacts,
} from '../builders/facts.ts';

const inFabrikam = aMembership({ tenantId: fabrikamId, displayName: 'Fabrikam', defaultDomain: 'fabrikam.com' });
const inTailspin = aMembership({ tenantId: '33333333-3333-4333-8333-333333333333', displayName: 'Tailspin' });

describe('the home of a guest', () => {
  const homeOf = (memberships: readonly TenantMembership[]) => {
    const facts = someFacts({
      profile: cannotTell('guest'),
      identity: { personId: 'kelley', tenantId: contosoId, account: 'guest' },
      memberships: known(memberships),
    });
    return viewStatus(facts, aContext()).findings.find(({ kind }) => kind === 'guest-account');
  };

  test('is named if Azure calls one other tenant a home', () => {
    expect(homeOf([aMembership(), inFabrikam])).toMatchObject({ home: 'Fabrikam' });
  });

  test('is not guessed if Azure calls two other tenants a home', () => {
    expect(homeOf([inFabrikam, inTailspin])).toMatchObject({ home: null });
    expect(homeOf([inTailspin, inFabrikam])).toMatchObject({ home: null });
  });
});

test('a subscription that only has to be paid goes before one from a partner, whatever their names', () => {
  const unpaid = aSubscription({ subscriptionId: 's2', displayName: 'Webshop', state: 'PastDue' });
  const fromPartner = aSubscription({ subscriptionId: 's1', displayName: 'Accounts', quotaId: 'CSP_2015-05-01' });
  const facts = someFacts({
    memberships: known(inFabrikamToo()),
    subscriptions: known([fromPartner, unpaid]),
    ownership: known([owns(fromPartner), owns(unpaid)]),
  });

  const verdict = decideVerdict('join', facts, aContext());

  expect(verdict.outcome).toBe('held-back');
  expect(verdict.blockers.map(({ id }) => id)).toEqual(['subscription-past-due']);
});

describe('of two entries that contradict each other', () => {
  test('the subscription that works less counts, and is listed once', () => {
    const before = aSubscription({ state: 'Enabled' });
    const later = aSubscription({ subscriptionId: before.subscriptionId.toUpperCase(), state: 'Disabled' });

    for (const subscriptions of [
      [before, later],
      [later, before],
    ])
      expect(inOneForm(someFacts({ subscriptions: known(subscriptions) })).subscriptions).toEqual(known([later]));
  });

  test('the product that works less counts', () => {
    const [working, stopped] = [aProduct(), aProduct({ status: 'Suspended' })];

    expect(inOneForm(someFacts({ products: known([working, stopped]) })).products).toMatchObject({
      value: [{ status: 'Suspended' }],
    });
  });

  test('belonging to a tenant counts more than managing it, and a name more than none', () => {
    const manages = { ...inFabrikam, category: 'ManagedBy' };
    const nameless = { ...inFabrikam, displayName: null, defaultDomain: null };

    expect(inOneForm(someFacts({ memberships: known([manages, nameless, inFabrikam]) })).memberships).toEqual(
      known([inFabrikam]),
    );
    expect(inOneForm(someFacts({ memberships: known([manages, nameless]) })).memberships).toEqual(known([nameless]));
  });
});

test('a role that is held in two ways stays in both; the same way twice is one', () => {
  const direct = aRole('global-administrator');
  const throughGroup = aRole('global-administrator', { through: { kind: 'group', groupName: 'Admins' } });

  const { activeRoles } = inOneForm(someFacts({ activeRoles: known([throughGroup, direct, throughGroup]) }));

  expect(activeRoles).toEqual(known([direct, throughGroup]));
});
