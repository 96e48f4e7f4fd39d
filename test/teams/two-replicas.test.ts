import { type RunningApp, startApp } from '../../src/app.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { type Answer, TeamsChat } from './teams-chat.ts';

/** Two bots on one store, as behind a load balancer: whatever arrives at both at once counts once. */

let stage: Stage;
let other: RunningApp;
const t = createTranslator('en');

beforeAll(async () => {
  stage = await setStage();
  other = await startApp({ ...stage.settings, PORT: 0 }, { jobsEveryMs: 3_600_000 });
});

afterAll(async () => {
  await other.stop();
  await stage.stop();
});

beforeEach(() => stage.sandbox.reset());

/** Hands an activity to the second bot, signed as the channel signs it. */
async function toOther(chat: TeamsChat, as: string, activity: Record<string, unknown>): Promise<Answer> {
  const { core } = stage.sandbox;
  const person = core.people.get(as);
  const serviceUrl = `${core.addresses.http}/connector/`;
  const token = await core.channelKey.sign(
    { serviceurl: serviceUrl },
    { issuer: 'https://api.botframework.com', audience: core.registrations.bot.appId, expiresInSeconds: 600 },
  );
  const response = await fetch(`http://127.0.0.1:${other.port}/api/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      id: crypto.randomUUID(),
      channelId: 'msteams',
      serviceUrl,
      from: { id: chat.userId, name: person?.displayName, aadObjectId: person?.objectId },
      recipient: { id: chat.botId, name: 'OneTenant' },
      conversation: { id: chat.id, conversationType: 'personal', tenantId: person?.homeTenantId },
      channelData: { tenant: { id: person?.homeTenantId } },
      locale: 'en-US',
      ...activity,
    }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Answer['body']) };
}

async function tokenOf(as: string): Promise<string> {
  const { core } = stage.sandbox;
  const person = core.people.get(as);
  return core.entraKey.sign(
    { oid: person?.objectId, tid: person?.homeTenantId, scp: 'access_as_user', ver: '2.0' },
    {
      issuer: `${core.addresses.https}/${person?.homeTenantId}/v2.0`,
      audience: core.registrations.signIn.appId,
      expiresInSeconds: 600,
    },
  );
}

test('one sign-in that reaches both bots from three clients counts once', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
  await chat.presses('show-status');
  await chat.presses('sign-in');
  const resource = chat.signInCards()[0]?.content.tokenExchangeResource as { id: string } | undefined;
  const value = { id: resource?.id, connectionName: 'onetenant', token: await tokenOf('global-admin-m365') };
  const invoke = { type: 'invoke', name: 'signin/tokenExchange', value };

  const answers = await Promise.all([
    chat.sends(invoke),
    toOther(chat, 'global-admin-m365', invoke),
    toOther(chat, 'global-admin-m365', invoke),
  ]);
  await chat.listens();

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  const told = [...chat.messages.values()].filter((message) => chat.words([message]).includes(t('card.status.title')));
  expect(told).toHaveLength(1);
});

test('one button that is pressed at both bots counts once', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
  const button = chat.button('show-status');
  if (button === undefined) throw new Error('no button');

  const presses = [1, 2, 3, 4].map((press) =>
    press % 2 === 0 ? chat.sends(chat.invokeOf(button)) : toOther(chat, 'global-admin-m365', chat.invokeOf(button)),
  );
  const answers = await Promise.all(presses);
  await chat.listens();

  const heard = answers.map(({ body }) => body?.value);
  expect(heard.filter((value) => value === t('message.chosen.text', { choice: t('button.show-status') }))).toHaveLength(
    1,
  );
  expect(heard.filter((value) => value === t('message.already-done.text'))).toHaveLength(3);
  const told = [...chat.messages.values()].filter((message) => chat.words([message]).includes(t('card.sign-in.title')));
  expect(told).toHaveLength(1);
});
