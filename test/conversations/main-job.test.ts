import { readFile } from 'node:fs/promises';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

beforeEach(() => stage.sandbox.reset());

describe.each(locales)('in %s', (locale: Locale) => {
  const t = createTranslator(locale);

  test('somebody with Microsoft 365 gets Azure in the same tenant, and sees that it worked', async () => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale });
    expect(chat.words()).toContain(t('card.welcome.first-title'));

    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    expect(chat.words()).toContain(t('card.sign-in.title'));

    await chat.presses('sign-in');
    expect(chat.asksToSignIn()).toBe(true);

    await chat.signsIn();
    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));
    expect(chat.words()).toContain(t('notices.no-admin-role-needed'));

    await chat.presses('show-steps');
    expect(chat.words()).toContain(t('steps.azure-open-sign-up.title'));
    await ticksAll(chat);
    expect(chat.words()).toContain(t('card.steps.all-done'));

    await chat.presses('i-have-done-it');
    expect(chat.words()).toContain(t('card.proof.not-visible-yet-title'));

    stage.sandbox.core.people.complete('global-admin-m365');
    await chat.presses('check-again');
    expect(chat.words()).toContain(t('card.proof.proven-title'));

    await chat.presses('show-receipt');
    expect(chat.words()).toContain(t('card.receipt.title'));
    expect(chat.words()).not.toContain('@');
  });

  test('somebody with Azure and the billing role gets Microsoft 365 in the same tenant', async () => {
    const chat = await stage.opensChat({ as: 'billing-admin-azure', locale });

    await chat.types('2');
    await chat.presses('sign-in');
    await chat.signsIn();
    expect(chat.words()).toContain(t('verdict.add-microsoft-365.ready.title'));

    await chat.presses('show-steps');
    expect(chat.words()).toContain(t('steps.m365-choose-plan.title'));
    await ticksAll(chat);
    stage.sandbox.core.people.complete('billing-admin-azure');
    await chat.presses('i-have-done-it');
    expect(chat.words()).toContain(t('card.proof.proven-title'));
  });

  test('somebody who bought both apart is told what moving breaks before a step is shown', async () => {
    const chat = await stage.opensChat({ as: 'two-tenants', locale });

    await chat.presses('choose-scenario', { scenario: 'join' });
    await chat.presses('sign-in');
    await chat.signsIn();
    expect(chat.words()).toContain(t('verdict.join.ready.title'));

    await chat.presses('show-steps');
    expect(chat.words()).toContain(t('card.join.confirm'));
    expect(chat.words()).not.toContain(t('steps.join-change-directory.title'));

    await chat.presses('confirm-join');
    expect(chat.words()).toContain(t('steps.join-prepare.title'));

    stage.sandbox.core.people.complete('two-tenants');
    await chat.presses('i-have-done-it');
    expect(chat.words()).toContain(t('card.proof.proven-title'));
  });

  test('somebody who wants only to look sees the status', async () => {
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale });

    await chat.presses('show-status');
    await chat.presses('sign-in');
    await chat.signsIn();

    expect(chat.words()).toContain(t('card.status.title'));
    expect(chat.words()).toContain(t('roles.global-administrator'));
    expect(chat.words()).toContain('onmicrosoft.com');
  });

  test('somebody who is not sure gets a suggestion from the facts, and is asked', async () => {
    const chat = await stage.opensChat({ as: 'billing-admin-azure', locale });

    await chat.presses('not-sure');
    await chat.presses('sign-in');
    await chat.signsIn();
    expect(chat.words()).toContain(t('card.suggestion.title'));

    await chat.presses('accept-suggestion');
    expect(chat.words()).toContain(t('verdict.add-microsoft-365.ready.title'));
  });

  test('without signing in there are the general steps, marked as not checked', async () => {
    const chat = await stage.opensChat({ as: 'nothing', locale });

    await chat.presses('choose-scenario', { scenario: 'add-microsoft-365' });
    await chat.presses('without-sign-in');

    expect(chat.words()).toContain(t('card.steps.unchecked'));
    expect(chat.words()).toContain(t('steps.m365-choose-plan.title'));
  });
});

test('what the README begins with is what Megan hears', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  const heard: string[] = [];
  const hears = () => heard.push(chat.words().replaceAll('\\', ''));
  await chat.types('I have Microsoft 365 and want Azure');
  hears();
  await chat.presses('sign-in');
  await chat.signsIn();
  hears();
  stage.sandbox.core.people.complete('global-admin-m365');
  await chat.types('I have done all of it');
  hears();

  const told = [...(await readFile('README.md', 'utf8')).matchAll(/^> \*\*OneTenant:\*\* (.+)$/gm)].map(
    ([, line = '']) => line,
  );
  const lacking = told.map((line, turn) =>
    line.split(/(?<=[.?]) /).filter((said) => !heard[turn]?.includes(said.replace(/[.?]$/, ''))),
  );
  expect(told).toHaveLength(heard.length);
  expect(lacking.flat()).toEqual([]);
});

async function ticksAll(chat: Chat): Promise<void> {
  for (let ticked = 0; ticked < 20; ticked += 1) {
    const isOpen =
      chat.button('tick-step', { done: true }) !== undefined &&
      chat.buttons(chat.heard).some(({ data }) => data.do === 'tick-step' && data.done);
    if (!isOpen) return;
    const next = chat.buttons(chat.heard).find(({ data }) => data.do === 'tick-step' && data.done);
    await chat.submits(next?.data);
  }
}
