import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callChannel } from '../../../src/adapters/bot-framework/http-call.ts';
import { type ExchangeRequest, exchange } from '../../../src/adapters/upstream/exchange.ts';

// Restify, when it is loaded beside these tests, makes `writeHead` return nothing: so nothing is chained to it.
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function aServer(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function anExchange(url: string): ExchangeRequest {
  return { method: 'GET', url, headers: {}, largestAnswerBytes: 1_000 };
}

const patience = { timeoutMs: 5_000 };

test('gives the whole answer, in any script', async () => {
  const url = await aServer((_request, response) => {
    const [first, second] = [Buffer.from('grüße').subarray(0, 3), Buffer.from('grüße').subarray(3)];
    response.writeHead(201, { 'x-said': 'yes' });
    response.write(first);
    setImmediate(() => response.end(second));
  });

  const answer = await exchange(anExchange(url), patience);

  expect(answer).toMatchObject({ status: 201, headers: { 'x-said': 'yes' }, text: 'grüße' });
});

test('sends a body with its length in bytes', async () => {
  const url = await aServer((request, response) => {
    request.on('data', (chunk: Buffer) => response.write(`${request.headers['content-length']} ${chunk}`));
    request.on('end', () => response.end());
  });

  const { text } = await exchange({ ...anExchange(url), method: 'POST', body: 'é' }, patience);

  expect(text).toBe('2 é');
});

test('a redirect is an answer and is not followed', async () => {
  const asked: (string | undefined)[] = [];
  const url = await aServer((request, response) => {
    asked.push(request.url);
    response.writeHead(302, { location: '/elsewhere' });
    response.end();
  });

  const { status } = await exchange(anExchange(`${url}/here`), patience);

  expect(status).toBe(302);
  expect(asked).toEqual(['/here']);
});

test('the channel may not send the bot and its token elsewhere', async () => {
  const asked: (string | undefined)[] = [];
  const url = await aServer((request, response) => {
    asked.push(request.url);
    response.writeHead(307, { location: '/elsewhere' });
    response.end();
  });

  const call = callChannel({ method: 'POST', url: `${url}/here`, body: {}, token: async () => 'token' });

  await expect(call).rejects.toMatchObject({ code: 'CHANNEL_FAULT', status: null });
  expect(asked).toEqual(['/here']);
});

test('who says nothing is waited for no longer than asked', async () => {
  const url = await aServer(() => undefined);

  await expect(exchange(anExchange(url), { timeoutMs: 30 })).rejects.toMatchObject({
    because: 'too-slow',
    message: 'no answer in time',
  });
});

test('who stops in the middle is waited for no longer than asked', async () => {
  const url = await aServer((_request, response) => {
    response.writeHead(200);
    response.write('half');
  });

  await expect(exchange(anExchange(url), { timeoutMs: 200 })).rejects.toMatchObject({
    because: 'too-slow',
    wasConnected: true,
  });
});

test('ends when its caller says so', async () => {
  const url = await aServer(() => undefined);
  const caller = new AbortController();
  const call = exchange(anExchange(url), { signal: caller.signal });

  caller.abort();

  await expect(call).rejects.toMatchObject({ because: 'too-slow', cause: { name: 'AbortError' } });
});

test('more than was asked for is refused', async () => {
  const url = await aServer((_request, response) => response.end('x'.repeat(1_001)));

  await expect(exchange(anExchange(url), patience)).rejects.toMatchObject({ because: 'too-large' });
});

test('half an answer is none', async () => {
  const url = await aServer((_request, response) => {
    response.writeHead(200, { 'content-length': 10 });
    response.write('half');
    setImmediate(() => response.destroy());
  });

  await expect(exchange(anExchange(url), patience)).rejects.toMatchObject({
    because: 'broken-off',
    wasConnected: true,
  });
});

test('who asks for it gets the beginning of a longer answer', async () => {
  const url = await aServer((_request, response) => response.end('x'.repeat(100_000)));

  const cut = await exchange({ ...anExchange(url), whenLarger: 'cut' }, patience);
  const whole = await exchange({ ...anExchange(url), whenLarger: 'cut', largestAnswerBytes: 100_000 }, patience);

  expect([cut.text.length, cut.isCut]).toEqual([1_000, true]);
  expect([whole.text.length, whole.isCut]).toEqual([100_000, false]);
});

test('who cannot be reached has read nothing', async () => {
  const url = await aServer(() => undefined);
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));

  await expect(exchange(anExchange(url), patience)).rejects.toMatchObject({
    because: 'broken-off',
    wasConnected: false,
    cause: { code: 'ECONNREFUSED' },
  });
});

test('a connection serves one request after the other', async () => {
  const ports = new Set<number | undefined>();
  const url = await aServer((request, response) => {
    ports.add(request.socket.remotePort);
    response.end('ok');
  });

  for (let time = 0; time < 3; time += 1) {
    await exchange(anExchange(url), patience);
    // A connection is handed back a moment after its answer.
    await new Promise((resolve) => setImmediate(resolve));
  }

  expect(ports.size).toBe(1);
});
