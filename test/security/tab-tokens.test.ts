import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, generateKeyPair, SignJWT } from 'jose';
import { createTabSignIn } from '../../src/adapters/entra/tab-sign-in.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { tabOf, tabToken } from '../teams/tab-visitor.ts';
import { TeamsChat } from '../teams/teams-chat.ts';

/** Only a token that Entra signed for our sign-in registration opens the tab in Teams: every row over real HTTP. */

let stage: Stage;
let theirs: CryptoKey;
const person = 'global-admin-m365';

beforeAll(async () => {
  stage = await setStage({ settings: { ALLOWED_TENANTS: '' } });
  ({ privateKey: theirs } = await generateKeyPair('RS256'));
  await TeamsChat.install(stage, { as: person, locale: 'en' });
});

afterAll(() => stage.stop());

interface Forged {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly issuer?: string;
  readonly audience?: string;
  readonly expiresInSeconds?: number;
}

function somebody(): { readonly oid: string; readonly tid: string } {
  const found = stage.sandbox.core.people.get(person);
  if (found === undefined) throw new Error('nobody is there');
  return { oid: found.objectId, tid: found.homeTenantId };
}

function signed({ claims = {}, issuer, audience, expiresInSeconds = 3_600 }: Forged): Promise<string> {
  const { addresses, entraKey, registrations } = stage.sandbox.core;
  const { oid, tid } = somebody();
  return entraKey.sign(
    { oid, tid, scp: 'access_as_user', ver: '2.0', ...claims },
    {
      issuer: issuer ?? `${addresses.https}/${tid}/v2.0`,
      audience: audience ?? registrations.signIn.appId,
      expiresInSeconds,
    },
  );
}

test('a token that Entra signed for us opens the tab', async () => {
  expect((await tabOf(stage, await signed({})).reads()).status).toBe(200);
  expect((await tabOf(stage, await tabToken(stage, person)).reads()).status).toBe(200);
});

test.each<[string, (at: { tid: string; https: string }) => Forged]>([
  ['for another audience', () => ({ audience: 'https://graph.microsoft.com' })],
  ['for the address of our registration instead of its id', () => ({ audience: 'api://botid-1' })],
  ['of another issuer', () => ({ issuer: 'https://login.example/v2.0' })],
  ['of another tenant’s issuer', ({ https }) => ({ issuer: `${https}/11111111-2222-4333-8444-555555555555/v2.0` })],
  ['whose tenant was changed', () => ({ claims: { tid: '11111111-2222-4333-8444-555555555555' } })],
  ['that is an application’s own', () => ({ claims: { scp: undefined, roles: ['OneTenant.Operator'] } })],
  ['with another scope', () => ({ claims: { scp: 'User.Read' } })],
  ['with a scope that only begins like ours', () => ({ claims: { scp: 'access_as_user_too' } })],
  ['without a person', () => ({ claims: { oid: undefined } })],
  ['with a person that is no id', () => ({ claims: { oid: '../../conversation' } })],
])('a token %s is not ours: 401, and nothing is shown or ticked', async (_what, forge) => {
  const { https } = stage.sandbox.core.addresses;
  const tab = tabOf(stage, await signed(forge({ tid: somebody().tid, https })));

  expect(await tab.reads()).toEqual({ status: 401, retryAfter: null, body: { error: 'not-ours' } });
  expect(await tab.ticks('azure-open-sign-up', true)).toEqual({
    status: 401,
    retryAfter: null,
    body: { error: 'not-ours' },
  });
});

test('a token that has expired says so, so that Teams is asked for a new one', async () => {
  const { status, body } = await tabOf(stage, await tabToken(stage, person, 'expired')).reads();

  expect({ status, body }).toEqual({ status: 401, body: { error: 'expired' } });
});

test('an expired token for somebody else is told nothing more than that it is not ours', async () => {
  const token = await signed({ audience: 'https://graph.microsoft.com', expiresInSeconds: -3_600 });

  expect((await tabOf(stage, token).reads()).body).toEqual({ error: 'not-ours' });
});

test.each([
  ['no signature', (token: string) => `${token.split('.').slice(0, 2).join('.')}.`],
  ['half of it', (token: string) => token.slice(0, token.length / 2)],
  ['changed claims', (token: string) => token.replace(/\.(.)/, '.X')],
  [
    'a header that asks for no algorithm',
    (token: string) => token.replace(/^[^.]+/, header({ alg: 'none', kid: 'x' })),
  ],
  ['9,000 letters', (token: string) => `${token}${'A'.repeat(9_000)}`],
])('a token with %s is refused', async (_what, change) => {
  const { status, body } = await tabOf(stage, change(await signed({}))).reads();

  expect(status).toBe(401);
  expect(['not-ours', 'no-token']).toContain(body?.error);
});

test('a token that somebody else signed under the id of Entra’s key is not ours', async () => {
  const { addresses, entraKey, registrations } = stage.sandbox.core;
  const { oid, tid } = somebody();
  const { kid } = entraKey.jwks().keys[0] as { kid: string };
  const token = await new SignJWT({ oid, tid, scp: 'access_as_user' })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(`${addresses.https}/${tid}/v2.0`)
    .setAudience(registrations.signIn.appId)
    .setExpirationTime('1h')
    .sign(theirs);

  expect((await tabOf(stage, token).reads()).body).toEqual({ error: 'not-ours' });
});

test('the token of a channel does not open the tab', async () => {
  const { channelKey, registrations } = stage.sandbox.core;
  const { oid, tid } = somebody();
  const token = await channelKey.sign(
    { oid, tid, scp: 'access_as_user' },
    { issuer: 'https://api.botframework.com', audience: registrations.bot.appId, expiresInSeconds: 3_600 },
  );

  expect((await tabOf(stage, token).reads()).status).toBe(401);
});

test('a key that Entra publishes for another tenant signs nothing for this one', async () => {
  const { entraKey, registrations } = stage.sandbox.core;
  const publishes = (tenant: string) => startKeyDocument(entraKey.jwks().keys, tenant);
  const { oid, tid } = somebody();
  const admits = async (tenant: string) => {
    const published = await publishes(tenant);
    const signIn = createTabSignIn({
      loginUrl: published.loginUrl,
      audience: registrations.signIn.appId,
      allowedTenants: [],
      clock: { now: () => Date.now() },
      journal: { note: () => undefined },
    });
    const token = await signed({ issuer: `${published.loginUrl}/${tid}/v2.0` });
    const caller = await signIn.admit(`Bearer ${token}`);
    await published.stop();
    return caller;
  };

  expect(await admits('{tenantid}')).toEqual({ kind: 'signed-in', person: { personId: oid, tenantId: tid } });
  expect(await admits(tid)).toMatchObject({ kind: 'signed-in' });
  expect(await admits('11111111-2222-4333-8444-555555555555')).toEqual({ kind: 'refused', because: 'not-ours' });
});

test('somebody of a tenant that is not on the list is told so, and nothing is looked up', async () => {
  const narrow = await setStage({ settings: { ALLOWED_TENANTS: '11111111-2222-4333-8444-555555555555', DESKS: '' } });
  try {
    const { status, body } = await tabOf(narrow, await tabToken(narrow, person)).reads();
    const asked = narrow.sandbox.core.requests.list().filter(({ service }) => service === 'connector');

    expect({ status, body }).toEqual({ status: 403, body: { error: 'tenant-not-allowed' } });
    expect(asked).toEqual([]);
  } finally {
    await narrow.stop();
  }
});

test('without the keys of Entra nobody is let in, and the tab hears when to ask again', async () => {
  await stage.restartsBot();
  stage.sandbox.core.faults.add({ service: 'login', fault: '503' });

  expect(await tabOf(stage, await signed({})).reads()).toEqual({ status: 503, retryAfter: '5', body: null });
  stage.sandbox.core.faults.clear();
  expect((await tabOf(stage, await signed({})).reads()).status).toBe(200);
});

test.each([
  ['no body', ''],
  ['no JSON', '{'],
  ['a step that is none', '{"step":"nothing","done":true}'],
  ['a tick that is none', '{"step":"azure-open-sign-up","done":"yes"}'],
  ['more than was asked', '{"step":"azure-open-sign-up","done":true,"person":"somebody"}'],
  ['2,000 letters', JSON.stringify({ step: 'x'.repeat(2_000), done: true })],
])('a tick with %s is refused', async (_what, body) => {
  const response = await fetch(`${stage.sandbox.core.addresses.bot}/api/tab/ticks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await signed({})}`, 'content-type': 'application/json' },
    body,
  });

  expect([400, 413]).toContain(response.status);
});

test('nobody else’s page may ask with somebody’s token, and what is answered is not kept anywhere', async () => {
  const bot = stage.sandbox.core.addresses.bot;
  const asked = await fetch(`${bot}/api/tab/checklist`, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-headers': 'authorization' },
  });
  const read = await fetch(`${bot}/api/tab/checklist`, {
    headers: { authorization: `Bearer ${await signed({})}`, origin: 'https://evil.example' },
  });

  expect(asked.headers.get('access-control-allow-origin')).toBeNull();
  expect(read.headers.get('access-control-allow-origin')).toBeNull();
  expect(read.headers.get('cache-control')).toBe('no-store');
});

test('one person who asks without end is told to wait, and others are not', async () => {
  const tab = tabOf(stage, await signed({}));
  const replies = await Promise.all(Array.from({ length: 70 }, () => tab.reads()));

  expect(replies.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  expect(replies.find(({ status }) => status === 429)?.retryAfter).not.toBeNull();
  expect((await tabOf(stage, await tabToken(stage, 'nothing')).reads()).status).toBe(404);
});

/** What Entra publishes, with the tenant whose tokens its keys may sign. */
async function startKeyDocument(keys: readonly object[], tenant: string) {
  const server = createServer(({ url }, response) => {
    const jwks_uri = `${loginUrl}/keys`;
    const issued = keys.map((key) => ({ ...key, issuer: `${loginUrl}/${tenant}/v2.0` }));
    response.end(JSON.stringify(url === '/keys' ? { keys: issued } : { jwks_uri }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const loginUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { loginUrl, stop: () => new Promise((resolve) => server.close(resolve)) };
}

function header(members: object): string {
  return Buffer.from(JSON.stringify(members)).toString('base64url');
}
