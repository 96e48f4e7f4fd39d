import { botSays, openAChat, openAStream } from './a-chat.ts';
import { type ASandbox, anna, botToken, startASandbox } from './a-sandbox.ts';

let sandbox: ASandbox;
beforeEach(async () => {
  sandbox = await startASandbox();
});
afterEach(async () => sandbox.stop());

const base = '/connector/v3/conversations';

describe('who may speak', () => {
  test.each([
    ['without a token', async () => null],
    ['with nonsense', async () => 'a.b.c'],
    ['as another application', () => botToken(sandbox.core, { appid: 'another' })],
    [
      'with a token for something else',
      () =>
        sandbox.core.entraKey.sign(
          { appid: sandbox.core.registrations.bot.appId },
          { issuer: 'entra', audience: 'https://graph.microsoft.com', expiresInSeconds: 60 },
        ),
    ],
    [
      'with a token that the channel signed',
      () =>
        sandbox.core.channelKey.sign(
          { appid: sandbox.core.registrations.bot.appId },
          { issuer: 'x', audience: 'https://api.botframework.com', expiresInSeconds: 60 },
        ),
    ],
  ])('%s: 401', async (_name, makeToken) => {
    const chat = await openAChat(sandbox);

    const answer = await sandbox.ask('POST', `${base}/${chat.id}/activities`, {
      token: await makeToken(),
      body: { type: 'message', text: 'hello' },
    });

    expect([answer.status, answer.body]).toMatchObject([401, { error: { code: 'Unauthorized' } }]);
  });

  test('a token with azp, as newer ones have, is the bot’s too', async () => {
    const chat = await openAChat(sandbox);

    const answer = await sandbox.ask('POST', `${base}/${chat.id}/activities`, {
      token: await botToken(sandbox.core, { azp: sandbox.core.registrations.bot.appId }),
      body: { type: 'message', text: 'hello' },
    });

    expect(answer.status).toBe(200);
  });
});

test('a conversation that is not there is 404, and so is a path', async () => {
  const lost = await sandbox.bot.asks('POST', `${base}/lost/activities`, { type: 'message' });
  const path = await sandbox.bot.asks('GET', '/connector/v3/nothing');

  expect([lost.status, lost.body]).toMatchObject([404, { error: { code: 'ConversationNotFound' } }]);
  expect([path.status, path.body]).toMatchObject([404, { error: { code: 'NotFound' } }]);
});

test('an update comes under the same id, and a delete as an empty activity', async () => {
  const chat = await openAChat(sandbox);
  const stream = await openAStream(chat.streamUrl);
  const id = await botSays(sandbox, chat.id, { text: 'draft' });
  const path = `${base}/${chat.id}/activities/${encodeURIComponent(id)}`;

  const updated = await sandbox.bot.asks('PUT', path, { type: 'message', text: 'final' });
  const deleted = await sandbox.bot.asks('DELETE', path);

  expect([updated.status, updated.body.id, deleted.status]).toEqual([200, id, 200]);
  await stream.seen((activity) => activity.text === '');
  expect(stream.activities.map((activity) => [activity.id, activity.text])).toEqual([
    [id, 'draft'],
    [id, 'final'],
    [id, ''],
  ]);
});

test('what the bot says never carries the service address to the client', async () => {
  const chat = await openAChat(sandbox);

  await botSays(sandbox, chat.id, { text: 'hi', serviceUrl: 'https://inside.example/' });

  const kept = await sandbox.ask('GET', `/v3/directline/conversations/${chat.id}/activities`, { token: chat.token });
  expect(kept.text).toContain('"hi"');
  expect(kept.text).not.toContain('serviceUrl');
});

test('members are told one by one, paged and together', async () => {
  const { body: made } = await sandbox.ask('POST', '/sandbox/teams/conversations', { body: { person: 'anna' } });
  const path = `${base}/${encodeURIComponent(String(made.id))}`;
  const account = { id: `29:${anna.objectId}`, aadObjectId: anna.objectId, userPrincipalName: anna.userPrincipalName };

  expect((await sandbox.bot.asks('GET', `${path}/members`)).body).toMatchObject([account]);
  expect((await sandbox.bot.asks('GET', `${path}/pagedmembers?pageSize=5`)).body).toMatchObject({ members: [account] });
  expect((await sandbox.bot.asks('GET', `${path}/members/${encodeURIComponent(account.id)}`)).body).toMatchObject(
    account,
  );
  expect((await sandbox.bot.asks('GET', `${path}/members/29:nobody`)).status).toBe(404);
});

test('a personal chat is found again when the bot starts the talk', async () => {
  const { body: made } = await sandbox.ask('POST', '/sandbox/teams/conversations', { body: { person: 'anna' } });

  const answer = await sandbox.bot.asks('POST', base, {
    isGroup: false,
    members: [{ id: `29:${anna.objectId}` }],
    activity: { type: 'message', text: 'by the way' },
  });

  expect([answer.status, answer.body.id]).toEqual([201, made.id]);
  const heard = await sandbox.ask('GET', `/sandbox/teams/conversations/${made.id}/activities`);
  expect(heard.body.activities).toMatchObject([{ id: answer.body.activityId, text: 'by the way' }]);
});

test('Teams refuses a message that is too big', async () => {
  const { body: made } = await sandbox.ask('POST', '/sandbox/teams/conversations', { body: { person: 'anna' } });

  const answer = await sandbox.bot.asks('POST', `${base}/${encodeURIComponent(String(made.id))}/activities`, {
    type: 'message',
    text: 'x'.repeat(110 * 1024),
  });

  expect([answer.status, answer.body]).toMatchObject([413, { error: { code: 'MessageSizeTooBig' } }]);
});

test('a file that the bot leaves can be read', async () => {
  const chat = await openAChat(sandbox);
  const originalBase64 = Buffer.from('pixels').toString('base64');

  const { body } = await sandbox.bot.asks('POST', `${base}/${chat.id}/attachments`, {
    type: 'image/png',
    originalBase64,
  });

  const about = await sandbox.ask('GET', `/connector/v3/attachments/${body.id}`);
  const file = await sandbox.ask('GET', `/connector/v3/attachments/${body.id}/views/original`);
  expect(about.body).toMatchObject({ type: 'image/png', views: [{ viewId: 'original', size: 6 }] });
  expect([file.text, file.headers.get('content-type')]).toEqual(['pixels', 'image/png']);
});

test('a fault breaks the connector, and the request is listed without anything secret', async () => {
  const chat = await openAChat(sandbox);
  const fault = { service: 'connector', fault: '429', retryAfterSeconds: 3 };
  await sandbox.ask('POST', '/sandbox/faults', { body: fault });

  const answer = await sandbox.bot.asks('POST', `${base}/${chat.id}/activities?secret=1`, { type: 'message' });

  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3']);
  const { body } = await sandbox.ask('GET', '/sandbox/requests');
  expect(body.requests).toContainEqual(
    expect.objectContaining({
      service: 'connector',
      method: 'POST',
      path: `${base}/${chat.id}/activities`,
      status: 429,
    }),
  );
});
