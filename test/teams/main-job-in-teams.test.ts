import { locales } from '../../src/i18n/locales.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from '../conversations/stage.ts';
import { TeamsChat, ticksAll } from './teams-chat.ts';

/** The whole job as somebody in Teams: scenario A, B, C and the status, with and without single sign-on. */

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

beforeEach(() => stage.sandbox.reset());

const ways = {
  'single sign-on': async (chat: TeamsChat) => {
    const [answer] = await chat.exchanges();
    expect(answer?.status).toBe(200);
  },
  'the sign-in window': (chat: TeamsChat) => chat.signsInByWindow(),
  'the window, after single sign-on was refused': async (chat: TeamsChat) => {
    const [answer] = await chat.exchanges({ tokenIs: 'expired' });
    expect(answer?.status).toBe(412);
    await chat.signsInByWindow();
  },
} as const;

/** Every way in English; the other languages differ in words only. */
const cases = locales.flatMap((locale) =>
  (Object.keys(ways) as (keyof typeof ways)[])
    .filter((way) => locale === 'en' || way === 'single sign-on')
    .map((way) => ({ locale, way, signsIn: ways[way] })),
);

describe.each(cases)('in $locale, with $way', ({ locale, signsIn }) => {
  const t = createTranslator(locale);

  test('somebody with Microsoft 365 gets Azure in the same tenant, in one card that changes in place', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale });
    expect(chat.words()).toContain(t('card.welcome.first-title'));

    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    await chat.presses('sign-in');
    expect(chat.signInCards()).toHaveLength(1);
    await signsIn(chat);
    expect(chat.words()).toContain(t('verdict.add-azure.ready.title'));

    await chat.presses('show-steps');
    const stepsCardId = chat.heard.at(-1)?.id;
    const answers = await ticksAll(chat);
    expect(answers.length).toBeGreaterThan(2);
    expect(new Set(answers.map(({ body }) => body?.type))).toEqual(
      new Set(['application/vnd.microsoft.card.adaptive']),
    );
    expect(chat.heard.map(({ id }) => id)).toEqual([stepsCardId]);
    expect(chat.words()).toContain(t('card.steps.all-done'));

    stage.sandbox.core.people.complete('global-admin-m365');
    await chat.presses('i-have-done-it');
    expect(chat.words()).toContain(t('card.proof.proven-title'));
  });

  test('somebody with Azure and the billing role gets Microsoft 365 in the same tenant', async () => {
    const chat = await TeamsChat.install(stage, { as: 'billing-admin-azure', locale });

    await chat.types('2');
    await chat.presses('sign-in');
    await signsIn(chat);
    expect(chat.words()).toContain(t('verdict.add-microsoft-365.ready.title'));

    await chat.presses('show-steps');
    await ticksAll(chat);
    stage.sandbox.core.people.complete('billing-admin-azure');
    await chat.presses('i-have-done-it');
    expect(chat.words()).toContain(t('card.proof.proven-title'));
  });

  test('somebody who bought both apart is told what moving breaks before a step is shown', async () => {
    const chat = await TeamsChat.install(stage, { as: 'two-tenants', locale });

    await chat.presses('choose-scenario', { scenario: 'join' });
    await chat.presses('sign-in');
    await signsIn(chat);
    expect(chat.words()).toContain(t('verdict.join.ready.title'));

    await chat.presses('show-steps');
    expect(chat.words()).toContain(t('card.join.confirm'));
    await chat.presses('confirm-join');
    expect(chat.words()).toContain(t('steps.join-prepare.title'));

    stage.sandbox.core.people.complete('two-tenants');
    await chat.presses('i-have-done-it');
    expect(chat.words()).toContain(t('card.proof.proven-title'));
  });

  test('somebody who wants only to look sees the status', async () => {
    const chat = await TeamsChat.install(stage, { as: 'global-admin-m365', locale });

    await chat.presses('show-status');
    await chat.presses('sign-in');
    await signsIn(chat);

    expect(chat.words()).toContain(t('card.status.title'));
    expect(chat.words()).toContain(t('roles.global-administrator'));
  });
});
