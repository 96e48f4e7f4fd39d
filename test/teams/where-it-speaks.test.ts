import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { type Place, TeamsChat } from './teams-chat.ts';

/** Where the bot may speak: welcome, groups and channels, edits, uninstalls and tenants. */

let stage: Stage;
const t = createTranslator('en');

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

beforeEach(() => stage.sandbox.reset());

function upstreamCalls(): number {
  return stage.sandbox.core.requests.list().filter(({ service }) => service === 'graph' || service === 'arm').length;
}

const places: readonly Place[] = ['personal', 'groupChat', 'channel'];
const orders = ['installation-first', 'members-first', 'at-once'] as const;

test.each(places.flatMap((place) => orders.map((order) => ({ place, order }))))(
  'the bot says hello once in a $place, with $order',
  async ({ place, order }) => {
    const chat = await TeamsChat.open(stage, { as: 'global-admin-m365', locale: 'en', place });

    await chat.installation('add', order);
    await chat.installation('add-upgrade');

    expect(chat.messages.size).toBe(1);
    const words = chat.words([...chat.messages.values()]);
    expect(words).toContain(place === 'personal' ? t('card.welcome.first-title') : t('message.in-group.title'));
  },
);

test('who installs the bot again is welcomed again', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
  await chat.types('status');
  await chat.installation('remove');

  await chat.installation('add');

  expect(chat.words()).toContain(t('card.welcome.first-title'));
});

test('people who join a group later are not greeted', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en', place: 'groupChat' });

  await chat.sends({ type: 'conversationUpdate', membersAdded: [{ id: '29:somebody-new' }] });

  expect(chat.heard).toEqual([]);
});

describe.each(['groupChat', 'channel'] as const)('in a %s', (place) => {
  const inGroup = () =>
    TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en', place, people: ['billing-admin-azure'] });

  test.each(['add azure', 'status', 'sign in', 'my roles', 'which subscriptions do I have?'])(
    '"%s" gets a way into the private chat, and nothing about anybody',
    async (text) => {
      const chat = await inGroup();

      await chat.mentions(text);

      expect(chat.heard).toHaveLength(1);
      expect(chat.words()).toContain(t('message.in-group.text'));
      const card = JSON.stringify(chat.heard[0]?.attachments?.[0]?.content);
      expect(card).toContain(`https://teams.microsoft.com/l/chat/0/0?users=${chat.botId}`);
      expect(card).not.toContain('Action.Execute');
      expect(chat.signInCards()).toEqual([]);
      expect(upstreamCalls()).toBe(0);
    },
  );

  test('nobody can sign in', async () => {
    const chat = await inGroup();
    const before = stage.sandbox.core.requests.list().filter(({ service }) => service === 'token-service').length;

    const exchange = await chat.sends({
      type: 'invoke',
      name: 'signin/tokenExchange',
      value: { id: 'some-id', connectionName: 'onetenant', token: 'a-token' },
    });
    const code = await chat.sends({ type: 'invoke', name: 'signin/verifyState', value: { state: '123456' } });
    await chat.sends({ type: 'message', text: '123456' });

    expect([exchange.status, code.status]).toEqual([412, 412]);
    const after = stage.sandbox.core.requests.list().filter(({ service }) => service === 'token-service').length;
    expect(after).toBe(before);
  });

  test('a card that somebody brings from a private chat does nothing', async () => {
    const own = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
    const button = own.button('show-status');
    if (button === undefined) throw new Error('no button');
    const chat = await inGroup();

    const answer = await chat.sends(chat.invokeOf(button), 'billing-admin-azure');

    expect(answer.body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect(chat.heard).toEqual([]);
  });
});

test('the mention is taken out of what somebody says', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });

  await chat.mentions('add azure');

  expect(chat.words()).toContain(t('card.sign-in.title'));
});

test('an edited message is a new answer, each time it is edited', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
  await chat.sends({ type: 'message', id: 'said-once', text: 'blue cheese please' });
  expect(chat.words()).not.toContain(t('card.sign-in.title'));

  await chat.edits('said-once', 'add azure');
  expect(chat.words()).toContain(t('card.sign-in.title'));

  stage.passTime(1_000);
  await chat.edits('said-once', 'help');
  expect(chat.words()).toContain(t('card.help.title'));
});

test('a deleted, restored or liked message is no answer', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });

  for (const activity of [
    { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
    { type: 'messageUpdate', text: 'add azure', channelData: { eventType: 'undeleteMessage' } },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
    { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: {} },
    { type: 'somethingNew' },
  ]) {
    const answer = await chat.sends(activity);
    expect(answer.status).toBe(200);
    expect(chat.heard).toEqual([]);
  }
});

test('the language of the client counts where Teams tells it first, and only once', async () => {
  const nl = createTranslator('nl');
  const chat = await TeamsChat.open(stage, { as: 'global-admin-m365', locale: 'nl' });
  await chat.installation('add');
  expect(chat.words()).toContain(nl('card.welcome.first-title'));

  await chat.sends({ type: 'message', text: 'status', locale: 'en-US' });

  expect(chat.words()).toContain(nl('card.sign-in.title'));
});

test('whoever was welcomed before their language was known is welcomed again in it', async () => {
  const nl = createTranslator('nl');
  const chat = await TeamsChat.open(stage, { as: 'global-admin-m365', locale: 'nl' });
  await chat.sends({ type: 'installationUpdate', action: 'add', locale: '', entities: [] });
  expect(chat.words()).toContain(t('card.welcome.first-title'));

  await chat.sends({ type: 'conversationUpdate', membersAdded: [{ id: chat.botId }], locale: 'nl-NL' });
  expect(chat.words()).toContain(nl('card.welcome.first-title'));

  await chat.sends({ type: 'conversationUpdate', membersAdded: [{ id: chat.botId }], locale: 'de-DE' });
  expect(chat.heard).toEqual([]);
});

test('what a client sends as HTML only is read', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });

  await chat.sends({
    type: 'message',
    text: '',
    attachments: [{ contentType: 'text/html', content: '<div><p>add&nbsp;<b>Azure</b></p></div>' }],
  });

  expect(chat.words()).toContain(t('card.sign-in.title'));
});

test('only tenants on the list are served, and the others are told in every place', async () => {
  const home = stage.sandbox.core.people.get('global-admin-m365')?.homeTenantId ?? '';
  const narrow = await setStage({ settings: { ALLOWED_TENANTS: home } });
  try {
    const ours = await TeamsChat.install(narrow, { as: 'global-admin-m365', locale: 'en' });
    expect(ours.words()).toContain(t('card.welcome.first-title'));

    const theirs = await TeamsChat.install(narrow, { as: 'billing-admin-azure', locale: 'en' });
    expect(theirs.heard).toEqual([]);
    await theirs.types('add azure');
    expect(theirs.words()).toBe(t('message.chat-not-allowed.text'));
    await theirs.sends({ type: 'invoke', name: 'signin/verifyState', value: { state: '123456' } });
    const asked = narrow.sandbox.core.requests.list().filter(({ service }) => service === 'token-service');
    expect(asked).toEqual([]);

    const group = await TeamsChat.install(narrow, { as: 'billing-admin-azure', locale: 'en', place: 'groupChat' });
    await group.mentions('help');
    expect(group.words()).toBe(t('message.chat-not-allowed.text'));
  } finally {
    await narrow.stop();
  }
});
