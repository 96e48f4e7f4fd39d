import { followSignIn, linkOf, offerSignIn, openAChat } from './a-chat.ts';
import { type ASandbox, startASandbox } from './a-sandbox.ts';

let sandbox: ASandbox;
beforeEach(async () => {
  sandbox = await startASandbox();
});
afterEach(async () => sandbox.stop());

interface Person {
  readonly userId: string;
  readonly channelId: string;
}

describe('the token of a person', () => {
  test('none is 404 with nothing in it', async () => {
    const answer = await getToken({ userId: 'dl_1', channelId: 'directline' });

    expect([answer.status, answer.text]).toEqual([404, '']);
  });

  test('a bot without its own token is not answered', async () => {
    const answer = await sandbox.ask('GET', '/api/usertoken/GetToken?userId=a&channelId=b&connectionName=onetenant');

    expect(answer.status).toBe(401);
  });

  test('another connection is named as the fault that it is', async () => {
    const answer = await getToken({ userId: 'dl_1', channelId: 'directline' }, { connectionName: 'other' });

    expect([answer.status, answer.body]).toMatchObject([400, { error: { code: 'BadRequest' } }]);
  });

  test('is renewed when less than five minutes are left', async () => {
    const person = await signedInPerson();
    const { body: before } = await getToken(person);
    sandbox.moveClock(56 * 60_000);

    const { body: after } = await getToken(person);

    expect(sandbox.entra.grants).toEqual(['authorization_code', 'refresh_token']);
    expect(Date.parse(String(after.expiration))).toBeGreaterThan(Date.parse(String(before.expiration)));
  });

  test('is gone when Entra refuses to renew it and it has ended', async () => {
    const person = await signedInPerson();
    sandbox.moveClock(61 * 60_000);
    sandbox.entra.answer = 'deny';

    expect((await getToken(person)).status).toBe(404);
  });

  test('is handed out to its end when Entra is down', async () => {
    const person = await signedInPerson();
    sandbox.moveClock(57 * 60_000);
    sandbox.entra.answer = 'down';

    expect((await getToken(person)).status).toBe(200);
  });

  test('belongs to one person on one channel', async () => {
    const person = await signedInPerson();

    expect((await getToken({ ...person, userId: 'dl_other' })).status).toBe(404);
    expect((await getToken({ ...person, channelId: 'msteams' })).status).toBe(404);
  });

  test('is gone after signing out, with or without naming the connection', async () => {
    const person = await signedInPerson();

    const out = await sandbox.bot.asks('DELETE', `/api/usertoken/SignOut?${new URLSearchParams({ ...person })}`);

    expect([out.status, (await getToken(person)).status]).toEqual([200, 404]);
  });

  test('shows in the status, without the token itself', async () => {
    const person = await signedInPerson();

    const { body } = await sandbox.bot.asks(
      'GET',
      `/api/usertoken/GetTokenStatus?${new URLSearchParams({ ...person })}`,
    );

    expect(body).toEqual([
      {
        channelId: 'directline',
        connectionName: 'onetenant',
        hasToken: true,
        serviceProviderDisplayName: expect.any(String),
      },
    ]);
  });
});

describe('the code', () => {
  test('is shown to a browser that is not the chat’s, and works once', async () => {
    const { person, page } = await signInElsewhere();
    const code = codeOn(page);

    expect((await getToken(person)).status).toBe(404);
    expect((await getToken(person, { code })).status).toBe(200);
    expect((await getToken(person, { code })).status).toBe(404);
    expect((await getToken(person)).status).toBe(200);
  });

  test('of somebody else, or a wrong one, is 404 with nothing in it', async () => {
    const { person, page } = await signInElsewhere();
    const code = codeOn(page);
    const wrong = code === '000000' ? '000001' : '000000';

    const attempts = [
      await getToken({ ...person, userId: 'dl_other' }, { code }),
      await getToken(person, { code: wrong }),
    ];

    expect(attempts.map(({ status, text }) => [status, text])).toEqual([
      [404, ''],
      [404, ''],
    ]);
    expect((await getToken(person, { code })).status).toBe(200);
  });

  test('ends after ten minutes', async () => {
    const { person, page } = await signInElsewhere();
    sandbox.moveClock(10 * 60_000 + 1);

    expect((await getToken(person, { code: codeOn(page) })).status).toBe(404);
  });
});

describe('the sign-in link', () => {
  test('signs in without a code in the browser that has the chat open', async () => {
    const chat = await openAChat(sandbox, { user: { id: 'dl_me' } });
    const session = await sandbox.ask('GET', '/v3/directline/session/getsessionid', { token: chat.token });
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
    const link = await linkIn(chat);
    const glued = `${link}%26code_challenge%3D${session.body.sessionId}`;

    const { page } = await followSignIn(sandbox, glued, cookie);

    const event = await sandbox.bot.received(({ name }) => name === 'tokens/response');
    expect(page).toContain('data-outcome="done"');
    expect(page).toContain('Je kunt dit venster sluiten');
    expect(event).toMatchObject({ type: 'event', from: { id: 'dl_me' }, value: { connectionName: 'onetenant' } });
    expect(page).not.toContain((event.value as { token: string }).token);
    expect((await getToken({ userId: 'dl_me', channelId: 'directline' })).status).toBe(200);
  });

  test('has the token ready when the bot asks for it at once', async () => {
    const chat = await openAChat(sandbox, { user: { id: 'dl_me' } });
    const session = await sandbox.ask('GET', '/v3/directline/session/getsessionid', { token: chat.token });
    const link = await linkIn(chat);
    const statuses: number[] = [];
    sandbox.bot.answer = async () => {
      statuses.push((await getToken({ userId: 'dl_me', channelId: 'directline' })).status);
      return { status: 200 };
    };

    await followSignIn(sandbox, link, session.headers.get('set-cookie')?.split(';')[0] ?? '');

    expect(statuses).toEqual([200]);
  });

  test('shows a code when the bot cannot be told', async () => {
    const chat = await openAChat(sandbox);
    const session = await sandbox.ask('GET', '/v3/directline/session/getsessionid', { token: chat.token });
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
    const link = await linkIn(chat);
    sandbox.bot.answer = () => ({ status: 500 });

    const { page } = await followSignIn(sandbox, link, cookie);

    expect(codeOn(page)).toMatch(/^\d{6}$/);
  });

  test('carries the person and the language to the sign-in page', async () => {
    const chat = await openAChat(sandbox, { person: 'anna' });
    const link = await linkIn(chat);

    const chosen = await followSignIn(sandbox, link);
    const named = await followSignIn(sandbox, `${link}&person=bob&ui_locales=en`);

    expect(new URL(chosen.visited[1] ?? '').searchParams.get('person')).toBe('anna');
    expect(new URL(chosen.visited[1] ?? '').searchParams.get('ui_locales')).toBe('nl-NL');
    expect(new URL(named.visited[1] ?? '').searchParams.get('person')).toBe('bob');
    expect(new URL(named.visited[1] ?? '').searchParams.get('ui_locales')).toBe('en');
  });

  test('says so when the person declined, and the chat hears nothing', async () => {
    const chat = await openAChat(sandbox);
    const link = await linkIn(chat);
    sandbox.entra.answer = 'deny';
    const before = sandbox.bot.calls.length;

    const { page } = await followSignIn(sandbox, link);

    expect(page).toContain('data-outcome="declined"');
    expect(sandbox.bot.calls).toHaveLength(before);
  });

  test('says so when Entra is down', async () => {
    const chat = await openAChat(sandbox);
    const link = await linkIn(chat);
    sandbox.entra.answer = 'down';

    expect((await followSignIn(sandbox, link)).page).toContain('data-outcome="failed"');
  });

  test.each([
    ['a link that nobody made', '/token-service/signin?signin=nothing'],
    ['a return that nobody waits for', '/token-service/callback?state=nothing&code=1'],
  ])('says that %s no longer works', async (_name, path) => {
    const { page } = await followSignIn(sandbox, `${sandbox.url}${path}`);

    expect(page).toContain('data-outcome="old"');
  });

  test('a return works once', async () => {
    const chat = await openAChat(sandbox);
    const { visited } = await followSignIn(sandbox, await linkIn(chat));

    expect((await followSignIn(sandbox, visited.at(-1) ?? '')).page).toContain('data-outcome="old"');
  });

  test('in Teams the code goes to the bot by itself', async () => {
    const { body: made } = await sandbox.ask('POST', '/sandbox/teams/conversations', { body: { person: 'anna' } });
    const { body: resource } = await resourceFor(String(made.id), 'msteams', '29:x');

    const { page } = await followSignIn(sandbox, String(resource.signInLink));

    const invoke = await sandbox.bot.received(({ name }) => name === 'signin/verifyState');
    const { state: code } = invoke.value as { state: string };
    expect(page).toContain('data-outcome="done"');
    expect((await getToken({ userId: '29:x', channelId: 'msteams' }, { code })).status).toBe(200);
  });
});

describe('single sign-on', () => {
  test('a token for this application is taken, another is not', async () => {
    const { signIn } = sandbox.core.registrations;
    const person = { userId: '29:x', channelId: 'msteams' };
    const query = new URLSearchParams({ ...person, connectionName: 'onetenant' });
    const tokenFor = (audience: string) =>
      sandbox.core.entraKey.sign({}, { issuer: 'entra', audience, expiresInSeconds: 600 });

    const wrong = await sandbox.bot.asks('POST', `/api/usertoken/exchange?${query}`, {
      token: await tokenFor('other'),
    });
    const none = await sandbox.bot.asks('POST', `/api/usertoken/exchange?${query}`, {});
    expect([wrong.status, none.status, (await getToken(person)).status]).toEqual([400, 400, 404]);
    const right = await sandbox.bot.asks('POST', `/api/usertoken/exchange?${query}`, {
      token: await tokenFor(signIn.appId),
    });

    expect(right.body).toMatchObject({ connectionName: 'onetenant', token: expect.any(String) });
    expect((await getToken(person)).status).toBe(200);
  });

  test('the card is told what to exchange', async () => {
    const { body } = await resourceFor('c', 'directline', 'dl_1');

    expect(body).toMatchObject({
      signInLink: expect.stringContaining(`${sandbox.url}/token-service/signin?signin=`),
      tokenExchangeResource: { id: expect.any(String), uri: sandbox.core.registrations.signIn.scope },
    });
  });
});

test('neither a token nor a code is in the list of requests', async () => {
  const { person, page } = await signInElsewhere();
  const { body } = await getToken(person, { code: codeOn(page) });

  const seen = await sandbox.ask('GET', '/sandbox/requests');

  expect(seen.text).toContain('/api/usertoken/GetToken');
  expect(seen.text).not.toContain(codeOn(page));
  expect(seen.text).not.toContain(String(body.token));
});

async function signedInPerson(): Promise<Person> {
  const { person, page } = await signInElsewhere();
  await getToken(person, { code: codeOn(page) });
  return person;
}

async function signInElsewhere(): Promise<{ person: Person; page: string }> {
  const chat = await openAChat(sandbox, { user: { id: 'dl_me' } });
  const { page } = await followSignIn(sandbox, await linkIn(chat), 'sandbox-session=another-browser');
  return { person: { userId: 'dl_me', channelId: 'directline' }, page };
}

async function linkIn(chat: { id: string; token: string }): Promise<string> {
  const said = await offerSignIn(sandbox, chat.id);
  const path = `/v3/directline/conversations/${chat.id}/activities`;
  const { body } = await sandbox.ask('GET', path, { token: chat.token });
  const card = (body.activities as Record<string, unknown>[]).find(({ id }) => id === said);
  return linkOf(card ?? {});
}

async function getToken(person: Person, more: Readonly<Record<string, string>> = {}) {
  const query = new URLSearchParams({ ...person, connectionName: 'onetenant', ...more });
  return sandbox.bot.asks('GET', `/api/usertoken/GetToken?${query}`);
}

async function resourceFor(conversationId: string, channelId: string, userId: string) {
  const conversation = { channelId, user: { id: userId }, conversation: { id: conversationId } };
  const state = Buffer.from(JSON.stringify({ connectionName: 'onetenant', conversation })).toString('base64');
  return sandbox.bot.asks('GET', `/api/botsignin/GetSignInResource?${new URLSearchParams({ state })}`);
}

function codeOn(page: string): string {
  return /<output[^>]*>(\d{6})</.exec(page)?.[1] ?? 'no code on the page';
}
