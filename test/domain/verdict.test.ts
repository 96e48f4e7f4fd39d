import type { Facts } from '../../src/domain/facts.ts';
import { cannotTell, known } from '../../src/domain/known.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import {
  areBothHere,
  type Blocker,
  betterRoute,
  decideVerdict,
  needsAgreementAnswer,
  type Verdict,
  type VerdictContext,
  type VerdictOutcome,
} from '../../src/domain/verdict.ts';
import {
  aContext,
  aMembership,
  anAccount,
  anEligibleRole,
  aProduct,
  aRole,
  aSubscription,
  aTenant,
  contosoId,
  fabrikamId,
  inDays,
  inFabrikamToo,
  owns,
  someFacts,
  withoutArm,
  withoutGraph,
} from '../builders/facts.ts';

const ea = 'EnterpriseAgreement_2014-09-01';
const csp = 'CSP_2015-05-01';
const azure = aSubscription();
const guest = { personId: 'kelley', tenantId: contosoId, account: 'guest' } as const;
const asGuest = known({ displayName: 'Kelley Wall', userPrincipalName: null, userType: 'guest' as const });

function verdict(scenario: Scenario, facts: Facts, context: Partial<VerdictContext> = {}): Verdict {
  return decideVerdict(scenario, facts, aContext(context));
}

const blockerIds = (decided: Verdict): readonly Blocker['id'][] => decided.blockers.map((blocker) => blocker.id);
const noticeIds = (decided: Verdict): readonly string[] => decided.notices.map((notice) => notice.id);
const checkOf = (decided: Verdict, id: string) => decided.checks.find((check) => check.id === id);

interface PersonCase {
  readonly who: string;
  readonly facts: Facts;
  readonly outcomes: Readonly<Record<Scenario, VerdictOutcome>>;
  readonly blockers?: Partial<Readonly<Record<Scenario, readonly Blocker['id'][]>>>;
}

/** The people of the sandbox, as far as the domain can tell them apart. */
const people: readonly PersonCase[] = [
  {
    who: 'a Global Administrator with Microsoft 365 only',
    facts: someFacts({ products: known([aProduct()]), activeRoles: known([aRole('global-administrator')]) }),
    outcomes: { 'add-azure': 'ready', 'add-microsoft-365': 'unsure', join: 'unsure' },
    blockers: { join: [] },
  },
  {
    who: 'a Billing Administrator with Azure only',
    facts: someFacts({
      subscriptions: known([azure]),
      ownership: known([owns(azure)]),
      activeRoles: known([aRole('billing-administrator')]),
    }),
    outcomes: { 'add-azure': 'unsure', 'add-microsoft-365': 'ready', join: 'ready' },
    blockers: { join: [] },
  },
  {
    who: 'a member without a role, with Microsoft 365',
    facts: someFacts({ products: known([aProduct()]) }),
    outcomes: { 'add-azure': 'ready', 'add-microsoft-365': 'unsure', join: 'unsure' },
    blockers: { 'add-microsoft-365': [] },
  },
  {
    who: 'a member without a role, with Azure',
    facts: someFacts({ subscriptions: known([azure]) }),
    outcomes: { 'add-azure': 'unsure', 'add-microsoft-365': 'held-back', join: 'unsure' },
    blockers: { 'add-microsoft-365': ['role-missing'] },
  },
  {
    who: 'somebody who may activate the role',
    facts: someFacts({ subscriptions: known([azure]), eligibleRoles: known([anEligibleRole('global-administrator')]) }),
    outcomes: { 'add-azure': 'unsure', 'add-microsoft-365': 'held-back', join: 'unsure' },
    blockers: { 'add-microsoft-365': ['role-to-activate'] },
  },
  {
    who: 'a guest',
    facts: someFacts({
      identity: guest,
      profile: asGuest,
      activeRoles: cannotTell('guest'),
      products: cannotTell('guest'),
    }),
    outcomes: { 'add-azure': 'held-back', 'add-microsoft-365': 'held-back', join: 'unsure' },
    blockers: { 'add-azure': ['guest-account'], 'add-microsoft-365': ['guest-account'] },
  },
  {
    who: 'an Owner in one tenant who is a guest in the other',
    facts: someFacts({
      subscriptions: known([azure]),
      ownership: known([owns(azure)]),
      memberships: known(inFabrikamToo()),
    }),
    outcomes: { 'add-azure': 'unsure', 'add-microsoft-365': 'held-back', join: 'ready' },
  },
  {
    who: 'somebody under an Enterprise Agreement',
    facts: someFacts({
      products: known([aProduct()]),
      subscriptions: known([aSubscription({ quotaId: ea })]),
      billingAccounts: known([anAccount('EnterpriseAgreement')]),
      activeRoles: known([aRole('global-administrator')]),
    }),
    outcomes: { 'add-azure': 'out-of-scope', 'add-microsoft-365': 'out-of-scope', join: 'out-of-scope' },
    blockers: {
      'add-azure': ['enterprise-agreement'],
      'add-microsoft-365': ['enterprise-licences'],
      join: ['enterprise-move'],
    },
  },
  {
    who: 'a Global Administrator with a customer agreement that shares the quota id, Azure only',
    facts: someFacts({
      subscriptions: known([aSubscription({ quotaId: ea })]),
      billingAccounts: known([anAccount('MicrosoftCustomerAgreement')]),
      activeRoles: known([aRole('global-administrator')]),
    }),
    outcomes: { 'add-azure': 'unsure', 'add-microsoft-365': 'ready', join: 'unsure' },
  },
  {
    who: 'a Global Administrator whose Azure comes from a partner',
    facts: someFacts({
      subscriptions: known([aSubscription({ quotaId: csp })]),
      activeRoles: known([aRole('global-administrator')]),
      memberships: known(inFabrikamToo()),
    }),
    outcomes: { 'add-azure': 'out-of-scope', 'add-microsoft-365': 'ready', join: 'out-of-scope' },
    blockers: { 'add-azure': ['azure-from-partner'], join: ['bought-through-partner'] },
  },
  {
    who: 'somebody with disabled and past-due subscriptions',
    facts: someFacts({
      products: known([aProduct()]),
      subscriptions: known([
        aSubscription({ state: 'Disabled' }),
        aSubscription({ subscriptionId: 's2', displayName: 'Shop', state: 'PastDue' }),
      ]),
    }),
    outcomes: { 'add-azure': 'held-back', 'add-microsoft-365': 'unsure', join: 'held-back' },
    blockers: { 'add-azure': ['subscription-past-due', 'subscription-disabled'] },
  },
  {
    who: 'somebody whose Microsoft 365 is a trial and an expired product',
    facts: someFacts({
      products: known([
        aProduct({ trial: 'yes', nextLifecycleAt: inDays(9) }),
        aProduct({ skuId: 'x', skuPartNumber: 'ENTERPRISEPACK', status: 'Warning', nextLifecycleAt: inDays(20) }),
      ]),
    }),
    outcomes: { 'add-azure': 'ready', 'add-microsoft-365': 'unsure', join: 'unsure' },
  },
  {
    who: 'somebody in an unmanaged tenant',
    facts: someFacts({ tenant: known(aTenant({ management: 'unmanaged' })) }),
    outcomes: { 'add-azure': 'held-back', 'add-microsoft-365': 'held-back', join: 'held-back' },
    blockers: { 'add-azure': ['unmanaged-tenant'], 'add-microsoft-365': ['unmanaged-tenant'] },
  },
  {
    who: 'somebody in a tenant for customers',
    facts: someFacts({ tenant: known(aTenant({ type: 'customers' })) }),
    outcomes: { 'add-azure': 'held-back', 'add-microsoft-365': 'held-back', join: 'held-back' },
    blockers: { 'add-azure': ['customers-tenant'] },
  },
  {
    who: 'somebody with a personal account',
    facts: someFacts({ identity: { personId: 'k', tenantId: contosoId, account: 'personal' } }),
    outcomes: { 'add-azure': 'held-back', 'add-microsoft-365': 'held-back', join: 'held-back' },
    blockers: { 'add-azure': ['personal-account'] },
  },
  {
    who: 'somebody whose Graph was refused',
    facts: withoutGraph({
      subscriptions: known([azure]),
      ownership: known([owns(azure)]),
      memberships: known(inFabrikamToo()),
    }),
    outcomes: { 'add-azure': 'unsure', 'add-microsoft-365': 'unsure', join: 'unsure' },
  },
  {
    who: 'an administrator whose Azure was refused',
    facts: withoutArm({ products: known([aProduct()]), activeRoles: known([aRole('global-administrator')]) }),
    outcomes: { 'add-azure': 'unsure', 'add-microsoft-365': 'unsure', join: 'unsure' },
  },
  {
    who: 'somebody with nothing at all',
    facts: someFacts(),
    outcomes: { 'add-azure': 'unsure', 'add-microsoft-365': 'held-back', join: 'held-back' },
    blockers: { join: ['no-subscription-to-move'] },
  },
  {
    who: 'somebody who has both in one tenant',
    facts: someFacts({ products: known([aProduct()]), subscriptions: known([azure]) }),
    outcomes: { 'add-azure': 'already-done', 'add-microsoft-365': 'already-done', join: 'already-done' },
    blockers: { 'add-azure': [], 'add-microsoft-365': [], join: [] },
  },
  {
    who: 'somebody in a Developer Program tenant',
    facts: someFacts({
      products: known([aProduct({ skuPartNumber: 'DEVELOPERPACK_E5' })]),
      activeRoles: known([aRole('global-administrator')]),
    }),
    outcomes: { 'add-azure': 'out-of-scope', 'add-microsoft-365': 'out-of-scope', join: 'unsure' },
    blockers: { 'add-azure': ['developer-tenant'], 'add-microsoft-365': ['developer-licences'] },
  },
];

const rows = people.flatMap((person) =>
  (['add-azure', 'add-microsoft-365', 'join'] as const).map((scenario) => ({
    who: person.who,
    scenario,
    facts: person.facts,
    outcome: person.outcomes[scenario],
    blockers: person.blockers?.[scenario],
  })),
);

test.each(rows)('$who, $scenario: $outcome', ({ scenario, facts, outcome, blockers }) => {
  const decided = verdict(scenario, facts);

  expect(decided.outcome).toBe(outcome);
  if (blockers !== undefined) expect(blockerIds(decided)).toEqual(blockers);
});

test('adding Azure never looks at a role', () => {
  const decided = verdict('add-azure', someFacts({ products: known([aProduct()]) }));

  expect(checkOf(decided, 'purchase-role')).toBeUndefined();
  expect(noticeIds(decided)).toContain('no-admin-role-needed');
});

test('adding Azure to a tenant without Microsoft 365 is possible, and nobody hears "you can start"', () => {
  const decided = verdict('add-azure', someFacts());

  expect(decided.outcome).toBe('unsure');
  expect(checkOf(decided, 'has-microsoft-365')?.answer).toBe('no');
  expect(noticeIds(decided)).toContain('no-microsoft-365-found');
  expect(decided.steps[0]).toBe('azure-open-sign-up');
});

test('a person who sees no trace of an agreement is told for whom the way is not', () => {
  const decided = verdict('add-azure', someFacts({ products: known([aProduct()]) }));

  expect(checkOf(decided, 'self-service-agreement')).toBeUndefined();
  expect(noticeIds(decided)).toContain('agreement-unknown');
});

test('an ambiguous offer leaves the verdict open until the person answers', () => {
  const facts = someFacts({
    subscriptions: known([aSubscription({ quotaId: ea })]),
    activeRoles: known([aRole('billing-administrator')]),
  });

  expect(needsAgreementAnswer(facts)).toBe(true);
  expect(verdict('add-microsoft-365', facts).outcome).toBe('unsure');
  expect(verdict('add-microsoft-365', facts, { agreementAnswer: 'neither' }).outcome).toBe('ready');
  expect(verdict('add-microsoft-365', facts, { agreementAnswer: 'enterprise' }).outcome).toBe('out-of-scope');
  // No partner (CSP) sells an offer with this id, so the answer does not settle it.
  expect(verdict('add-microsoft-365', facts, { agreementAnswer: 'partner' }).outcome).toBe('unsure');
});

test('nobody is asked about the agreement when nothing points to one', () => {
  expect(needsAgreementAnswer(someFacts())).toBe(false);
});

test('who answers that they buy through a partner cannot move the subscription themselves', () => {
  const subscription = aSubscription({ quotaId: 'Strange_2030-01-01' });
  const facts = someFacts({
    subscriptions: known([subscription]),
    ownership: known([owns(subscription)]),
    memberships: known(inFabrikamToo()),
  });

  const decided = verdict('join', facts, { agreementAnswer: 'partner' });

  expect(blockerIds(decided)).toEqual(['bought-through-partner']);
  // "Through a partner" never stands beside "can change directory".
  expect(checkOf(decided, 'offer-can-move')?.answer).toBe('no');
  expect(checkOf(verdict('join', facts, { agreementAnswer: 'neither' }), 'offer-can-move')?.answer).toBe('cannot-tell');
});

test('a partner’s administrator hears why their roles cannot be seen', () => {
  const facts = someFacts({
    profile: cannotTell('unreadable'),
    activeRoles: cannotTell('unreadable'),
    eligibleRoles: cannotTell('unreadable'),
    memberships: known([aMembership({ category: 'ManagedBy' })]),
  });

  expect(checkOf(verdict('add-microsoft-365', facts), 'purchase-role')).toMatchObject({
    answer: 'cannot-tell',
    because: 'partner-role',
  });
});

test('a role through a group that ends soon is told with its date', () => {
  const role = aRole('global-administrator', { through: { kind: 'group', groupName: 'Buyers' }, endsAt: inDays(3) });
  const decided = verdict('add-microsoft-365', someFacts({ activeRoles: known([role]) }));

  expect(decided.notices).toContainEqual({
    id: 'role-ends-soon',
    about: { tenant: 'Contoso', role: 'Global Administrator', date: inDays(3), daysLeft: '3' },
  });
  expect(decided.notices).toContainEqual({
    id: 'role-through-group',
    about: { tenant: 'Contoso', role: 'Global Administrator', group: 'Buyers' },
  });
});

test('roles that could not be read leave it unsure, with the way to look it up by hand', () => {
  const decided = verdict('add-microsoft-365', someFacts({ activeRoles: cannotTell('permission-refused') }));

  expect(decided.outcome).toBe('unsure');
  expect(checkOf(decided, 'purchase-role')).toMatchObject({ answer: 'cannot-tell', because: 'permission-refused' });
  expect(decided.steps).toContain('m365-know-your-role');
});

test('who has the role need not look it up', () => {
  const decided = verdict('add-microsoft-365', someFacts({ activeRoles: known([aRole('billing-administrator')]) }));

  expect(decided.steps).not.toContain('m365-know-your-role');
});

test('the tenant where things land and the account to use are named before signing up', () => {
  const decided = verdict('add-azure', someFacts());

  expect(decided.notices).toContainEqual({ id: 'lands-in-this-tenant', about: { tenant: 'Contoso' } });
  expect(decided.notices).toContainEqual({
    id: 'use-this-account',
    about: { tenant: 'Contoso', account: 'admin@contoso.onmicrosoft.com' },
  });
});

test('a Teams chat in another tenant is warned about', () => {
  const decided = verdict('add-azure', someFacts({ memberships: known(inFabrikamToo()) }), {
    chatTenantId: fabrikamId,
  });

  expect(decided.notices).toContainEqual({
    id: 'chat-in-other-tenant',
    about: { tenant: 'Contoso', chat: 'Fabrikam' },
  });
});

test('facts about two tenants are never "already done"', () => {
  const facts = someFacts({
    tenant: known(aTenant({ id: fabrikamId, displayName: 'Fabrikam' })),
    products: known([aProduct()]),
    subscriptions: known([azure]),
  });

  const decided = verdict('add-azure', facts);

  expect(decided.outcome).toBe('unsure');
  expect(noticeIds(decided)).toContain('facts-contradict');
});

test('the retired Entra offer is no Azure', () => {
  const decided = verdict(
    'add-azure',
    someFacts({ products: known([aProduct()]), subscriptions: known([aSubscription({ quotaId: 'AAD_2015-09-01' })]) }),
  );

  expect(decided.outcome).toBe('ready');
  expect(checkOf(decided, 'has-azure')?.answer).toBe('no');
  expect(noticeIds(decided)).toContain('not-azure-subscription');
});

test('free products are said not to count', () => {
  const decided = verdict('add-azure', someFacts({ products: known([aProduct({ skuPartNumber: 'FLOW_FREE' })]) }));

  expect(noticeIds(decided)).toEqual(expect.arrayContaining(['no-microsoft-365-found', 'free-products-only']));
});

test('a stopped subscription is mended, not signed up for again', () => {
  const decided = verdict('add-azure', someFacts({ subscriptions: known([aSubscription({ state: 'Disabled' })]) }));

  expect(decided.outcome).toBe('held-back');
  expect(decided.steps).not.toContain('azure-open-sign-up');
});

test.each([
  ['owner', 'ready', []],
  ['not-owner', 'held-back', ['not-owner']],
  ['owner-with-condition', 'held-back', ['owner-with-condition']],
] as const)('joining as %s is %s', (owner, outcome, blockers) => {
  const facts = someFacts({
    subscriptions: known([azure]),
    ownership: known([owns(azure, owner)]),
    memberships: known(inFabrikamToo()),
  });

  const decided = verdict('join', facts);

  expect(decided.outcome).toBe(outcome);
  expect(blockerIds(decided)).toEqual(blockers);
});

test('joining with ownership unread is unsure', () => {
  const facts = someFacts({
    subscriptions: known([azure]),
    ownership: cannotTell('too-slow'),
    memberships: known(inFabrikamToo()),
  });

  expect(verdict('join', facts).outcome).toBe('unsure');
});

test('one subscription that can move is enough to join', () => {
  const partner = aSubscription({ subscriptionId: 's2', displayName: 'A partner’s', quotaId: csp });
  const facts = someFacts({
    subscriptions: known([partner, azure]),
    ownership: known([owns(azure)]),
    memberships: known(inFabrikamToo()),
  });

  const decided = verdict('join', facts);

  expect(decided.outcome).toBe('ready');
  expect(checkOf(decided, 'owner-of-subscription')?.about).toMatchObject({ subscription: 'Webshop' });
});

test.each(['Internal_2014-09-01', 'DreamSpark_2015-02-01'])('%s cannot be moved by anybody', (quotaId) => {
  const subscription = aSubscription({ quotaId });
  const facts = someFacts({
    subscriptions: known([subscription]),
    ownership: known([owns(subscription)]),
    memberships: known(inFabrikamToo()),
  });

  const decided = verdict('join', facts);

  expect(decided.outcome).toBe('out-of-scope');
  expect(blockerIds(decided)).toEqual(['offer-cannot-move']);
});

test('an empty list of subscriptions may mean that they are in the other tenant', () => {
  const decided = verdict('join', someFacts({ products: known([aProduct()]), memberships: known(inFabrikamToo()) }));

  expect(decided.outcome).toBe('unsure');
  expect(checkOf(decided, 'has-azure')).toMatchObject({ answer: 'no', because: null });
});

test('a tenant that is only managed for a customer is no second tenant', () => {
  const managed = aMembership({ tenantId: fabrikamId, displayName: 'Fabrikam', category: 'ManagedBy' });
  const facts = someFacts({ memberships: known([aMembership(), managed]) });

  expect(blockerIds(verdict('join', facts))).toContain('no-subscription-to-move');
});

test('the Owner need not be in the other tenant: a colleague there accepts', () => {
  const facts = someFacts({ subscriptions: known([azure]), ownership: known([owns(azure)]) });

  const decided = verdict('join', facts);

  expect([decided.outcome, decided.blockers]).toEqual(['ready', []]);
  expect(checkOf(decided, 'accepting-administrator')).toMatchObject({ answer: 'cannot-tell', because: 'other-tenant' });
  expect(decided.steps).toContain('join-accept-request');
  expect(noticeIds(decided)).toContain('somebody-must-accept');
});

test.each([
  ['a Global Administrator', { activeRoles: known([aRole('global-administrator')]) }, 'yes', null],
  [
    'a Billing Administrator',
    { activeRoles: known([aRole('billing-administrator')]) },
    'cannot-tell',
    'not-documented',
  ],
  ['a colleague without a role', {}, 'no', null],
  ['somebody whose roles were not read', { activeRoles: cannotTell('too-slow') }, 'cannot-tell', 'too-slow'],
  ['a guest', { identity: guest, profile: asGuest }, 'cannot-tell', 'guest'],
  [
    'somebody whose role has ended',
    { activeRoles: known([aRole('global-administrator', { endsAt: '2020-01-01T00:00:00Z' })]) },
    'no',
    null,
  ],
] as const)('where the subscription goes to, %s', (_, changes, answer, because) => {
  const decided = verdict('join', someFacts({ products: known([aProduct()]), ...changes }));

  expect(checkOf(decided, 'accepting-administrator')).toMatchObject({ answer, because });
  expect([decided.outcome, decided.blockers]).toEqual(['unsure', []]);
});

test('if Microsoft 365 could not be read here, it may be here, and then nothing has to move', () => {
  const facts = someFacts({
    subscriptions: known([azure]),
    ownership: known([owns(azure)]),
    products: cannotTell('too-slow'),
  });

  expect(verdict('join', facts).outcome).toBe('unsure');
});

test('a guest may join: the Owner asks, whatever they are in that tenant', () => {
  const facts = someFacts({
    identity: guest,
    subscriptions: known([azure]),
    ownership: known([owns(azure)]),
    memberships: known(inFabrikamToo()),
  });

  expect(verdict('join', facts).outcome).toBe('ready');
});

test('a guest who joins hears who they are, where they come from, and what could not be seen', () => {
  const memberships = known([
    aMembership({ category: 'ProjectedBy' }),
    aMembership({ tenantId: fabrikamId, displayName: 'Fabrikam', category: 'Home' }),
  ]);
  const facts = someFacts({ identity: guest, profile: asGuest, memberships, products: cannotTell('guest') });
  const seeing = { ...facts, products: known([aProduct()]) };

  expect(verdict('join', facts).notices.slice(0, 2)).toEqual([
    { id: 'guest-here', about: { tenant: 'Contoso', home: 'Fabrikam' } },
    { id: 'direction-unknown', about: { tenant: 'Contoso' } },
  ]);
  expect(noticeIds(verdict('join', seeing))).toContain('guest-here');
  expect(noticeIds(verdict('join', seeing))).not.toContain('direction-unknown');
  expect(noticeIds(verdict('add-azure', facts))).not.toContain('guest-here');
});

test('a developer tenant cannot buy Azure, and can take a subscription that moves', () => {
  const facts = someFacts({
    products: known([aProduct({ skuPartNumber: 'DEVELOPERPACK_E5', skuId: 'c42b9cae-ea4f-4ab7-9717-81576235ccac' })]),
  });

  expect(noticeIds(verdict('join', facts))).toContain('developer-tenant-here');
  expect(blockerIds(verdict('add-azure', facts))).toEqual(['developer-tenant']);
});

test('where both are in one tenant and Azure has stopped, nothing has to move or be bought', () => {
  const facts = someFacts({
    products: known([aProduct()]),
    subscriptions: known([aSubscription({ state: 'Disabled' })]),
    activeRoles: known([aRole('global-administrator')]),
  });

  expect(verdict('join', facts).steps).toEqual([]);
  expect(betterRoute(verdict('add-microsoft-365', facts))).toBeNull();
  expect(areBothHere(verdict('add-microsoft-365', facts))).toBe(true);
});

test('joining a tenant whose Microsoft 365 has stopped is held back until it runs', () => {
  const facts = someFacts({
    products: known([aProduct({ status: 'Suspended' })]),
    subscriptions: known([azure]),
    ownership: known([owns(azure)]),
  });

  expect(blockerIds(verdict('join', facts))).toContain('microsoft-365-disabled');
});

test('nobody is sent to reactivate a Microsoft 365 that is deleted', () => {
  const facts = someFacts({
    products: known([aProduct({ status: 'Deleted' })]),
    subscriptions: known([azure]),
    ownership: known([owns(azure)]),
  });

  expect(blockerIds(verdict('join', facts))).not.toContain('microsoft-365-disabled');
});

test('a tenant without a name is told by its initial domain, else by its id', () => {
  const withDomain = someFacts({ tenant: known(aTenant({ displayName: ' ' })), memberships: cannotTell('throttled') });
  const withNothing = someFacts({
    tenant: known(aTenant({ displayName: null, initialDomain: null, defaultDomain: null })),
    memberships: cannotTell('throttled'),
  });

  expect(verdict('add-azure', withDomain).checks[0]?.about).toMatchObject({ tenant: 'contoso.onmicrosoft.com' });
  expect(verdict('add-azure', withNothing).checks[0]?.about).toMatchObject({ tenant: contosoId });
});

test('hundreds of troubled subscriptions are told in a few notices', () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    aSubscription({ subscriptionId: `s${index}`, displayName: `Sub ${index}`, state: 'Warned' }),
  );

  const decided = verdict('add-azure', someFacts({ subscriptions: known(many) }));

  expect(noticeIds(decided).filter((id) => id === 'subscription-warned')).toHaveLength(4);
  expect(JSON.stringify(decided).length).toBeLessThan(10_000);
});

test.each([
  ['guest', 'guest-account'],
  ['personal', 'personal-account'],
] as const)('what a tenant holds does not help a %s account', (account, blocker) => {
  const facts = someFacts({
    identity: { personId: 'k', tenantId: contosoId, account },
    profile: cannotTell('permission-refused'),
    products: known([aProduct()]),
    subscriptions: known([azure]),
  });

  const decided = verdict('add-azure', facts);

  expect(decided.outcome).toBe('held-back');
  expect(blockerIds(decided)).toEqual([blocker]);
});

test('of two subscriptions with one name the same one is told in any order', () => {
  const pair = [aSubscription(), aSubscription({ subscriptionId: 's2', quotaId: 'MSDN_2014-09-01' })];
  const facts = (subscriptions: typeof pair) =>
    someFacts({ subscriptions: known(subscriptions), memberships: known(inFabrikamToo()) });

  expect(verdict('join', facts(pair.toReversed()))).toEqual(verdict('join', facts(pair)));
});
