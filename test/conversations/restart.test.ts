import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
const t = createTranslator('nl');

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

test('a bot that is stopped and started at every question carries on at that question', async () => {
  const chat = await stage.opensChat({ as: 'two-tenants', locale: 'nl' });
  await stage.restartsBot();
  await chat.presses('choose-scenario', { scenario: 'join' });
  await stage.restartsBot();
  await chat.presses('sign-in');
  await stage.restartsBot();
  await chat.signsIn();
  expect(chat.words()).toContain(t('verdict.join.ready.title'));
  await stage.restartsBot();
  await chat.presses('show-steps');
  await stage.restartsBot();
  await chat.presses('confirm-join');
  await stage.restartsBot();
  await chat.presses('tick-step', { step: 'join-prepare' });

  expect(chat.words()).toContain(t('steps.join-open-subscription.title'));
});

test('what is said while the bot is down is told to the sender, and works after the restart', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'nl' });
  await stage.stopsBot();

  const status = await chat.sends({ type: 'message', text: '1' });
  expect(status).toBe(502);

  await stage.startsBot();
  await chat.types('1');
  expect(chat.words()).toContain(t('card.sign-in.title'));
});
