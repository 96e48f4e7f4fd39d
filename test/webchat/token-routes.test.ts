import { visitMaxMs } from '../../src/http/webchat/chat-handle.ts';
import { type AWebServer, fromPanel, intranetOrigin, publicUrl, startAWebServer } from './a-web-server.ts';

const tokenPath = '/api/webchat/token';
const refreshPath = '/api/webchat/refresh';

let web: AWebServer;

beforeEach(async () => {
  web = await startAWebServer();
});
afterEach(() => web.stop());

test('a visitor gets a key and a handle, and nothing else', async () => {
  const response = await web.asks(tokenPath, fromPanel());

  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await response.json()).toEqual({
    protocol: 1,
    token: 'token-1',
    conversationId: 'conversation-1',
    expiresIn: 1_800,
    refreshHandle: expect.stringMatching(/^[\w-]{100,}$/),
  });
});

test('two visitors are two people with names that nobody can guess', async () => {
  await web.asks(tokenPath, fromPanel());
  await web.asks(tokenPath, fromPanel());

  const ids = web.issued.map(({ userId }) => userId);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^dl_[\da-f]{32}$/);
});

test('who the visitor is cannot be said from outside', async () => {
  await web.asks(tokenPath, fromPanel({ user: { id: 'dl_victim' }, userId: 'dl_victim' }));

  expect(JSON.stringify(web.issued)).not.toContain('victim');
});

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['no site at all', { origin: 'null' }],
  ['a site that begins alike', { origin: `${intranetOrigin}.evil.example` }],
  ['the right site without encryption', { origin: intranetOrigin.replace('https', 'http') }],
  ['the right site on another port', { origin: `${intranetOrigin}:8443` }],
  ['a page that the browser calls foreign', { origin: intranetOrigin, 'sec-fetch-site': 'cross-site' }],
])('a request from %s is refused before anything is asked', async (_name, headers) => {
  const response = await web.asks(tokenPath, fromPanel({}, headers));

  expect(response.status).toBe(403);
  expect(await response.text()).toBe('');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(web.issued).toEqual([]);
});

test('a request that does not say where it comes from is refused', async () => {
  const response = await web.asks(tokenPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });

  expect(response.status).toBe(403);
});

test('a listed origin may ask across origins, exactly and without cookies', async () => {
  const response = await web.asks(tokenPath, {
    method: 'OPTIONS',
    headers: { origin: intranetOrigin, 'access-control-request-method': 'POST' },
  });

  expect(response.status).toBe(200);
  expect(response.headers.get('access-control-allow-origin')).toBe(intranetOrigin);
  expect(response.headers.get('access-control-max-age')).toBe('600');
  expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  expect(response.headers.get('vary')).toContain('Origin');
});

test('another origin is not let across', async () => {
  const response = await web.asks(tokenPath, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });

  expect(response.status).toBe(403);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test.each([
  ['GET', {}, 405],
  ['POST', { 'content-type': 'text/plain' }, 415],
] as const)('%s with %j is answered %i', async (method, headers, status) => {
  const { body, ...rest } = fromPanel({}, headers);
  const response = await web.asks(tokenPath, { ...rest, method, ...(method === 'GET' ? {} : { body: body ?? '' }) });

  expect(response.status).toBe(status);
  expect(web.issued).toEqual([]);
});

test('the eleventh chat in a minute has to wait, and the next minute is new', async () => {
  for (let visit = 1; visit <= 10; visit += 1) expect((await web.asks(tokenPath, fromPanel())).status).toBe(200);

  const eleventh = await web.asks(tokenPath, fromPanel());

  expect(eleventh.status).toBe(429);
  expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(web.issued).toHaveLength(10);
  web.passTime(60_000);
  expect((await web.asks(tokenPath, fromPanel())).status).toBe(200);
});

test('behind a proxy each reader has a limit of their own, whatever they write themselves', async () => {
  await web.stop();
  web = await startAWebServer({ startsPerMinute: 1, trustedProxies: 1 });
  const from = (forwarded: string) => web.asks(tokenPath, fromPanel({}, { 'x-forwarded-for': forwarded }));

  const statuses = [await from('192.0.2.1'), await from('192.0.2.2'), await from('198.51.100.7, 192.0.2.1')];

  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 429]);
});

test('a handle keeps the conversation and the person', async () => {
  const { refreshHandle } = await begin();

  const response = await web.asks(refreshPath, fromPanel({ refreshHandle }));

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ token: 'token-2', conversationId: 'conversation-1' });
  const [visitor] = web.issued;
  expect(web.renewed).toEqual([{ userId: visitor?.userId, conversationId: 'conversation-1', previous: 'token-1' }]);
});

test('a handle does not show what is in it', async () => {
  const { refreshHandle } = await begin();

  const bytes = Buffer.from(refreshHandle, 'base64url').toString('latin1');

  expect(bytes).not.toContain('token-1');
  expect(bytes).not.toContain('conversation-1');
});

test('a handle that was changed, made elsewhere or is not one is refused', async () => {
  const { refreshHandle } = await begin();
  const last = refreshHandle.at(-5) === 'A' ? 'B' : 'A';
  const changed = `${refreshHandle.slice(0, -5)}${last}${refreshHandle.slice(-4)}`;

  for (const handle of [changed, 'AAAA', '', 'not a handle', 'A'.repeat(13_000), 7, null]) {
    expect((await web.asks(refreshPath, fromPanel({ refreshHandle: handle }))).status).toBe(401);
  }
  expect((await web.asks(refreshPath, fromPanel({}))).status).toBe(401);
  expect(web.renewed).toEqual([]);
});

test('a handle works only on the origin that it was given to', async () => {
  const { refreshHandle } = await begin();

  const response = await web.asks(
    refreshPath,
    fromPanel({ refreshHandle }, { origin: intranetOrigin, 'sec-fetch-site': 'same-site' }),
  );

  expect(response.status).toBe(401);
});

test('renewing does not go on for ever: after a day a new visit begins', async () => {
  const { refreshHandle } = await begin();
  web.passTime(visitMaxMs / 2);
  const halfway = (await (await web.asks(refreshPath, fromPanel({ refreshHandle }))).json()) as {
    refreshHandle: string;
  };

  web.passTime(visitMaxMs / 2);
  const late = await web.asks(refreshPath, fromPanel({ refreshHandle: halfway.refreshHandle }));

  expect(late.status).toBe(401);
});

test('renewing is limited for each visitor', async () => {
  const { refreshHandle } = await begin();
  const statuses = new Set<number>();

  for (let time = 1; time <= 31; time += 1)
    statuses.add((await web.asks(refreshPath, fromPanel({ refreshHandle }))).status);

  expect([...statuses]).toEqual([200, 429]);
  expect(web.renewed).toHaveLength(30);
});

test('when Direct Line has no key, the visitor is asked to come back and learns no reason', async () => {
  web.tokenAnswer = { kind: 'unavailable', retryAfterSeconds: 7 };

  const response = await web.asks(tokenPath, fromPanel());

  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('7');
  expect(await response.text()).toBe('');
});

test('a conversation that is gone is told as such', async () => {
  const { refreshHandle } = await begin();
  web.tokenAnswer = { kind: 'gone' };

  expect((await web.asks(refreshPath, fromPanel({ refreshHandle }))).status).toBe(401);
});

test('nothing that is answered has the secret in it', async () => {
  const { refreshHandle } = await begin();
  const answers = [
    await web.asks(tokenPath, fromPanel()),
    await web.asks(refreshPath, fromPanel({ refreshHandle })),
    await web.asks('/webchat/panel'),
    await web.asks('/webchat/embed.js'),
  ];

  for (const answer of answers) {
    expect(await answer.text()).not.toContain('the-direct-line-secret');
    expect(JSON.stringify([...answer.headers])).not.toContain('the-direct-line-secret');
  }
});

async function begin(): Promise<{ refreshHandle: string }> {
  expect(publicUrl).toMatch(/^https/);
  return (await (await web.asks(tokenPath, fromPanel())).json()) as { refreshHandle: string };
}
