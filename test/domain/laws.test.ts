import fc from 'fast-check';
import type { ActiveRole, AzureSubscription, Facts, ListedFacts, Product } from '../../src/domain/facts.ts';
import { type CannotTellReason, cannotTell, type Known, known } from '../../src/domain/known.ts';
import { blockerLinks } from '../../src/domain/links.ts';
import { type AgreementAnswer, agreementAnswers, decideAgreement } from '../../src/domain/offers.ts';
import { describeMove, makePlan } from '../../src/domain/plan.ts';
import { compareFacts } from '../../src/domain/proof.ts';
import { decideRole } from '../../src/domain/roles.ts';
import { type Scenario, scenarios } from '../../src/domain/scenario.ts';
import { statusLines, viewStatus } from '../../src/domain/status.ts';
import { suggestScenario } from '../../src/domain/suggest-scenario.ts';
import {
  blockerIds,
  blockerWeight,
  decideVerdict,
  isGoalHere,
  needsAgreementAnswer,
  noticeIds,
  type Verdict,
  type VerdictOutcome,
} from '../../src/domain/verdict.ts';
import {
  aContext,
  anAccount,
  aProduct,
  aRole,
  aSubscription,
  contosoId,
  fabrikamId,
  inDays,
  noon,
  someFacts,
} from '../builders/facts.ts';
import { holds, seedOfRun } from '../builders/laws.ts';
import { randomNumbers } from '../builders/random-numbers.ts';
import { signUpLinks } from '../builders/sign-up-links.ts';
import { namesIn } from '../cards/said-sentences.ts';

const reasons = [
  'consent-missing',
  'permission-refused',
  'guest',
  'throttled',
  'too-slow',
  'no-licence',
  'service-absent',
  'not-read',
] as const;
const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', '👩‍💻', 'חברה', 'constructor', '__proto__'));
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const tenantId = fc.constantFrom(contosoId, fabrikamId);
const end = fc.oneof(fc.constantFrom(inDays(-3), inDays(3), inDays(100)), text);

function fact<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Known<T>> {
  const reason: fc.Arbitrary<CannotTellReason> = fc.constantFrom(...reasons);
  return fc.oneof(
    { weight: 4, arbitrary: value.map((one) => known(one)) },
    { weight: 1, arbitrary: reason.map(cannotTell) },
  );
}

const roleId = fc.oneof(
  fc.constantFrom('62e90394-69f5-4237-9190-012177145e10', 'b0f54661-2d74-4c50-afa3-1ec803f12efe', ''),
  text,
);
const role: fc.Arbitrary<ActiveRole> = fc.record({
  roleTemplateId: roleId,
  displayName: nullable(text),
  through: fc.constantFrom({ kind: 'direct' as const }, { kind: 'group' as const, groupName: null }),
  endsAt: nullable(end),
});
const eligibleRole = fc.record({ roleTemplateId: roleId, displayName: nullable(text), endsAt: nullable(end) });
const product: fc.Arbitrary<Product> = fc.record({
  skuId: fc.oneof(fc.constantFrom('p1', 'p2', 'p3'), text),
  skuPartNumber: fc.oneof(fc.constantFrom('SPB', 'FLOW_FREE', 'DEVELOPERPACK_E5', 'AAD_PREMIUM'), text),
  servicePlans: fc.array(fc.oneof(fc.constantFrom('EXCHANGE_S_FOUNDATION', 'EXCHANGE_S_STANDARD'), text), {
    maxLength: 2,
  }),
  status: fc.oneof(fc.constantFrom('Enabled', 'Warning', 'Suspended', 'LockedOut', 'Deleted'), text),
  seatsTotal: fc.integer(),
  seatsUsed: fc.integer(),
  trial: fc.constantFrom('yes', 'no', 'unknown'),
  nextLifecycleAt: nullable(end),
  soldByTenantId: nullable(tenantId),
});
const quotaId = fc.oneof(
  fc.constantFrom(
    'EnterpriseAgreement_2014-09-01',
    'PayAsYouGo_2014-09-01',
    'FreeTrial_2014-09-01',
    'Default_2014-09-01',
    'BizSpark_2014-09-01',
    'CSP_2015-05-01',
    'AAD_2015-09-01',
    'Internal_2014-09-01',
    'DreamSpark_2015-02-01',
  ),
  text,
);
const subscription: fc.Arbitrary<AzureSubscription> = fc.record({
  subscriptionId: fc.constantFrom('s1', 's2', 's3', 's4'),
  displayName: text,
  tenantId: nullable(tenantId),
  state: fc.oneof(fc.constantFrom('Enabled', 'Warned', 'PastDue', 'Disabled', 'Deleted'), text),
  quotaId: nullable(quotaId),
  spendingLimit: nullable(fc.oneof(fc.constantFrom('On', 'Off', 'CurrentPeriodOff'), text)),
  managedByTenantIds: fc.array(tenantId, { maxLength: 2 }),
});
const owner = fact(fc.constantFrom('owner' as const, 'owner-with-condition' as const, 'not-owner' as const));
const billingAccount = fc
  .oneof(fc.constantFrom('EnterpriseAgreement', 'MicrosoftCustomerAgreement', 'MicrosoftOnlineServicesProgram'), text)
  .map((type) => anAccount(type));

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  readAt: fc.constant(inDays(0)),
  identity: fc.record(
    { personId: text, tenantId, account: fc.constantFrom('work', 'work', 'guest', 'personal'), shownAs: text },
    { requiredKeys: ['personId', 'tenantId', 'account'] },
  ),
  profile: fact(
    fc.record({
      displayName: nullable(text),
      userPrincipalName: nullable(text),
      userType: fc.constantFrom('member', 'guest', 'unknown'),
    }),
  ),
  tenant: fact(
    fc.record({
      id: tenantId,
      displayName: nullable(text),
      initialDomain: nullable(text),
      defaultDomain: nullable(text),
      management: fc.constantFrom('managed', 'managed', 'unmanaged', 'unknown'),
      type: fc.constantFrom('workforce', 'workforce', 'customers', 'unknown'),
    }),
  ),
  activeRoles: fact(fc.array(role, { maxLength: 3 })),
  eligibleRoles: fact(fc.array(eligibleRole, { maxLength: 2 })),
  products: fact(fc.array(product, { maxLength: 4 })),
  memberships: fact(
    fc.array(
      fc.record({
        tenantId,
        displayName: nullable(text),
        defaultDomain: nullable(text),
        category: fc.constantFrom('Home', 'ProjectedBy', 'ManagedBy'),
      }),
      { maxLength: 3 },
    ),
  ),
  subscriptions: fact(fc.array(subscription, { maxLength: 4 })),
  billingAccounts: fact(fc.array(billingAccount, { maxLength: 2 })),
  ownership: fact(
    fc.array(fc.record({ subscriptionId: fc.constantFrom('s1', 's2', 's3', 's4'), owner }), { maxLength: 4 }),
  ),
});
const anyAnswer: fc.Arbitrary<AgreementAnswer | null> = fc.constantFrom(
  'enterprise',
  'partner',
  'neither',
  'not-sure',
  null,
);
const anyChatTenant = nullable(tenantId);
const anyScenario: fc.Arbitrary<Scenario> = fc.constantFrom(...scenarios);

const decide = (scenario: Scenario, facts: Facts, agreementAnswer: AgreementAnswer | null = null) =>
  decideVerdict(scenario, facts, aContext({ agreementAnswer }));

const rank: Readonly<Record<VerdictOutcome, number>> = {
  'out-of-scope': 0,
  'held-back': 1,
  unsure: 2,
  ready: 3,
  'already-done': 4,
};

/** The same facts as Microsoft could just as well have listed them: in another order, and some of it twice. */
function retold(facts: Facts, seed: number): Facts {
  const random = randomNumbers(seed);
  const again = <T>(list: Known<readonly T[]>): Known<readonly T[]> => {
    if (list.kind === 'cannot-tell') return list;
    const told: T[] = [];
    for (const item of [...list.value, ...list.value.filter(() => random(2) === 0)])
      told.splice(random(told.length + 1), 0, item);
    return known(told);
  };
  const lists: ListedFacts = {
    activeRoles: again(facts.activeRoles),
    eligibleRoles: again(facts.eligibleRoles),
    products: again(facts.products),
    memberships: again(facts.memberships),
    subscriptions: again(facts.subscriptions),
    billingAccounts: again(facts.billingAccounts),
    ownership: again(facts.ownership),
  };
  return { ...facts, ...lists };
}
/** In which order and how often it is told. */
const anyTelling = fc.noShrink(fc.integer());

test('gaining an administrator role never makes the verdict worse', () => {
  holds(
    fc.property(
      anyScenario,
      anyFacts,
      fc.constantFrom('global-administrator', 'billing-administrator'),
      (scenario, facts, gained) => {
        const roles = facts.activeRoles.kind === 'known' ? facts.activeRoles.value : [];
        const stronger = { ...facts, activeRoles: known([...roles, aRole(gained)]) };

        expect(rank[decide(scenario, stronger).outcome]).toBeGreaterThanOrEqual(rank[decide(scenario, facts).outcome]);
      },
    ),
  );
});

test('becoming Owner of everything never makes the verdict worse', () => {
  holds(
    fc.property(anyScenario, anyFacts, (scenario, facts) => {
      const owned = ['s1', 's2', 's3', 's4'].map((subscriptionId) => ({
        subscriptionId,
        owner: known('owner' as const),
      }));

      expect(rank[decide(scenario, { ...facts, ownership: known(owned) }).outcome]).toBeGreaterThanOrEqual(
        rank[decide(scenario, facts).outcome],
      );
    }),
  );
});

test('nothing read means nothing refused: cannot-tell is never shown as no', () => {
  holds(
    fc.property(anyScenario, fc.constantFrom(...reasons), anyAnswer, (scenario, because, answer) => {
      const unread = cannotTell(because);
      const facts = someFacts({
        profile: unread,
        tenant: unread,
        activeRoles: unread,
        eligibleRoles: unread,
        products: unread,
        memberships: unread,
        subscriptions: unread,
        billingAccounts: unread,
        ownership: unread,
      });

      const { checks, blockers, outcome } = decide(scenario, facts, answer);

      // Only the person's own word can say no when nothing was read.
      const spoken = answer === 'enterprise' || answer === 'partner';
      expect(
        checks
          .filter((check) => check.answer === 'no')
          .every((check) => spoken && check.id === 'self-service-agreement'),
      ).toBe(true);
      expect(blockers.length > 0).toBe(outcome === 'out-of-scope');
      if (!spoken) expect(outcome).toBe('unsure');
    }),
  );
});

test('every cannot-tell has a reason, and only a cannot-tell has one', () => {
  holds(
    fc.property(anyScenario, anyFacts, anyAnswer, (scenario, facts, answer) => {
      const { checks } = decide(scenario, facts, answer);

      expect(checks.every((check) => (check.answer === 'cannot-tell') === (check.because !== null))).toBe(true);
      expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length);
    }),
  );
});

test('an Enterprise Agreement never sees sign-up steps or links', () => {
  holds(
    fc.property(anyScenario, anyFacts, anyAnswer, (scenario, facts, answer) => {
      const enterprise = { ...facts, billingAccounts: known([anAccount('EnterpriseAgreement')]) };

      const decided = decide(scenario, enterprise, answer);

      const links = decided.blockers.flatMap((blocker) => blockerLinks[blocker.id]);
      expect(decided.outcome).toBe('out-of-scope');
      expect(decided.steps).toEqual([]);
      expect(links.filter((link) => signUpLinks.includes(link))).toEqual([]);
    }),
  );
});

/** What sentences may name. Words in every language are written against these. */
const nameable = [
  'home',
  'tenant',
  'tenants',
  'role',
  'group',
  'date',
  'daysLeft',
  'product',
  'subscription',
  'offer',
  'account',
  'chat',
  'graph',
  'azure',
];

test('a verdict names only what the words know', () => {
  holds(
    fc.property(anyScenario, anyFacts, anyAnswer, (scenario, facts, answer) => {
      const { checks, blockers, notices } = decide(scenario, facts, answer);
      const named = [...checks, ...blockers, ...notices].flatMap((one) => Object.keys(one.about));

      expect(named.filter((name) => !nameable.includes(name))).toEqual([]);
    }),
  );
});

test('every blocker has its place in the order of importance', () => {
  expect([...blockerWeight].toSorted()).toEqual([...blockerIds].toSorted());
});

/** Whoever is in the wrong place gets no steps: each of them would be taken there. */
const noStepsWith: readonly string[] = [
  'personal-account',
  'personal-move',
  'guest-account',
  'partner-admin',
  'partner-orders',
  'move-as-partner',
  'unmanaged-tenant',
  'customers-tenant',
];

test('the steps and blockers fit the outcome', () => {
  holds(
    fc.property(anyScenario, anyFacts, anyAnswer, (scenario, facts, answer) => {
      const { outcome, steps, blockers, checks } = decide(scenario, facts, answer);

      const isElsewhere = blockers.some(({ id }) => noStepsWith.includes(id));
      // Whatever stopped is mended where it is.
      const isTogether =
        scenario === 'join' &&
        blockers.some(({ id }) => id === 'subscription-disabled' || id === 'subscription-past-due') &&
        checks.some(({ id, answer: here }) => id === 'has-microsoft-365' && here === 'yes');
      const isThere = outcome === 'unsure' && isGoalHere({ scenario, checks });
      const isPartners =
        scenario !== 'add-microsoft-365' &&
        decideAgreement(facts.subscriptions, facts.billingAccounts, answer).kind === 'partner' &&
        checks.some(({ id, answer: here }) => id === 'has-azure' && here === 'cannot-tell');
      const hasEnded = outcome === 'already-done' || outcome === 'out-of-scope' || isThere || isPartners;

      expect(steps.length === 0).toBe(hasEnded || isElsewhere || isTogether);
      expect(blockers.length === 0).toBe(outcome !== 'held-back' && outcome !== 'out-of-scope');
      expect(new Set(steps).size).toBe(steps.length);
    }),
  );
});

test('facts in any order, twice or from two pages give one verdict', () => {
  holds(
    fc.property(anyScenario, anyFacts, anyAnswer, anyTelling, (scenario, facts, answer, telling) => {
      const other = retold(facts, telling);

      expect(decide(scenario, other, answer)).toEqual(decide(scenario, facts, answer));
      expect(suggestScenario(other)).toEqual(suggestScenario(facts));
      expect(viewStatus(other, aContext())).toEqual(viewStatus(facts, aContext()));
      expect(describeMove(other)).toEqual(describeMove(facts));
      expect(decideRole(other, noon)).toEqual(decideRole(facts, noon));
      expect(needsAgreementAnswer(other)).toBe(needsAgreementAnswer(facts));
    }),
  );
});

test('facts in any order, twice or from two pages give one proof', () => {
  holds(
    fc.property(anyScenario, anyFacts, anyFacts, anyTelling, (scenario, before, after, telling) => {
      expect(compareFacts(scenario, retold(before, telling), retold(after, telling + 1), 1)).toEqual(
        compareFacts(scenario, before, after, 1),
      );
    }),
  );
});

test('comparing a reading with itself shows no change and proves nothing new', () => {
  holds(
    fc.property(fc.constantFrom('add-azure' as const, 'add-microsoft-365' as const), anyFacts, (scenario, facts) => {
      expect(['not-visible-yet', 'cannot-tell']).toContain(compareFacts(scenario, facts, facts, 1).kind);
    }),
  );
});

test('five thousand products and four hundred subscriptions are told shortly and soon', () => {
  const products = Array.from({ length: 5000 }, (_, index) =>
    aProduct({ skuId: `p${index}`, skuPartNumber: `MOON_${index}`, status: 'Suspended' }),
  );
  const subscriptions = Array.from({ length: 400 }, (_, index) =>
    aSubscription({ subscriptionId: `s${index}`, displayName: `Sub ${index}` }),
  );
  const facts = someFacts({ products: known(products), subscriptions: known(subscriptions) });

  const view = viewStatus(facts, aContext());
  const decided = scenarios.map((scenario) => decide(scenario, facts));

  expect(view.products).toMatchObject({ value: { more: 5000 - statusLines, total: 5000 } });
  expect(view.subscriptions).toMatchObject({ value: { more: 400 - statusLines, total: 400 } });
  expect(JSON.stringify(view).length).toBeLessThan(12_000);
  expect(decided.every((one) => JSON.stringify(one).length < 12_000)).toBe(true);
  expect(makePlan(decided[0] ?? decide('join', facts)).steps.length).toBeLessThan(10);
});

test('a verdict knows every name that its sentences need', () => {
  holds(
    fc.property(anyScenario, anyFacts, anyChatTenant, (scenario, facts, chatTenantId) => {
      const verdict = decideVerdict(scenario, facts, aContext({ chatTenantId }));
      const lacking = sentencesOf(verdict).flatMap(({ key, about }) =>
        namesIn(key)
          .filter((name) => about[name] === undefined)
          .map((name) => `${key} lacks {${name}}`),
      );

      expect(lacking).toEqual([]);
    }),
  );
});

test('every notice and every blocker can be told', () => {
  const untold = new Set([...noticeIds.map((id) => `notices.${id}`), ...blockerIds.map((id) => `blockers.${id}.why`)]);
  const anyAnswer = fc.constantFrom(...agreementAnswers, null);
  const verdicts = fc
    .tuple(anyScenario, anyFacts, anyChatTenant, anyAnswer)
    .map(([scenario, facts, chatTenantId, agreementAnswer]) =>
      decideVerdict(scenario, facts, aContext({ chatTenantId, agreementAnswer })),
    );
  // Some are rare: as many as it takes, and then it is no longer bad luck.
  for (let round = 0; untold.size > 0 && round < 400; round += 1)
    for (const verdict of fc.sample(verdicts, { seed: seedOfRun() + round, numRuns: 500 }))
      for (const { key } of sentencesOf(verdict)) untold.delete(key);

  expect([...untold]).toEqual([]);
});

function sentencesOf({ notices, blockers, checks }: Verdict) {
  return [
    ...notices.map(({ id, about }) => ({ key: `notices.${id}`, about })),
    ...blockers.flatMap(({ id, about }) =>
      (['title', 'why', 'what-to-do'] as const).map((part) => ({ key: `blockers.${id}.${part}`, about })),
    ),
    ...checks.map(({ id, answer, about }) => ({ key: `checks.${id}.${answer}`, about })),
  ];
}
