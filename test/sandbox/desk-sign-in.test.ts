import { tenants } from '../../sandbox/people/tenants.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { askGraph, askToken, authorizeRequest, claimsOf, errorOf, signInClient, tokenFor } from './visit.ts';

/** What the helpdesk needs of Entra and Graph: who may see the tickets, and who somebody is. */

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
});
afterAll(() => sandbox.stop());

async function signsInAsOperator(person: string) {
  const redirect_uri = `${sandbox.core.addresses.bot}/operator/signed-in`;
  const asked = authorizeRequest(sandbox, { person, redirect_uri, scope: 'openid profile', nonce: 'n-1' });
  const response = await fetch(asked.url, { redirect: 'manual' });
  const back = new URL(response.headers.get('location') ?? 'missing:');
  const answer = await askToken(sandbox, {
    ...signInClient(sandbox),
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri,
    code_verifier: asked.verifier,
    scope: 'openid profile',
  });
  return { back, claims: claimsOf(answer.body.id_token) };
}

async function directoryToken(tenant: string, changes: Record<string, string> = {}) {
  const form = { grant_type: 'client_credentials', scope: 'https://graph.microsoft.com/.default', ...changes };
  return askToken(sandbox, { ...signInClient(sandbox), ...form }, tenant);
}

test('an operator comes back to the operator page with the role in the id token', async () => {
  const { back, claims } = await signsInAsOperator('desk-operator');

  expect(`${back.origin}${back.pathname}`).toBe(`${sandbox.core.addresses.bot}/operator/signed-in`);
  expect(back.searchParams.get('state')).toBe('state-of-the-client');
  expect(claims).toMatchObject({
    aud: sandbox.core.registrations.signIn.appId,
    tid: tenants.contoso.id,
    nonce: 'n-1',
    roles: [sandbox.environment.OPERATOR_ROLE],
  });
});

test.each(['desk-colleague', 'global-admin-m365'])('%s signs in too, and has no role', async (person) => {
  const { claims } = await signsInAsOperator(person);

  expect(claims.oid).toBe(sandbox.core.people.get(person)?.objectId);
  expect(claims).not.toHaveProperty('roles');
});

test('tokens for Graph never name the roles of the application', async () => {
  expect(claimsOf(await tokenFor(sandbox, 'desk-operator', 'graph'))).not.toHaveProperty('roles');
});

test('no other page of the bot gets a code', async () => {
  const redirect_uri = `${sandbox.core.addresses.bot}/operator/elsewhere`;

  const response = await fetch(authorizeRequest(sandbox, { redirect_uri, person: 'desk-operator' }).url);

  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('AADSTS50011')]);
});

test('the bot looks somebody up by their user name, as itself', async () => {
  const { body } = await directoryToken(tenants.contoso.id);

  const answer = await askGraph(
    sandbox,
    String(body.access_token),
    '/users/Alex.Wilber%40contoso.com?$select=id,userType',
  );

  expect(claimsOf(body.access_token)).toMatchObject({
    idtyp: 'app',
    // Everything that the registration asks for the app itself.
    roles: [
      'User.Read.All',
      'TeamsAppInstallation.ReadWriteSelfForUser.All',
      'AppCatalog.Read.All',
      'GroupMember.Read.All',
    ],
  });
  expect([answer.status, answer.body]).toEqual([
    200,
    expect.objectContaining({ id: sandbox.core.people.get('member-m365')?.objectId, userType: 'Member' }),
  ]);
});

test.each(['nobody@contoso.com', 'isaiah.langer@fabrikam.com'])('%s is not in that tenant', async (name) => {
  const { body } = await directoryToken(tenants.contoso.id);

  const answer = await askGraph(sandbox, String(body.access_token), `/users/${encodeURIComponent(name)}?$select=id`);

  expect([answer.status, errorOf(answer).code]).toEqual([404, 'Request_ResourceNotFound']);
});

test('where no administrator agreed, the token opens nothing', async () => {
  const { status, body } = await directoryToken(tenants.litware.id);

  const answer = await askGraph(sandbox, String(body.access_token), '/users/cora.thomas%40litware.com?$select=id');

  expect([status, answer.status, errorOf(answer).code]).toEqual([200, 403, 'Authorization_RequestDenied']);
});

test('people themselves are not let into the directory', async () => {
  const token = await tokenFor(sandbox, 'global-admin-m365', 'graph');

  expect((await askGraph(sandbox, token, '/users/alex.wilber%40contoso.com')).status).toBe(403);
});

test.each([
  ['an unknown tenant', '00000000-0000-4000-8000-000000000000', {}, 'invalid_request'],
  ['another resource', tenants.contoso.id, { scope: 'https://management.azure.com/.default' }, 'invalid_scope'],
  ['single permissions', tenants.contoso.id, { scope: 'https://graph.microsoft.com/User.Read.All' }, 'invalid_scope'],
  ['a wrong secret', tenants.contoso.id, { client_secret: 'guess' }, 'invalid_client'],
])('%s brings no token', async (_what, tenant, changes, error) => {
  const answer = await directoryToken(tenant, changes);

  expect(answer.body).toMatchObject({ error });
});
