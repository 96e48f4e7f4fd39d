import type { FaultKind } from '../../sandbox/core/core.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { TeamsChat } from '../teams/teams-chat.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStage } from './stage.ts';

/** The service that keeps sign-ins is down, slow, or refuses: it is named, and there is a way without it and a way back. */

const t = createTranslator('en');
const away = t('message.sign-in-unavailable.title');
const kinds: readonly FaultKind[] = ['403', '429', '500', '503', 'hang', 'garbage', 'html', 'cut-off', 'slow-drip'];
const someone = { as: 'global-admin-m365', locale: 'en' } as const;

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.stop());
beforeEach(() => stage.sandbox.reset());

function goesAway(fault: FaultKind = '503', path?: string): void {
  stage.sandbox.core.faults.add({ service: 'token-service', fault, ...(path === undefined ? {} : { path }) });
}

function comesBack(): void {
  stage.sandbox.core.faults.clear();
}

async function choosesARoute(): Promise<Chat> {
  const chat = await stage.opensChat(someone);
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  return chat;
}

async function signsIn(): Promise<Chat> {
  const chat = await choosesARoute();
  await chat.presses('sign-in');
  await chat.types(await chat.signInCode());
  return chat;
}

test.each(kinds)('%s is named, and without a sign-in there are the steps', async (fault) => {
  const chat = await stage.opensChat(someone);
  goesAway(fault);

  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  expect(chat.words()).toContain(away);
  expect(chat.words()).not.toContain(t('message.something-went-wrong.title'));

  await chat.presses('without-sign-in');
  expect(chat.button('tick-step')).toBeDefined();
  expect(chat.words()).not.toContain(away);
});

test.each(['en', 'nl', 'de', 'fr'] as const)('is told in %s, and as long as it lasts', async (locale) => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale });
  goesAway();
  const words = createTranslator(locale);

  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  expect(chat.words()).toContain(words('message.sign-in-unavailable.text'));
  await chat.presses('sign-in');
  expect(chat.words()).toContain(words('message.sign-in-unavailable.text'));
});

test('once it is back, the next try signs in, and the route goes on', async () => {
  const chat = await stage.opensChat(someone);
  goesAway();
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  comesBack();

  await chat.presses('sign-in');
  await chat.types(await chat.signInCode());

  expect(chat.button('i-have-done-it')).toBeDefined();
  expect(chat.words()).not.toContain(away);
});

test('a link that cannot be had is told before anybody presses a button that does nothing', async () => {
  const chat = await stage.opensChat(someone);
  goesAway('500', 'GetSignInResource');

  await chat.presses('choose-scenario', { scenario: 'add-azure' });

  expect(chat.words()).toContain(away);
  expect(chat.words()).not.toContain(t('card.sign-in.title'));
});

test('a code that cannot be looked up is not called wrong, and is good when it is back', async () => {
  const chat = await choosesARoute();
  await chat.presses('sign-in');
  const code = await chat.signInCode();
  goesAway();
  await chat.types(code);
  expect(chat.words()).toContain(away);
  expect(chat.words()).not.toContain(t('message.wrong-code.text'));
  comesBack();

  await chat.types(code);

  expect(chat.button('i-have-done-it')).toBeDefined();
});

test.each(['sign in', 'status', 'check again'])('“%s”, typed on the way, is answered with it', async (typed) => {
  const chat = await signsIn();
  goesAway();

  await chat.types(typed);

  expect(chat.words()).toContain(away);
  expect(chat.button('without-sign-in')).toBeDefined();
});

test('whoever signs out hears that they are still signed in, and keeps what they have', async () => {
  const chat = await signsIn();
  goesAway();
  await chat.types('sign out');
  expect(chat.words()).toContain(t('message.still-signed-in.title'));
  comesBack();

  await chat.presses('sign-out');

  expect(chat.words()).not.toContain(t('message.still-signed-in.title'));
});

test('a client of Teams that hands over its own sign-in hears it once, and its window works when it is back', async () => {
  const chat = await TeamsChat.install(stage, someone);
  await chat.presses('show-status');
  await chat.presses('sign-in');
  goesAway();

  const answers = await chat.exchanges({ clients: 3 });

  expect(answers.map(({ status }) => status)).toEqual([412, 412, 412]);
  expect(chat.words().split(away)).toHaveLength(2);
  comesBack();
  await chat.signsInByWindow();
  expect(chat.words()).toContain(t('card.status.title'));
});
