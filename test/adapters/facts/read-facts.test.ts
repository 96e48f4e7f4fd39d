import { createFactsSource } from '../../../src/adapters/facts/read-facts.ts';
import type { UpstreamEvent } from '../../../src/adapters/upstream/send.ts';
import type { Facts } from '../../../src/domain/facts.ts';
import type { FactsReading, FactsRequest, FactsSource } from '../../../src/ports/facts-source.ts';
import {
  aUserToken,
  personId,
  refusal,
  type StandIn,
  settingsFor,
  startStandIn,
  tenantId,
  tokenAnswer,
} from '../stand-in.ts';

const clock = { now: () => Date.parse('2026-11-20T12:00:00Z') };
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const globalReader = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';
const rolesPath = '/me/transitiveMemberOf/microsoft.graph.directoryRole';
const directRolesPath = '/me/memberOf/microsoft.graph.directoryRole';
const assignedPath = '/roleManagement/directory/roleAssignmentScheduleInstances';
const eligiblePath = '/roleManagement/directory/roleEligibilityScheduleInstances';
const tokenPath = `/${tenantId}/oauth2/v2.0/token`;

let standIn: StandIn;
let events: UpstreamEvent[];
let source: FactsSource;

beforeEach(async () => {
  standIn = await startStandIn();
  events = [];
  source = createFactsSource(settingsFor(standIn), clock, (event) => events.push(event));
});
afterEach(() => standIn.stop());

describe('roles', () => {
  test('a role without its template id is not taken for no role', async () => {
    standIn.inner(rolesPath, { body: { value: [{ id: 'x', displayName: null, roleTemplateId: null }] } });

    expect((await facts()).activeRoles).toEqual({ kind: 'cannot-tell', because: 'ids-missing' });
  });

  test('a role without its template id does not hide one that decides', async () => {
    const value = [
      { roleTemplateId: null },
      { roleTemplateId: globalAdministrator, displayName: 'Global Administrator' },
    ];
    standIn.inner(rolesPath, { body: { value } });
    standIn.inner(directRolesPath, { body: { value } });

    expect((await facts()).activeRoles).toEqual({
      kind: 'known',
      value: [
        {
          roleTemplateId: globalAdministrator,
          displayName: 'Global Administrator',
          through: { kind: 'direct' },
          endsAt: null,
        },
      ],
    });
  });

  test('a directory that refuses the narrow list is asked for the whole one', async () => {
    standIn.inner(rolesPath, { status: 400, body: { error: { code: 'Request_UnsupportedQuery' } } });
    standIn.inner(directRolesPath, { status: 400, body: { error: { code: 'Request_UnsupportedQuery' } } });
    standIn.inner('/me/transitiveMemberOf?', {
      body: {
        value: [
          { '@odata.type': '#microsoft.graph.group', id: 'g', displayName: 'Everybody' },
          { '@odata.type': '#microsoft.graph.directoryRole', id: 'r', roleTemplateId: globalReader },
        ],
      },
    });

    expect((await facts()).activeRoles).toMatchObject({ kind: 'known', value: [{ roleTemplateId: globalReader }] });
  });

  test('a role through a group comes with the name of the group and its end', async () => {
    standIn.inner(rolesPath, { body: { value: [{ roleTemplateId: globalAdministrator }] } });
    standIn.inner(assignedPath, {
      body: {
        value: [
          {
            roleDefinitionId: globalAdministrator,
            principalId: 'group-1',
            directoryScopeId: '/',
            appScopeId: null,
            memberType: 'Group',
            endDateTime: '2026-12-01T00:00:00Z',
          },
        ],
      },
    });
    standIn.inner('/me/transitiveMemberOf?', {
      body: {
        value: [
          { '@odata.type': '#microsoft.graph.group', id: 'group-0', displayName: 'Others', isAssignableToRole: true },
          { '@odata.type': '#microsoft.graph.group', id: 'group-1', displayName: 'Admins', isAssignableToRole: true },
        ],
      },
    });

    expect((await facts()).activeRoles).toMatchObject({
      kind: 'known',
      value: [{ through: { kind: 'group', groupName: 'Admins' }, endsAt: '2026-12-01T00:00:00Z' }],
    });
  });

  test('a role for a part of the tenant is no role for the tenant', async () => {
    const part = {
      roleDefinitionId: globalAdministrator,
      directoryScopeId: '/administrativeUnits/1',
      memberType: 'Direct',
    };
    standIn.inner(assignedPath, { body: { value: [part] } });
    standIn.inner(eligiblePath, { body: { value: [part, { ...part, directoryScopeId: '/', appScopeId: 'app' }] } });

    const { activeRoles, eligibleRoles } = await facts();

    expect(activeRoles).toEqual({ kind: 'known', value: [] });
    expect(eligibleRoles).toEqual({ kind: 'known', value: [] });
  });

  test('a tenant without the licence for eligible roles is told apart from a refusal', async () => {
    standIn.inner(eligiblePath, { status: 400, body: { error: { code: 'AadPremiumLicenseRequired' } } });

    expect((await facts()).eligibleRoles).toEqual({ kind: 'cannot-tell', because: 'no-licence' });
  });

  test.each([
    ['work', { acct: 0 }, 'permission-refused'],
    ['guest', { acct: 1 }, 'guest'],
  ])('a refusal to a %s account is never "no role"', async (_, claims, because) => {
    standIn.inner(rolesPath, { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } });

    expect((await facts({ userToken: aUserToken(claims) })).activeRoles).toEqual({ kind: 'cannot-tell', because });
  });

  test('a claims challenge asks for a second proof', async () => {
    standIn.inner(rolesPath, {
      status: 403,
      headers: { 'WWW-Authenticate': 'Bearer error="insufficient_claims", claims="e30="' },
      body: { error: { code: 'Forbidden' } },
    });

    expect((await facts()).activeRoles).toEqual({ kind: 'cannot-tell', because: 'second-proof' });
  });
});

describe('the tenant', () => {
  test.each([
    ['unmanaged', [false, false]],
    ['managed', [false, true]],
    ['unknown', []],
  ])('is %s when its verified domains say %j', async (management, managed) => {
    standIn.inner('/organization', { body: { value: [{ id: tenantId, displayName: 'Contoso', tenantType: 'AAD' }] } });
    standIn.inner('/domains', {
      body: { value: managed.map((isAdminManaged) => ({ isVerified: true, isAdminManaged })) },
    });

    expect((await facts()).tenant).toMatchObject({ kind: 'known', value: { management, type: 'workforce' } });
  });

  test('stays known when its domains may not be read', async () => {
    standIn.inner('/organization', { body: { value: [{ id: tenantId, displayName: null, tenantType: null }] } });
    standIn.inner('/domains', { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } });

    expect((await facts()).tenant).toEqual({
      kind: 'known',
      value: {
        id: tenantId,
        displayName: null,
        initialDomain: null,
        defaultDomain: null,
        management: 'unknown',
        type: 'unknown',
      },
    });
  });
});

describe('products', () => {
  test('one product is told with the dates of its healthiest purchase', async () => {
    standIn.inner('/subscribedSkus', {
      body: {
        value: [
          {
            skuId: 'SKU-1',
            skuPartNumber: 'SPB',
            capabilityStatus: 'Enabled',
            consumedUnits: 7,
            prepaidUnits: { enabled: 10, warning: 2, suspended: 5, lockedOut: 0 },
            servicePlans: [{ servicePlanName: 'EXCHANGE_S_STANDARD' }],
          },
        ],
      },
    });
    standIn.inner('/directory/subscriptions', {
      body: {
        value: [
          { skuId: 'sku-1', status: 'Suspended', isTrial: true, nextLifecycleDateTime: '2026-12-01T00:00:00Z' },
          {
            skuId: 'sku-1',
            status: 'Enabled',
            isTrial: false,
            nextLifecycleDateTime: '2027-06-01T00:00:00Z',
            ownerTenantId: 'partner',
          },
          { skuId: 'sku-2', skuPartNumber: 'ENTERPRISEPACK', status: 'Deleted', totalLicenses: 3 },
        ],
      },
    });

    expect((await facts()).products).toEqual({
      kind: 'known',
      value: [
        {
          skuId: 'SKU-1',
          skuPartNumber: 'SPB',
          servicePlans: ['EXCHANGE_S_STANDARD'],
          status: 'Enabled',
          seatsTotal: 12,
          seatsUsed: 7,
          trial: 'no',
          nextLifecycleAt: '2027-06-01T00:00:00Z',
          soldByTenantId: 'partner',
        },
        {
          skuId: 'sku-2',
          skuPartNumber: 'ENTERPRISEPACK',
          servicePlans: [],
          status: 'Deleted',
          seatsTotal: 3,
          seatsUsed: 0,
          trial: 'unknown',
          nextLifecycleAt: null,
          soldByTenantId: null,
        },
      ],
    });
  });

  test('a list that is not as documented is unreadable, not empty', async () => {
    standIn.inner('/subscribedSkus', { body: { value: [{ skuId: 5 }] } });

    expect((await facts()).products).toEqual({ kind: 'cannot-tell', because: 'unreadable' });
  });
});

describe('lists in pages', () => {
  test('are followed to their end', async () => {
    standIn.inner(rolesPath, {
      body: { value: [], '@odata.nextLink': `${standIn.origin}/v1.0/me/roles?$skiptoken=2` },
    });
    standIn.route('/v1.0/me/roles?$skiptoken=2', { body: { value: [{ roleTemplateId: globalReader }] } });
    standIn.route('/subscriptions?api-version=2022-12-01', {
      body: { value: [subscription('a')], nextLink: `${standIn.origin}/subscriptions?page=2` },
    });
    standIn.route('/subscriptions?page=2', { body: { value: [subscription('b')] } });

    const { activeRoles, subscriptions } = await facts();

    expect(activeRoles).toMatchObject({ kind: 'known', value: [{ roleTemplateId: globalReader }] });
    expect(subscriptions).toMatchObject({ kind: 'known', value: [{ subscriptionId: 'a' }, { subscriptionId: 'b' }] });
  });

  test('that lead to another host are incomplete, and the other host sees no token', async () => {
    const stranger = await startStandIn();
    standIn.inner('/subscribedSkus', {
      body: { value: [], '@odata.nextLink': `${stranger.origin}/v1.0/subscribedSkus` },
    });
    standIn.route('/tenants', { body: { value: [], nextLink: `${stranger.origin}/tenants` } });

    const { products, memberships } = await facts();
    await stranger.stop();

    expect(products).toEqual({ kind: 'cannot-tell', because: 'incomplete' });
    expect(memberships).toEqual({ kind: 'cannot-tell', because: 'incomplete' });
    expect(stranger.requests).toEqual([]);
  });

  test('that turn in circles are incomplete', async () => {
    standIn.route('/tenants', { body: { value: [], nextLink: `${standIn.origin}/tenants?again` } });

    expect((await facts()).memberships).toEqual({ kind: 'cannot-tell', because: 'incomplete' });
    expect(asked('/tenants')).toHaveLength(2);
  });

  test('that never end are incomplete after fifty pages', async () => {
    let page = 0;
    standIn.route('/tenants', () => ({ body: { value: [], nextLink: `${standIn.origin}/tenants?page=${++page}` } }));

    expect((await facts()).memberships).toEqual({ kind: 'cannot-tell', because: 'incomplete' });
    expect(asked('/tenants')).toHaveLength(50);
  });

  test('of which a later page fails are incomplete', async () => {
    standIn.route('/tenants', { body: { value: [], nextLink: `${standIn.origin}/next-tenants` } });
    standIn.route('/next-tenants', { status: 403, body: { error: { code: 'AuthorizationFailed' } } });

    expect((await facts()).memberships).toEqual({ kind: 'cannot-tell', because: 'incomplete' });
  });
});

describe('Azure', () => {
  test('is asked with a version that tells the tenant of a subscription', async () => {
    standIn.route('/subscriptions', {
      body: { value: [subscription('a', { managedByTenants: [{ tenantId: 'm' }] })] },
    });

    const { subscriptions } = await facts();

    expect(asked('/subscriptions').map(({ url }) => url)).toEqual(['/subscriptions?api-version=2022-12-01']);
    expect(subscriptions).toEqual({
      kind: 'known',
      value: [
        {
          subscriptionId: 'a',
          displayName: 'Subscription a',
          tenantId,
          state: 'Enabled',
          quotaId: 'PayAsYouGo_2014-09-01',
          spendingLimit: 'Off',
          managedByTenantIds: ['m'],
        },
      ],
    });
  });

  test('is not asked for billing accounts where the offer tells the agreement', async () => {
    standIn.route('/subscriptions', { body: { value: [subscription('a')] } });

    expect((await facts()).billingAccounts).toEqual({ kind: 'cannot-tell', because: 'not-read' });
    expect(asked('/providers/Microsoft.Billing')).toEqual([]);
  });

  test('is asked for billing accounts without a subscription, too', async () => {
    const account = { displayName: 'Contoso', agreementType: 'EnterpriseAgreement', accountStatus: 'Active' };
    standIn.route('/subscriptions', { body: { value: [] } });
    standIn.route('/providers/Microsoft.Billing', { body: { value: [{ properties: account }] } });

    const read = await facts();

    expect(read.subscriptions).toEqual({ kind: 'known', value: [] });
    expect(read.billingAccounts).toEqual({ kind: 'known', value: [{ ...account, accountType: null }] });
  });

  test('forty billing accounts are read on all their pages', async () => {
    const account = (index: number) => ({
      properties: {
        displayName: `Account ${index}`,
        agreementType: 'MicrosoftCustomerAgreement',
        accountType: 'Individual',
      },
    });
    const page = (from: number, nextLink?: string) => ({
      value: Array.from({ length: 20 }, (_, index) => account(from + index)),
      nextLink,
    });
    const path = '/providers/Microsoft.Billing/billingAccounts';
    const policies = { quotaId: 'EnterpriseAgreement_2014-09-01', spendingLimit: 'Off' };
    standIn.route('/subscriptions', { body: { value: [subscription('a', { subscriptionPolicies: policies })] } });
    standIn.route(`${path}?api-version=2020-05-01`, { body: page(0, `${standIn.origin}${path}?page=2`) });
    standIn.route(`${path}?page=2`, { body: page(20) });

    const { billingAccounts } = await facts();

    expect(billingAccounts.kind === 'known' && billingAccounts.value).toHaveLength(40);
  });

  test('is asked who owns what only for joining', async () => {
    standIn.route('/subscriptions?', { body: { value: ['a', 'b', 'c', 'd'].map((id) => subscription(id)) } });
    assign('a', { roleDefinitionId: ownerRole(), scope: '/subscriptions/a' });
    assign('b', { roleDefinitionId: ownerRole(), scope: '/', condition: 'only some roles' });
    assign('c', { roleDefinitionId: ownerRole(), scope: '/subscriptions/c/resourceGroups/one' });
    standIn.route('/subscriptions/d/', { status: 403, body: { error: { code: 'AuthorizationFailed' } } });

    expect((await facts({ purpose: 'status' })).ownership).toEqual({ kind: 'cannot-tell', because: 'not-read' });
    expect((await facts({ purpose: 'join' })).ownership).toEqual({
      kind: 'known',
      value: [
        { subscriptionId: 'a', owner: { kind: 'known', value: 'owner' } },
        { subscriptionId: 'b', owner: { kind: 'known', value: 'owner-with-condition' } },
        { subscriptionId: 'c', owner: { kind: 'known', value: 'not-owner' } },
        { subscriptionId: 'd', owner: { kind: 'cannot-tell', because: 'permission-refused' } },
      ],
    });
    expect(decodeURIComponent(asked('/subscriptions/a/')[0]?.url ?? '')).toContain(`assignedTo('${personId}')`);
  });

  test('is asked about the owners of twenty subscriptions at most', async () => {
    const value = Array.from({ length: 25 }, (_, index) => subscription(`s${index + 10}`));
    standIn.route('/subscriptions?', { body: { value } });
    standIn.route('/subscriptions/', { body: { value: [] } });

    const { ownership } = await facts({ purpose: 'join' });

    expect(asked('/subscriptions/')).toHaveLength(20);
    expect(ownership.kind === 'known' && ownership.value.map(({ owner }) => owner.kind)).toEqual([
      ...Array(20).fill('known'),
      ...Array(5).fill('cannot-tell'),
    ]);
  });
});

describe('answers that are no answers', () => {
  const page = '<!doctype html><h1>Proxy</h1>';

  test.each([
    ['an HTML page', { text: page, headers: { 'content-type': 'text/html' } }, 'unreadable'],
    ['broken JSON', { text: '{"value": [' }, 'unreadable'],
    ['JSON of another kind', { body: { hello: 1 } }, 'unreadable'],
    ['a redirect', { status: 302, headers: { location: 'https://127.0.0.1:1/' } }, 'unreadable'],
    ['more than 4 MB', { body: { value: ['x'.repeat(4_300_000)] } }, 'unreadable'],
    ['401', { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } }, 'sign-in-again'],
    ['403', { status: 403, body: { error: { code: 'AuthorizationFailed' } } }, 'permission-refused'],
    ['429 for an hour', { status: 429, headers: { 'retry-after': '3600' }, body: {} }, 'throttled'],
    ['500', { status: 500, body: {} }, 'unavailable'],
    ['503 with a page', { status: 503, text: page }, 'unavailable'],
  ] as const)('%s of Graph and of Azure is told as such', async (_, answer, because) => {
    standIn.route('/v1.0/$batch', answer);
    standIn.route('/subscriptions', answer);
    standIn.route('/tenants', answer);

    const { activeRoles, products, subscriptions, memberships } = await facts();

    for (const fact of [activeRoles, products, subscriptions, memberships])
      expect(fact).toEqual({ kind: 'cannot-tell', because });
  });

  test('silence of one service does not take the other one along', async () => {
    standIn.route('/v1.0/$batch', 'silence');
    standIn.route('/subscriptions', { body: { value: [subscription('a')] } });

    const { activeRoles, subscriptions } = await facts({ budgetMs: 400 });

    expect(activeRoles).toEqual({ kind: 'cannot-tell', because: 'too-slow' });
    expect(subscriptions.kind).toBe('known');
  });

  test('silence of Entra ends within the budget', async () => {
    standIn.route(tokenPath, 'silence');

    const { activeRoles, subscriptions } = await facts({ budgetMs: 300 });

    expect(activeRoles).toEqual({ kind: 'cannot-tell', because: 'too-slow' });
    expect(subscriptions).toEqual({ kind: 'cannot-tell', because: 'too-slow' });
  });

  test('a service that is throttled for a moment is asked again within the budget', async () => {
    let turn = 0;
    standIn.route('/tenants', () =>
      turn++ === 0 ? { status: 429, headers: { 'retry-after': '0' }, body: {} } : { body: { value: [] } },
    );

    expect((await facts()).memberships).toEqual({ kind: 'known', value: [] });
  });

  test('a question in a batch that was throttled for a moment is asked again', async () => {
    standIn.route('/v1.0/$batch', ({ body }) => {
      const { requests } = JSON.parse(body) as { requests: { id: string }[] };
      const isFirst = asked('/v1.0/$batch').length === 1;
      return {
        body: {
          responses: requests.map(({ id }) =>
            isFirst && id === 'skus'
              ? { id, status: 429, headers: { 'Retry-After': '0' }, body: {} }
              : { id, status: 200, body: { value: [] } },
          ),
        },
      };
    });

    expect((await facts()).products).toEqual({ kind: 'known', value: [] });
    expect(asked('/v1.0/$batch')).toHaveLength(2);
  });

  test('a service that goes on failing is asked three times at most', async () => {
    standIn.route('/tenants', { status: 503, body: {} });

    await facts();

    expect(asked('/tenants')).toHaveLength(3);
  });
});

describe('Entra', () => {
  test.each([
    ['invalid_grant', 65001, 'consent-missing'],
    ['invalid_grant', 50076, 'second-proof'],
    ['interaction_required', 53000, 'device-refused'],
    ['invalid_grant', 5000225, 'tenant-blocked'],
    ['invalid_grant', 53003, 'blocked-by-policy'],
    ['invalid_resource', 500011, 'service-absent'],
    ['invalid_client', 7000222, 'misconfigured'],
    ['interaction_required', 1, 'second-proof'],
    ['something_new', 1, 'unreadable'],
  ])('says %s with AADSTS%i: %s', async (error, code, because) => {
    standIn.route(tokenPath, refusal(error, code));

    const { activeRoles, subscriptions } = await facts();

    expect(activeRoles).toEqual({ kind: 'cannot-tell', because });
    expect(subscriptions).toEqual({ kind: 'cannot-tell', because });
  });

  test('no longer takes the sign-in: the person signs in again', async () => {
    standIn.route(tokenPath, refusal('invalid_grant', 50173));

    expect(await read()).toEqual({ kind: 'sign-in-needed' });
  });

  test('a missing consent for one service leaves the other readable', async () => {
    standIn.route('/subscriptions', { body: { value: [subscription('a')] } });
    const arm = settingsFor({ origin: `https://localhost:${standIn.port}` });
    source = createFactsSource({ ...settingsFor(standIn), GRAPH_URL: arm.GRAPH_URL }, clock);
    standIn.route(tokenPath, ({ body }) =>
      decodeURIComponent(body).includes('localhost') ? refusal('invalid_grant', 65001) : { body: tokenAnswer() },
    );

    const { activeRoles, subscriptions } = await facts();

    expect(activeRoles).toEqual({ kind: 'cannot-tell', because: 'consent-missing' });
    expect(subscriptions.kind).toBe('known');
  });
});

describe('a claims challenge', () => {
  const wanted = { access_token: { nbf: { essential: true, value: '1604106651' } } };
  const policy = '{"access_token":{"capolids":{"essential":true,"values":["9f0c"]}}}';
  const challenged = (claims: string) => ({
    status: 401,
    headers: {
      'www-authenticate': `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${claims}"`,
    },
    body: { error: { code: 'InvalidAuthenticationToken' } },
  });
  const encoded = Buffer.from(JSON.stringify(wanted)).toString('base64');
  const refused = (error: string, code: number) => refusal(error, code).body as Record<string, unknown>;
  const claimsAsked = () =>
    asked(tokenPath).map(({ body }) => JSON.parse(new URLSearchParams(body).get('claims') ?? ''));

  test('is declared to be understood with every token', async () => {
    await read();

    for (const claims of claimsAsked()) expect(claims).toMatchObject({ access_token: { xms_cc: { values: ['cp1'] } } });
    expect(asked(tokenPath).length).toBeGreaterThan(0);
  });

  test.each([
    ['with claims', { ...refused('interaction_required', 50076), claims: policy }, policy],
    ['without claims', refused('interaction_required', 50079), null],
    ['with claims that are no JSON', { ...refused('interaction_required', 50158), claims: '{"access_token' }, null],
    ['with claims that are no text', { ...refused('invalid_grant', 53000), claims: 7 }, null],
    ['that is new to us', refused('interaction_required', 59999), null],
  ])('of Entra %s is told', async (_, body, claims) => {
    standIn.route(tokenPath, { status: 400, body });

    expect(await read()).toMatchObject({ kind: 'read', challenge: { service: 'azure', claims } });
  });

  test.each([
    ['a missing consent', 65001],
    ['a revoked sign-in', 50173],
  ])('is never made of %s', async (_, code) => {
    standIn.route(tokenPath, { status: 400, body: { ...refused('interaction_required', code), claims: policy } });

    expect(await read()).not.toHaveProperty('challenge');
  });

  test('of Azure gets a token with what it asks for, and one more reading', async () => {
    standIn.route('/subscriptions', ({ headers }) =>
      headers.authorization === 'Bearer second' ? { body: { value: [subscription('a')] } } : challenged(encoded),
    );
    standIn.route('/tenants', { body: { value: [] } });
    standIn.route(tokenPath, ({ body }) => {
      const isSecond = new URLSearchParams(body).get('claims')?.includes('1604106651') === true;
      return { body: { ...tokenAnswer(), ...(isSecond ? { access_token: 'second' } : {}) } };
    });

    const reading = await read();

    expect(reading).toMatchObject({ kind: 'read', facts: { subscriptions: { kind: 'known' } } });
    expect(reading).not.toHaveProperty('challenge');
    expect(claimsAsked().at(-1)).toMatchObject({
      access_token: { xms_cc: { values: ['cp1'] }, ...wanted.access_token },
    });
  });

  test.each([
    ['claims', encoded, JSON.stringify(wanted)],
    ['claims that are no JSON', Buffer.from('not JSON').toString('base64'), null],
    ['claims that are no base64', '%%%', null],
  ])('of Graph that Entra does not lift is told with its %s, and ends', async (_, given, claims) => {
    standIn.route('/v1.0/$batch', challenged(given));
    standIn.route('/tenants', { body: { value: [] } });
    standIn.route('/subscriptions', { body: { value: [] } });

    expect(await read()).toMatchObject({
      challenge: { service: 'graph', claims },
      facts: { activeRoles: { kind: 'cannot-tell', because: 'second-proof' } },
    });
    expect(asked('/v1.0/$batch')).toHaveLength(2);
  });
});

describe('what it costs', () => {
  test('a check with warm tokens is three requests where an offer tells the agreement', async () => {
    standIn.route('/subscriptions', { body: { value: [subscription('a')] } });
    await read();
    standIn.requests.length = 0;

    await read();

    expect(standIn.requests.map(({ method, url }) => `${method} ${url.split('?')[0]}`).sort()).toEqual([
      'GET /subscriptions',
      'GET /tenants',
      'POST /v1.0/$batch',
    ]);
  });

  test('fifty presses of one person at once are one reading', async () => {
    const readings = await Promise.all(Array.from({ length: 50 }, () => read()));

    expect(readings.map(({ kind }) => kind)).toEqual(Array(50).fill('read'));
    expect(asked('/v1.0/$batch')).toHaveLength(1);
    expect(asked('/tenants')).toHaveLength(1);
  });

  test('two people never share a reading or a token', async () => {
    await Promise.all([read(), read({ userToken: aUserToken({ oid: tenantId }) })]);

    expect(asked('/v1.0/$batch')).toHaveLength(2);
    const assertions = asked(tokenPath).map(({ body }) => new URLSearchParams(body).get('assertion'));
    expect(new Set(assertions).size).toBe(2);
  });

  test('a new sign-in of the same person trades anew', async () => {
    await read();
    await read({ userToken: aUserToken({ nonce: 'another' }) });

    const assertions = asked(tokenPath).map(({ body }) => new URLSearchParams(body).get('assertion'));
    expect(new Set(assertions).size).toBe(2);
  });

  test('a token is not kept longer than it lasts', async () => {
    standIn.route(tokenPath, { body: tokenAnswer(30) });
    await read();
    const before = asked(tokenPath).length;

    await read();

    expect(asked(tokenPath).length).toBe(before * 2);
  });

  test('a token that Azure refuses is traded again for the next check', async () => {
    standIn.route('/subscriptions', { status: 401, body: { error: { code: 'ExpiredAuthenticationToken' } } });
    await read();
    const before = asked(tokenPath).length;

    await read();

    expect(asked(tokenPath).length).toBeGreaterThan(before);
  });

  test('what went to the services is told without a token, a person or a body', async () => {
    await read();

    expect(events).toContainEqual({ service: 'graph', outcome: '2xx', tookMs: expect.any(Number) });
    expect(Object.keys(Object.assign({}, ...events)).sort()).toEqual(['outcome', 'service', 'tookMs']);
  });
});

describe('who may ask', () => {
  test.each([
    ['another application', aUserToken({ aud: tenantId })],
    ['nobody', aUserToken({ oid: 'x' })],
    ['garbage', 'garbage'],
    ['an encrypted token', 'a.b.c.d.e'],
  ])('a token for %s is foreign', async (_, userToken) => {
    expect(await read({ userToken: userToken as FactsRequest['userToken'] })).toEqual({
      kind: 'refused',
      because: 'foreign-token',
    });
    expect(standIn.requests).toEqual([]);
  });

  test('an expired token asks for a sign-in', async () => {
    expect(await read({ userToken: aUserToken({ exp: 1_000 }) })).toEqual({ kind: 'sign-in-needed' });
  });

  test('a tenant that is not on the list is refused', async () => {
    source = createFactsSource({ ...settingsFor(standIn), ALLOWED_TENANTS: [personId] }, clock);

    expect(await read()).toEqual({ kind: 'refused', because: 'tenant-not-allowed' });
  });
});

async function read(request: Partial<FactsRequest> = {}): Promise<FactsReading> {
  return source.read({ userToken: aUserToken(), purpose: 'add-azure', budgetMs: 8_000, ...request });
}

async function facts(request: Partial<FactsRequest> = {}): Promise<Facts> {
  const reading = await read(request);
  if (reading.kind !== 'read') throw new Error(`not read: ${reading.kind}`);
  return reading.facts;
}

function asked(path: string) {
  return standIn.requests.filter(({ url }) => url.startsWith(path));
}

function subscription(id: string, more: object = {}): object {
  return {
    id: `/subscriptions/${id}`,
    subscriptionId: id,
    tenantId,
    displayName: `Subscription ${id}`,
    state: 'Enabled',
    subscriptionPolicies: { quotaId: 'PayAsYouGo_2014-09-01', spendingLimit: 'Off' },
    ...more,
  };
}

function assign(subscriptionId: string, properties: object): void {
  standIn.route(`/subscriptions/${subscriptionId}/`, { body: { value: [{ properties }] } });
}

function ownerRole(): string {
  return '/providers/Microsoft.Authorization/roleDefinitions/8E3AF657-A8FF-443C-A75C-2FE8C4BCB635';
}
