import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import type { DeskEntry } from '../../../src/adapters/helpdesk/desk-entry.ts';
import { type DeskKind, deskKindNames } from '../../../src/adapters/helpdesk/desk-kinds.ts';
import type { DeskProbe } from '../../../src/ports/desk.ts';
import { type StandIn, startStandIn } from '../stand-in.ts';
import { aDesk, anEntry } from './desks.ts';

let api: StandIn;

beforeEach(async () => {
  api = await startStandIn();
});
afterEach(() => api.stop());

/** What each desk is asked, and what it answers to whom it knows. */
const good = {
  zendesk: ['/api/v2/users/me.json', { user: { id: 900 } }],
  jira: ['/rest/api/3/myself', { accountId: 'onetenant-account' }],
  zammad: ['/api/v1/users/me', { id: 90 }],
  servicenow: ['/api/now/table/incident?sysparm_limit=1&sysparm_fields=sys_id', { result: [] }],
  freshdesk: ['/api/v2/agents/me', { id: 900 }],
  topdesk: ['/tas/api/operators/current', { id: '5b7c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c3' }],
} as const satisfies Partial<Record<DeskKind, readonly [string, object]>>;
const asking = deskKindNames.filter((kind): kind is keyof typeof good => Object.hasOwn(good, kind));

function look(kind: DeskKind, changes: Partial<DeskEntry> = {}): Promise<DeskProbe> {
  return aDesk(anEntry(kind, { url: `${api.origin}/base`, ...changes }), { privateHosts: ['127.0.0.1'] }).probe();
}

test.each(asking)('%s is asked questions that change nothing', async (kind) => {
  const [path, body] = good[kind];
  api.route(`/base${path}`, { body });

  expect(await look(kind)).toMatchObject({ kind: 'well', triedKey: true });
  expect(api.requests[0]?.url).toBe(`/base${path}`);
  expect(api.requests.every(({ method }) => method === 'GET')).toBe(true);
});

const agent = { id: 900, role: 'agent', ticket_restriction: null, only_private_comments: false };
const all = ['read', 'note', 'answer', 'change-state'];
const permissions = (...names: readonly string[]) => ({
  permissions: Object.fromEntries(
    ['BROWSE_PROJECTS', 'ADD_COMMENTS', 'TRANSITION_ISSUES'].map((key) => [
      key,
      { id: '1', key, type: 'PROJECT', havePermission: names.includes(key) },
    ]),
  ),
});

/** What a desk says about our rights, and what that means. */
const rights: readonly (readonly [DeskKind, string, string, object, object])[] = [
  ['zendesk', 'an agent', '/api/v2/users/me.json', { user: agent }, { may: all, mayNot: [] }],
  [
    'zendesk',
    'an agent who sees some tickets',
    '/api/v2/users/me.json',
    { user: { ...agent, ticket_restriction: 'groups' } },
    { may: ['note', 'answer', 'change-state'], mayNot: ['read'] },
  ],
  [
    'zendesk',
    'a light agent',
    '/api/v2/users/me.json',
    { user: { ...agent, only_private_comments: true } },
    { may: ['read', 'note', 'change-state'], mayNot: ['answer'] },
  ],
  [
    'zendesk',
    'an end user',
    '/api/v2/users/me.json',
    { user: { ...agent, role: 'end-user' } },
    { may: [], mayNot: all },
  ],
  [
    'jira',
    'an account with all rights',
    '/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,ADD_COMMENTS,TRANSITION_ISSUES',
    permissions('BROWSE_PROJECTS', 'ADD_COMMENTS', 'TRANSITION_ISSUES'),
    { may: all, mayNot: [] },
  ],
  [
    'jira',
    'an account that may move nothing',
    '/rest/api/3/mypermissions',
    permissions('BROWSE_PROJECTS', 'ADD_COMMENTS'),
    { may: ['read', 'note', 'answer'], mayNot: ['change-state'] },
  ],
  ['jira', 'an account that may not ask', '/rest/api/3/mypermissions', { errorMessages: [] }, { may: [], mayNot: [] }],
  [
    'servicenow',
    'a user who reads the journal',
    '/api/now/table/sys_journal_field',
    { result: [{ sys_id: 'a' }] },
    { may: ['read', 'find-notes'], mayNot: [] },
  ],
  [
    'servicenow',
    'a user without that right',
    '/api/now/table/sys_journal_field',
    { result: [] },
    { may: ['read'], mayNot: ['find-notes'] },
  ],
  [
    'freshdesk',
    'an agent for all tickets',
    '/api/v2/agents/me',
    { id: 900, ticket_scope: 1 },
    { may: ['read'], mayNot: [] },
  ],
  [
    'freshdesk',
    'an agent of some groups',
    '/api/v2/agents/me',
    { id: 900, ticket_scope: 2 },
    { may: [], mayNot: ['read'] },
  ],
];

test.each(rights)('at %s, what %s may do is told', async (kind, _who, path, body, told) => {
  const [whoAmI, known] = good[kind as keyof typeof good];
  api.route(`/base${whoAmI}`, { body: known });
  api.route(`/base${path}`, { body });

  expect(await look(kind)).toEqual({ kind: 'well', triedKey: true, ...told });
});

test.each(asking.flatMap((kind) => [401, 403].map((status) => [kind, status] as const)))(
  '%s that answers %i does not take the key',
  async (kind, status) => {
    api.route('/base', { status });

    expect(await look(kind)).toEqual({ kind: 'key-refused', status });
  },
);

test('Zendesk that takes us for nobody does not take the key', async () => {
  api.route('/base', { body: { user: { id: null, name: 'Anonymous user' } } });

  expect(await look('zendesk')).toEqual({ kind: 'key-refused', status: 200 });
});

test.each(asking)('a page, a redirect and a missing address are not the API of %s', async (kind) => {
  api.route('/base', { text: '<html>Sign in</html>' });
  expect(await look(kind)).toEqual({ kind: 'not-there', status: 200 });

  api.route('/base', { status: 302, headers: { location: 'https://elsewhere.example' } });
  expect(await look(kind)).toEqual({ kind: 'not-there', status: 302 });

  api.route('/base', { status: 404 });
  expect(await look(kind)).toEqual({ kind: 'not-there', status: 404 });
});

test.each(asking)('%s that is out of order is not blamed on the key', async (kind) => {
  api.route('/base', { status: 503 });

  expect(await look(kind)).toEqual({ kind: 'unreachable', because: 'failing' });
});

test('a table of its own is what ServiceNow is asked for', async () => {
  await look('servicenow', { options: { table: 'sn_customerservice_case' } });

  expect(api.requests[0]?.url).toMatch(/^\/base\/api\/now\/table\/sn_customerservice_case\?/);
});

test('a generic desk is only reached for, whatever it answers', async () => {
  api.route('/base', { status: 405 });

  expect(await look('generic')).toEqual({ kind: 'well', triedKey: false, may: [], mayNot: [] });
  expect(api.requests).toMatchObject([{ method: 'GET', url: '/base', body: '' }]);
});

describe.each(deskKindNames)('at %s', (kind) => {
  test('a private address is told and not called', async () => {
    const desk = aDesk(anEntry(kind, { url: `https://localhost:${api.port}` }));

    expect(await desk.probe()).toEqual({ kind: 'unreachable', because: 'private-address' });
    expect(api.requests).toEqual([]);
  });

  test('a certificate that is refused is told, and why', async () => {
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
    const stranger = createTlsServer({ cert, key }, (_request, response) => response.end('{}'));
    const url = await addressOf(stranger);

    expect(await look(kind, { url })).toEqual({ kind: 'unreachable', because: { certificate: 'self-signed' } });
    await end(stranger);
  });

  test('an address without encryption is told', async () => {
    const plain = createServer((_request, response) => response.end('{}'));
    const url = await addressOf(plain);

    expect(await look(kind, { url })).toEqual({ kind: 'unreachable', because: 'no-tls' });
    await end(plain);
  });

  test('an address where nobody listens is told', async () => {
    const server = createServer();
    const url = await addressOf(server);
    await end(server);

    expect(await look(kind, { url })).toEqual({ kind: 'unreachable', because: 'no-answer' });
  });
});

async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function end(server: Server): Promise<unknown> {
  const ended = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  return ended;
}
