import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { askArm, claimsOf, errorOf, exchange, get, itemsOf, signIn, tokenFor } from './visit.ts';

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const ask = async (person: string, path: string) => askArm(sandbox, await tokenFor(sandbox, person, 'arm'), path);
const billing = '/providers/Microsoft.Billing/billingAccounts';

describe('subscriptions', () => {
  it('come in the shape of Azure, of the tenant of the token only', async () => {
    const answer = await ask('two-tenants', '/subscriptions');
    expect(answer.body.count).toEqual({ type: 'Total', value: 1 });
    expect(itemsOf(answer)).toEqual([
      expect.objectContaining({
        id: expect.stringMatching(/^\/subscriptions\/[0-9a-f-]{36}$/),
        displayName: 'Bike rental',
        tenantId: sandbox.core.people.get('two-tenants')?.homeTenantId,
        state: 'Enabled',
        subscriptionPolicies: {
          locationPlacementId: 'Public_2014-09-01',
          quotaId: 'PayAsYouGo_2014-09-01',
          spendingLimit: 'Off',
        },
      }),
    ]);
  });

  it('move to the other tenant once the person finished', async () => {
    const before = itemsOf(await ask('two-tenants', '/subscriptions'));
    sandbox.core.people.complete('two-tenants');
    expect(itemsOf(await ask('two-tenants', '/subscriptions'))).toEqual([]);
    const { access_token: assertion } = await signIn(sandbox, 'two-tenants');
    const scope = 'https://management.azure.com/.default';
    const { body } = await exchange(sandbox, { assertion: String(assertion), scope, tenant: 'alpineskihouse.com' });
    const there = itemsOf(await askArm(sandbox, String(body.access_token), '/subscriptions'));
    expect(there.map(({ subscriptionId }) => subscriptionId)).toEqual(
      before.map(({ subscriptionId }) => subscriptionId),
    );
    expect(there[0]?.tenantId).toBe(claimsOf(body.access_token).tid);
  });

  it('appear once the person signed up', async () => {
    expect(itemsOf(await ask('global-admin-m365', '/subscriptions'))).toEqual([]);
    sandbox.core.people.complete('global-admin-m365');
    expect(itemsOf(await ask('global-admin-m365', '/subscriptions'))).toHaveLength(1);
  });

  it('are found by id by whoever may see them', async () => {
    const [first] = itemsOf(await ask('csp', '/subscriptions'));
    expect((await ask('csp', String(first?.id))).body).toEqual(first);
    const other = await ask('guest', String(first?.id));
    expect([other.status, errorOf(other).code]).toEqual([404, 'SubscriptionNotFound']);
  });

  it('come in pages when there are many', async () => {
    const token = await tokenFor(sandbox, 'four-hundred-subscriptions', 'arm');
    const ids: unknown[] = [];
    let answer = await askArm(sandbox, token, '/subscriptions');
    let pages = 1;
    ids.push(...itemsOf(answer).map(({ subscriptionId }) => subscriptionId));
    while (answer.body.nextLink !== undefined) {
      expect(new URL(String(answer.body.nextLink)).origin).toBe(sandbox.environment.ARM_URL);
      answer = await get(String(answer.body.nextLink), token);
      pages += 1;
      ids.push(...itemsOf(answer).map(({ subscriptionId }) => subscriptionId));
    }
    expect([pages, new Set(ids).size]).toEqual([4, 400]);
  });
});

describe('tenants', () => {
  it('are all of the tenants that somebody is in', async () => {
    const tenants = itemsOf(await ask('two-tenants', '/tenants'));
    expect(tenants.map(({ displayName, tenantCategory }) => [displayName, tenantCategory])).toEqual([
      ['Adventure Works', 'Home'],
      ['Alpine Ski House', 'ProjectedBy'],
    ]);
  });
});

describe('billing accounts', () => {
  it.each([
    ['enterprise-agreement', 'EnterpriseAgreement'],
    ['customer-agreement', 'MicrosoftCustomerAgreement'],
  ])('tell what the shared quota id of %s hides', async (person, agreementType) => {
    const [subscription] = itemsOf(await ask(person, '/subscriptions'));
    expect(subscription?.subscriptionPolicies).toMatchObject({ quotaId: 'EnterpriseAgreement_2014-09-01' });
    const [account] = itemsOf(await ask(person, billing));
    expect(account).toMatchObject({ properties: { agreementType, accountStatus: 'Active' } });
  });

  it('are refused to whoever has no billing role', async () => {
    const answer = await ask('csp', billing);
    expect([answer.status, errorOf(answer).code]).toEqual([403, 'AuthorizationFailed']);
  });
});

describe('role assignments', () => {
  const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
  const assignments = async (person: string, filter: (objectId: string) => string) => {
    const [subscription] = itemsOf(await ask(person, '/subscriptions'));
    const objectId = sandbox.core.people.get(person)?.objectId ?? '';
    const path = `${subscription?.id}/providers/Microsoft.Authorization/roleAssignments`;
    return ask(person, `${path}?$filter=${encodeURIComponent(filter(objectId))}`);
  };

  it.each([
    ['two-tenants', owner],
    ['member-azure', 'b24988ac-6180-42a0-ab88-20f7382dd24c'],
  ])('say what %s may do', async (person, role) => {
    const [assignment] = itemsOf(await assignments(person, (id) => `atScope() and assignedTo('${id}')`));
    expect(assignment).toMatchObject({
      properties: { roleDefinitionId: expect.stringMatching(new RegExp(`${role}$`)) },
    });
  });

  it('say nothing about somebody else', async () => {
    expect(itemsOf(await assignments('two-tenants', () => "assignedTo('somebody else')"))).toEqual([]);
  });

  it('do not take a filter that Azure does not know', async () => {
    expect((await assignments('two-tenants', () => 'shoeSize eq 43')).status).toBe(400);
  });
});

describe('refusals', () => {
  it('need an api-version', async () => {
    const token = await tokenFor(sandbox, 'guest', 'arm');
    const answer = await get(`${sandbox.environment.ARM_URL}/subscriptions`, token);
    expect([answer.status, errorOf(answer).code]).toEqual([400, 'MissingApiVersionParameter']);
  });

  it.each([
    ['no token', async () => undefined, 'AuthenticationFailed'],
    ['a token for Graph', async () => tokenFor(sandbox, 'guest', 'graph'), 'InvalidAuthenticationTokenAudience'],
    ['a made-up token', async () => 'a.b.c', 'InvalidAuthenticationToken'],
    [
      'a token of a tenant that nobody is in',
      async () =>
        sandbox.core.entraKey.sign(
          { tid: 'nowhere', oid: 'nobody' },
          { issuer: 'x', audience: 'https://management.azure.com', expiresInSeconds: 600 },
        ),
      'InvalidAuthenticationTokenTenant',
    ],
    [
      'an expired token',
      async () =>
        sandbox.core.entraKey.sign(
          { tid: 'nowhere', oid: 'nobody' },
          { issuer: 'x', audience: 'https://management.azure.com', expiresInSeconds: -600 },
        ),
      'ExpiredAuthenticationToken',
    ],
  ])('answer 401 to %s', async (_what, token, code) => {
    const answer = await get(`${sandbox.environment.ARM_URL}/subscriptions?api-version=2022-12-01`, await token());
    expect([answer.status, errorOf(answer).code]).toEqual([401, code]);
  });
});
