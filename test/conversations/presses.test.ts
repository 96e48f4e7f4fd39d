import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from './stage.ts';

/** Buttons that are old, doubled, foreign or made up. */

let stage: Stage;
const t = createTranslator('en');

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.stop());

test('a button of an earlier card does nothing, and the answer names the open question', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  const old = chat.button('show-status')?.data;
  await chat.presses('choose-scenario', { scenario: 'add-azure' });

  await chat.submits(old);

  expect(chat.words()).toContain(t('message.expired-button.text', { standing: t('standing.explain-sign-in') }));
  expect(chat.words()).not.toContain(t('card.sign-in.title'));
});

test('a button that is pressed twice counts once', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  const button = chat.button('choose-scenario', { scenario: 'add-azure' })?.data;
  await chat.submits(button);

  await chat.submits(button);

  expect(chat.words()).toBe(t('message.already-done.text'));
});

test('five presses of one button at the same time have one effect', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  const button = chat.button('choose-scenario', { scenario: 'add-azure' })?.data;

  await Promise.all(Array.from({ length: 5 }, () => chat.posts({ type: 'message', value: button })));
  await chat.listens();

  const explanations = chat.words(chat.transcript).split(t('card.sign-in.title')).length - 1;
  expect(explanations).toBe(1);
  expect(chat.heard.filter(({ text }) => text === t('message.already-done.text'))).toHaveLength(4);
});

test('a button from somebody else’s chat does nothing', async () => {
  const theirs = await stage.opensChat({ as: 'billing-admin-azure', locale: 'en' });
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });

  await chat.submits(theirs.button('show-status')?.data);

  expect(chat.words()).toContain(t('message.expired-button.title'));
  expect(chat.asksToSignIn()).toBe(false);
});

test.each([
  ['nothing we know', { do: 'become-admin' }],
  ['a list', [1, 2, 3]],
  ['a text', 'choose-scenario'],
  ['a scenario that does not exist', { do: 'choose-scenario', scenario: 'take-over-the-world' }],
  ['too many members', { do: 'show-status', roles: ['Global Administrator'], nonce: 'x' }],
  ['a nonce of the wrong kind', { do: 'show-status', nonce: { $ne: null } }],
  ['a number', 7],
])('a press with %s is answered, and nothing happens', async (_what, value) => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });

  await chat.submits(value);

  expect(chat.words()).toMatch(/Nothing has happened|moved on/);
  expect(chat.words()).toContain(t('standing.choose-scenario'));
});

test('ticking replaces the card in place, and the ticks are kept when the bot restarts', async () => {
  const chat = await stage.opensChat({ as: 'global-admin-m365', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'add-azure' });
  await chat.presses('sign-in');
  await chat.signsIn();
  await chat.presses('show-steps');
  const shown = chat.heard.at(-1)?.id;

  await chat.presses('tick-step', { step: 'azure-open-sign-up' });
  expect(chat.heard.at(-1)?.id).toBe(shown);
  expect(chat.words()).toContain(t('card.steps.counted', { count: 1, total: 5 }));

  await stage.restartsBot();
  await chat.types('show the steps');
  expect(chat.words()).toContain(t('card.steps.counted', { count: 1, total: 5 }));
  expect(chat.words()).toContain(t('steps.azure-sign-in-with-work-account.title'));
});

test.each(['en', 'nl', 'de'] as const)(
  'what stands on the button of a step, typed, does the same (%s)',
  async (locale) => {
    const says = createTranslator(locale);
    const done = (count: number): string => says('card.steps.counted', { count, total: 5 });
    const chat = await stage.opensChat({ as: 'global-admin-m365', locale });
    await chat.presses('choose-scenario', { scenario: 'add-azure' });
    await chat.presses('sign-in');
    await chat.signsIn();
    await chat.presses('show-steps');

    await chat.types(says('button.tick-step', { step: 1 }));
    expect(chat.words()).toContain(done(1));

    await chat.types(says('button.tick-step', { step: 4 }));
    expect(chat.words()).toContain(says('message.only-next-step.text'));
    expect(chat.words()).toContain(done(1));

    await chat.types(says('button.tick-step', { step: 2 }).toLowerCase());
    expect(chat.words()).toContain(done(2));

    await chat.types(says('button.untick-step', { step: 1 }));
    expect(chat.words()).toContain(says('message.only-last-tick.text'));
    expect(chat.words()).toContain(done(2));

    await chat.types(says('button.untick-step', { step: 2 }));
    expect(chat.words()).toContain(done(1));
  },
);

test('a step is ticked by its words only after agreeing to what a move breaks', async () => {
  const chat = await stage.opensChat({ as: 'two-tenants', locale: 'en' });
  await chat.presses('choose-scenario', { scenario: 'join' });
  await chat.presses('sign-in');
  await chat.signsIn();

  await chat.types(t('button.tick-step', { step: 1 }));

  expect(chat.button('confirm-join')).toBeDefined();

  await chat.presses('confirm-join');
  expect(chat.button('tick-step', { step: 'join-prepare', done: true })).toBeDefined();
});
