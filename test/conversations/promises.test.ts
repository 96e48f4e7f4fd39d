import { linkUrls } from '../../src/domain/links.ts';
import { scenarios } from '../../src/domain/scenario.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { signUpLinks } from '../builders/sign-up-links.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStage } from './stage.ts';

/** Promises that hold whoever chats. */

let stage: Stage;
const t = createTranslator('en');

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

async function isTold(as: string, scenario: (typeof scenarios)[number], answer = 'not-sure'): Promise<Chat> {
  const chat = await stage.opensChat({ as, locale: 'en' });
  await chat.presses('choose-scenario', { scenario });
  await chat.presses('sign-in');
  await chat.signsIn();
  if (chat.words().includes(t('agreement.title'))) await chat.presses('answer-agreement', { answer });
  return chat;
}

const signUpUrls = signUpLinks.map((id) => linkUrls[id]);

test.each(['add-azure', 'add-microsoft-365'] as const)(
  'somebody with an Enterprise Agreement never sees a sign-up link for %s, and gets a text for support',
  async (scenario) => {
    const chat = await isTold('enterprise-agreement', scenario);
    for (const { data } of chat.buttons(chat.heard)) if (data.do === 'show-steps') await chat.submits(data);

    expect(chat.links(chat.transcript).filter((link) => signUpUrls.includes(link as never))).toEqual([]);
    expect(chat.words(chat.transcript)).toContain(t('blockers.enterprise-agreement.title'));
  },
);

test('who says that they have an Enterprise Agreement is told the same, where nothing else could tell', async () => {
  const chat = await isTold('agreement-hidden', 'add-azure', 'enterprise');

  expect(chat.words()).toContain(t('blockers.enterprise-agreement.title'));
  expect(chat.links(chat.transcript).filter((link) => signUpUrls.includes(link as never))).toEqual([]);
});

test('a customer agreement that looks like an Enterprise Agreement is not sent to support', async () => {
  const chat = await isTold('customer-agreement', 'add-microsoft-365');

  expect(chat.words()).not.toContain(t('blockers.enterprise-agreement.title'));
});

test.each(['no-graph-consent', 'guest'])(
  '%s is never told that they lack a role, only that it could not be seen',
  async (as) => {
    const chat = await isTold(as, 'add-microsoft-365');

    expect(chat.words()).not.toContain(t('blockers.role-missing.title'));
    expect(chat.words()).toContain(t('answer.cannot-tell'));
  },
);

test('where nobody approved the bot, an administrator gets the link that does', async () => {
  const chat = await isTold('no-graph-consent', 'add-microsoft-365');

  expect(chat.links().some((link) => link.includes('/adminconsent?client_id='))).toBe(true);
});

test('a name that is Markdown, a mention or turns the text around stays a dead letter', async () => {
  const chat = await isTold('right-to-left', 'add-azure');
  await chat.types('show my status');

  const cards = JSON.stringify(chat.cards());
  expect(cards).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B-\u200F]/);
});

test('four hundred subscriptions fit in a card that every channel takes', async () => {
  const chat = await isTold('four-hundred-subscriptions', 'join');
  await chat.types('show my status');

  for (const message of chat.transcript)
    expect(Buffer.byteLength(JSON.stringify(message.attachments ?? []))).toBeLessThan(28_000);
  expect(chat.words()).toMatch(/39\d more|And 39\d/);
});

test.each(scenarios)('nobody’s token is ever said in the chat (%s)', async (scenario) => {
  const chat = await isTold('two-tenants', scenario);

  expect(JSON.stringify(chat.transcript)).not.toMatch(/eyJ[\w-]{10,}\.[\w-]{10,}/);
});
