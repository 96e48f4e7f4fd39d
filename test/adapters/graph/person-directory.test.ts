import { createPersonDirectory, type PersonDirectorySettings } from '../../../src/adapters/graph/person-directory.ts';
import { personId, refusal, type StandIn, signInAppId, startStandIn, tenantId, tokenAnswer } from '../stand-in.ts';

let cloud: StandIn;
const anna = 'anna@contoso.com';
const users = '/v1.0/users/';
const tokenPath = `/${tenantId}/oauth2/v2.0/token`;

beforeEach(async () => {
  cloud = await startStandIn();
});
afterEach(() => cloud.stop());

function aDirectory(changes: Partial<PersonDirectorySettings> = {}, clock = { now: () => Date.now() }) {
  const settings = {
    LOGIN_URL: cloud.origin,
    GRAPH_URL: cloud.origin,
    SIGN_IN_APP_ID: signInAppId,
    SIGN_IN_APP_SECRET: 'not-a-real-secret',
    ...changes,
  };
  return createPersonDirectory(settings, clock);
}

function asked(path: string): number {
  return cloud.requests.filter(({ url }) => url.startsWith(path)).length;
}

test('somebody in the tenant is found by the name that they sign in with', async () => {
  cloud.route(users, { body: { id: personId, userType: 'Member' } });

  expect(await aDirectory().find(tenantId, anna)).toEqual({ kind: 'found', personId });

  const token = cloud.requests.find(({ url }) => url.startsWith(tokenPath));
  const form = new URLSearchParams(token?.body);
  expect(form.get('grant_type')).toBe('client_credentials');
  expect(form.get('client_id')).toBe(signInAppId);
  expect(form.get('scope')).toContain('/.default');
  const question = cloud.requests.at(-1);
  expect(question?.url).toBe('/v1.0/users/anna%40contoso.com?$select=id,userType');
  expect(question?.headers.authorization).toBe('Bearer traded-token');
});

test('one token serves many look-ups, also at once', async () => {
  cloud.route(users, { body: { id: personId } });
  const directory = aDirectory();

  await Promise.all([directory.find(tenantId, anna), directory.find(tenantId, anna)]);
  await directory.find(tenantId, 'bob@contoso.com');

  expect(asked(tokenPath)).toBe(1);
  expect(asked(users)).toBe(3);
});

test('a token near its end is not used any more', async () => {
  cloud.route(users, { body: { id: personId } });
  cloud.route(tokenPath, { body: tokenAnswer(3_600) });
  let now = Date.now();
  const directory = aDirectory({}, { now: () => now });

  await directory.find(tenantId, anna);
  now += 3_590_000;
  await directory.find(tenantId, anna);

  expect(asked(tokenPath)).toBe(2);
});

test('nobody of that name is absent, and so is a guest', async () => {
  cloud.route(users, { status: 404, body: { error: { code: 'Request_ResourceNotFound' } } });
  expect(await aDirectory().find(tenantId, anna)).toEqual({ kind: 'absent' });

  cloud.route(users, { body: { id: personId, userType: 'Guest' } });
  expect(await aDirectory().find(tenantId, anna)).toEqual({ kind: 'absent' });
});

test.each(['', 'anna', 'anna@', '@contoso.com', 'a b@contoso.com', '../me@x', 'a@b@c', 'a@b?$expand=x'])(
  '"%s" is no name, and nobody is asked',
  async (name) => {
    expect(await aDirectory().find(tenantId, name)).toEqual({ kind: 'absent' });
    expect(cloud.requests).toEqual([]);
  },
);

test.each([
  ['a refused permission', { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } }],
  ['a page that is not found, from something in between', { status: 404, text: '<html>' }],
  ['another thing that is not found', { status: 404, body: { error: { code: 'BadRequest' } } }],
  ['a broken service', { status: 500, text: 'oops' }],
  ['an answer without an id', { body: { userType: 'Member' } }],
  ['an id that is none', { body: { id: 'anna' } }],
])('%s does not tell who it is', async (_what, answer) => {
  cloud.route(users, answer);

  expect(await aDirectory().find(tenantId, anna)).toEqual({ kind: 'cannot-tell' });
});

test('a tenant that gave no consent cannot tell, and is not asked at every look-up', async () => {
  cloud.route(tokenPath, refusal('unauthorized_client', 700016));
  const directory = aDirectory();

  expect(await directory.find(tenantId, anna)).toEqual({ kind: 'cannot-tell' });
  expect(await directory.find(tenantId, anna)).toEqual({ kind: 'cannot-tell' });
  expect(asked(tokenPath)).toBe(1);
  expect(asked(users)).toBe(0);
});

test('consent that came later is seen with a fresh token', async () => {
  const directory = aDirectory();
  cloud.route(users, { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } });
  await directory.find(tenantId, anna);
  cloud.route(users, { body: { id: personId } });

  expect(await directory.find(tenantId, anna)).toEqual({ kind: 'found', personId });
  expect(asked(tokenPath)).toBe(2);
});

test('a registration that cannot prove itself cannot tell', async () => {
  const directory = aDirectory({ SIGN_IN_APP_SECRET: undefined });

  expect(await directory.find(tenantId, anna)).toEqual({ kind: 'cannot-tell' });
});

test('silence has an end', async () => {
  cloud.route(users, 'silence');
  const startedAt = performance.now();

  expect(await aDirectory().find(tenantId, anna)).toEqual({ kind: 'cannot-tell' });
  expect(performance.now() - startedAt).toBeLessThan(12_000);
});
