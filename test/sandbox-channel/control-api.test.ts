import { get } from 'node:http';
import { openAChat, openAStream } from './a-chat.ts';
import { type ASandbox, anna, startASandbox } from './a-sandbox.ts';

let sandbox: ASandbox;
beforeEach(async () => {
  sandbox = await startASandbox();
});
afterEach(async () => sandbox.stop());

test('the overview names every address, person and fault', async () => {
  await sandbox.ask('POST', '/sandbox/faults', { body: { service: 'graph', fault: 'hang', times: 2, path: '/me' } });

  const { body } = await sandbox.ask('GET', '/sandbox');

  expect(body).toMatchObject({
    addresses: { page: `${sandbox.url}/`, directLine: `${sandbox.url}/v3/directline`, bot: sandbox.core.addresses.bot },
    people: [{ id: 'anna', name: anna.displayName, story: anna.story, complete: false }],
    faults: [{ service: 'graph', fault: 'hang', times: 2, path: '/me' }],
  });
});

test.each([
  ['an unknown service', { service: 'mail', fault: '500' }, 'service'],
  ['an unknown fault', { service: 'graph', fault: 'explode' }, 'fault'],
  ['zero times', { service: 'graph', fault: '500', times: 0 }, 'times'],
  ['a member nobody knows', { service: 'graph', fault: '500', often: true }, 'often'],
  ['nothing', undefined, 'body'],
])('a fault with %s is refused by name', async (_name, body, told) => {
  const answer = await sandbox.ask('POST', '/sandbox/faults', { body });

  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ error: { code: 'BadArgument', message: expect.stringContaining(told) } });
  expect(sandbox.core.faults.list()).toEqual([]);
});

test('faults can be cleared', async () => {
  await sandbox.ask('POST', '/sandbox/faults', { body: { service: 'arm', fault: '503' } });

  const { body } = await sandbox.ask('DELETE', '/sandbox/faults');

  expect(body).toEqual({ faults: [] });
});

test('a person can finish the sign-up, and a stranger cannot', async () => {
  const done = await sandbox.ask('POST', '/sandbox/people/anna/complete');
  const stranger = await sandbox.ask('POST', '/sandbox/people/nobody/complete');

  expect([done.body.complete, sandbox.core.people.isComplete('anna')]).toEqual([true, true]);
  expect([stranger.status, stranger.body]).toMatchObject([404, { error: { code: 'PersonNotFound' } }]);
});

test('a reset forgets faults, requests, people’s doings and conversations', async () => {
  const chat = await openAChat(sandbox);
  const stream = await openAStream(chat.streamUrl);
  await sandbox.ask('POST', '/sandbox/people/anna/complete');
  await sandbox.ask('POST', '/sandbox/faults', { body: { service: 'arm', fault: '503' } });

  await sandbox.ask('POST', '/sandbox/reset');

  await stream.closed;
  const gone = await sandbox.ask('GET', `/v3/directline/conversations/${chat.id}`, { token: chat.token });
  const { body } = await sandbox.ask('GET', '/sandbox');
  expect(gone.status).toBe(404);
  expect(body).toMatchObject({ faults: [], people: [{ complete: false }] });
});

test('chat tokens can be made to expire', async () => {
  const chat = await openAChat(sandbox);

  await sandbox.ask('POST', '/sandbox/tokens/expire', { body: { of: 'chat' } });

  const answer = await sandbox.ask('POST', '/v3/directline/tokens/refresh', { token: chat.token });
  expect([answer.status, answer.body]).toMatchObject([403, { error: { code: 'TokenExpired' } }]);
});

test('who signs in can be changed in the middle of a chat', async () => {
  const chat = await openAChat(sandbox);

  const changed = await sandbox.ask('POST', `/sandbox/conversations/${chat.id}/person`, { body: { person: 'anna' } });
  const stranger = await sandbox.ask('POST', `/sandbox/conversations/${chat.id}/person`, { body: { person: 'x' } });

  expect([changed.status, stranger.status]).toEqual([200, 404]);
});

test('it is told who a chat is with, and whether they finished', async () => {
  const chat = await openAChat(sandbox);
  const standing = async () => (await sandbox.ask('GET', `/sandbox/conversations/${chat.id}`)).body;

  const before = await standing();
  await sandbox.ask('POST', `/sandbox/conversations/${chat.id}/person`, { body: { person: 'anna' } });
  await sandbox.ask('POST', '/sandbox/people/anna/complete');
  const after = await standing();

  expect(before).toEqual({ id: chat.id, person: null, signedIn: null, complete: false });
  expect(after).toEqual({ id: chat.id, person: 'anna', signedIn: null, complete: true });
  expect((await sandbox.ask('GET', '/sandbox/conversations/x')).status).toBe(404);
});

describe('Teams', () => {
  test('a person says anything, and the bot’s own answer comes back', async () => {
    const { body: made } = await sandbox.ask('POST', '/sandbox/teams/conversations', {
      body: { person: 'anna', locale: 'nl-NL' },
    });
    sandbox.bot.answer = () => ({ status: 412, body: { failureDetail: 'no' } });

    const { body } = await sandbox.ask('POST', `/sandbox/teams/conversations/${made.id}/activities`, {
      body: { type: 'invoke', name: 'signin/tokenExchange', value: { id: '1' }, channelData: { extra: true } },
    });

    expect(String(made.id)).toMatch(/^a:1/);
    expect(body).toMatchObject({ status: 412, body: { failureDetail: 'no' } });
    expect(sandbox.bot.calls[0]?.activity).toMatchObject({
      type: 'invoke',
      name: 'signin/tokenExchange',
      channelId: 'msteams',
      locale: 'nl-NL',
      from: { id: `29:${anna.objectId}`, aadObjectId: anna.objectId },
      recipient: { id: `28:${sandbox.core.registrations.bot.appId}` },
      conversation: { conversationType: 'personal', tenantId: anna.homeTenantId, id: made.id },
      channelData: { extra: true, tenant: { id: anna.homeTenantId } },
    });
  });

  test('an activity may be sent twice under the same id', async () => {
    const { body: made } = await sandbox.ask('POST', '/sandbox/teams/conversations', { body: { person: 'anna' } });
    const send = () =>
      sandbox.ask('POST', `/sandbox/teams/conversations/${made.id}/activities`, {
        body: { type: 'message', id: 'same' },
      });

    await send();
    await send();

    expect(sandbox.bot.calls.map(({ activity }) => activity.id)).toEqual(['same', 'same']);
  });
});

describe('the page', () => {
  test('may load only what the sandbox serves', async () => {
    const page = await sandbox.ask('GET', '/');
    const addresses = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');

    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(addresses.filter((address) => address.startsWith('/'))).toHaveLength(4);
    for (const address of addresses.filter((each) => each.startsWith('/'))) {
      expect((await sandbox.ask('GET', address)).status).toBe(200);
    }
    expect(addresses.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
  });

  test('gets a fresh style nonce every time', async () => {
    const [first, second] = [await sandbox.ask('GET', '/'), await sandbox.ask('GET', '/')];

    expect(first.text).not.toContain('{{nonce}}');
    expect(first.text).not.toBe(second.text);
  });

  test('is not served to a name that points here from elsewhere', async () => {
    const answer = await new Promise<number | undefined>((resolve) => {
      get(sandbox.url, { headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
    });

    expect(answer).toBe(403);
  });
});
