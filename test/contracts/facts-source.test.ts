import type { Fault, FaultKind } from '../../sandbox/core/core.ts';
import { everyone } from '../../sandbox/people/everyone.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { createFactsSource, type FactsSettings } from '../../src/adapters/facts/read-facts.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { CannotTellReason, Known } from '../../src/domain/known.ts';
import { scenarios } from '../../src/domain/scenario.ts';
import { decideVerdict } from '../../src/domain/verdict.ts';
import type { FactsRequest, FactsSource, UserToken } from '../../src/ports/facts-source.ts';
import { aContext } from '../builders/facts.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { signIn } from '../sandbox/visit.ts';

const clock = { now: () => Date.now() };

let sandbox: RunningSandbox;
let source: FactsSource;

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
});
afterAll(() => sandbox.stop());
beforeEach(() => {
  sandbox.core.faults.clear();
  sandbox.core.people.reset();
  source = createFactsSource(settings(), clock);
});

describe('every person is told what their story says', () => {
  test.each(everyone.map(({ id }) => id))('%s', async (id) => {
    const person = everyone.find((candidate) => candidate.id === id);
    const told: Record<string, string> = {};
    for (const scenario of scenarios) {
      const facts = await factsOf(id, { purpose: scenario });
      told[scenario] = decideVerdict(scenario, facts, aContext({ now: clock.now() })).outcome;
    }

    expect(told).toEqual(person?.expected);
  });
});

test('one fact gives one check, whichever way somebody goes', async () => {
  const told = [];
  for (const { id } of everyone) {
    const checks = new Map<string, Set<string>>();
    for (const scenario of scenarios) {
      const facts = await factsOf(id, { purpose: scenario });
      for (const check of decideVerdict(scenario, facts, aContext({ now: clock.now() })).checks) {
        // Where a sign-up ends up is asked of those who sign up. Nobody does to move a subscription.
        if (check.because === 'kept-elsewhere') continue;
        const answers = checks.get(check.id) ?? new Set();
        checks.set(check.id, answers.add(`${check.answer} ${check.because ?? ''}`.trim()));
      }
    }
    told.push({ title: id, checks });
  }
  const offenders = offendersAmong(told, ({ checks }) =>
    [...checks].flatMap(([check, answers]) => (answers.size === 1 ? [] : [`${check}: ${[...answers].join(', ')}`])),
  );

  expect(offenders).toEqual([]);
});

describe('what is read', () => {
  test('a Global Administrator with Microsoft 365 only', async () => {
    const facts = await factsOf('global-admin-m365');

    expect(facts.identity.account).toBe('work');
    expect(knownValue(facts.activeRoles)).toContainEqual({
      roleTemplateId: '62e90394-69f5-4237-9190-012177145e10',
      displayName: 'Global Administrator',
      through: { kind: 'direct' },
      endsAt: null,
    });
    expect(knownValue(facts.tenant)).toMatchObject({ management: 'managed', type: 'workforce' });
    expect(knownValue(facts.tenant).initialDomain).toMatch(/\.onmicrosoft\.com$/);
    expect(knownValue(facts.products)).toContainEqual(
      expect.objectContaining({ skuPartNumber: 'SPB', status: 'Enabled' }),
    );
    expect(knownValue(facts.subscriptions)).toEqual([]);
    expect(knownValue(facts.memberships).map(({ category }) => category)).toEqual(['Home']);
    // Whoever has no subscription may still be the administrator of an Enterprise Agreement.
    expect(knownValue(facts.billingAccounts)).toEqual([]);
    expect(facts.ownership).toEqual(notRead);
  });

  test('a role through a group comes with the name of the group', async () => {
    const [role] = knownValue((await factsOf('role-by-group')).activeRoles);

    expect(role?.through).toEqual({ kind: 'group', groupName: expect.any(String) });
  });

  test('a role to activate is not an active one', async () => {
    const facts = await factsOf('pim-eligible');

    expect(knownValue(facts.activeRoles)).toEqual([]);
    expect(knownValue(facts.eligibleRoles)).toHaveLength(1);
  });

  test('a role that ends comes with its end', async () => {
    const roles = knownValue((await factsOf('role-ends-soon')).activeRoles);

    expect(roles.some(({ endsAt }) => endsAt !== null)).toBe(true);
  });

  test('a guest may not read roles, which is not the same as having none', async () => {
    const facts = await factsOf('guest');

    expect(facts.identity.account).toBe('guest');
    expect(facts.activeRoles).toMatchObject({ kind: 'cannot-tell', because: 'guest' });
  });

  test('somebody of two tenants is in both', async () => {
    const facts = await factsOf('two-tenants', { purpose: 'join' });

    expect(knownValue(facts.memberships)).toHaveLength(2);
    expect(knownValue(facts.ownership)).toMatchObject([{ owner: { kind: 'known', value: 'owner' } }]);
  });

  test('an Owner with a condition is told apart', async () => {
    const facts = await factsOf('conditional-owner', { purpose: 'join' });

    expect(knownValue(facts.ownership)).toMatchObject([{ owner: { kind: 'known', value: 'owner-with-condition' } }]);
  });

  test.each([
    ['enterprise-agreement', 'EnterpriseAgreement'],
    ['customer-agreement', 'MicrosoftCustomerAgreement'],
  ])('%s: the billing account tells the agreement', async (id, agreementType) => {
    expect(knownValue((await factsOf(id)).billingAccounts)).toContainEqual(expect.objectContaining({ agreementType }));
  });

  test('billing accounts that may not be read are a refusal', async () => {
    sandbox.core.faults.add({ service: 'arm', path: 'billingAccounts', fault: '403' });

    expect((await factsOf('global-admin-m365')).billingAccounts).toEqual({
      kind: 'cannot-tell',
      because: 'permission-refused',
    });
  });

  test('four hundred subscriptions come in pages and are all there', async () => {
    const { subscriptions } = await factsOf('four-hundred-subscriptions');

    expect(new Set(knownValue(subscriptions).map(({ subscriptionId }) => subscriptionId)).size).toBe(400);
  });

  test('stopped subscriptions keep the words of Azure', async () => {
    const states = knownValue((await factsOf('azure-disabled')).subscriptions).map(({ state }) => state);

    expect([...states].sort()).toEqual(['Disabled', 'PastDue']);
  });

  test('a trial and an expired product come with their dates', async () => {
    const products = knownValue((await factsOf('m365-ending')).products);

    expect(products.some(({ trial, nextLifecycleAt }) => trial === 'yes' && nextLifecycleAt !== null)).toBe(true);
    expect(products.map(({ status }) => status)).toContain('Warning');
  });

  test('an unmanaged tenant is recognised by its domains', async () => {
    expect(knownValue((await factsOf('unmanaged-tenant')).tenant).management).toBe('unmanaged');
  });

  test('a missing consent takes one service away and not the other', async () => {
    const withoutGraph = await factsOf('no-graph-consent');
    const withoutArm = await factsOf('no-arm-consent');

    expect(withoutGraph.activeRoles).toEqual({ kind: 'cannot-tell', because: 'consent-missing' });
    expect(withoutGraph.subscriptions.kind).toBe('known');
    expect(withoutArm.subscriptions).toEqual({ kind: 'cannot-tell', because: 'consent-missing' });
    expect(withoutArm.activeRoles.kind).toBe('known');
  });

  test('names in any script come through whole', async () => {
    const { profile, tenant } = await factsOf('right-to-left');

    expect(knownValue(profile).displayName).toBe('ليلى النجار 👩🏽‍💻');
    expect(knownValue(tenant).displayName).toMatch(/\p{Script=Arabic}/u);
  });

  test('what somebody finished is seen at the next check', async () => {
    const token = await tokenOf('global-admin-m365');
    await read(token);
    sandbox.core.people.complete('global-admin-m365');

    expect(knownValue((await read(token)).subscriptions)).toHaveLength(1);
  });
});

const reasons: Readonly<Record<FaultKind, CannotTellReason>> = {
  '429': 'throttled',
  '403': 'permission-refused',
  '500': 'unavailable',
  '503': 'unavailable',
  hang: 'too-slow',
  'slow-drip': 'too-slow',
  'cut-off': 'unavailable',
  garbage: 'unreadable',
  html: 'unreadable',
};
const kinds = Object.keys(reasons) as FaultKind[];
const ofGraph = ['profile', 'tenant', 'activeRoles', 'eligibleRoles', 'products'] as const;
const ofArm = ['subscriptions', 'memberships'] as const;

describe('a service that is broken', () => {
  const services = { graph: ofGraph, arm: ofArm, login: [...ofGraph, ...ofArm] } as const;

  describe.each(Object.entries(services))('%s', (service, facts) => {
    test.each(kinds)('with %s is told within the budget, and never as a no', async (fault) => {
      const token = await tokenOf('global-admin-m365');
      sandbox.core.faults.add({ service: service as Fault['service'], fault, retryAfterSeconds: 3600 });
      const budgetMs = 1_500;
      const startedAt = performance.now();

      const told = await read(token, { budgetMs });

      expect(performance.now() - startedAt).toBeLessThan(budgetMs + 500);
      // Entra refuses with an error document of its own, which says that it was a policy.
      const because = service === 'login' && fault === '403' ? 'blocked-by-policy' : reasons[fault];
      for (const fact of facts) expect(told[fact]).toEqual({ kind: 'cannot-tell', because });
    });
  });

  test.each(kinds)('with %s for the roles only is never "no role"', async (fault) => {
    const token = await tokenOf('member-m365');
    sandbox.core.faults.add({ service: 'graph', path: 'transitiveMemberOf', fault, retryAfterSeconds: 3600 });

    expect((await read(token, { budgetMs: 1_500 })).activeRoles.kind).toBe('cannot-tell');
  });

  test.each(['429', '403', '500', '503'] as const)(
    'with %s for the roles only leaves the rest readable',
    async (fault) => {
      const token = await tokenOf('member-m365');
      sandbox.core.faults.add({ service: 'graph', path: 'transitiveMemberOf', fault, retryAfterSeconds: 3600 });

      const { activeRoles, products, tenant } = await read(token);

      expect(activeRoles).toEqual({ kind: 'cannot-tell', because: reasons[fault] });
      expect(products.kind).toBe('known');
      expect(tenant.kind).toBe('known');
    },
  );

  test('once, for a moment, is asked again', async () => {
    const token = await tokenOf('global-admin-m365');
    sandbox.core.faults.add({ service: 'arm', fault: '503', times: 1 });
    sandbox.core.faults.add({ service: 'graph', fault: '503', times: 1 });

    const { subscriptions, products } = await read(token);

    expect(subscriptions.kind).toBe('known');
    expect(products.kind).toBe('known');
  });

  test('on the second page makes the list incomplete', async () => {
    const token = await tokenOf('four-hundred-subscriptions');
    sandbox.core.faults.add({ service: 'arm', path: 'skiptoken', fault: '403' });

    expect((await read(token)).subscriptions).toEqual({ kind: 'cannot-tell', because: 'incomplete' });
  });
});

describe('what it costs', () => {
  test('an ordinary check with warm tokens is three requests', async () => {
    const token = await tokenOf('member-azure');
    await read(token);
    sandbox.core.requests.clear();

    await read(token);

    expect(upstream()).toHaveLength(3);
  });

  test('a first check trades two tokens and reads the tenant document once', async () => {
    const token = await tokenOf('member-azure');
    sandbox.core.requests.clear();

    await read(token);

    expect(upstream().filter(({ service }) => service === 'login').length).toBeLessThanOrEqual(3);
    expect(upstream().filter(({ service }) => service !== 'login')).toHaveLength(3);
  });

  test('fifty presses at once are one reading', async () => {
    const token = await tokenOf('member-azure');
    await read(token);
    sandbox.core.requests.clear();

    await Promise.all(Array.from({ length: 50 }, () => read(token)));

    expect(upstream()).toHaveLength(3);
  });
});

const notRead = { kind: 'cannot-tell', because: 'not-read' };

function settings(): FactsSettings {
  const { environment } = sandbox;
  const named = (name: string): string => environment[name] ?? '';
  return {
    LOGIN_URL: named('LOGIN_URL'),
    GRAPH_URL: named('GRAPH_URL'),
    ARM_URL: named('ARM_URL'),
    SIGN_IN_APP_ID: named('SIGN_IN_APP_ID'),
    SIGN_IN_APP_SECRET: named('SIGN_IN_APP_SECRET'),
    ALLOWED_TENANTS: [],
  };
}

async function tokenOf(person: string): Promise<UserToken> {
  return String((await signIn(sandbox, person)).access_token) as UserToken;
}

async function read(userToken: UserToken, request: Partial<FactsRequest> = {}): Promise<Facts> {
  const reading = await source.read({ userToken, purpose: 'add-azure', budgetMs: 8_000, ...request });
  if (reading.kind !== 'read') throw new Error(`not read: ${JSON.stringify(reading)}`);
  return reading.facts;
}

async function factsOf(person: string, request: Partial<FactsRequest> = {}): Promise<Facts> {
  return read(await tokenOf(person), request);
}

function knownValue<T>(fact: Known<T>): T {
  if (fact.kind === 'cannot-tell') throw new Error(`cannot tell: ${fact.because}`);
  return fact.value;
}

/** Requests that reached Login, Graph or Azure; what travelled inside a batch is no request of its own. */
function upstream() {
  return sandbox.core.requests
    .list()
    .filter(({ service, path }) => ['login', 'graph', 'arm'].includes(service) && !path.startsWith('$batch → '));
}
