import { type SandboxDeskId, sandboxDeskKinds } from '../../sandbox/desk/desk-kinds.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-sandbox.ts';
import { createDesks } from '../../src/adapters/helpdesk/create-desks.ts';
import { readSettings } from '../../src/config/settings.ts';
import type { DeskEffect } from '../../src/domain/ticket.ts';
import type { Desk } from '../../src/ports/desk.ts';

/** Desks that give tokens, played as their documentation says, and the product's own way of getting them. */

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const kinds = (Object.keys(sandboxDeskKinds) as SandboxDeskId[]).filter((id) => sandboxDeskKinds[id].tokens !== null);

function played(kind: SandboxDeskId) {
  const desk = sandbox.desks.find(kind);
  const { tokens } = sandboxDeskKinds[kind];
  if (desk === undefined || tokens === null) throw new Error(`${kind} gives no tokens`);
  return { desk, tokens, address: `${sandbox.core.addresses.https}/desks/${kind}${tokens.path}` };
}

/** The desk as the bot makes it from an entry that signs in by OAuth. */
function signedIn(kind: SandboxDeskId, changes: object = {}): Desk {
  const { desk, address } = played(kind);
  const { clientId, clientSecret } = desk.oauth;
  const entries = JSON.parse(sandbox.environment.DESKS ?? '[]') as readonly Readonly<Record<string, unknown>>[];
  const own = entries.find(({ id }) => id === kind) ?? {};
  const { user: _user, key: _key, ...entry } = own;
  const oauth = { clientId, clientSecret, tokenUrl: address, ...changes };
  const reading = readSettings({ ...sandbox.environment, DESKS: JSON.stringify([{ ...entry, oauth }]) });
  if (reading.kind !== 'read') throw new Error(reading.faults.map(({ problem }) => problem).join());
  const [made] = createDesks(reading.settings, { now: () => sandbox.core.now() }, () => undefined);
  if (made === undefined) throw new Error('one entry makes one desk');
  return made;
}

function aTicket(kind: SandboxDeskId) {
  return sandbox.desks.book.open(kind, {
    title: 'I need Azure',
    description: '',
    requester: { personId: null, userPrincipalName: null, tenantId: null, name: '', mail: '' },
    scenario: '',
    locale: null,
    by: 'person',
  });
}

function anEffect(id: string): DeskEffect {
  const empty = { reply: '', status: null, reopens: false, tag: null, title: '', requester: null };
  return { id, kind: 'update', note: 'It is done.', ...empty };
}

function tokensAsked(kind: SandboxDeskId): number {
  const { tokens } = played(kind);
  return sandbox.core.requests.list().filter(({ path }) => path === `/desks/${kind}${tokens.path}`).length;
}

test('Zendesk, Jira and ServiceNow give tokens', () => {
  expect(kinds).toEqual(['zendesk', 'jira', 'servicenow']);
});

describe.each(kinds)('%s', (kind) => {
  test('takes a note with a token, one for all notes, and another when an administrator ended it', async () => {
    const desk = signedIn(kind);
    const ticket = aTicket(kind);

    await desk.write(anEffect('one'), ticket.number, { mayBeThere: false });
    await desk.write(anEffect('two'), ticket.number, { mayBeThere: false });
    expect(tokensAsked(kind)).toBe(1);

    sandbox.desks.tokensOf(played(kind).desk).revoke();
    const after = await desk.write(anEffect('three'), ticket.number, { mayBeThere: false });

    expect(after).toMatchObject({ kind: 'written' });
    expect(tokensAsked(kind)).toBe(2);
    expect(ticket.comments).toHaveLength(3);
  });

  test('gives no token to another client, and gets no note', async () => {
    const ticket = aTicket(kind);

    const writing = await signedIn(kind, { clientSecret: 'wrong' }).write(anEffect('one'), ticket.number, {
      mayBeThere: false,
    });

    expect(writing).toMatchObject({ kind: 'again', signIn: { because: 'refused' } });
    expect(ticket.comments).toEqual([]);
  });

  test('reads one encoding, as its page says', async () => {
    const { desk, tokens, address } = played(kind);
    const { clientId: client_id, clientSecret: client_secret } = desk.oauth;
    const fields = { grant_type: 'client_credentials', client_id, client_secret };
    const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
    const asJson = { 'content-type': 'application/json' };

    const form = await fetch(address, {
      method: 'POST',
      headers: asForm,
      body: new URLSearchParams(fields).toString(),
    });
    const json = await fetch(address, { method: 'POST', headers: asJson, body: JSON.stringify(fields) });

    expect([form.ok, json.ok]).toEqual([tokens.body === 'form', tokens.body === 'json']);
  });
});

test('ServiceNow gives the token that is still valid again, with the time that is left of it', async () => {
  const { desk, address } = played('servicenow');
  const { clientId: client_id, clientSecret: client_secret, refreshToken: refresh_token } = desk.oauth;
  const ask = async () => {
    const body = new URLSearchParams({ grant_type: 'refresh_token', client_id, client_secret, refresh_token });
    const response = await fetch(address, { method: 'POST', body });
    return (await response.json()) as { access_token: string; expires_in: number };
  };

  const first = await ask();
  const later = jest.spyOn(sandbox.core, 'now').mockReturnValue(sandbox.core.now() + 1_000_000);
  const second = await ask();
  later.mockRestore();

  expect(second.access_token).toBe(first.access_token);
  expect(second.expires_in).toBeLessThan(first.expires_in - 990);
});
