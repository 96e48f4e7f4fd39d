import { decodeJwt } from 'jose';
import { botSays, linkOf, offerSignIn, openAChat, openAStream, socketStatus } from './a-chat.ts';
import { type ASandbox, anna, startASandbox } from './a-sandbox.ts';

let sandbox: ASandbox;
beforeEach(async () => {
  sandbox = await startASandbox();
});
afterEach(async () => sandbox.stop());

const base = '/v3/directline';

describe('tokens', () => {
  test('a caller on this machine gets a token without a secret, bound to a person the server makes up', async () => {
    const { status, body } = await sandbox.ask('POST', `${base}/tokens/generate`);

    expect(status).toBe(200);
    expect(body.expires_in).toBe(1800);
    const claims = decodeJwt(String(body.token));
    expect(claims).toMatchObject({ conv: body.conversationId, bot: 'onetenant', iss: expect.any(String) });
    expect(String(claims.user)).toMatch(/^dl_[0-9a-f]{32}$/);
    expect(Number(claims.exp) - Number(claims.nbf)).toBe(1800);
  });

  test('a user id that does not start with dl_ is refused', async () => {
    const { status, body } = await sandbox.ask('POST', `${base}/tokens/generate`, { body: { user: { id: 'jan' } } });

    expect([status, body]).toMatchObject([400, { error: { code: 'BadArgument' } }]);
  });

  test('a refreshed token opens the same conversation', async () => {
    const chat = await openAChat(sandbox);

    const { body } = await sandbox.ask('POST', `${base}/tokens/refresh`, {
      token: chat.token,
      headers: { 'content-type': 'application/json' },
    });

    expect(body.conversationId).toBe(chat.id);
    expect((await sandbox.ask('GET', `${base}/conversations/${chat.id}`, { token: String(body.token) })).status).toBe(
      200,
    );
  });

  test.each([
    ['no token', async () => null, 401, 'MissingProperty'],
    ['a token of nobody', async () => 'a.b.c', 403, 'BadArgument'],
    ['somebody else’s token', async () => (await openAChat(sandbox)).token, 403, 'BadArgument'],
  ])('%s is refused', async (_name, makeToken, status, code) => {
    const chat = await openAChat(sandbox);
    const token = await makeToken();

    const answer = await sandbox.ask('GET', `${base}/conversations/${chat.id}/activities`, { token });

    expect([answer.status, answer.body]).toMatchObject([status, { error: { code } }]);
  });

  test('a token that has run out is told apart from a wrong one', async () => {
    const chat = await openAChat(sandbox);
    sandbox.moveClock(1801 * 1000);

    const answer = await sandbox.ask('POST', `${base}/tokens/refresh`, { token: chat.token });

    expect([answer.status, answer.body]).toMatchObject([403, { error: { code: 'TokenExpired' } }]);
  });
});

describe('conversations', () => {
  test('start answers 201 once, then 200, and tells the bot who joined and in which language', async () => {
    const { body: made } = await sandbox.ask('POST', `${base}/tokens/generate`, { body: { user: { id: 'dl_1' } } });
    const token = String(made.token);

    const first = await sandbox.ask('POST', `${base}/conversations`, { token, body: { locale: 'nl-NL' } });
    const again = await sandbox.ask('POST', `${base}/conversations`, { token, body: {} });

    expect([first.status, again.status]).toEqual([201, 200]);
    const update = await sandbox.bot.received(({ type }) => type === 'conversationUpdate');
    expect(update).toMatchObject({
      channelId: 'directline',
      locale: 'nl-NL',
      serviceUrl: `${sandbox.url}/connector/`,
      membersAdded: [{ id: 'onetenant' }, { id: 'dl_1' }],
    });
  });

  test('the call to the bot is signed for it, with the service address inside', async () => {
    await openAChat(sandbox);

    const token = sandbox.bot.calls[0]?.authorization.replace('Bearer ', '') ?? '';
    const claims = await sandbox.core.channelKey.verify(token, {
      audience: sandbox.core.registrations.bot.appId,
      issuer: 'https://api.botframework.com',
    });
    expect(claims.serviceurl).toBe(sandbox.bot.calls[0]?.activity.serviceUrl);
  });

  test('an unknown conversation is 404', async () => {
    const chat = await openAChat(sandbox);

    const answer = await sandbox.ask('GET', `${base}/conversations/other`, { token: chat.token });

    expect([answer.status, answer.body]).toMatchObject([404, { error: { code: 'ConversationNotFound' } }]);
  });
});

describe('activities', () => {
  test('a message is echoed with its id and the client’s own id, before the bot has answered', async () => {
    const chat = await openAChat(sandbox);
    const stream = await openAStream(chat.streamUrl);
    sandbox.bot.answer = async () => {
      await stream.seen(({ text }) => text === 'hallo');
      return { status: 200 };
    };

    const posted = await post(chat, { type: 'message', text: 'hallo', channelData: { clientActivityID: 'c1' } });

    const echo = await stream.seen(({ text }) => text === 'hallo');
    expect(echo).toMatchObject({ id: posted.body.id, channelData: { clientActivityID: 'c1' }, from: { role: 'user' } });
    expect(stream.watermarks.at(-1)).toMatch(/^\d+$/);
  });

  test('what the client claims about itself does not reach the bot', async () => {
    const chat = await openAChat(sandbox, { user: { id: 'dl_me' } });

    await post(chat, {
      type: 'message',
      text: 'hi',
      from: { id: 'dl_you', name: 'Me' },
      serviceUrl: 'https://evil.example/',
      conversation: { id: 'other' },
      recipient: { id: 'x' },
      channelId: 'emulator',
    });

    expect(await sandbox.bot.received(({ text }) => text === 'hi')).toMatchObject({
      from: { id: 'dl_me', name: 'Me' },
      serviceUrl: `${sandbox.url}/connector/`,
      conversation: { id: chat.id },
      recipient: { id: 'onetenant' },
      channelId: 'directline',
    });
  });

  test.each([
    ['refuses', 500, { statusCode: 500, body: { broken: true } }],
    ['refuses an invoke', 501, { statusCode: 501, body: { broken: true } }],
  ])('502 when the bot %s', async (_name, status, innerHttpError) => {
    const chat = await openAChat(sandbox);
    sandbox.bot.answer = () => ({ status, body: { broken: true } });

    const answer = await post(chat, { type: status === 501 ? 'invoke' : 'message' });

    expect([answer.status, answer.body]).toMatchObject([502, { error: { code: 'BotError', innerHttpError } }]);
  });

  test('502 when the bot is down', async () => {
    const chat = await openAChat(sandbox);
    await sandbox.bot.stop();

    const answer = await post(chat, { type: 'message', text: 'anybody?' });

    expect([answer.status, answer.body]).toMatchObject([502, { error: { code: 'BotError' } }]);
  });

  test.each([
    ['broken JSON', new TextEncoder().encode('{"type":'), 'BadSyntax'],
    ['no activity', new TextEncoder().encode('[]'), 'BadArgument'],
    ['nothing', new TextEncoder().encode(''), 'BadArgument'],
  ])('400 for %s', async (_name, body, code) => {
    const chat = await openAChat(sandbox);

    const answer = await sandbox.ask('POST', `${base}/conversations/${chat.id}/activities`, {
      token: chat.token,
      body,
      headers: { 'content-type': 'application/json' },
    });

    expect([answer.status, answer.body]).toMatchObject([400, { error: { code } }]);
  });

  test('an answer keeps its replyToId only when the client saw what it answers', async () => {
    const chat = await openAChat(sandbox);
    const stream = await openAStream(chat.streamUrl);
    const posted = await post(chat, { type: 'message', text: 'question' });

    await botSays(sandbox, chat.id, { text: 'answer' }, String(posted.body.id));
    await botSays(sandbox, chat.id, { text: 'out of the blue' }, 'synthetic-id');

    expect((await stream.seen(({ text }) => text === 'answer')).replyToId).toBe(posted.body.id);
    expect(await stream.seen(({ text }) => text === 'out of the blue')).not.toHaveProperty('replyToId');
  });

  test('typing is shown over the socket and never kept', async () => {
    const chat = await openAChat(sandbox);
    const stream = await openAStream(chat.streamUrl);

    await botSays(sandbox, chat.id, { type: 'typing' });

    await stream.seen(({ type }) => type === 'typing');
    const kept = await sandbox.ask('GET', `${base}/conversations/${chat.id}/activities`, { token: chat.token });
    expect(kept.body).toEqual({ activities: [], watermark: '0' });
  });

  test('a sign-in button without a link gets one', async () => {
    const chat = await openAChat(sandbox);
    const stream = await openAStream(chat.streamUrl);

    await offerSignIn(sandbox, chat.id);

    const card = await stream.seen(({ attachments }) => attachments !== undefined);
    expect(linkOf(card)).toMatch(`${sandbox.url}/token-service/signin?signin=`);
  });

  async function post(chat: { id: string; token: string }, body: unknown) {
    return sandbox.ask('POST', `${base}/conversations/${chat.id}/activities`, { token: chat.token, body });
  }
});

describe('the stream', () => {
  test('everything said before the socket opened comes first', async () => {
    const chat = await openAChat(sandbox);
    await botSays(sandbox, chat.id, { text: 'welcome' });

    const stream = await openAStream(chat.streamUrl);

    expect(stream.activities).toMatchObject([{ text: 'welcome', from: { id: 'onetenant', role: 'bot' } }]);
    expect(stream.watermarks).toEqual(['1']);
  });

  test.each([
    ['the last watermark brings what was missed', '?watermark=1', ['two', 'three']],
    ['an empty watermark brings only what is new', '?watermark=', []],
    ['watermark 0 brings everything', '?watermark=0', ['one', 'two', 'three']],
  ])('on reconnecting, %s', async (_name, query, expected) => {
    const chat = await openAChat(sandbox);
    for (const text of ['one', 'two', 'three']) await botSays(sandbox, chat.id, { text });

    const { body } = await sandbox.ask('GET', `${base}/conversations/${chat.id}${query}`, { token: chat.token });
    const stream = await openAStream(String(body.streamUrl));

    expect(stream.activities.map(({ text }) => text)).toEqual(expected);
  });

  test('a dropped socket misses nothing', async () => {
    const chat = await openAChat(sandbox);
    const stream = await openAStream(chat.streamUrl);
    await botSays(sandbox, chat.id, { text: 'before' });
    await stream.seen(({ text }) => text === 'before');
    const { body: drop } = await sandbox.ask('POST', `/sandbox/conversations/${chat.id}/drop-sockets`);
    await stream.closed;
    await botSays(sandbox, chat.id, { text: 'meanwhile' });

    const { body } = await sandbox.ask(
      'GET',
      `${base}/conversations/${chat.id}?watermark=${stream.watermarks.at(-1)}`,
      { token: chat.token },
    );
    const again = await openAStream(String(body.streamUrl));

    expect(drop.dropped).toBe(1);
    expect(again.activities.map(({ text }) => text)).toEqual(['meanwhile']);
  });

  test('a wrong token, a strange page and an unknown path get no socket', async () => {
    const chat = await openAChat(sandbox);
    const wrong = chat.streamUrl.replace(/t=.*/, 't=nonsense');

    expect(await socketStatus(wrong)).toBe(403);
    expect(await socketStatus(chat.streamUrl, { origin: 'https://evil.example' })).toBe(403);
    expect(await socketStatus(`${sandbox.url.replace('http', 'ws')}/elsewhere`)).toBe(404);
    expect(await socketStatus(chat.streamUrl)).toBe(101);
  });
});

describe('uploads', () => {
  test('files of a form are kept, linked and served as what they are', async () => {
    const chat = await openAChat(sandbox);
    const activity = { type: 'message', text: 'see this', attachments: [{ thumbnailUrl: 'data:,x' }] };
    const form = new FormData();
    form.set('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }), 'blob');
    form.set('file', new Blob(['<script>'], { type: 'text/html' }), 'page é.html');

    const answer = await sandbox.ask('POST', `${base}/conversations/${chat.id}/upload?userId=x`, {
      token: chat.token,
      body: form,
    });

    expect(answer.status).toBe(200);
    const seen = await sandbox.bot.received(({ text }) => text === 'see this');
    expect(seen).toMatchObject({
      attachments: [{ name: 'page é.html', contentType: 'text/html', thumbnailUrl: 'data:,x' }],
    });
    const [{ contentUrl } = { contentUrl: '' }] = seen.attachments as { contentUrl: string }[];
    const file = await sandbox.ask('GET', contentUrl);
    expect([file.status, file.text]).toEqual([200, '<script>']);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('one file alone becomes a message', async () => {
    const chat = await openAChat(sandbox);

    await sandbox.ask('POST', `${base}/conversations/${chat.id}/upload?userId=x`, {
      token: chat.token,
      body: new Uint8Array([1, 2, 3]),
      headers: { 'content-type': 'image/png', 'content-disposition': 'name="file"; filename="dot.png"' },
    });

    const seen = await sandbox.bot.received(({ attachments }) => attachments !== undefined);
    expect(seen).toMatchObject({ type: 'message', attachments: [{ name: 'dot.png', contentType: 'image/png' }] });
  });

  test('a broken form is refused', async () => {
    const chat = await openAChat(sandbox);

    const answer = await sandbox.ask('POST', `${base}/conversations/${chat.id}/upload`, {
      token: chat.token,
      body: new Uint8Array([1]),
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });

    expect([answer.status, answer.body]).toMatchObject([400, { error: { code: 'BadSyntax' } }]);
  });
});

describe('browsers', () => {
  test('a page on this machine may ask with its cookie, a strange page may not', async () => {
    const near = await sandbox.ask('OPTIONS', `${base}/conversations`, {
      headers: { origin: 'http://localhost:3978' },
    });
    const far = await sandbox.ask('POST', `${base}/tokens/generate`, { headers: { origin: 'https://evil.example' } });

    expect(near.status).toBe(204);
    expect(near.headers.get('access-control-allow-origin')).toBe('http://localhost:3978');
    expect(near.headers.get('access-control-allow-credentials')).toBe('true');
    expect(near.headers.get('access-control-allow-headers')).toContain('x-ms-bot-agent');
    expect(far.status).toBe(403);
  });

  test('the session id stays the same for the browser, and is not the cookie', async () => {
    const chat = await openAChat(sandbox);

    const first = await sandbox.ask('GET', `${base}/session/getsessionid`, { token: chat.token });
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const second = await sandbox.ask('GET', `${base}/session/getsessionid`, { token: chat.token, headers: { cookie } });

    expect(second.body.sessionId).toBe(first.body.sessionId);
    expect(cookie).not.toContain(String(first.body.sessionId));
    expect(first.headers.get('set-cookie')).toContain('HttpOnly');
  });
});

describe('the Teams look', () => {
  const execute = { type: 'Action.Execute', title: 'Go', verb: 'go', id: 'b1', data: { do: 'go' }, fallback: 'drop' };
  const card = (body: unknown) => ({ contentType: 'application/vnd.microsoft.card.adaptive', content: body });

  test('a pressed button reaches the bot as Teams sends it, and the card is replaced', async () => {
    const chat = await openAChat(sandbox, { channelId: 'msteams', person: 'anna' });
    const stream = await openAStream(chat.streamUrl);
    const said = await botSays(sandbox, chat.id, { attachments: [card({ type: 'AdaptiveCard', actions: [execute] })] });
    const shown = await stream.seen(({ id }) => id === said);
    const [{ content } = { content: { actions: [] } }] = shown.attachments as {
      content: { actions: { data: object }[] };
    }[];
    const [button] = content.actions;
    const next = {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', id: 'next' },
    };
    sandbox.bot.answer = () => ({ status: 200, body: next });

    await sandbox.ask('POST', `${base}/conversations/${chat.id}/activities`, {
      token: chat.token,
      body: { type: 'message', value: { ...button?.data, typed: 'x' } },
    });

    expect(button).toMatchObject({ type: 'Action.Submit', title: 'Go' });
    expect(await sandbox.bot.received(({ type }) => type === 'invoke')).toMatchObject({
      name: 'adaptiveCard/action',
      channelId: 'msteams',
      replyToId: said,
      from: { id: `29:${anna.objectId}`, aadObjectId: anna.objectId, name: anna.displayName },
      conversation: { conversationType: 'personal', tenantId: anna.homeTenantId, id: chat.id },
      channelData: { tenant: { id: anna.homeTenantId } },
      value: {
        action: { type: 'Action.Execute', verb: 'go', id: 'b1', data: { do: 'go', typed: 'x' } },
        trigger: 'manual',
      },
    });
    await stream.seen(({ id, attachments }) => id === said && JSON.stringify(attachments).includes('next'));
  });

  test('the person sees their own messages as theirs', async () => {
    const chat = await openAChat(sandbox, { channelId: 'msteams', person: 'anna', user: { id: 'dl_me' } });
    const stream = await openAStream(chat.streamUrl);

    await sandbox.ask('POST', `${base}/conversations/${chat.id}/activities`, {
      token: chat.token,
      body: { type: 'message', text: 'hi' },
    });

    expect(await stream.seen(({ text }) => text === 'hi')).toMatchObject({ from: { id: 'dl_me', role: 'user' } });
  });
});
