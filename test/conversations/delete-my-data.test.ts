import { DatabaseSync } from 'node:sqlite';
import { createTranslator } from '../../src/i18n/translator.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStage } from './stage.ts';
import { storedBytes, storedKeys } from './stored-bytes.ts';

/** Somebody wants to be forgotten: asked once, done at once, proved by the bytes. */

let stage: Stage;
const t = createTranslator('en');
const gone = t('card.delete-my-data.gone', { count: 2 }).slice(0, 20);

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

/** Somebody about whom everything is kept that can be: facts, steps, a reminder, a request to an administrator. */
async function isKnownWell(): Promise<Chat> {
  const chat = await stage.opensChat({ as: 'member-azure', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-microsoft-365' });
  await chat.presses('sign-in');
  await chat.signsIn();
  await chat.presses('ask-admin');
  await chat.types('tell me when it shows');
  return chat;
}

/** What would give the person away in the bytes of the store. */
function tracesOf(chat: Chat): readonly string[] {
  const person = stage.sandbox.core.people.get('member-azure');
  if (person === undefined) throw new Error('nobody of that name');
  return [chat.conversationId, chat.userId, person.userPrincipalName, person.displayName];
}

test('what is kept is removed after a yes, to the last byte, and the answer says so', async () => {
  const chat = await isKnownWell();
  for (const trace of tracesOf(chat)) expect(storedBytes(stage)).toContain(trace);
  expect(storedKeys(stage, 'admin-request/')).toHaveLength(1);
  expect(storedKeys(stage, 'wake/')).toHaveLength(1);

  await chat.types('delete my data');
  expect(chat.words()).toContain(t('card.delete-my-data.title'));
  await chat.presses('delete-my-data-now');

  expect(chat.words()).toContain(t('card.delete-my-data.gone', { count: 3 }));
  expect(chat.heard).toHaveLength(1);
  for (const trace of tracesOf(chat)) expect(storedBytes(stage)).not.toContain(trace);
  expect(storedKeys(stage, '')).toEqual([]);
});

test('the sign-in is gone too, and who writes again begins anew', async () => {
  const chat = await isKnownWell();
  await chat.types('delete my data');
  await chat.types('yes');
  expect(chat.words()).toContain(gone);

  await chat.types('hello');
  expect(chat.words()).toContain(t('card.welcome.question'));
  await chat.presses('show-status');

  expect(chat.words()).toContain(t('card.sign-in.title'));
});

test('nothing happens without a yes: the question that was open comes again', async () => {
  const chat = await isKnownWell();
  await chat.types('forget me');

  await chat.types('no');

  expect(chat.words()).toContain(t('message.data-kept.text'));
  expect(chat.words()).toContain(t('blockers.role-missing.title'));
  expect(storedBytes(stage)).toContain(chat.conversationId);
});

test('a yes that comes after something else deletes nothing', async () => {
  const chat = await isKnownWell();
  await chat.types('delete my data');
  await chat.types('help');

  await chat.types('yes');

  expect(chat.words()).not.toContain(gone);
  expect(storedBytes(stage)).toContain(chat.conversationId);
});

test('the button under help leads there, and the other button keeps everything', async () => {
  const chat = await isKnownWell();
  await chat.types('help');
  await chat.presses('delete-my-data');
  expect(chat.words()).toContain(t('card.delete-my-data.stays-title'));

  await chat.presses('carry-on');

  expect(chat.words()).toContain(t('blockers.role-missing.title'));
  expect(storedBytes(stage)).toContain(chat.conversationId);
});

test('a button that nobody was shown deletes nothing', async () => {
  const chat = await isKnownWell();

  await chat.submits({ do: 'delete-my-data-now', nonce: 'made-up' });

  expect(storedBytes(stage)).toContain(chat.conversationId);
});

test.each([
  ['nl', 'verwijder mijn gegevens', 'ja'],
  ['de', 'Lösche meine Daten', 'ja'],
] as const)('in %s it is asked and done in the same words', async (locale, wish, yes) => {
  const words = createTranslator(locale);
  const chat = await stage.opensChat({ as: 'nothing', locale });

  await chat.types(wish);
  expect(chat.words()).toContain(words('card.delete-my-data.title'));
  await chat.types(yes);

  expect(chat.words()).toContain(words('card.delete-my-data.gone', { count: 1 }));
  expect(storedBytes(stage)).not.toContain(chat.conversationId);
});

test('when the last words do not arrive, everything is gone all the same', async () => {
  const chat = await isKnownWell();
  await chat.types('delete my data');
  stage.sandbox.core.faults.add({ service: 'connector', fault: '500' });

  await chat.types('yes');
  stage.sandbox.core.faults.clear();

  expect(chat.words()).toBe('');
  expect(storedBytes(stage)).not.toContain(chat.conversationId);
});

test('a sign-in that cannot be taken away is told with a reference, and the rest is gone all the same', async () => {
  const chat = await isKnownWell();
  await chat.types('delete my data');
  stage.sandbox.core.faults.add({ service: 'token-service', fault: '500' });

  await chat.types('yes');
  stage.sandbox.core.faults.clear();

  expect(chat.words()).toMatch(
    new RegExp(`${t('card.delete-my-data.not-all-gone', { reference: '' }).slice(0, 30)}.*[A-Z0-9]{8}`),
  );
  expect(storedBytes(stage)).not.toContain(chat.conversationId);
});

test('what the store does not let go is told with a reference, and can be asked for again', async () => {
  const chat = await isKnownWell();
  await chat.types('delete my data');
  const database = new DatabaseSync(stage.settings.DATA_FILE);
  database.exec("CREATE TRIGGER stuck BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'stuck'); END");

  await chat.types('yes');
  expect(chat.words()).toContain(t('card.delete-my-data.not-all-gone', { reference: '' }).slice(0, 30));
  expect(storedBytes(stage)).toContain(chat.conversationId);
  database.exec('DROP TRIGGER stuck');
  database.close();
  await chat.types('delete my data');
  await chat.types('yes');

  expect(chat.words()).toContain(gone);
  expect(storedBytes(stage)).not.toContain(chat.conversationId);
});
