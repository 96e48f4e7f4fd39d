import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { TeamsChat } from './teams-chat.ts';

/** What the bot says by itself in Teams, and what becomes of it when Teams does not take it. */

let stage: Stage;
const t = createTranslator('en');
const minute = 60_000;
const day = 24 * 60 * minute;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

beforeEach(() => stage.sandbox.reset());

async function waitsForReminder(as = 'global-admin-m365'): Promise<TeamsChat> {
  const chat = await TeamsChat.install(stage, { as, locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.exchanges();
  await chat.presses('show-steps');
  await chat.presses('i-have-done-it');
  await chat.types('remind me tomorrow');
  expect(chat.words()).toContain(t('card.reminder.title'));
  return chat;
}

/** Lets the bot do what is due; true when the reminder was heard. */
async function isReminded(chat: TeamsChat): Promise<boolean> {
  await stage.works();
  await chat.listens();
  return chat.words().includes(t('message.reminder.text'));
}

function sends(): number {
  return stage.sandbox.core.requests
    .list()
    .filter(({ service, method, path }) => service === 'connector' && method === 'POST' && path.includes('/activities'))
    .length;
}

test('a reminder reaches the person a day later, after a restart', async () => {
  const chat = await waitsForReminder();
  await stage.restartsBot();
  stage.passTime(day + minute);

  expect(await isReminded(chat)).toBe(true);
});

test('a request to an administrator goes on by itself in the chat of who asked', async () => {
  const chat = await TeamsChat.install(stage, { as: 'member-azure', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-microsoft-365' });
  await chat.presses('sign-in');
  await chat.exchanges();
  await chat.presses('ask-admin');
  const code = /request ([\w-]{36})/.exec(chat.words())?.[1] ?? '';
  const admin = await TeamsChat.install(stage, { as: 'billing-admin-azure', locale: 'en' });
  await admin.types(`request ${code}`);
  await admin.presses('sign-in');
  await admin.exchanges();

  await admin.presses('answer-request', { answer: 'approved' });
  await stage.works();
  await chat.listens();

  expect(chat.words()).toContain(t('message.admin-approved.text'));
});

test.each([
  [403, 'ForbiddenOperationException'],
  [403, 'BotDisabledByAdmin'],
  [403, 'BotNotInConversationRoster'],
  [403, 'ConversationBlockedByUser'],
  [403, 'InvalidBotApiHost'],
  [403, 'NotEnoughPermissions'],
  [404, 'ConversationNotFound'],
])('%i %s: the address is dropped, and nothing is tried again', async (status, code) => {
  const chat = await waitsForReminder();
  stage.passTime(day + minute);
  await chat.refuses(status, code);
  expect(await isReminded(chat)).toBe(false);
  const tried = sends();

  stage.passTime(day);
  expect(await isReminded(chat)).toBe(false);

  expect(sends()).toBe(tried);
});

test('somebody who blocked the bot hears nothing, and is served again when they speak', async () => {
  const chat = await waitsForReminder();
  await chat.block(true);
  stage.passTime(day + minute);
  expect(await isReminded(chat)).toBe(false);

  await chat.block(false);
  stage.passTime(day);
  expect(await isReminded(chat)).toBe(false);
  await chat.types('help');
  expect(chat.words()).toContain(t('card.help.title'));
});

test('after an uninstall nothing is sent and nothing is kept', async () => {
  const chat = await waitsForReminder();
  const before = sends();

  await chat.installation('remove');
  stage.passTime(day + minute);

  expect(await isReminded(chat)).toBe(false);
  expect(sends()).toBe(before);
});

test.each([
  [412, 'PreconditionFailed'],
  [429, 'Throttled'],
  [502, 'ServiceError'],
  [503, 'ServiceUnavailable'],
  [504, 'GatewayTimeout'],
])('%i %s: the reminder comes later, once', async (status, code) => {
  const chat = await waitsForReminder();
  stage.passTime(day + minute);
  await chat.refuses(status, code, { times: 1, retryAfterSeconds: 10 });
  expect(await isReminded(chat)).toBe(false);

  stage.passTime(minute);
  expect(await isReminded(chat)).toBe(true);

  stage.passTime(day);
  expect(await isReminded(chat)).toBe(false);
});

test('what is refused again and again is tried five times', async () => {
  const chat = await waitsForReminder();
  stage.passTime(day + minute);
  await chat.refuses(503, 'ServiceUnavailable', { times: 100 });
  const before = sends();
  for (let look = 0; look < 12; look += 1) {
    await isReminded(chat);
    stage.passTime(30 * minute);
  }

  expect(sends() - before).toBe(5);
});

test('a pause that Teams asks for is kept', async () => {
  const chat = await waitsForReminder();
  stage.passTime(day + minute);
  await chat.refuses(429, 'Throttled', { retryAfterSeconds: 600 });
  await isReminded(chat);
  const tried = sends();

  stage.passTime(9 * minute);
  await isReminded(chat);
  expect(sends()).toBe(tried);

  stage.passTime(7 * minute);
  expect(await isReminded(chat)).toBe(true);
});

test('500 may have arrived, so it is not said twice', async () => {
  const chat = await waitsForReminder();
  stage.passTime(day + minute);
  await chat.refuses(500, 'ServiceError');
  await isReminded(chat);
  const tried = sends();

  stage.passTime(day);
  await isReminded(chat);

  expect(sends()).toBe(tried);
});

test.each([502, 503])('an answer to somebody that met %i is not repeated by itself', async (status) => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
  await chat.refuses(status, 'ServiceError');
  await chat.types('help');
  const tried = sends();

  stage.passTime(day);
  await stage.works();

  expect(sends()).toBe(tried);
});

test('an answer to somebody that met 429 comes after the pause', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
  await chat.refuses(429, 'Throttled', { retryAfterSeconds: 30 });
  await chat.types('help');
  expect(chat.heard).toEqual([]);

  stage.passTime(2 * minute);
  await stage.works();
  await chat.listens();

  expect(chat.words()).toContain(t('card.help.title'));
});

// How fast it sends is held by send-pace.test.ts, on a clock of its own; on a busy machine messages arrive in bunches all the same.
test('twenty messages in a row are all answered, also when Teams refuses some for going too fast', async () => {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });

  await Promise.all(Array.from({ length: 20 }, () => chat.types('thanks')));
  await chat.listens();

  const taken = stage.sandbox.core.requests
    .list()
    .filter(
      ({ service, method, path, status }) =>
        service === 'connector' && method === 'POST' && path.includes('/activities') && status === 200,
    );
  expect(taken.length).toBeGreaterThanOrEqual(20);
});
