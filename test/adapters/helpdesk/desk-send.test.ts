import dns from 'node:dns';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import tls from 'node:tls';
import { generate } from 'selfsigned';
import { localCertificates } from '../../../sandbox/core/certificates.ts';
import { createDeskSend, type DeskCall, withinBudget } from '../../../src/adapters/helpdesk/desk-send.ts';
import { isPublicAddress } from '../../../src/adapters/helpdesk/guarded-exchange.ts';
import { aDesk, anEffect, anEntry, now } from './desks.ts';

type Tell = (fault: null, addresses: readonly { address: string; family: number }[]) => void;
type Play = Parameters<typeof createServer>[1];

let server: Server;
let port: number;
let play: Play;
let connections: number;
const sockets = new Set<Socket>();

beforeAll(async () => {
  const certificates = await localCertificates();
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificates.caPem]);
  server = createServer({ key: certificates.keyPem, cert: certificates.certificatePem }, (request, response) =>
    play?.(request, response),
  );
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  connections = 0;
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

function aSend(url = `https://localhost:${port}`, privateHosts: readonly string[] = [`localhost:${port}`]) {
  const calls: DeskCall[] = [];
  const observe = (call: DeskCall) => calls.push(call);
  const send = createDeskSend({
    desk: 'd',
    url,
    headers: { authorization: 'Basic x' },
    privateHosts,
    now: () => now,
    observe,
  });
  return { send, calls };
}

test('asks over a kept connection, with the address before the path', async () => {
  const seen: string[] = [];
  play = (request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.end('{"ok":true}');
  };
  const { send, calls } = aSend(`https://localhost:${port}/desk`);

  const answer = await send({ method: 'POST', path: '/a?b=c', body: { text: 'é' } });
  await send({ method: 'GET', path: '/b' });

  expect(answer).toMatchObject({ kind: 'answered', status: 200, json: { ok: true } });
  expect(seen).toEqual(['POST /desk/a?b=c Basic x', 'GET /desk/b Basic x']);
  expect(connections).toBe(1);
  expect(calls.map(({ outcome }) => outcome)).toEqual(['2xx', '2xx']);
});

test('a name that leads to a private address is refused before anything is sent', async () => {
  const { send, calls } = aSend(undefined, []);

  expect(await send({ method: 'POST', path: '/', body: {} })).toMatchObject({ kind: 'silent', mayBeThere: false });
  expect(calls).toMatchObject([{ outcome: 'private-address' }]);
  expect(connections).toBe(0);
});

test('an address that is written as one is refused too', async () => {
  const { send, calls } = aSend(`https://127.0.0.1:${port}`, ['localhost']);

  expect(await send({ method: 'GET', path: '/' })).toMatchObject({ kind: 'silent', mayBeThere: false });
  expect(calls).toMatchObject([{ outcome: 'private-address' }]);
  expect(connections).toBe(0);
});

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '168.63.129.16.nip.io',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  'fe80::1',
  'fd00:ec2::254',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
])('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['20.50.2.10', '2603:1020::1', '::ffff:20.50.2.10'])('%s is a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  'https://127.0.0.1',
  'https://2130706433',
  'https://0x7f.1',
  'https://169.254.169.254',
  'https://[::1]',
  'https://[::ffff:10.0.0.1]',
  'https://localhost',
])('a desk at %s is not called, even if the settings let it through', async (url) => {
  const calls: DeskCall[] = [];
  const desk = aDesk(anEntry('generic', { url }), { observe: (call) => calls.push(call) });

  expect(await desk.write(anEffect(), '1', { mayBeThere: false })).toMatchObject({ kind: 'again', mayBeThere: false });
  expect(calls).toMatchObject([{ outcome: 'private-address' }]);
});

test('a redirect is an answer, not a way', async () => {
  const seen: (string | undefined)[] = [];
  play = (request, response) => {
    seen.push(request.url);
    response.writeHead(302, { location: '/elsewhere' });
    response.end();
  };

  expect(await aSend().send({ method: 'GET', path: '/here' })).toMatchObject({ kind: 'answered', status: 302 });
  expect(seen).toEqual(['/here']);
});

test('an answer that never ends is cut at 64 kB', async () => {
  play = (_request, response) => {
    const more = () => {
      while (response.write('x'.repeat(16 * 1024)));
      response.once('drain', more);
    };
    response.on('error', () => undefined);
    more();
  };

  const answer = await aSend().send({ method: 'GET', path: '/' });

  expect(answer).toMatchObject({ kind: 'answered', status: 200, json: null });
  expect(answer.kind === 'answered' ? answer.text.length : 0).toBe(64 * 1024);
});

test('a desk that is silent may have done what it was told', async () => {
  play = () => undefined;
  const { send, calls } = aSend();

  expect(await send({ method: 'POST', path: '/', body: {} }, 100)).toMatchObject({ kind: 'silent', mayBeThere: true });
  expect(await send({ method: 'GET', path: '/' }, 100)).toMatchObject({ kind: 'silent', mayBeThere: false });
  expect(calls.map(({ outcome }) => outcome)).toEqual(['too-slow', 'too-slow']);
});

test('an answer that drips is given up after the time for all of it', async () => {
  play = (_request, response) => {
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  };

  expect(await aSend().send({ method: 'POST', path: '/', body: {} }, 200)).toMatchObject({ kind: 'silent' });
});

test('an answer that breaks off is no answer', async () => {
  play = (request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{');
    setTimeout(() => request.socket.destroy(), 20);
  };

  expect(await aSend().send({ method: 'PUT', path: '/', body: {} })).toMatchObject({
    kind: 'silent',
    mayBeThere: true,
  });
});

test('a desk that nobody answers for did nothing', async () => {
  const closed = await new Promise<number>((resolve) => {
    const other = createServer();
    other.listen(0, '127.0.0.1', () => {
      const { port: free } = other.address() as AddressInfo;
      other.close(() => resolve(free));
    });
  });
  const { send } = aSend(`https://localhost:${closed}`, ['localhost']);

  expect(await send({ method: 'POST', path: '/', body: {} })).toMatchObject({ kind: 'silent', mayBeThere: false });
});

test('a desk with a certificate that nobody signed is told nothing', async () => {
  const own = await generate([{ name: 'commonName', value: 'localhost' }]);
  const requests: unknown[] = [];
  const impostor = createServer({ key: own.private, cert: own.cert }, (request) => requests.push(request));
  await new Promise<void>((resolve) => impostor.listen(0, '127.0.0.1', resolve));
  const { port: there } = impostor.address() as AddressInfo;
  const { send } = aSend(`https://localhost:${there}`, ['localhost']);

  expect(await send({ method: 'POST', path: '/', body: {} })).toMatchObject({ kind: 'silent', mayBeThere: false });
  expect(requests).toEqual([]);
  await new Promise((resolve) => impostor.close(resolve));
});

test('a name with one private address among public ones is refused', async () => {
  const addresses = [
    { address: '20.50.2.10', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  const looking = jest
    .spyOn(dns, 'lookup')
    .mockImplementation(((_name: string, _options: object, tell: Tell) => tell(null, addresses)) as never);
  const { send, calls } = aSend(`https://desk.contoso.com:${port}`, []);

  expect(await send({ method: 'GET', path: '/' })).toMatchObject({ kind: 'silent', mayBeThere: false });
  expect(calls).toMatchObject([{ outcome: 'private-address' }]);
  expect(looking).toHaveBeenCalledTimes(1);
  looking.mockRestore();
});

test('all requests of one effect share one time limit', async () => {
  play = () => undefined;
  const { send } = aSend();
  const limited = withinBudget(send, 150);

  await limited({ method: 'GET', path: '/' });

  expect(await limited({ method: 'POST', path: '/', body: {} })).toMatchObject({ kind: 'silent', mayBeThere: false });
});

test('an effect at a desk on a private network waits, and is not refused for ever', async () => {
  const calls: DeskCall[] = [];
  const desk = aDesk(anEntry('generic', { url: 'https://desk.localtest.invalid' }), {
    observe: (call) => calls.push(call),
  });

  const writing = await desk.write(anEffect(), '1', { mayBeThere: false });

  expect(writing).toEqual({ kind: 'again', status: null, retryAfterSeconds: null, mayBeThere: false });
  expect(calls).toHaveLength(1);
});
