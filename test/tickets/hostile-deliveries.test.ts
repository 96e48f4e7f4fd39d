import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDesks } from '../../src/adapters/helpdesk/create-desks.ts';
import type { DeskEntry } from '../../src/adapters/helpdesk/desk-entry.ts';
import type { RunningHttpServer } from '../../src/http/server.ts';
import type { Desk } from '../../src/ports/desk.ts';
import { aWorld, start, type WorkingBook, type World } from './a-book.ts';
import { startDoor } from './a-door.ts';
import { alice, tenantId } from './fake-desk.ts';

/** What somebody sends who is not the desk, or a desk that was misled: the real desks behind a real door. */

const whsec = whsecOf('the secret that is good, 24+');
const retired = whsecOf('the secret from before, 24+!');
const plain = 'a-secret-of-twenty-four-bytes-or-more';
const readKey = 'a-key-to-read-with-of-24-bytes';
const common = { name: 'Desk', locale: 'en', tenant: tenantId, url: 'https://desk.example', domains: ['contoso.com'] };
const seconds = start / 1_000;

let world: World;
let book: WorkingBook;
let server: RunningHttpServer;
/** Every address that something was written to. */
let written: string[];

beforeEach(async () => {
  world = aWorld();
  written = [];
  await opens([whsec]);
});

afterEach(() => server.stop());

/** The same store behind a door whose desks have these secrets, as after a restart. */
async function opens(secrets: readonly string[]): Promise<void> {
  const entries: readonly DeskEntry[] = [
    { ...common, id: 'own', kind: 'generic', key: whsec, secrets, readKeys: [readKey], bringsAnswers: true },
    { ...common, id: 'jira', kind: 'jira', user: 'bot', key: 'k', secrets: [plain], fields: { personId: 'cf_1' } },
  ];
  const desks = createDesks({ DESKS: entries, DESK_PRIVATE_HOSTS: [] }, { now: () => world.now }, () => undefined);
  const quiet = desks.map((desk, index): Desk => {
    const url = entries[index]?.url ?? '';
    return {
      ...desk,
      write: async (effect) => {
        written.push(`${url} ${effect.id}`);
        return { kind: 'written', number: null };
      },
    };
  });
  book = world.book({ desks: quiet });
  server = await startDoor(book, () => world.now);
}

const ticket = {
  number: 'T-17',
  title: 'I need Azure',
  personId: alice,
  tenantId,
  about: 'add-azure',
  locale: 'nl',
  version: 4,
};

function bodyOf(data: object = ticket, type = 'ticket.handed-over'): string {
  return JSON.stringify({ type, timestamp: '2026-11-21T09:00:00Z', data });
}

interface Sent {
  readonly id?: string;
  readonly at?: number | string;
  readonly secret?: string;
  readonly body?: string;
  /** What is changed after it was signed. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly sentBody?: string;
  readonly query?: string;
}

async function send(sent: Sent = {}): Promise<{ readonly status: number; readonly text: string }> {
  const { id = 'msg_1', at = seconds, secret = whsec, body = bodyOf(), query = '' } = sent;
  const response = await fetch(`http://127.0.0.1:${server.port}/api/tickets/own${query}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(at),
      'webhook-signature': signature(secret, id, at, body),
      ...sent.headers,
    },
    body: sent.sentBody ?? body,
  });
  return { status: response.status, text: await response.text() };
}

async function report(id: string, key = readKey): Promise<{ readonly state?: string; readonly history?: unknown }> {
  const headers = { authorization: `Bearer ${key}` };
  const response = await fetch(`http://127.0.0.1:${server.port}/api/tickets/${id}`, { headers });
  return (await response.json()) as { state?: string };
}

async function handsOver(sent: Sent = {}): Promise<string> {
  const { text } = await send(sent);
  return (JSON.parse(text) as { id: string }).id;
}

async function ticketsKept(): Promise<number> {
  return (await book.list({ after: null, limit: 9, only: 'all' })).tickets.length;
}

describe('whoever is not the desk', () => {
  test.each<readonly [string, Sent]>([
    ['no signature', { headers: { 'webhook-signature': '' } }],
    ['a signature with one letter changed', { headers: { 'webhook-signature': changed(signature(whsec)) } }],
    ['a signature of another version', { headers: { 'webhook-signature': signature(whsec).replace('v1,', 'v2,') } }],
    ['a signature of another body', { sentBody: bodyOf({ ...ticket, number: 'T-18' }) }],
    ['the same value with one space more', { sentBody: `${bodyOf()} ` }],
    ['another delivery id', { headers: { 'webhook-id': 'msg_2' } }],
    ['another moment', { headers: { 'webhook-timestamp': String(seconds + 1) } }],
    ['another secret', { secret: retired }],
    ['the key in the address instead', { query: `?key=${whsec}&signature=x`, headers: { 'webhook-signature': '' } }],
  ])('with %s gets 401 and nothing happens', async (_what, sent) => {
    expect(await send(sent)).toEqual({ status: 401, text: '' });
    expect(await ticketsKept()).toBe(0);
    expect(await world.store.list('delivery/', 10)).toEqual([]);
  });

  test.each([-301, 301, 'NaN', '1e9', '-1', '', start])(
    'at %s seconds from now, or no seconds, gets 401',
    async (at) => {
      const moment = typeof at === 'number' && Math.abs(at) < 1_000 ? seconds + at : at;

      expect(await send({ at: moment })).toEqual({ status: 401, text: '' });
      expect(await ticketsKept()).toBe(0);
    },
  );

  test.each([-300, -299, 299, 300])('a clock that is %s seconds apart is near enough', async (apart) => {
    expect((await send({ at: seconds + apart })).status).toBe(202);
  });

  test.each([
    ['a dot', 'a.b'],
    ['a space', 'a b'],
    ['a way up', 'a/../b'],
    ['129 letters', 'x'.repeat(129)],
  ])('a signed delivery id with %s gets 400', async (_what, id) => {
    expect(await send({ id })).toEqual({ status: 400, text: '' });
    expect(await world.store.list('delivery/', 10)).toEqual([]);
  });

  test('a dot that shifts what is signed gets nowhere', async () => {
    // "msg_1.<seconds>" and "<seconds>.<body>" sign the same bytes as "msg_1" and "<seconds>.<seconds>.<body>".
    const shifted = `${seconds}.${bodyOf()}`;

    const answer = await send({ body: shifted, headers: { 'webhook-id': `msg_1.${seconds}` }, sentBody: bodyOf() });

    expect(answer).toEqual({ status: 400, text: '' });
    expect(await ticketsKept()).toBe(0);
  });

  test('the published vector of Standard Webhooks passes the signature', async () => {
    await server.stop();
    world.now = 1_614_265_330_000;
    await opens(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']);
    const vector = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: 1_614_265_330,
      body: '{"test": 2432232314}',
      headers: { 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' },
    };

    // Who sent it is right, and only then is it looked at: no desk of ours sends such a shape.
    expect(await send(vector)).toMatchObject({ status: 422, text: expect.stringContaining('message') });
    expect((await send({ ...vector, id: 'msg_q' })).status).toBe(401);
  });

  test('a key in the address is neither read nor noted', async () => {
    await send({ query: `?key=${whsec}&CNRY-query=1`, headers: { 'webhook-signature': '' } });
    await send({ query: '?CNRY-query=2' });

    expect(world.events.map(({ event }) => event)).toEqual(['ticket.refused', 'ticket.received']);
    expect(JSON.stringify(world.events)).not.toMatch(/CNRY|whsec_/);
    const kept = await Promise.all((await world.store.list('', 100)).map((key) => world.store.read(key)));
    expect(JSON.stringify(kept)).not.toMatch(/CNRY|whsec_/);
  });
});

describe('a secret that changes', () => {
  test('both are good in between, and the old one no longer after it was taken out', async () => {
    const before = await send({ id: 'msg_1', secret: whsec });
    await server.stop();
    await opens([retired, whsec]);
    const between = [await send({ id: 'msg_2', secret: whsec }), await send({ id: 'msg_3', secret: retired })];
    await server.stop();
    await opens([retired]);
    const after = [await send({ id: 'msg_4', secret: whsec }), await send({ id: 'msg_5', secret: retired })];

    expect([before, ...between, ...after].map(({ status }) => status)).toEqual([202, 202, 202, 401, 202]);
  });

  test('a recorded delivery of the old secret is worth nothing afterwards, whatever stands beside it', async () => {
    await server.stop();
    await opens([retired]);
    const two = `${signature(whsec)} v1,${'A'.repeat(43)}=`;

    expect((await send({ headers: { 'webhook-signature': two } })).status).toBe(401);
    expect((await send({ headers: { 'webhook-signature': `${two} ${signature(retired)}` } })).status).toBe(202);
  });
});

describe('an address in a delivery', () => {
  let stranger: Server;
  let calls: string[];
  let url: string;

  beforeEach(async () => {
    calls = [];
    stranger = createServer((request, response) => {
      calls.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  });

  afterEach(() => new Promise((resolve) => stranger.close(resolve)));

  test('a field for it is no field of ours', async () => {
    const answer = await send({ body: bodyOf({ ...ticket, callbackUrl: `${url}/callback` }) });

    expect(answer).toMatchObject({ status: 422, text: expect.stringContaining('message') });
    expect(await ticketsKept()).toBe(0);
    expect(calls).toEqual([]);
  });

  test('what a desk sends besides is passed over, and every word goes to the address in the settings', async () => {
    const body = JSON.stringify({
      webhookEvent: 'jira:issue_created',
      timestamp: start,
      callbackUrl: `${url}/callback`,
      issue: {
        key: 'IT-42',
        self: `${url}/self`,
        fields: { summary: `![](${url}/picture)`, labels: ['onetenant'], cf_1: alice, callbackUrl: `${url}/inner` },
      },
    });
    const response = await fetch(`http://127.0.0.1:${server.port}/api/tickets/jira`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-atlassian-webhook-identifier': 'd1',
        'x-hub-signature': `sha256=${createHmac('sha256', plain).update(body).digest('hex')}`,
      },
      body,
    });
    const { id } = (await response.json()) as { id: string };
    await book.runDue();

    expect(response.status).toBe(202);
    expect(written).toEqual([`https://desk.example ${id}-1`]);
    expect(calls).toEqual([]);
    const kept = await Promise.all((await world.store.list('', 100)).map((key) => world.store.read(key)));
    expect(JSON.stringify(kept)).not.toMatch(/callback|\/self/);
  });
});

describe('a desk that was misled', () => {
  test.each<readonly [string, object, string]>([
    ['a name of another domain', { personId: null, userPrincipalName: 'eve@evil.example' }, 'foreign-domain'],
    ['another tenant', { tenantId: '99999999-3333-4444-5555-666666666666' }, 'foreign-tenant'],
    ['nobody', { personId: null }, 'nobody-named'],
    ['somebody whom nobody knows', { personId: null, userPrincipalName: 'a@contoso.com' }, 'unknown-person'],
  ])('names %s: 202, parked, and nobody is written to', async (_who, changes, because) => {
    const id = await handsOver({ body: bodyOf({ ...ticket, ...changes }) });
    await book.runDue();

    const { state, history } = await report(id);
    expect(state).toBe('unrouted');
    expect(history).toContainEqual(expect.objectContaining({ to: 'unrouted', because }));
    expect(world.reached.size).toBe(0);
  });

  test('an older version after a newer one gets 202 and changes nothing', async () => {
    const id = await handsOver();
    const older = [
      await send({ id: 'msg_2', body: bodyOf({ ...ticket, version: 3, title: 'old' }) }),
      await send({ id: 'msg_3', body: bodyOf({ number: 'T-17', version: 3 }, 'ticket.withdrawn') }),
    ];

    expect(older.map(({ status, text }) => [status, JSON.parse(text)])).toEqual([
      [202, { id }],
      [202, { id }],
    ]);
    expect((await report(id)).state).toBe('received');
    expect((await book.find(id))?.title).toBe('I need Azure');
  });
});

describe('somebody who cannot be reached', () => {
  test('is tried once, the desk hears it, and the ticket says so', async () => {
    const tries: string[] = [];
    await server.stop();
    const entry: DeskEntry = {
      ...common,
      id: 'own',
      kind: 'generic',
      key: whsec,
      secrets: [whsec],
      readKeys: [readKey],
    };
    const desks = createDesks({ DESKS: [entry], DESK_PRIVATE_HOSTS: [] }, { now: () => world.now }, () => undefined);
    const notes: string[] = [];
    book = world.book({
      desks: desks.map((desk) => ({
        ...desk,
        write: async (effect) => {
          notes.push(effect.note);
          return { kind: 'written', number: null } as const;
        },
      })),
      chatOrigin: null,
      people: {
        reach: async (_person, ticketId) => {
          tries.push(ticketId);
          return { kind: 'not-there' };
        },
        continueChat: async () => undefined,
      },
    });
    server = await startDoor(book, () => world.now);

    const id = await handsOver();
    for (let look = 0; look < 50; look += 1) {
      await book.runDue();
      world.now += 3_600_000;
    }

    expect(tries).toEqual([id]);
    expect((await report(id)).state).toBe('undeliverable');
    expect(notes).toHaveLength(1);
  });
});

describe('a ticket of another desk', () => {
  test('costs the same looks at the store as one that never was', async () => {
    const id = await handsOver();
    const reads: string[] = [];
    const { read } = world.store;
    world.store.read = (key) => {
      reads.push(key.split('/')[0] ?? '');
      return read.call(world.store, key);
    };
    await book.report(id, 'a-key-of-somebody-else-24-bytes');
    const foreign = reads.splice(0);
    await book.report('A'.repeat(22), 'a-key-of-somebody-else-24-bytes');

    expect(foreign).toEqual(reads);
    expect(foreign).toHaveLength(1);
  });
});

function whsecOf(text: string): string {
  return `whsec_${Buffer.from(text).toString('base64')}`;
}

function signature(secret: string, id = 'msg_1', at: number | string = seconds, body = bodyOf()): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
}

/** One letter of the signature is another one. */
function changed(text: string): string {
  const at = 10;
  return `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
}
