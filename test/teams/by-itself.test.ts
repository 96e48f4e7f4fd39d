import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { storedBytes, storedKeys } from '../conversations/stored-bytes.ts';
import { TeamsChat } from './teams-chat.ts';

/** What ends a conversation in Teams, and what the bot finishes there by itself. */

let stage: Stage;
const t = createTranslator('en');

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

beforeEach(async () => {
  await stage.sandbox.reset();
  await stage.restartsBot();
});

async function isSignedIn(): Promise<TeamsChat> {
  const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en' });
  await chat.types('status');
  await chat.presses('sign-in');
  await chat.exchanges();
  return chat;
}

test('a press deletes everything that is kept, and the press is answered', async () => {
  const chat = await isSignedIn();
  expect(storedBytes(stage)).toContain(chat.id);
  await chat.types('delete my data');

  const answer = await chat.presses('delete-my-data-now');

  expect(answer).toMatchObject({ status: 200, body: { statusCode: 200 } });
  expect(chat.words()).toContain(t('card.delete-my-data.gone', { count: 2 }).slice(0, 20));
  expect(storedBytes(stage)).not.toContain(chat.id);
  expect(storedBytes(stage)).not.toContain('Global');
});

test('in a group nobody is asked whether to delete anything, and a press there deletes nothing', async () => {
  const mine = await isSignedIn();
  const group = await TeamsChat.install(stage, { as: 'global-admin-m365', locale: 'en', place: 'groupChat' });

  await group.mentions('delete my data');
  expect(group.words()).toContain(t('message.in-group.text'));
  await group.sends({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'delete-my-data-now', data: { do: 'delete-my-data-now' } } },
  });

  expect(storedKeys(stage, `conversation/msteams/${mine.id}/`)).toHaveLength(1);
  expect(storedKeys(stage, `conversation/msteams/${group.id}/`).length).toBeGreaterThan(0);
});

test('an answer that was cut short comes as one message once it is whole', async () => {
  const chat = await isSignedIn();
  stage.sandbox.core.faults.add({ service: 'graph', fault: 'hang' });
  await chat.types('status');
  expect(chat.words()).toContain(t('message.looking-on.text'));

  stage.sandbox.core.faults.clear();
  stage.passTime(20_000);
  await stage.works();
  await chat.listens();

  expect(chat.heard).toHaveLength(1);
  expect(chat.words()).toContain(t('roles.global-administrator'));
});
