import { SubscriptionClient } from '@azure/arm-subscriptions';
import { OnBehalfOfCredential } from '@azure/identity';
import { Client } from '@microsoft/microsoft-graph-client';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { readSettings } from '../../src/config/settings.ts';
import { claimsOf, type Json, signIn } from './visit.ts';

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

async function credentialFor(person: string): Promise<OnBehalfOfCredential> {
  const userAssertionToken = String((await signIn(sandbox, person)).access_token);
  const { appId, secret } = sandbox.core.registrations.signIn;
  const options = {
    tenantId: String(claimsOf(userAssertionToken).tid),
    clientId: appId,
    clientSecret: secret,
    userAssertionToken,
    authorityHost: sandbox.environment.LOGIN_URL ?? '',
    disableInstanceDiscovery: true,
  };
  return new OnBehalfOfCredential(options);
}

async function graphClientFor(person: string): Promise<Client> {
  const credential = await credentialFor(person);
  const { GRAPH_URL = '' } = sandbox.environment;
  return Client.initWithMiddleware({
    authProvider: {
      getAccessToken: async () => (await credential.getToken(`${GRAPH_URL}/.default`)).token,
    },
    baseUrl: GRAPH_URL,
    customHosts: new Set([new URL(GRAPH_URL).hostname]),
  });
}

it("the environment passes the product's own reading of its settings", () => {
  expect(readSettings(sandbox.environment)).toMatchObject({ kind: 'read' });
});

it('Azure Identity trades the sign-in for a token of each service', async () => {
  const credential = await credentialFor('two-tenants');
  const { GRAPH_URL, ARM_URL } = sandbox.environment;
  const graph = await credential.getToken(`${GRAPH_URL}/.default`);
  const arm = await credential.getToken(`${ARM_URL}/.default`);
  expect([claimsOf(graph.token).aud, claimsOf(arm.token).aud]).toEqual([
    'https://graph.microsoft.com',
    'https://management.azure.com',
  ]);
});

it('Azure Identity tells the number of a refusal', async () => {
  const credential = await credentialFor('no-graph-consent');
  await expect(credential.getToken('https://graph.microsoft.com/.default')).rejects.toThrow('AADSTS65001');
});

it('the Azure client follows the pages of subscriptions and tenants', async () => {
  const client = new SubscriptionClient(await credentialFor('four-hundred-subscriptions'), {
    endpoint: sandbox.environment.ARM_URL ?? '',
  });
  const names: unknown[] = [];
  for await (const subscription of client.subscriptions.list()) names.push(subscription.displayName);
  expect(new Set(names).size).toBe(400);
  const tenants: unknown[] = [];
  for await (const tenant of client.tenants.list()) tenants.push(tenant.tenantId);
  expect(tenants).toEqual([sandbox.core.people.get('four-hundred-subscriptions')?.homeTenantId]);
});

it('the Azure client tells the code of a refusal', async () => {
  const client = new SubscriptionClient(await credentialFor('guest'), { endpoint: sandbox.environment.ARM_URL ?? '' });
  await expect(client.subscriptions.get('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
    statusCode: 404,
    code: 'SubscriptionNotFound',
  });
});

it('the Graph client reads, selects and asks in batches', async () => {
  const client = await graphClientFor('global-admin-m365');
  const me = (await client.api('/me').select(['id', 'displayName']).get()) as Json;
  expect(me.displayName).toBe('Megan Bowen');
  const requests = [{ id: '1', method: 'GET', url: '/organization' }];
  const batch = (await client.api('/$batch').post({ requests })) as { responses: Json[] };
  expect(batch.responses[0]).toMatchObject({ id: '1', status: 200 });
});

it('the Graph client tells the code of a refusal', async () => {
  const client = await graphClientFor('guest');
  await expect(client.api('/subscribedSkus').get()).rejects.toMatchObject({
    statusCode: 403,
    code: 'Authorization_RequestDenied',
  });
});
