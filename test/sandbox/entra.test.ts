import { optionalClaims } from '../../deploymentTemplates/registrations/wanted.ts';
import { issueAccessToken } from '../../sandbox/entra/user-tokens.ts';
import { everyone } from '../../sandbox/people/everyone.ts';
import { createPeople } from '../../sandbox/people/people-registry.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import {
  askToken,
  authorizeRequest,
  claimsOf,
  codeFor,
  exchange,
  get,
  signIn,
  signInClient,
  tokenFor,
} from './visit.ts';

let sandbox: RunningSandbox;
let now = Date.UTC(2026, 5, 1);

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0, now: () => now });
});
afterAll(() => sandbox.stop());

const graphScope = 'https://graph.microsoft.com/.default';
const armScope = 'https://management.azure.com/.default';

async function redeem(changes: Record<string, string> = {}) {
  const { code, verifier, redirectUri } = await codeFor(sandbox, 'global-admin-m365');
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
  return askToken(sandbox, { ...signInClient(sandbox), ...form, ...changes });
}

async function assertionOf(person: string): Promise<string> {
  return String((await signIn(sandbox, person)).access_token);
}

describe('the authorize page', () => {
  it('lists everybody by name and story in English', async () => {
    const response = await fetch(authorizeRequest(sandbox).url, { headers: { 'accept-language': 'en' } });
    const page = await response.text();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('<html lang="en">');
    for (const { id } of sandbox.core.people.list()) expect(page).toContain(`value="${id}"`);
    expect(page).toContain('Global Administrator of Contoso');
  });

  it.each([
    ['ui_locales', { ui_locales: 'nl-NL' }, 'en'],
    ['the browser', {}, 'nl-NL,en;q=0.5'],
  ])('speaks Dutch when %s asks for it', async (_who, changes, acceptLanguage) => {
    const { url } = authorizeRequest(sandbox, changes);
    const page = await (await fetch(url, { headers: { 'accept-language': acceptLanguage } })).text();
    expect(page).toContain('<html lang="nl">');
    expect(page).toContain('Nee, annuleren');
    expect(page).toContain('Globale beheerder van Contoso');
  });

  it('keeps what the client asked in the form and escapes it', async () => {
    const { url } = authorizeRequest(sandbox, { state: '"><script>alert(1)</script>' });
    const page = await (await fetch(url)).text();
    expect(page).not.toContain('<script>');
    expect(page).toContain('name="state" value="&quot;&gt;&lt;script&gt;');
  });

  it('gives the code and the state back to the callback', async () => {
    const { back, code } = await codeFor(sandbox, 'global-admin-m365');
    expect(`${back.origin}${back.pathname}`).toBe(`${sandbox.core.addresses.http}/token-service/callback`);
    expect(back.searchParams.get('state')).toBe('state-of-the-client');
    expect(code).not.toBe('');
  });

  it('tells the client when the person cancels', async () => {
    const { url } = authorizeRequest(sandbox, { choice: 'cancel' });
    const response = await fetch(url, { redirect: 'manual' });
    const back = new URL(response.headers.get('location') ?? '');
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('state')).toBe('state-of-the-client');
    expect(back.searchParams.get('code')).toBeNull();
  });

  it.each([
    ['an unknown client', { client_id: 'nobody' }, 'AADSTS700016'],
    ['a foreign redirect', { redirect_uri: 'https://evil.example/callback' }, 'AADSTS50011'],
  ])('never sends the browser on for %s', async (_what, changes, code) => {
    const { url } = authorizeRequest(sandbox, { person: 'guest', ...changes });
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(code);
  });

  it('refuses a challenge that is not S256', async () => {
    const { url } = authorizeRequest(sandbox, { person: 'guest', code_challenge_method: 'plain' });
    const response = await fetch(url, { redirect: 'manual' });
    expect(new URL(response.headers.get('location') ?? '').searchParams.get('error')).toBe('invalid_request');
  });
});

describe('a code', () => {
  it('becomes tokens for the bot itself, signed with a published key', async () => {
    const { status, body } = await redeem();
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'access_as_user' });
    const { signIn: app } = sandbox.core.registrations;
    const claims = claimsOf(body.access_token);
    const megan = sandbox.core.people.get('global-admin-m365');
    expect(claims).toMatchObject({
      aud: app.appId,
      tid: megan?.homeTenantId,
      oid: megan?.objectId,
      iss: `${sandbox.core.addresses.https}/${megan?.homeTenantId}/v2.0`,
      name: 'Megan Bowen',
      preferred_username: 'megan.bowen@contoso.com',
      ver: '2.0',
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(3600);
    expect(claims).toMatchObject({ acct: 0 });
    expect(claims).not.toHaveProperty('idp');
    await expect(
      sandbox.core.entraKey.verify(String(body.access_token), { audience: app.appId }),
    ).resolves.toBeDefined();
    const header = JSON.parse(Buffer.from(String(body.access_token).split('.')[0] ?? '', 'base64url').toString());
    const { body: keys } = await get(`${sandbox.core.addresses.https}/common/discovery/v2.0/keys`);
    expect(keys.keys).toEqual([expect.objectContaining({ kid: header.kid, kty: 'RSA' })]);
  });

  it('is redeemed on the plain address too, as the token service does', async () => {
    const { code, verifier, redirectUri } = await codeFor(sandbox, 'guest');
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
    const response = await fetch(`${sandbox.core.addresses.http}/login/common/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...signInClient(sandbox), ...form }),
    });
    expect(response.status).toBe(200);
  });

  it('works once', async () => {
    const { code, verifier, redirectUri } = await codeFor(sandbox, 'guest');
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
    expect((await askToken(sandbox, { ...signInClient(sandbox), ...form })).status).toBe(200);
    const second = await askToken(sandbox, { ...signInClient(sandbox), ...form });
    expect(second.body).toMatchObject({ error: 'invalid_grant', error_codes: [54005] });
  });

  it('expires after ten minutes', async () => {
    const { code, verifier, redirectUri } = await codeFor(sandbox, 'guest');
    now += 10 * 60_000;
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
    expect((await askToken(sandbox, { ...signInClient(sandbox), ...form })).body).toMatchObject({
      error_codes: [70008],
    });
  });

  it.each([
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 400, 501481],
    ['another redirect', { redirect_uri: 'http://localhost/other' }, 400, 500112],
    ['a wrong secret', { client_secret: 'guess' }, 401, 7000215],
    ['an unknown client', { client_id: 'nobody' }, 400, 700016],
    ['an unknown code', { code: 'made up' }, 400, 70000],
    ['an unknown grant', { grant_type: 'password' }, 400, 70003],
  ])('is refused with %s, in the words of Entra', async (_what, changes, status, code) => {
    const answer = await redeem(changes);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      error: expect.any(String),
      error_description: expect.stringMatching(new RegExp(`^AADSTS${code}: `)),
      error_codes: [code],
      timestamp: expect.any(String),
      trace_id: expect.any(String),
      correlation_id: expect.any(String),
    });
    expect(answer.body).not.toHaveProperty('access_token');
  });

  it('tells who is a guest only in tokens of a registration that asks for it, as ours does', async () => {
    const { core } = sandbox;
    const { signIn: app } = core.registrations;
    const silent = { ...core, registrations: { ...core.registrations, signIn: { ...app, optionalClaims: [] } } };
    const people = createPeople(everyone, () => 0);
    const person = people.get('guest');
    if (person === undefined) throw new Error('the guest is gone');
    const proofs = { secondFactor: false, compliantDevice: false, at: 0 };
    const place = { person, tenantId: person.signInTenantId, scopes: 'access_as_user', clientId: 'x' };
    const order = { ...place, proofs, declaresCp1: false };

    const own = await issueAccessToken(core, people, { ...order, resource: 'sign-in' });
    const unasked = await issueAccessToken(silent, people, { ...order, resource: 'sign-in' });
    const forAzure = await issueAccessToken(core, people, { ...order, resource: 'arm' });

    expect(claimsOf(own)).toMatchObject({ acct: 1 });
    expect(claimsOf(unasked)).not.toHaveProperty('acct');
    expect(claimsOf(forAzure)).not.toHaveProperty('acct');
    expect(optionalClaims.accessToken.map(({ name }) => name)).toEqual(app.optionalClaims);
  });

  it('marks guests and personal accounts', async () => {
    const guest = sandbox.core.people.get('guest');
    const claims = claimsOf(await assertionOf('guest'));
    expect(claims).toMatchObject({
      acct: 1,
      idp: `https://sts.windows.net/${guest?.homeTenantId}/`,
      oid: guest?.objectId,
    });
    expect(claims.tid).not.toBe(guest?.homeTenantId);
    expect(claimsOf(await assertionOf('personal-account'))).toMatchObject({
      tid: '9188040d-6c67-4c5b-b112-36a304b66dad',
      idp: 'live.com',
    });
  });
});

describe('a refresh token', () => {
  it('brings fresh tokens for the same person', async () => {
    const first = await signIn(sandbox, 'pim-eligible');
    const form = { grant_type: 'refresh_token', refresh_token: String(first.refresh_token) };
    const { status, body } = await askToken(sandbox, { ...signInClient(sandbox), ...form });
    expect(status).toBe(200);
    expect(claimsOf(body.access_token).oid).toBe(claimsOf(first.access_token).oid);
    expect(body.refresh_token).toEqual(expect.any(String));
  });

  it('is refused when it was made up', async () => {
    const form = { grant_type: 'refresh_token', refresh_token: 'made up' };
    expect((await askToken(sandbox, { ...signInClient(sandbox), ...form })).body).toMatchObject({
      error_codes: [70000],
    });
  });
});

describe("the bot's own token", () => {
  const ask = (changes: Record<string, string> = {}) => {
    const { bot } = sandbox.core.registrations;
    const form = {
      grant_type: 'client_credentials',
      client_id: bot.appId,
      client_secret: bot.secret,
      scope: 'https://api.botframework.com/.default',
      ...changes,
    };
    return askToken(sandbox, form, bot.tenantId);
  };

  it('is for the Bot Framework and names the bot', async () => {
    const { body } = await ask();
    const { bot } = sandbox.core.registrations;
    expect(claimsOf(body.access_token)).toMatchObject({
      aud: 'https://api.botframework.com',
      appid: bot.appId,
      tid: bot.tenantId,
    });
  });

  it.each([
    ['a wrong secret', { client_secret: 'guess' }, 7000215],
    ['another resource', { scope: graphScope }, 500011],
  ])('is refused with %s', async (_what, changes, code) => {
    expect((await ask(changes)).body).toMatchObject({ error_codes: [code] });
  });
});

describe('on behalf of a person', () => {
  it.each([
    ['Graph by its public name', graphScope, 'https://graph.microsoft.com'],
    ['Azure by its public name', armScope, 'https://management.azure.com'],
  ])('a token for %s is given', async (_what, scope, audience) => {
    const { status, body } = await exchange(sandbox, { assertion: await assertionOf('global-admin-m365'), scope });
    expect(status).toBe(200);
    expect(claimsOf(body.access_token).aud).toBe(audience);
  });

  it('the addresses of the sandbox name the two resources apart', async () => {
    expect(claimsOf(await tokenFor(sandbox, 'member-azure', 'graph')).aud).toBe('https://graph.microsoft.com');
    expect(claimsOf(await tokenFor(sandbox, 'member-azure', 'arm')).aud).toBe('https://management.azure.com');
  });

  it('two resources at once are refused', async () => {
    const scope = `${graphScope} ${armScope}`;
    const answer = await exchange(sandbox, { assertion: await assertionOf('global-admin-m365'), scope });
    expect(answer.body).toMatchObject({ error: 'invalid_scope', error_codes: [28000] });
  });

  it.each([
    ['no-graph-consent', graphScope, armScope],
    ['no-arm-consent', armScope, graphScope],
  ])('consent is missing for one resource of %s and not for the other', async (person, refused, allowed) => {
    const assertion = await assertionOf(person);
    expect((await exchange(sandbox, { assertion, scope: refused })).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [65001],
      suberror: 'consent_required',
    });
    expect((await exchange(sandbox, { assertion, scope: allowed })).status).toBe(200);
  });

  it('a personal account is refused', async () => {
    const answer = await exchange(sandbox, { assertion: await assertionOf('personal-account'), scope: graphScope });
    expect(answer.body).toMatchObject({ error_codes: [50020] });
  });

  it('a guest gets a token of the tenant that is asked for, with the id they have there', async () => {
    const assertion = await assertionOf('two-tenants');
    const alpine = 'alpineskihouse.onmicrosoft.com';
    const { body } = await exchange(sandbox, { assertion, scope: armScope, tenant: alpine });
    const there = claimsOf(body.access_token);
    expect(there.tid).not.toBe(claimsOf(assertion).tid);
    expect(there.oid).not.toBe(claimsOf(assertion).oid);
    const elsewhere = await exchange(sandbox, { assertion, scope: armScope, tenant: 'contoso.com' });
    expect(elsewhere.body).toMatchObject({ error_codes: [50020] });
  });

  it('an unknown tenant is refused', async () => {
    const answer = await exchange(sandbox, {
      assertion: await assertionOf('guest'),
      scope: armScope,
      tenant: 'nowhere.example',
    });
    expect(answer.body).toMatchObject({ error_codes: [90002] });
  });

  it.each([
    ['has another audience', async () => tokenFor(sandbox, 'global-admin-m365', 'graph'), 500131],
    ['was tampered with', async () => `${(await assertionOf('guest')).slice(0, -6)}AAAAAA`, 50013],
    [
      'has expired',
      async () =>
        sandbox.core.entraKey.sign(
          { tid: 'x', oid: 'y' },
          { issuer: 'z', audience: sandbox.core.registrations.signIn.appId, expiresInSeconds: -10 },
        ),
      500133,
    ],
    [
      'was signed by the channel',
      async () =>
        sandbox.core.channelKey.sign(
          { tid: 'x', oid: 'y' },
          { issuer: 'z', audience: sandbox.core.registrations.signIn.appId, expiresInSeconds: 600 },
        ),
      50013,
    ],
  ])('an assertion that %s is refused', async (_what, assertion, code) => {
    const answer = await exchange(sandbox, { assertion: await assertion(), scope: graphScope, tenant: 'contoso.com' });
    expect(answer.body).toMatchObject({ error: 'invalid_grant', error_codes: [code] });
  });
});

describe('the documents', () => {
  it('of a tenant name its own issuer', async () => {
    const megan = sandbox.core.people.get('global-admin-m365');
    const { https } = sandbox.core.addresses;
    const { body } = await get(`${https}/${megan?.homeTenantId}/v2.0/.well-known/openid-configuration`);
    expect(body).toMatchObject({
      issuer: `${https}/${megan?.homeTenantId}/v2.0`,
      token_endpoint: `${https}/${megan?.homeTenantId}/oauth2/v2.0/token`,
    });
  });

  it('of the channel lead to keys that may speak for each channel', async () => {
    const { body } = await get(sandbox.environment.BOT_OPENID_URL ?? '');
    expect(body.issuer).toBe(sandbox.environment.BOT_TOKEN_ISSUER);
    const { body: keys } = await get(String(body.jwks_uri));
    expect(keys.keys).toEqual([
      expect.objectContaining({ endorsements: ['msteams', 'webchat', 'directline'], alg: 'RS256' }),
    ]);
    expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q)":/);
  });
});

describe('Conditional Access', () => {
  const [withClaims, withoutClaims, device] = ['second-factor-for-azure', 'second-factor-for-graph', 'managed-device'];
  const plainly = async (person: string) => String((await signIn(sandbox, person, { proof: null })).access_token);

  it.each([
    [withClaims, armScope, 50076, true],
    [withoutClaims, graphScope, 50076, false],
    [device, armScope, 53000, true],
  ])('refuses to trade what %s proved so far for %s, with AADSTS%i', async (person, scope, code, isNamed) => {
    const { status, body } = await exchange(sandbox, { assertion: await plainly(person), scope });

    expect({ status, error: body.error, codes: body.error_codes }).toEqual({
      status: 400,
      error: 'interaction_required',
      codes: [code],
    });
    const claims = isNamed ? (JSON.parse(String(body.claims)) as unknown) : body.claims;
    expect(claims).toEqual(
      isNamed ? { access_token: { capolids: { essential: true, values: [expect.any(String)] } } } : undefined,
    );
  });

  it('trades for the resource that no policy guards', async () => {
    const { status } = await exchange(sandbox, { assertion: await plainly(withClaims), scope: graphScope });

    expect(status).toBe(200);
  });

  it('asks on the sign-in page for what the resource wants, and lets in who shows it', async () => {
    const asked = authorizeRequest(sandbox, { person: withClaims, scope: armScope });
    const page = await (await fetch(asked.url)).text();
    expect(page).toContain('Approve the sign-in');
    expect(page).toContain(`name="person" value="${withClaims}"`);

    const form = { ...signInClient(sandbox), grant_type: 'authorization_code', scope: armScope };
    const { code, verifier, redirectUri } = await codeFor(sandbox, withClaims, { scope: armScope });
    const answer = await askToken(sandbox, { ...form, code, code_verifier: verifier, redirect_uri: redirectUri });
    expect(claimsOf(answer.body.access_token)).toMatchObject({ amr: ['pwd', 'mfa'], tid: expect.any(String) });
  });

  it('keeps a device that it does not know on its own page, and tells the client nothing', async () => {
    const { url } = authorizeRequest(sandbox, { person: device, scope: armScope, proof: 'refused' });
    const response = await fetch(url, { redirect: 'manual' });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('AADSTS53000');
  });

  it('refuses a claims request that is not JSON, at both endpoints', async () => {
    const { url } = authorizeRequest(sandbox, { person: withClaims, claims: '{"access_token' });
    expect(await (await fetch(url)).text()).toContain('AADSTS9002313');

    const assertion = await plainly(withClaims);
    const { body } = await exchange(sandbox, { assertion, scope: graphScope, claims: 'not JSON' });
    expect(body.error_codes).toEqual([9002313]);
  });
});

describe('a revoked session', () => {
  const declared = JSON.stringify({ access_token: { xms_cc: { values: ['cp1'] } } });
  const person = 'global-admin-m365';

  it('is told by Graph and Azure to clients that understand it, and lifted by a new sign-in', async () => {
    const places = [
      [graphScope, `${sandbox.environment.GRAPH_URL}/v1.0/me`],
      [armScope, `${sandbox.environment.ARM_URL}/subscriptions?api-version=2022-12-01`],
    ] as const;
    const before = String((await signIn(sandbox, person)).access_token);
    now += 60_000;
    sandbox.core.people.revoke(person);
    now += 60_000;
    const after = String((await signIn(sandbox, person)).access_token);

    for (const [scope, url] of places) {
      const statusFor = async (assertion: string, claims?: string) => {
        const asked = { assertion, scope, ...(claims === undefined ? {} : { claims }) };
        return get(url, String((await exchange(sandbox, asked)).body.access_token));
      };
      const refused = await statusFor(before, declared);
      expect(refused.status).toBe(401);
      const [, encoded = ''] =
        /error="insufficient_claims", claims="([^"]+)"/.exec(refused.headers.get('www-authenticate') ?? '') ?? [];
      const claims = Buffer.from(encoded, 'base64').toString();
      expect(JSON.parse(claims)).toEqual({ access_token: { nbf: { essential: true, value: expect.any(String) } } });
      // Who does not understand it keeps its token until it ends.
      expect((await statusFor(before)).status).toBe(200);
      expect((await exchange(sandbox, { assertion: before, scope, claims })).body).toMatchObject({
        error: 'interaction_required',
        claims,
      });
      expect((await statusFor(after, declared)).status).toBe(200);
    }
    await sandbox.reset();
  });
});
