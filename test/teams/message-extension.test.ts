import { scenarios } from '../../src/domain/scenario.ts';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { remarksOn } from '../cards/card-parts.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { type Answer, type Place, TeamsChat } from './teams-chat.ts';

/**
 * The box in which people write a message in Teams, over the wire: what they find, what they send, and what of it others see. The
 * requests are those of Microsoft Learn ("Respond to search command", "Create and send dialogs", "Respond to the task module submit
 * action", "Link unfurling", read on 1 December 2026), with this app's commands.
 */

let stage: Stage;
const t = createTranslator('en');

beforeAll(async () => {
  stage = await setStage({ settings: { PUBLIC_URL: 'https://bot.contoso.example' } });
});

afterAll(() => stage.stop());

beforeEach(() => stage.sandbox.reset());

interface Shown {
  readonly contentType: string;
  readonly content: Record<string, unknown>;
  readonly preview: {
    readonly contentType: string;
    readonly content: { readonly title: string; readonly text: string };
  };
}

function searches(chat: TeamsChat, question: string, as?: string, queryOptions: object = { skip: 0, count: 25 }) {
  const parameters = [{ name: 'question', value: question }];
  return asks(chat, 'query', { commandId: 'search', parameters, queryOptions }, as);
}

function opensWindow(chat: TeamsChat, commandId: string, as?: string): Promise<Answer> {
  const value = { commandId, commandContext: 'compose', requestId: 'fe50f49e', context: { theme: 'default' } };
  return asks(chat, 'fetchTask', value, as);
}

function inserts(chat: TeamsChat, commandId: string, as?: string): Promise<Answer> {
  const value = { commandId, commandContext: 'compose', context: { theme: 'default' }, data: {} };
  return asks(chat, 'submitAction', value, as);
}

function asks(chat: TeamsChat, what: string, value: unknown, as?: string): Promise<Answer> {
  return chat.sends({ type: 'invoke', name: `composeExtension/${what}`, value }, as);
}

function resultsIn({ status, body }: Answer): readonly Shown[] {
  const { composeExtension } = body as unknown as { composeExtension: { type: string; attachments: Shown[] } };
  expect({ status, type: composeExtension.type }).toEqual({ status: 200, type: 'result' });
  return composeExtension.attachments;
}

function sentenceIn({ status, body }: Answer): string {
  const { composeExtension } = body as unknown as { composeExtension: { type: string; text: string } };
  expect({ status, type: composeExtension.type }).toEqual({ status: 200, type: 'message' });
  return composeExtension.text;
}

function windowIn({ status, body }: Answer): { readonly title: string; readonly card: Record<string, unknown> } {
  const { task } = body as unknown as { task: { type: string; value: { title: string; card: { content: object } } } };
  expect({ status, type: task.type }).toEqual({ status: 200, type: 'continue' });
  return { title: task.value.title, card: task.value.card.content as Record<string, unknown> };
}

/** Kinds of buttons that do something for whoever pressed it, wherever they are in a card. */
function pressesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(pressesIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'type' in node && /^Action\.(Submit|Execute|Http)$/.test(String(node.type)) ? [String(node.type)] : [];
  return [...own, ...Object.values(node).flatMap(pressesIn)];
}

function wordsOf(shown: object): string {
  return JSON.stringify(shown).replaceAll('\u2060', '');
}

/** Somebody with a checklist, of which one step is ticked. */
async function withChecklist(locale: Locale = 'en'): Promise<TeamsChat> {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.exchanges();
  await chat.presses('show-steps');
  await chat.presses('tick-step', { done: true });
  return chat;
}

/** Somebody whose check found that they lack the role. */
async function withoutRole(): Promise<TeamsChat> {
  const chat = await TeamsChat.install(stage, { as: 'member-azure', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-microsoft-365' });
  await chat.presses('sign-in');
  await chat.exchanges();
  return chat;
}

describe.each(['personal', 'groupChat', 'channel'] as const)('written in a %s', (place: Place) => {
  const box = () => TeamsChat.open(stage, { as: 'member-m365', locale: 'en', place, people: ['global-admin-m365'] });

  test('a question finds the answer that the chat gives, as a card to send', async () => {
    const [first] = resultsIn(await searches(await box(), 'Is Azure included in Microsoft 365?'));
    const chat = await TeamsChat.install(stage, { as: 'member-m365', locale: 'en' });
    await chat.types('Is Azure included in Microsoft 365?');

    expect(first?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(first?.preview.contentType).toBe('application/vnd.microsoft.card.thumbnail');
    expect(chat.words()).toContain(first?.preview.content.title);
    expect(wordsOf(first?.content ?? {})).toContain(t('message-extension.general'));
  });

  test('before anything is typed there are questions of every route', async () => {
    const value = { commandId: 'search', parameters: [{ name: 'initialRun', value: 'true' }] };
    const found = resultsIn(await asks(await box(), 'query', value));

    expect(found.length).toBeGreaterThanOrEqual(scenarios.length);
    expect(new Set(found.map(({ preview }) => preview.content.title)).size).toBe(found.length);
  });

  test('nobody needs a chat with the bot, and nothing is said in the chat they write in', async () => {
    const chat = await box();

    resultsIn(await searches(chat, 'what is a tenant'));
    const { card } = windowIn(await opensWindow(chat, 'checklist'));

    expect(chat.heard).toEqual([]);
    expect(wordsOf(card)).toContain(t('message-extension.checklist.none.title'));
    expect(wordsOf(card)).toContain('https://teams.microsoft.com/l/chat/0/0?users=28:');
  });
});

test.each(locales)('what is found is in the language of whoever looks: %s', async (locale) => {
  const chat = await TeamsChat.open(stage, { as: 'member-m365', locale, place: 'groupChat' });
  const own = createTranslator(locale);

  const [first] = resultsIn(await asks(chat, 'query', { commandId: 'search' }));
  const { title, card } = windowIn(await opensWindow(chat, 'request'));

  expect(first?.content.lang).toBe(locale);
  expect(wordsOf(first?.content ?? {})).toContain(own('message-extension.general'));
  expect(title).toBe(own('teams.message-box.request.title'));
  expect(wordsOf(card)).toContain(own('message-extension.request.none.title'));
});

test('a language that somebody chose in the chat counts more than the one of their client', async () => {
  const chat = await TeamsChat.install(stage, { as: 'guest', locale: 'en' });
  await chat.types('deutsch');
  const group = await TeamsChat.open(stage, { as: 'guest', locale: 'en', place: 'groupChat' });

  const [first] = resultsIn(await asks(group, 'query', { commandId: 'search' }));

  expect(first?.content.lang).toBe('de');
});

test('a code of Entra finds what it means', async () => {
  const chat = await TeamsChat.open(stage, { as: 'member-m365', locale: 'en', place: 'groupChat' });

  const [first] = resultsIn(await searches(chat, 'AADSTS50076'));

  expect(first?.preview.content.title).toContain('50076');
});

test('what no answer is known to is said so, in a sentence', async () => {
  const chat = await TeamsChat.open(stage, { as: 'member-m365', locale: 'en', place: 'groupChat' });

  expect(sentenceIn(await searches(chat, 'how do I bake bread'))).toBe(t('message-extension.nothing-found'));
});

test('the next page is the next answers, and behind the last one there is an empty page', async () => {
  const chat = await TeamsChat.open(stage, { as: 'member-m365', locale: 'en', place: 'groupChat' });
  const titles = async (skip: number, count: number) =>
    resultsIn(await searches(chat, '', undefined, { skip, count })).map(({ preview }) => preview.content.title);

  const [all, first, second, behind] = [
    await titles(0, 25),
    await titles(0, 2),
    await titles(2, 2),
    await titles(900, 25),
  ];

  expect([...first, ...second]).toEqual(all.slice(0, 4));
  expect(behind).toEqual([]);
});

test('a card that is sent can be drawn, has nothing to press but links, and is below the limit of Teams', async () => {
  const chat = await withChecklist();
  const sent = [
    ...resultsIn(await searches(chat, '')),
    ...resultsIn(await searches(chat, 'AADSTS50076')),
    ...resultsIn(await inserts(chat, 'checklist')),
    ...resultsIn(await inserts(await withoutRole(), 'request')),
  ];

  for (const { content } of sent) {
    expect(remarksOn(content).filter((remark) => !/"(Badge|ProgressBar)"\. Fallback/.test(remark))).toEqual([]);
    expect(pressesIn(content)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(28_000);
  }
});

describe('the checklist', () => {
  test('is looked at first, and then stands in the message with its ticks', async () => {
    await withChecklist();
    const group = await TeamsChat.open(stage, { as: 'global-admin-m365', locale: 'en', place: 'groupChat' });

    const { title, card } = windowIn(await opensWindow(group, 'checklist'));
    expect(title).toBe(t('teams.message-box.checklist.title'));
    expect(wordsOf(card)).toContain(t('message-extension.checklist.what-is-in-it'));
    expect(card.actions).toEqual([{ type: 'Action.Submit', title: t('message-extension.insert'), data: {} }]);
    const results = resultsIn(await inserts(group, 'checklist'));

    expect(results).toHaveLength(1);
    const words = wordsOf(results[0]?.content ?? {});
    expect(words).toContain(t('message-extension.checklist.title', { scenario: t('scenarios.add-azure.name') }));
    expect(words.match(new RegExp(`✓ ${t('card.steps.done')}`, 'g'))).toHaveLength(
      // The drawn line, and the two texts for where no card is drawn.
      3,
    );
  });

  test('holds nothing that was read about whoever sends it', async () => {
    const chat = await withChecklist();
    const person = stage.sandbox.core.people.get('global-admin-m365');
    const words = wordsOf(resultsIn(await inserts(chat, 'checklist')));

    expect(person).toBeDefined();
    for (const own of [
      person?.userPrincipalName,
      person?.displayName,
      person?.homeTenantId,
      person?.objectId,
      'Contoso',
    ])
      expect(words).not.toContain(own);
    expect(words).not.toContain(t('roles.global-administrator'));
  });

  test('of somebody else is never shown, whoever asks in the same chat', async () => {
    await withChecklist();
    const group = await TeamsChat.open(stage, {
      as: 'global-admin-m365',
      locale: 'en',
      place: 'groupChat',
      people: ['member-m365'],
    });

    const { card } = windowIn(await opensWindow(group, 'checklist', 'member-m365'));
    const inserted = windowIn(await inserts(group, 'checklist', 'member-m365'));

    for (const shown of [card, inserted.card]) {
      expect(wordsOf(shown)).toContain(t('message-extension.checklist.none.title'));
      expect(wordsOf(shown)).not.toContain(t('card.steps.done'));
    }
  });

  test('of a move is not sent before its owner agreed to what it breaks', async () => {
    const chat = await TeamsChat.install(stage, { as: 'two-tenants', locale: 'en' });
    await chat.presses('choose-scenario', { scenario: 'join' });
    await chat.presses('sign-in');
    await chat.exchanges();

    expect(wordsOf(windowIn(await opensWindow(chat, 'checklist')))).toContain(
      t('message-extension.checklist.none.title'),
    );
  });
});

test('a checklist that began a moment ago is there to be sent', async () => {
  const group = await TeamsChat.open(stage, { as: 'global-admin-m365', locale: 'en', place: 'groupChat' });
  await opensWindow(group, 'checklist');

  await withChecklist();

  expect(resultsIn(await inserts(group, 'checklist'))).toHaveLength(1);
});

describe('a request to the administrator', () => {
  test('is made when it is put into the message, and an administrator can answer it', async () => {
    const chat = await withoutRole();
    const group = await TeamsChat.open(stage, { as: 'member-azure', locale: 'en', place: 'groupChat' });

    const { card } = windowIn(await opensWindow(group, 'request'));
    expect(wordsOf(card)).toContain(t('message-extension.request.what-is-in-it'));
    const words = wordsOf(resultsIn(await inserts(group, 'request')));
    const code = /request ([\w-]{36})/.exec(words)?.[1];
    const admin = await TeamsChat.install(stage, { as: 'billing-admin-azure', locale: 'en' });
    await admin.types(`request ${code}`);
    await admin.presses('sign-in');
    await admin.exchanges();
    await admin.presses('answer-request', { answer: 'approved' });
    await stage.works();
    await chat.listens();

    expect(chat.words()).toContain(t('message.admin-approved.text'));
  });

  test('that was only looked at does not exist', async () => {
    const chat = await withoutRole();

    const { card } = windowIn(await opensWindow(chat, 'request'));

    expect(wordsOf(card)).not.toMatch(/request [\w-]{36}/);
  });

  test('is not made where no role is what helps', async () => {
    const chat = await withChecklist();

    expect(wordsOf(windowIn(await inserts(chat, 'request')))).toContain(t('message.no-role-needed.text'));
  });
});

describe('a link of the bot', () => {
  const pastes = async (url: string, what: 'queryLink' | 'anonymousQueryLink' = 'queryLink') => {
    const chat = await TeamsChat.open(stage, { as: 'member-m365', locale: 'en', place: 'groupChat' });
    return asks(chat, what, { url });
  };

  test.each(['queryLink', 'anonymousQueryLink'] as const)(
    'shows what it is, with or without the app: %s',
    async (what) => {
      const [first] = resultsIn(await pastes('https://bot.contoso.example/privacy', what));

      expect(first?.preview.content.title).toBe(t('teams.name.full'));
      expect(first?.content.version).toBe('1.3');
      expect(pressesIn(first)).toEqual([]);
    },
  );

  test.each([
    ['https://bot.contoso.example/webchat/ticket#abc', 'message-extension.link.ticket.title'],
    ['https://bot.contoso.example/operator/tickets/', 'message-extension.link.operator.title'],
  ] as const)('tells nothing that only one person may see: %s', async (url, title) => {
    const [first] = resultsIn(await pastes(url));

    expect(first?.preview.content.title).toBe(t(title));
  });

  test.each(['https://elsewhere.example/', 'http://bot.contoso.example/', 'not a link'])(
    'of anybody else is left alone: %s',
    async (url) => {
      const { status, body } = await pastes(url);

      expect({ status, body }).toEqual({ status: 200, body: {} });
    },
  );
});

test.each([
  ['query', null],
  ['query', { commandId: 'unknown' }],
  ['query', { commandId: 'search', parameters: 'no list' }],
  ['query', { commandId: 'search', parameters: [{ name: 'question', value: { deep: true } }] }],
  ['query', { commandId: 'search', queryOptions: { skip: -1, count: 25 } }],
  ['query', { commandId: 'search', queryOptions: { skip: 0, count: 'all' } }],
  ['fetchTask', { commandId: 'search' }],
  ['fetchTask', {}],
  ['submitAction', { commandId: ['checklist'] }],
  ['queryLink', { url: 7 }],
  ['queryLink', { url: `https://bot.contoso.example/${'x'.repeat(2_100)}` }],
  ['selectItem', {}],
  ['querySettingUrl', {}],
])('what is no such request is refused, and the next one is answered: %s %j', async (what, value) => {
  const chat = await TeamsChat.open(stage, { as: 'member-m365', locale: 'en', place: 'groupChat' });

  expect(await asks(chat, what, value)).toMatchObject({ status: 400 });
  expect(resultsIn(await searches(chat, '')).length).toBeGreaterThan(0);
});

test('a text of any length is searched for, and what it says goes nowhere', async () => {
  const chat = await TeamsChat.open(stage, { as: 'member-m365', locale: 'en', place: 'groupChat' });

  const answer = await searches(chat, `what is a tenant ${'\u202E<at>all</at>'.repeat(5_000)}`);

  expect(answer.status).toBe(200);
  expect(wordsOf(answer)).not.toContain('<at>');
});

test('looking and sending change nothing in the chat with the bot', async () => {
  const chat = await withChecklist();
  const before = [...chat.messages.keys()];

  await searches(chat, 'what is a tenant');
  await opensWindow(chat, 'checklist');
  await inserts(chat, 'checklist');
  await chat.presses('tick-step', { done: true });

  expect([...chat.messages.keys()]).toEqual(before);
  expect(chat.words()).toContain('3');
});
