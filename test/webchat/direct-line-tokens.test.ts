import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDirectLineTokens } from '../../src/adapters/direct-line/direct-line-tokens.ts';
import type { ChatTokens } from '../../src/ports/chat-tokens.ts';

const secret = 'channel-secret';
const visitor = { userId: 'dl_1', pageOrigin: 'https://bot.example' };
const visit = { userId: 'dl_1', conversationId: 'c1', previous: 'old-token' };

interface Asked {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly key: string | undefined;
  readonly body: unknown;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let asked: Asked[];
let answer: Answer;
let tokens: ChatTokens;
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString('utf8');
    const body: unknown = text === '' ? null : JSON.parse(text);
    asked.push({ method: request.method, path: request.url, key: request.headers.authorization, body });
    answer(request, response);
  });
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  asked = [];
  const { port } = server.address() as AddressInfo;
  tokens = createDirectLineTokens({ url: `http://127.0.0.1:${port}`, secret, timeoutMs: 300 });
});

test('the secret buys a key that is bound to the visitor and the page', async () => {
  answer = says(200, { token: 't', conversationId: 'c1', expires_in: 1_800 });

  expect(await tokens.issue(visitor)).toEqual({
    kind: 'issued',
    chat: { token: 't', conversationId: 'c1', expiresInSeconds: 1_800 },
  });
  expect(asked).toEqual([
    {
      method: 'POST',
      path: '/v3/directline/tokens/generate',
      key: `Bearer ${secret}`,
      body: { user: { id: 'dl_1' }, trustedOrigins: ['https://bot.example'] },
    },
  ]);
});

test.each<[string, Answer, number]>([
  ['is too busy', says(429, {}, { 'retry-after': '9' }), 9],
  ['asks to wait for an hour', says(429, {}, { 'retry-after': '3600' }), 120],
  ['is broken', says(500, { error: { message: 'inside' } }), 5],
  ['does not know the secret', says(403, { error: { code: 'BadArgument' } }), 5],
  ['does not know the bot', says(404, {}), 5],
  ['answers nothing that can be read', says(200, 'not a key'), 5],
  ['answers with a page', (_, response) => void response.end('<html>'), 5],
  ['answers without end', (_, response) => void response.end('x'.repeat(100_000)), 5],
  ['breaks off', (_, response) => void response.destroy(), 5],
  ['says nothing', () => undefined, 5],
  ['sends us elsewhere', says(302, {}, { location: 'https://evil.example' }), 5],
])('when Direct Line %s there is no key for now', async (_name, behaviour, retryAfterSeconds) => {
  answer = behaviour;

  expect(await tokens.issue(visitor)).toEqual({ kind: 'unavailable', retryAfterSeconds });
});

test('after five failures in a row nobody waits for Direct Line', async () => {
  answer = says(500, {});
  for (let time = 1; time <= 5; time += 1) await tokens.issue(visitor);

  expect(await tokens.issue(visitor)).toEqual({ kind: 'unavailable', retryAfterSeconds: 10 });
  expect(asked).toHaveLength(5);
});

test('visitors whose keys ran out do not make the service look broken', async () => {
  answer = (request, response) =>
    says(request.url?.endsWith('/refresh') ? 403 : 200, boundTo('dl_1'))(request, response);

  for (let time = 1; time <= 10; time += 1) expect((await tokens.renew(visit)).kind).toBe('issued');
});

test('a key that is still good is refreshed with itself', async () => {
  answer = says(200, { token: 't2', conversationId: 'c1', expires_in: 900 });

  expect(await tokens.renew(visit)).toMatchObject({ kind: 'issued', chat: { token: 't2', expiresInSeconds: 900 } });
  expect(asked.map(({ path, key }) => [path, key])).toEqual([['/v3/directline/tokens/refresh', 'Bearer old-token']]);
});

test('a key that ran out is replaced through the secret, in the same conversation', async () => {
  answer = (request, response) =>
    says(request.url?.endsWith('/refresh') ? 403 : 200, boundTo('dl_1'))(request, response);

  expect((await tokens.renew(visit)).kind).toBe('issued');
  expect(asked.map(({ path, key }) => [path, key])).toEqual([
    ['/v3/directline/tokens/refresh', 'Bearer old-token'],
    ['/v3/directline/conversations/c1', `Bearer ${secret}`],
  ]);
});

test.each([
  ['somebody else', boundTo('dl_2')],
  ['nobody', boundTo(undefined)],
  ['another conversation', { ...boundTo('dl_1'), conversationId: 'c2' }],
  ['nobody knows whom', { token: 'opaque', conversationId: 'c1' }],
])('a replacement that is for %s is not handed out', async (_name, body) => {
  answer = (request, response) => says(request.url?.endsWith('/refresh') ? 403 : 200, body)(request, response);

  expect(await tokens.renew(visit)).toEqual({ kind: 'gone' });
});

test('a conversation that Direct Line forgot is gone', async () => {
  answer = (request, response) => says(request.url?.endsWith('/refresh') ? 403 : 404, {})(request, response);

  expect(await tokens.renew(visit)).toEqual({ kind: 'gone' });
});

test('a service that is down while renewing is not taken for a conversation that is gone', async () => {
  answer = says(503, {});

  expect((await tokens.renew(visit)).kind).toBe('unavailable');
});

function says(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

function boundTo(user: string | undefined) {
  const claims = Buffer.from(JSON.stringify({ conv: 'c1', user })).toString('base64url');
  return { token: `e30.${claims}.sig`, conversationId: 'c1' };
}
