import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tenants } from '../../sandbox/people/tenants.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { createOperatorSignIn, readOperatorClaims } from '../../src/adapters/entra/operator-sign-in.ts';
import type { OperatorSignIn } from '../../src/ports/operator-sign-in.ts';
import type { SignInAttempt } from '../../src/ports/sign-in-attempt.ts';

/** Signing in operators, with the real library against the simulated Entra. */

let sandbox: RunningSandbox;
let signIn: OperatorSignIn;

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
  signIn = signInWith({});
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

function signInWith(
  changes: Record<string, string>,
  ids: readonly string[] = [tenants.contoso.id, tenants.litware.id],
): OperatorSignIn {
  const { LOGIN_URL = '', SIGN_IN_APP_ID = '', SIGN_IN_APP_SECRET = '' } = { ...sandbox.environment, ...changes };
  return createOperatorSignIn({
    settings: { LOGIN_URL, SIGN_IN_APP_ID, SIGN_IN_APP_SECRET },
    redirectUri: `${sandbox.core.addresses.bot}/operator/signed-in`,
    tenants: ids,
    clock: { now: () => Date.now() },
  });
}

/** Goes to Entra as a person, and comes back with the code. */
async function goes(person: string): Promise<{ code: string; state: string; attempt: SignInAttempt }> {
  const begun = await signIn.begin();
  if (begun.kind !== 'begun') throw new Error(begun.kind);
  const url = new URL(begun.url);
  url.searchParams.set('person', person);
  const answer = await fetch(url, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? 'missing:');
  const { attempt } = begun;
  return { code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') ?? '', attempt };
}

test('somebody with the role comes back with it, and with their tenant', async () => {
  const { code, state, attempt } = await goes('desk-operator');

  const end = await signIn.finish(attempt, code);

  expect(state).toBe(attempt.state);
  expect(end).toEqual({
    kind: 'signed-in',
    claims: { tenantId: tenants.contoso.id, roles: ['OneTenant.Operator'] },
  });
});

test('who is asked to sign in chooses an account, and the code is asked for with a challenge', async () => {
  const begun = await signIn.begin();

  const query = new URL(begun.kind === 'begun' ? begun.url : 'missing:').searchParams;
  expect(Object.fromEntries(query)).toMatchObject({
    response_type: 'code',
    response_mode: 'query',
    code_challenge_method: 'S256',
    prompt: 'select_account',
    redirect_uri: `${sandbox.core.addresses.bot}/operator/signed-in`,
  });
  expect(query.get('code_challenge')).not.toBe(begun.kind === 'begun' && begun.attempt.verifier);
});

test('no two sign-ins share anything that can be guessed', async () => {
  const [one, other] = [await signIn.begin(), await signIn.begin()];

  if (one.kind !== 'begun' || other.kind !== 'begun') throw new Error('did not begin');
  const all = [...Object.values(one.attempt), ...Object.values(other.attempt)];
  expect(new Set(all).size).toBe(6);
  expect(all.every((text) => text.length >= 43)).toBe(true);
});

test('a code counts once', async () => {
  const { code, attempt } = await goes('desk-operator');
  await signIn.finish(attempt, code);

  expect(await signIn.finish(attempt, code)).toEqual({ kind: 'refused' });
});

test('a code without the proof of who began is worth nothing', async () => {
  const { code } = await goes('desk-operator');
  const { attempt } = await goes('desk-operator');

  expect(await signIn.finish(attempt, code)).toEqual({ kind: 'refused' });
});

test('a token that was made for another sign-in is not taken', async () => {
  const { code, attempt } = await goes('desk-operator');

  expect(await signIn.finish({ ...attempt, nonce: 'another' }, code)).toEqual({ kind: 'refused' });
});

test('a wrong secret is for an administrator to mend', async () => {
  const { code, attempt } = await goes('desk-operator');

  expect(await signInWith({ SIGN_IN_APP_SECRET: 'old' }).finish(attempt, code)).toEqual({ kind: 'misconfigured' });
});

test('with a managed identity the machine proves the registration, and without its word an administrator is asked', async () => {
  const { code, attempt } = await goes('desk-operator');
  const asked: string[] = [];
  const machine = createServer((request, response) => {
    asked.push(new URL(request.url ?? '/', 'http://localhost').searchParams.get('resource') ?? '');
    // Restify changes every response of this process: a written head gives nothing back.
    response.writeHead(400);
    response.end('{}');
  });
  await new Promise<void>((resolve) => machine.listen(0, '127.0.0.1', resolve));
  const { port } = machine.address() as AddressInfo;
  Object.assign(process.env, { IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi`, IDENTITY_HEADER: 'x' });

  const managed = createOperatorSignIn({
    settings: {
      LOGIN_URL: sandbox.environment.LOGIN_URL ?? '',
      SIGN_IN_APP_ID: sandbox.environment.SIGN_IN_APP_ID ?? '',
      MANAGED_IDENTITY_CLIENT_ID: tenants.litware.id,
    },
    redirectUri: `${sandbox.core.addresses.bot}/operator/signed-in`,
    tenants: [tenants.contoso.id],
    clock: { now: () => Date.now() },
  });
  const end = await managed.finish(attempt, code);

  delete process.env.IDENTITY_ENDPOINT;
  delete process.env.IDENTITY_HEADER;
  machine.closeAllConnections();
  machine.close();
  expect(asked).toContain('api://AzureADTokenExchange');
  expect(end).toEqual({ kind: 'misconfigured' });
});

test.each([
  [[tenants.contoso.id], `/${tenants.contoso.id}/`],
  [[tenants.contoso.id, tenants.fabrikam.id], '/organizations/'],
])('operators of %j sign in where the registration may be used', async (ids, place) => {
  const begun = await signInWith({}, ids).begin();

  expect(begun.kind === 'begun' && new URL(begun.url).pathname).toContain(place);
});

test('while Entra is down nobody is refused for good', async () => {
  const { code, attempt } = await goes('desk-operator');
  sandbox.core.faults.add({ service: 'login', fault: '503' });

  expect(await signIn.finish(attempt, code)).toEqual({ kind: 'unavailable' });
  expect(await signInWith({}).begin()).toEqual({ kind: 'unavailable' });
});

const attempt: SignInAttempt = { state: 's', nonce: 'n', verifier: 'v' };
const now = Date.UTC(2026, 10, 21);
const settings = { LOGIN_URL: 'https://login.example', SIGN_IN_APP_ID: tenants.litware.id };
const fitting = {
  iss: `https://login.example/${tenants.contoso.id}/v2.0`,
  aud: settings.SIGN_IN_APP_ID,
  exp: now / 1_000 + 3_600,
  nonce: 'n',
  tid: tenants.contoso.id,
  roles: ['OneTenant.Operator'],
};

test('claims that fit are read, and no roles is an empty list', () => {
  const { roles: _roles, ...without } = fitting;

  expect(readOperatorClaims(fitting, { settings, attempt, now })).toEqual({
    tenantId: tenants.contoso.id,
    roles: ['OneTenant.Operator'],
  });
  expect(readOperatorClaims(without, { settings, attempt, now })?.roles).toEqual([]);
});

test.each([
  ['made by somebody else', { iss: `https://evil.example/${tenants.contoso.id}/v2.0` }],
  ['of another tenant than its maker', { tid: tenants.fabrikam.id }],
  ['for another application', { aud: tenants.fabrikam.id }],
  ['of yesterday', { exp: now / 1_000 - 86_400 }],
  ['of another sign-in', { nonce: 'm' }],
  ['without a tenant', { tid: undefined }],
  ['with roles that are no list', { roles: 'OneTenant.Operator' }],
])('claims %s are refused', (_what, changes) => {
  expect(readOperatorClaims({ ...fitting, ...changes }, { settings, attempt, now })).toBeNull();
});
