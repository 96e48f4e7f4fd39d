import { gzipSync } from 'node:zlib';
import type { RunningHttpServer } from '../../src/http/server.ts';
import { StoreFault } from '../../src/ports/document-store.ts';
import { sendRaw } from '../http/raw-request.ts';
import { aWorld, type WorkingBook, type World } from './a-book.ts';
import { startDoor } from './a-door.ts';
import { fakeDesk, handedOver } from './fake-desk.ts';

const keyOfA = 'key-of-desk-a-0123456789abcdef';
const keyOfB = 'key-of-desk-b-0123456789abcdef';

let world: World;
let book: WorkingBook;
let server: RunningHttpServer;

beforeEach(async () => {
  world = aWorld({ desks: [fakeDesk({ id: 'a', readKeys: [keyOfA] }), fakeDesk({ id: 'b', readKeys: [keyOfB] })] });
  book = world.book();
  server = await startDoor(book, () => world.now);
});

afterEach(() => server.stop());

type Init = { readonly body?: string | Buffer; readonly headers?: Record<string, string>; readonly from?: string };

function post(path: string, { body = '', headers = {}, from = '203.0.113.1' }: Init = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-secret': 'secret', 'x-forwarded-for': from, ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
}

function get(path: string, key: string | null, from = '203.0.113.1'): Promise<Response> {
  const authorization: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
  return fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { ...authorization, 'x-forwarded-for': from } });
}

const delivery = (deliveryId: string, changes = {}) => JSON.stringify({ deliveryId, event: handedOver(changes) });

async function handedTo(desk: string, deliveryId: string): Promise<string> {
  const response = await post(`/api/tickets/${desk}`, { body: delivery(deliveryId, { number: deliveryId }) });
  return ((await response.json()) as { id: string }).id;
}

test('a delivery that is stored gets 202 and the id of its ticket', async () => {
  const response = await post('/api/tickets/a', { body: delivery('d1') });
  const { id } = (await response.json()) as { id: string };

  expect(response.status).toBe(202);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(await book.find(id)).toMatchObject({ number: 'T1', deskId: 'a' });
});

test('twenty of the same at once get the same answer and one ticket', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => post('/api/tickets/a', { body: delivery('d1') })));
  const bodies = await Promise.all(answers.map((response) => response.text()));

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  expect(new Set(bodies).size).toBe(1);
  expect((await book.list({ after: null, limit: 9, only: 'all' })).tickets).toHaveLength(1);
});

test.each<readonly [string, number, string, Init]>([
  ['no signature', 401, '/api/tickets/a', { body: delivery('d1'), headers: { 'x-secret': '' } }],
  ['a key in the address', 401, '/api/tickets/a?key=secret', { body: delivery('d1'), headers: { 'x-secret': '' } }],
  ['a desk that is not there', 404, '/api/tickets/c', { body: delivery('d1') }],
  ['a delivery id that is no id', 400, '/api/tickets/a', { body: delivery('a.b') }],
  ['a shape that no desk sends', 422, '/api/tickets/a', { body: '{"deliveryId":"d1"}' }],
  ['no JSON', 400, '/api/tickets/a', { body: '{' }],
  ['an empty body', 400, '/api/tickets/a', {}],
  ['a form', 415, '/api/tickets/a', { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  [
    'another character set',
    415,
    '/api/tickets/a',
    { body: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } },
  ],
  ['a compressed body', 415, '/api/tickets/a', { body: gzipSync('{}'), headers: { 'content-encoding': 'gzip' } }],
  ['bytes that are no UTF-8', 400, '/api/tickets/a', { body: Buffer.from([0x22, 0xff, 0x22]) }],
  ['a body that is too deep', 400, '/api/tickets/a', { body: '['.repeat(100) + ']'.repeat(100) }],
  ['a body that is too large', 413, '/api/tickets/a', { body: `"${'x'.repeat(64 * 1_024)}"` }],
])('%s gets %i, without a word', async (_what, status, path, init) => {
  const response = await post(path, init);

  expect(response.status).toBe(status);
  // Only a desk that proved itself reads more than the status.
  expect(await response.text()).toBe(status === 422 ? '{"error":{"message":"This is not what the desk sends."}}' : '');
  expect((await book.list({ after: null, limit: 9, only: 'all' })).tickets).toEqual([]);
});

test('a body that is too large and does not say so is cut off with 413', async () => {
  const head =
    'POST /api/tickets/a HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
  const piece = 'x'.repeat(32 * 1_024);

  const answer = await sendRaw(
    server.port,
    head,
    ...Array.from({ length: 3 }, () => `${piece.length.toString(16)}\r\n${piece}\r\n`),
  );

  expect(answer.status).toBe(413);
  expect(answer.isClosed).toBe(true);
});

test('another way of asking gets 405', async () => {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/tickets/a`, { method: 'PUT' });

  expect(response.status).toBe(405);
});

test('the same id with another body gets 422', async () => {
  await post('/api/tickets/a', { body: delivery('d1') });

  expect((await post('/api/tickets/a', { body: delivery('d1', { title: 'another' }) })).status).toBe(422);
});

test('the same id at another desk is another delivery', async () => {
  expect(await handedTo('a', 'd1')).not.toBe(await handedTo('b', 'd1'));
});

test('two secrets are good while they change, and the old one afterwards no more', async () => {
  const [desk] = world.desks;
  if (desk === undefined) throw new Error('there is a desk');
  desk.secrets = ['new', 'secret'];
  const both = [
    await post('/api/tickets/a', { body: delivery('d1') }),
    await post('/api/tickets/a', { body: delivery('d2'), headers: { 'x-secret': 'new' } }),
  ];
  desk.secrets = ['new'];
  const old = await post('/api/tickets/a', { body: delivery('d3') });

  expect([...both, old].map(({ status }) => status)).toEqual([202, 202, 401]);
});

test('the thirty-first refused delivery of one address in a minute has to wait, and a good one does not', async () => {
  const statuses: number[] = [];
  for (let number = 0; number < 31; number += 1)
    statuses.push((await post('/api/tickets/a', { body: delivery('d1'), headers: { 'x-secret': 'guess' } })).status);
  const good = await post('/api/tickets/a', { body: delivery('d1') });
  const waits = await post('/api/tickets/a', { body: delivery('d1'), headers: { 'x-secret': 'guess' } });
  world.now += 61_000;
  const later = await post('/api/tickets/a', { body: delivery('d1'), headers: { 'x-secret': 'guess' } });

  expect(statuses).toEqual([...Array<number>(30).fill(401), 429]);
  expect([good.status, waits.status, later.status]).toEqual([202, 429, 401]);
  expect(Number(waits.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a hundred good deliveries of one address do not wait', async () => {
  const responses = await Promise.all(
    Array.from({ length: 100 }, (_, number) =>
      post('/api/tickets/a', { body: delivery(`d${number}`, { number: `T${number}` }) }),
    ),
  );

  // More at once than are taken get 503; none is made to wait for others' failures.
  expect(responses.filter(({ status }) => status === 429)).toEqual([]);
});

test('a store that is away gets 503 and when to come again', async () => {
  world.store.write = async () => {
    throw new StoreFault('away');
  };

  const response = await post('/api/tickets/a', { body: delivery('d1') });

  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
});

describe('how a ticket is', () => {
  test('its desk is told, without names', async () => {
    const id = await handedTo('a', 'd1');
    await book.runDue();

    const response = await get(`/api/tickets/${id}`, keyOfA);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      id,
      desk: 'a',
      number: 'd1',
      about: 'add-azure',
      state: 'waiting',
      receivedAt: new Date(world.now).toISOString(),
      changedAt: new Date(world.now).toISOString(),
      history: [
        { at: new Date(world.now).toISOString(), to: 'received', because: null },
        { at: new Date(world.now).toISOString(), to: 'waiting', because: 'in-teams' },
      ],
      effects: { waiting: 0, delivered: 1, dead: 0 },
    });
  });

  test("another desk's ticket and one that never was are the same", async () => {
    const id = await handedTo('a', 'd1');

    const raw = (path: string) =>
      sendRaw(server.port, `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${keyOfB}\r\n\r\n`);
    const [foreign, absent, noId] = [
      await raw(`/api/tickets/${id}`),
      await raw('/api/tickets/AAAAAAAAAAAAAAAAAAAAAA'),
      await raw('/api/tickets/..%2Fconversation'),
    ];

    expect(foreign.status).toBe(404);
    expect(foreign.body).toBe('');
    const withoutDate = ({ headers: { date: _date, ...headers }, status, body }: typeof foreign) => ({
      headers,
      status,
      body,
    });
    expect(withoutDate(foreign)).toEqual(withoutDate(absent));
    expect(withoutDate(noId)).toEqual(withoutDate(absent));
  });

  test.each([
    ['no key', null, ''],
    ['a wrong key', 'a-key-that-nobody-has-01234567', ''],
    ['a key in the address', null, `?key=${keyOfA}`],
  ])('%s gets 401', async (_what, key, query) => {
    const id = await handedTo('a', 'd1');

    expect((await get(`/api/tickets/${id}${query}`, key)).status).toBe(401);
  });

  test('who tries ids has to wait after thirty', async () => {
    const statuses: number[] = [];
    for (let number = 0; number < 31; number += 1)
      statuses.push((await get(`/api/tickets/guess-${number}`, keyOfA)).status);

    expect(statuses).toEqual([...Array<number>(30).fill(404), 429]);
  });
});
