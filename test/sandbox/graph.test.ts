import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { askBatch, askGraph, errorOf, itemsOf, type Json, tokenFor } from './visit.ts';

let sandbox: RunningSandbox;
const now = Date.UTC(2026, 5, 1);

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, now: () => now });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const ask = async (person: string, path: string) => askGraph(sandbox, await tokenFor(sandbox, person, 'graph'), path);
const roleCast = '/me/transitiveMemberOf/microsoft.graph.directoryRole';
const pim = (kind: string) => `/roleManagement/directory/${kind}ScheduleInstances/filterByCurrentUser(on='principal')`;
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const billingAdministrator = 'b0f54661-2d74-4c50-afa3-1ec803f12efe';

describe('who may ask', () => {
  it('nobody without a token', async () => {
    const response = await fetch(`${sandbox.environment.GRAPH_URL}/v1.0/me`);
    expect(response.status).toBe(401);
    expect(errorOf({ body: (await response.json()) as Json })).toMatchObject({
      code: 'InvalidAuthenticationToken',
      innerError: { 'request-id': expect.any(String), date: expect.any(String) },
    });
  });

  it('nobody with a token for Azure', async () => {
    const token = await tokenFor(sandbox, 'guest', 'arm');
    expect((await askGraph(sandbox, token, '/me')).status).toBe(401);
  });
});

describe('the person', () => {
  it('comes with the usual properties, and with others on request', async () => {
    const { body } = await ask('global-admin-m365', '/me');
    expect(body).toMatchObject({ displayName: 'Megan Bowen', userPrincipalName: 'megan.bowen@contoso.com' });
    expect(body).not.toHaveProperty('userType');
    const selected = await ask('guest', '/me?$select=id,userType,userPrincipalName');
    expect(Object.keys(selected.body)).toEqual(['@odata.context', 'id', 'userType', 'userPrincipalName']);
    expect(selected.body).toMatchObject({
      userType: 'Guest',
      userPrincipalName: 'allan.deyoung_wingtiptoys.com#EXT#@tailspintoys.onmicrosoft.com',
    });
  });

  it('has no property that Graph does not know', async () => {
    const answer = await ask('global-admin-m365', '/me?$select=shoeSize');
    expect([answer.status, errorOf(answer).code]).toEqual([400, 'BadRequest']);
  });
});

describe('roles', () => {
  it('are found by template id', async () => {
    const answer = await ask('global-admin-m365', `${roleCast}?$select=id,displayName,roleTemplateId`);
    expect(itemsOf(answer)).toEqual([
      { id: expect.any(String), displayName: 'Global Administrator', roleTemplateId: globalAdministrator },
    ]);
    expect(answer.body['@odata.context']).toContain('$metadata#directoryRoles(id,displayName,roleTemplateId)');
  });

  it('stand among the groups with their type when the list is not cast', async () => {
    const types = itemsOf(await ask('role-by-group', '/me/transitiveMemberOf')).map((item) => item['@odata.type']);
    expect(types).toEqual(['#microsoft.graph.group', '#microsoft.graph.group', '#microsoft.graph.directoryRole']);
  });

  it('through a group are not direct', async () => {
    expect(itemsOf(await ask('role-by-group', roleCast))).toHaveLength(1);
    expect(itemsOf(await ask('role-by-group', '/me/memberOf/microsoft.graph.directoryRole'))).toEqual([]);
    const [instance] = itemsOf(await ask('role-by-group', pim('roleAssignment')));
    expect(instance).toMatchObject({
      memberType: 'Group',
      roleDefinitionId: billingAdministrator,
      directoryScopeId: '/',
    });
  });

  it('that are only eligible are not active', async () => {
    expect(itemsOf(await ask('pim-eligible', roleCast))).toEqual([]);
    const [eligible] = itemsOf(await ask('pim-eligible', pim('roleEligibility')));
    expect(eligible).toMatchObject({ roleDefinitionId: globalAdministrator, endDateTime: '2026-11-28T00:00:00Z' });
    expect(itemsOf(await ask('pim-eligible', pim('roleAssignment')))).toEqual([]);
  });

  it('end when the story says, counted from now', async () => {
    const [instance] = itemsOf(await ask('role-ends-soon', pim('roleAssignment')));
    expect(instance).toMatchObject({ endDateTime: '2026-06-04T00:00:00Z', assignmentType: 'Assigned' });
  });

  it.each(['roleEligibility', 'roleAssignment'])('need a licence for %s', async (kind) => {
    const answer = await ask('global-admin-m365', pim(kind));
    expect([answer.status, errorOf(answer).code]).toEqual([400, 'AadPremiumLicenseRequired']);
  });

  it.each([roleCast, '/subscribedSkus', '/directory/subscriptions'])(
    'and licences are hidden from guests: %s',
    async (path) => {
      const answer = await ask('guest', path);
      expect([answer.status, errorOf(answer).code]).toEqual([403, 'Authorization_RequestDenied']);
    },
  );

  it.each(['$count=true', '$search="x"', '$filter=id eq 1'])('do not take %s', async (option) => {
    const answer = await ask('global-admin-m365', `${roleCast}?${option}`);
    expect([answer.status, errorOf(answer).code]).toEqual([400, 'Request_UnsupportedQuery']);
  });
});

describe('the tenant', () => {
  it('has a name, an id and its domains', async () => {
    const [organization] = itemsOf(await ask('member-m365', '/organization'));
    expect(organization).toMatchObject({
      displayName: 'Contoso',
      tenantType: 'AAD',
      id: sandbox.core.people.get('member-m365')?.homeTenantId,
    });
    const initial = ((organization?.verifiedDomains ?? []) as Json[]).filter(({ isInitial }) => isInitial);
    expect(initial.map(({ name }) => name)).toEqual(['contoso.onmicrosoft.com']);
  });

  it('is managed, unless it was born from sign-up by e-mail', async () => {
    const managed = itemsOf(await ask('member-m365', '/domains'));
    expect(managed.map(({ isAdminManaged }) => isAdminManaged)).toEqual([true, true]);
    const viral = itemsOf(await ask('unmanaged-tenant', '/domains'));
    expect(viral.map(({ isAdminManaged }) => isAdminManaged)).toEqual([false, false]);
    expect(viral[0]?.state).toMatchObject({ operation: 'EmailVerification' });
  });

  it('shows its products twice, once with seats and once with dates', async () => {
    const skus = itemsOf(await ask('m365-ending', '/subscribedSkus'));
    expect(skus.map(({ skuPartNumber, capabilityStatus }) => [skuPartNumber, capabilityStatus])).toEqual([
      ['O365_BUSINESS_PREMIUM', 'Enabled'],
      ['ENTERPRISEPACK', 'Warning'],
    ]);
    expect(skus[1]?.prepaidUnits).toEqual({ enabled: 0, suspended: 0, warning: 25, lockedOut: 0 });
    const purchases = itemsOf(await ask('m365-ending', '/directory/subscriptions'));
    expect(purchases[0]).toMatchObject({
      isTrial: true,
      nextLifecycleDateTime: '2026-06-10T00:00:00Z',
      status: 'Enabled',
    });
    expect(skus.flatMap(({ subscriptionIds }) => subscriptionIds)).toEqual(purchases.map(({ id }) => id));
  });

  it('gets the product once the person finished', async () => {
    expect(itemsOf(await ask('billing-admin-azure', '/subscribedSkus'))).toEqual([]);
    sandbox.core.people.complete('billing-admin-azure');
    expect(itemsOf(await ask('billing-admin-azure', '/subscribedSkus'))).toHaveLength(1);
    await sandbox.reset();
    expect(itemsOf(await ask('billing-admin-azure', '/subscribedSkus'))).toEqual([]);
  });

  it.each([
    ['/shoes', 400, 'BadRequest'],
    ['/me/shoes', 404, 'Request_ResourceNotFound'],
  ])('has nothing at %s', async (path, status, code) => {
    const answer = await ask('member-m365', path);
    expect([answer.status, errorOf(answer).code]).toEqual([status, code]);
  });
});

describe('paging', () => {
  it('leads through a list by absolute links that keep the question', async () => {
    const token = await tokenFor(sandbox, 'role-by-group', 'graph');
    const first = await askGraph(sandbox, token, '/me/transitiveMemberOf?$select=id&$top=2');
    expect(itemsOf(first)).toHaveLength(2);
    const link = new URL(String(first.body['@odata.nextLink']));
    expect(link.origin).toBe(sandbox.environment.GRAPH_URL);
    expect(link.searchParams.get('$select')).toBe('id');
    const second = await askGraph(sandbox, token, link.href.slice(`${link.origin}/v1.0`.length));
    expect(itemsOf(second)).toHaveLength(1);
    expect(second.body).not.toHaveProperty('@odata.nextLink');
    const ids = [...itemsOf(first), ...itemsOf(second)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });

  it.each(['/me/transitiveMemberOf?$top=1000', '/me/transitiveMemberOf?$top=0', '/subscribedSkus?$top=1'])(
    'refuses %s',
    async (path) => {
      expect((await ask('role-by-group', path)).status).toBe(400);
    },
  );

  it('refuses a skip token that was made up', async () => {
    const answer = await ask('role-by-group', '/me/transitiveMemberOf?$skiptoken=made-up');
    expect(errorOf(answer).code).toBe('Directory_ExpiredPageToken');
  });
});

describe('a batch', () => {
  const request = (id: string, url: string, more: Json = {}) => ({ id, method: 'GET', url, ...more });

  it('answers each request by itself, in another order', async () => {
    const token = await tokenFor(sandbox, 'global-admin-m365', 'graph');
    const { status, body } = await askBatch(sandbox, token, [
      request('me', '/me?$select=id'),
      request('pim', pim('roleEligibility')),
      request('organization', 'organization?$select=displayName'),
    ]);
    const responses = body.responses as Json[];
    expect(status).toBe(200);
    expect(responses.map(({ id }) => id)).not.toEqual(['me', 'pim', 'organization']);
    const statuses = Object.fromEntries(responses.map(({ id, status: inner }) => [id, inner]));
    expect(statuses).toEqual({ me: 200, pim: 400, organization: 200 });
    const rows = sandbox.core.requests.list().filter(({ service }) => service === 'graph');
    expect(rows.map(({ path }) => path)).toEqual([
      '$batch → /me?$select=id',
      `$batch → ${pim('roleEligibility')}`,
      '$batch → /organization?$select=displayName',
      '/v1.0/$batch',
    ]);
  });

  it('takes twenty requests and no more', async () => {
    const token = await tokenFor(sandbox, 'global-admin-m365', 'graph');
    const many = (count: number) => Array.from({ length: count }, (_, index) => request(String(index), '/me'));
    expect((await askBatch(sandbox, token, many(20))).status).toBe(200);
    expect((await askBatch(sandbox, token, many(21))).status).toBe(400);
    expect((await askBatch(sandbox, token, [request('1', '/me'), request('1', '/me')])).status).toBe(400);
    expect((await askBatch(sandbox, token, [{ id: 1 }])).status).toBe(400);
  });

  it('breaks one inner request with its own status and its own waiting time', async () => {
    const token = await tokenFor(sandbox, 'global-admin-m365', 'graph');
    sandbox.core.faults.add({ service: 'graph', path: '/organization', fault: '429', times: 1, retryAfterSeconds: 7 });
    const requests = [request('me', '/me'), request('organization', '/organization')];
    const responses = (await askBatch(sandbox, token, requests)).body.responses as Json[];
    expect(responses.find(({ id }) => id === 'me')).toMatchObject({ status: 200 });
    expect(responses.find(({ id }) => id === 'organization')).toMatchObject({
      status: 429,
      headers: { 'Retry-After': '7' },
      body: { error: { code: 'TooManyRequests' } },
    });
    const again = (await askBatch(sandbox, token, requests)).body.responses as Json[];
    expect(again.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('does not go on where a request depends on one that failed', async () => {
    const token = await tokenFor(sandbox, 'global-admin-m365', 'graph');
    const requests = [request('pim', pim('roleEligibility')), request('me', '/me', { dependsOn: ['pim'] })];
    const responses = (await askBatch(sandbox, token, requests)).body.responses as Json[];
    expect(responses.find(({ id }) => id === 'me')).toMatchObject({ status: 424 });
  });
});
