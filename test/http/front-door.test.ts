import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { version } from '../../src/config/version.ts';
import { type RunningHttpServer, startHttpServer } from '../../src/http/server.ts';
import type { DoorAnswer } from '../../src/ports/message-door.ts';
import { open, type RawAnswer, readAnswer, sendRaw } from './raw-request.ts';

/** The order and the limits in which a request is looked at, over real sockets. */

let server: RunningHttpServer;
let received: { authorization: string; body: unknown }[];
let doorAnswers: () => Promise<DoorAnswer>;
let isReady: boolean;

beforeAll(async () => {
  server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    isReady: () => isReady,
    door: {
      admit: async (authorization) => ({
        kind: 'admitted',
        receive: async (body) => {
          received.push({ authorization, body });
          return doorAnswers();
        },
      }),
    },
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  received = [];
  isReady = true;
  doorAnswers = async () => ({ kind: 'done', status: 200 });
});

const token = 'Bearer eyJh.eyJp.c2ln';
const activity = '{"type":"message","conversation":{"id":"c"}}';

interface Parts {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string | Buffer;
}

function request({ method = 'POST', path = '/api/messages', headers = {}, body = activity }: Parts = {}): Buffer {
  const all: Record<string, string | null> = {
    host: 'localhost',
    'content-type': 'application/json',
    authorization: token,
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return Buffer.concat([
    Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`),
    Buffer.isBuffer(body) ? body : Buffer.from(body),
  ]);
}

const asks = (parts: Parts = {}): Promise<RawAnswer> => sendRaw(server.port, request(parts));

afterEach(async () => {
  // Whatever the test sent, the next good request is answered.
  doorAnswers = async () => ({ kind: 'done', status: 200 });
  expect((await asks()).status).toBe(200);
});

test('a good request reaches the door, and the connection stays open', async () => {
  const answer = await asks();

  expect(answer).toMatchObject({ status: 200, body: '', isClosed: false });
  expect(received).toEqual([{ authorization: token, body: JSON.parse(activity) }]);
});

test.each<[string, number, Parts]>([
  // Method.
  ['GET', 405, { method: 'GET', body: '', headers: { 'content-length': null } }],
  ['GET with a body', 405, { method: 'GET' }],
  ['PUT', 405, { method: 'PUT' }],
  ['DELETE', 405, { method: 'DELETE' }],
  ['PATCH', 405, { method: 'PATCH' }],
  ['OPTIONS', 405, { method: 'OPTIONS' }],
  ['TRACE', 405, { method: 'TRACE', body: '', headers: { 'content-length': null } }],
  ['a path that is not there', 404, { path: '/api/message' }],
  ['a path that cannot be read', 404, { path: '/api/%zz' }],
  ['a path that climbs', 404, { path: '/../../etc/passwd' }],
  // Type, before the token is looked at.
  ['text/plain', 415, { headers: { 'content-type': 'text/plain', authorization: null } }],
  ['XML', 415, { headers: { 'content-type': 'application/xml' } }],
  ['a form', 415, { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['CSV', 415, { headers: { 'content-type': 'text/csv' } }],
  ['multipart', 415, { headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
  ['no type', 415, { headers: { 'content-type': null } }],
  ['an unknown charset', 415, { headers: { 'content-type': 'application/json; charset=utf-99' } }],
  // Encoding, before the length.
  ['bad gzip', 415, { headers: { 'content-encoding': 'gzip' }, body: 'NOTGZIP!' }],
  ['deflate', 415, { headers: { 'content-encoding': 'deflate' } }],
  ['brotli', 415, { headers: { 'content-encoding': 'br' } }],
  // Length, before the token and before reading.
  ['one byte too many', 413, { headers: { authorization: null }, body: `"${'x'.repeat(256 * 1_024 - 1)}"` }],
  ['a length that is no number', 400, { headers: { 'content-length': '1e3' } }],
  ['two lengths', 400, { headers: { 'content-length': '3\r\ncontent-length: 4' } }],
  ['a length and chunks', 400, { headers: { 'transfer-encoding': 'chunked' } }],
  // The shape of the token, before the body is read.
  ['no token', 401, { headers: { authorization: null } }],
  ['no token and half a body', 401, { headers: { authorization: null, 'content-length': '1000' }, body: '{' }],
  ['Basic', 401, { headers: { authorization: 'Basic YTpi' } }],
  ['Bearer alone', 401, { headers: { authorization: 'Bearer' } }],
  ['Bearer in small letters', 401, { headers: { authorization: 'bearer a.b.c' } }],
  ['two words', 401, { headers: { authorization: 'Bearer a.b.c d' } }],
  ['two parts', 401, { headers: { authorization: 'Bearer a.b' } }],
  ['five parts', 401, { headers: { authorization: 'Bearer a.b.c.d.e' } }],
  ['odd signs', 401, { headers: { authorization: 'Bearer a.b.c$' } }],
  ['8 kB of token', 401, { headers: { authorization: `Bearer ${'a'.repeat(8_192)}.b.c` } }],
  ['a header of 20 kB', 431, { headers: { authorization: `Bearer ${'a'.repeat(20_000)}.b.c` } }],
  // The body.
  ['nothing', 400, { body: '' }],
  ['half an object', 400, { body: '{"a":' }],
  ['a trailing comma', 400, { body: '{"a":1,}' }],
  ['a byte order mark', 400, { body: '\ufeff{}' }],
  ['bytes that are no text', 400, { body: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }],
  ['65 brackets', 400, { body: `${'['.repeat(65)}${']'.repeat(65)}` }],
  ['49,000 brackets', 400, { body: '['.repeat(49_000) }],
])('%s → %d', async (_what, status, parts) => {
  const before = readdirSync(tmpdir()).length;

  const answer = await asks(parts);

  expect(answer.status).toBe(status);
  expect(received).toEqual([]);
  expect(answer.body).toBe('');
  expect(readdirSync(tmpdir()).length).toBeLessThanOrEqual(before + 2);
});

test.each<[string, Parts]>([
  ['a refusal of the type', { headers: { 'content-type': 'text/plain' } }],
  ['a refusal of the token', { headers: { authorization: 'Basic a' } }],
  ['an answer', {}],
  ['an unknown path', { path: '/nothing' }],
  ['a wrong method', { method: 'PUT' }],
  ['readiness', { method: 'GET', path: '/readyz', body: '', headers: { 'content-length': null } }],
])('%s says nothing about the server and is not kept', async (_what, parts) => {
  const { headers } = await asks(parts);

  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  expect(headers).not.toHaveProperty('server');
  expect(headers).not.toHaveProperty('x-powered-by');
});

test('a body that was refused by its headers is not read on', async () => {
  const answer = await sendRaw(
    server.port,
    request({ headers: { authorization: null, 'content-length': '200000' }, body: '{' }),
  );

  expect(answer).toMatchObject({ status: 401, isClosed: true });
});

test('chunks without end are cut off at the limit', async () => {
  const head = request({ headers: { 'content-length': null, 'transfer-encoding': 'chunked' }, body: '' });
  const socket = await open(server.port);
  const answered = readAnswer(socket);
  socket.write(head);
  const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`;
  for (let sent = 0; sent < 9; sent += 1) socket.write(chunk);

  expect(await answered).toMatchObject({ status: 413, isClosed: true });
  expect(received).toEqual([]);
});

test('an offer to speak HTTP/2 is left out of account', async () => {
  const { status } = await sendRaw(
    server.port,
    'GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n',
  );

  expect(status).toBe(200);
});

test('a request to speak WebSocket is answered, and ends', async () => {
  const upgrade = request({
    method: 'GET',
    body: '',
    headers: { connection: 'Upgrade', upgrade: 'websocket', 'content-length': null },
  });

  expect(await sendRaw(server.port, upgrade)).toMatchObject({ status: 426, isClosed: true });
});

test('keys that reach a prototype do not pass', async () => {
  await asks({
    body: '{"conversation":{"id":"c"},"__proto__":{"isAdmin":true},"value":{"__proto__":{"isAdmin":true},"kept":1}}',
  });

  const [first] = received;
  expect(Object.assign({}, first?.body as object)).not.toHaveProperty('isAdmin');
  expect(first?.body).toMatchObject({ value: { kept: 1 } });
  expect({}).not.toHaveProperty('isAdmin');
});

test.each<[string, DoorAnswer, number, string | undefined]>([
  ['denied', { kind: 'denied' }, 401, undefined],
  ['malformed', { kind: 'malformed' }, 400, undefined],
  ['unavailable', { kind: 'unavailable', retryAfterSeconds: 5 }, 503, '5'],
])('%s is told with a number and nothing else', async (_what, told, status, retryAfter) => {
  doorAnswers = async () => told;

  const answer = await asks();

  expect(answer).toMatchObject({ status, body: '' });
  expect(answer.headers['retry-after']).toBe(retryAfter);
});

test('a door that breaks its promise is 503, without a word of why', async () => {
  doorAnswers = async () => {
    throw new Error('AccountKey=SECRET123 failed');
  };

  expect(await asks()).toMatchObject({ status: 503, body: '' });
});

test.each(['a:99999', '[', 'a b', '%', ':80', '1.2.3.4.5', 'a<b', 'a/healthz?', 'a?', 'a#b', 'a@b'])(
  'a host that is no address, such as %s, is refused on every path, and the next caller is answered',
  async (host) => {
    for (const line of ['GET /healthz', 'GET /nowhere', 'POST /api/messages', 'POST /api/tickets/x'])
      expect(await sendRaw(server.port, `${line} HTTP/1.1\r\nhost: ${host}\r\n\r\n`)).toMatchObject({
        status: 400,
        isClosed: true,
      });

    expect((await asks()).status).toBe(200);
  },
);

test.each(['http://%/', 'http://[::1/x'])('a target that is no address, %s, is refused', async (target) => {
  expect(await sendRaw(server.port, `GET ${target} HTTP/1.1\r\nhost: a\r\n\r\n`)).toMatchObject({ status: 400 });
});

test('of requests that do not wait for the answers before them, no more than the first is looked at', async () => {
  await sendRaw(server.port, ...Array.from({ length: 500 }, () => request()));

  expect((await asks()).status).toBe(200);
  expect(received.length).toBeLessThanOrEqual(2);
});

test('one request after the other on one connection is answered each time', async () => {
  const socket = await open(server.port);
  for (let count = 1; count <= 3; count += 1) {
    socket.write(request());
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toContain('HTTP/1.1 200 OK');
  }
  socket.destroy();
});

const inChunks = (chunks: readonly string[]): Buffer =>
  Buffer.concat([
    request({ headers: { 'content-length': null, 'transfer-encoding': 'chunked' }, body: '' }),
    Buffer.from(`${chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('')}0\r\n\r\n`),
  ]);

test('a body in thousands of slivers is given up after a few, and others are answered', async () => {
  const { isClosed } = await sendRaw(server.port, inChunks(['{"a":1', ...Array<string>(5_000).fill(' '), '}']));

  expect(isClosed).toBe(true);
  expect((await asks()).status).toBe(200);
  expect(received).toHaveLength(1);
});

test('a body in chunks of a usual size is taken whole', async () => {
  const text = JSON.stringify({ type: 'message', conversation: { id: 'c' }, text: 'x'.repeat(60_000) });

  expect((await sendRaw(server.port, inChunks(text.match(/.{1,300}/g) ?? []))).status).toBe(200);
  expect(received[0]?.body).toEqual(JSON.parse(text));
});

test('a server that stops ends a connection with the answer that is under way', async () => {
  const admits = Promise.withResolvers<void>();
  const stopping = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    isReady: () => true,
    door: {
      admit: async () => {
        await admits.promise;
        return { kind: 'denied' };
      },
    },
  });
  const socket = await open(stopping.port);
  const answered = readAnswer(socket);
  socket.write(request());
  const stopped = stopping.stop();
  admits.resolve();

  expect((await answered).status).toBe(401);
  await stopped;
});

test.each([
  ['without a byte', ''],
  ['in the middle of its headers', 'GET / HT'],
  [
    'after an upgrade that was refused',
    'GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  ],
])('a server that stops does not wait for a connection %s', async (_what, sent) => {
  const stopping = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    isReady: () => true,
    door: { admit: async () => ({ kind: 'denied' }) },
  });
  const socket = await open(stopping.port);
  socket.on('error', () => undefined);
  if (sent !== '') socket.write(sent);

  await stopping.stop();

  socket.destroy();
});

test('it says whether it lives, and whether it takes work', async () => {
  const get = (path: string) => asks({ method: 'GET', path, body: '', headers: { 'content-length': null } });
  isReady = false;

  expect(await get('/healthz')).toMatchObject({ status: 200, body: JSON.stringify({ status: 'alive', version }) });
  expect(await get('/readyz')).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
});

test('whoever sends too slowly is ended, and others are answered meanwhile', async () => {
  const slow = await Promise.all(Array.from({ length: 300 }, () => open(server.port)));
  const ends = slow.map((socket) => readAnswer(socket));
  for (const socket of slow) socket.write('POST /api/messages HTTP/1.1\r\nhost: localhost\r\n');
  const halfABody = sendRaw(server.port, request({ headers: { 'content-length': '1000' }, body: '{"a":1' }));

  expect((await asks()).status).toBe(200);

  for (const end of await Promise.all(ends)) expect(end.isClosed).toBe(true);
  expect(await halfABody).toMatchObject({ status: 408, isClosed: true });
  expect(received).toHaveLength(1);
}, 20_000);
