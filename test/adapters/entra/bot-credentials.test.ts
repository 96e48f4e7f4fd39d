import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningSandbox, startSandbox } from '../../../sandbox/start-sandbox.ts';
import { createBotCredentials, keepToken } from '../../../src/adapters/entra/bot-credentials.ts';

const minute = 60_000;

/** A credential that counts, and gives a token that lasts an hour of the given clock. */
function aCredential(clock: { now(): number }) {
  const calls: string[] = [];
  return {
    calls,
    async getToken(scope: string) {
      calls.push(scope);
      return { token: `token-${calls.length}`, expiresOnTimestamp: clock.now() + 60 * minute };
    },
  };
}

/** The bot's credentials, with a sign-in service that a test plays. */
async function credentialsAt(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return createBotCredentials(
    {
      LOGIN_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      BOT_APP_ID: 'bot',
      BOT_APP_TENANT_ID: 'tenant',
      BOT_APP_SECRET: 'only for this test',
    },
    { now: () => Date.now() },
  );
}

test('the token is kept until five minutes before its end', async () => {
  let now = 0;
  const clock = { now: () => now };
  const credential = aCredential(clock);
  const credentials = keepToken(credential, clock);

  expect(await credentials.token()).toBe('token-1');
  now = 54 * minute;
  expect(await credentials.token()).toBe('token-1');
  now = 55 * minute;
  expect(await credentials.token()).toBe('token-2');
  expect(credential.calls).toEqual(Array(2).fill('https://api.botframework.com/.default'));
});

test('a hundred turns at once make one request', async () => {
  const credential = aCredential({ now: () => 0 });
  const credentials = keepToken(credential, { now: () => 0 });

  const tokens = await Promise.all(Array.from({ length: 100 }, () => credentials.token()));

  expect(new Set(tokens)).toEqual(new Set(['token-1']));
  expect(credential.calls).toHaveLength(1);
});

test('warming up never rejects, and a turn a second later tries again', async () => {
  let isDown = true;
  let now = 0;
  let asked = 0;
  const credentials = keepToken(
    {
      async getToken() {
        asked += 1;
        if (isDown) throw new Error('no network');
        return { token: 'token', expiresOnTimestamp: 60 * minute };
      },
    },
    { now: () => now },
  );

  await credentials.warm();
  await expect(credentials.token()).rejects.toMatchObject({ code: 'BOT_TOKEN_UNAVAILABLE' });
  expect(asked).toBe(1);
  isDown = false;
  now = 1_000;

  expect(await credentials.token()).toBe('token');
});

test.each([
  ['an answer', [200], 1],
  ['a fault that may pass, and then an answer', [503, 200], 2],
])('Entra is asked for nothing but the token: %s', async (_what, statuses, asked) => {
  const urls: string[] = [];
  const server = createServer((request, response) => {
    const status = statuses[urls.length] ?? 500;
    urls.push(`${request.method} ${request.url}`);
    response.writeHead(status, { 'content-type': 'application/json' });
    request.resume().on('end', () => response.end(JSON.stringify({ access_token: 'token', expires_in: 3_600 })));
  });
  const credentials = await credentialsAt(server);

  const token = await credentials.token();

  expect(token).toBe('token');
  expect(urls).toEqual(Array(asked).fill('POST /tenant/oauth2/v2.0/token'));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('a service that does not answer is asked once, for five seconds', async () => {
  let asked = 0;
  const server = createServer(() => {
    asked += 1;
  });
  const credentials = await credentialsAt(server);

  await expect(credentials.token()).rejects.toMatchObject({ code: 'BOT_TOKEN_UNAVAILABLE' });

  expect(asked).toBe(1);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('against a sign-in service', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
  });
  afterAll(() => sandbox.stop());

  test('the bot gets its own token with its secret', async () => {
    const token = await createBotCredentials(settings(), { now: () => Date.now() }).token();

    const claims = await sandbox.core.entraKey.verify(token, { audience: 'https://api.botframework.com' });
    expect([claims.appid, claims.azp]).toContain(settings().BOT_APP_ID);
  });

  test('a wrong secret is a fault that holds no secret', async () => {
    const credentials = createBotCredentials(
      { ...settings(), BOT_APP_SECRET: 'CNRY-wrong' },
      { now: () => Date.now() },
    );

    const fault: unknown = await credentials.token().catch((error: unknown) => error);

    expect(fault).toMatchObject({ code: 'BOT_TOKEN_UNAVAILABLE' });
    expect(String(fault)).not.toContain('CNRY');
  });

  function settings() {
    const { environment } = sandbox;
    return {
      LOGIN_URL: environment.LOGIN_URL ?? '',
      BOT_APP_ID: environment.BOT_APP_ID ?? '',
      BOT_APP_TENANT_ID: environment.BOT_APP_TENANT_ID ?? '',
      BOT_APP_SECRET: environment.BOT_APP_SECRET ?? '',
    };
  }
});
