import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from './stage.ts';

/** Somebody asks what is there while they are on their way. */

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

describe.each(['en', 'nl', 'de'] as const)('in %s', (locale) => {
  const t = createTranslator(locale);

  test('the status keeps the route: the next step stands in it, one press away, and the ticks are still there', async () => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale });
    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    await chat.presses('sign-in');
    await chat.signsIn();
    await chat.presses('show-steps');
    await chat.presses('tick-step', { step: 'azure-open-sign-up' });

    await chat.types(t('button.show-status'));
    expect(chat.words()).toContain(t('card.status.title'));
    expect(chat.words()).toContain(t('steps.azure-sign-in-with-work-account.title'));

    await chat.presses('show-steps');
    expect(chat.words()).toContain(t('card.steps.counted', { count: 1, total: 5 }));
  });

  test('who types it gets it too, and "I have done it" looks for the result', async () => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale });
    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    await chat.presses('sign-in');
    await chat.signsIn();
    await chat.presses('show-steps');

    await chat.types(t('button.show-status'));
    expect(chat.words()).toContain(t('card.status.title'));
    await chat.types(t('button.i-have-done-it'));
    expect(chat.words()).toContain(t('card.proof.not-visible-yet-title'));
  });
});

test('who asks for it on a route before signing in gets it after signing in, whatever they typed meanwhile', async () => {
  const t = createTranslator('en');
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.types(t('button.show-status'));
  await chat.types('xyzzy');
  await chat.presses('sign-in');
  await chat.signsIn();

  expect(chat.words()).toContain(t('card.status.title'));
  await chat.presses('show-steps');
  expect(chat.words()).toContain(t('card.steps.counted', { count: 0, total: 5 }));
});

test('outside a route the status offers the choices, as before', async () => {
  const t = createTranslator('en');
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await chat.presses('show-status');
  await chat.presses('sign-in');
  await chat.signsIn();

  expect(chat.words()).toContain(t('card.status.title'));
  expect(chat.words()).not.toContain(t('card.resume.text', { scenario: '' }).slice(0, 10));
  await chat.types(t('button.show-steps'));
  expect(chat.words()).toContain(t('card.welcome.question'));
});

test('times are those of the person, wherever they are now, and UTC says that it is as long as nobody knows', async () => {
  const t = createTranslator('en');
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await chat.presses('show-status');
  await chat.presses('sign-in');
  await chat.signsIn();
  expect(chat.words()).toMatch(/Read on .+ UTC/);

  await chat.sends({ type: 'message', text: t('button.show-status'), localTimezone: 'Europe/Amsterdam' });
  expect(chat.words()).toMatch(/Read on .+\d{2}:\d{2}/);
  expect(chat.words()).not.toContain('UTC');

  await chat.types(t('button.show-status'));
  expect(chat.words()).not.toContain('UTC');
});
