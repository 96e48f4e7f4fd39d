import { chooseScenarioDialog } from '../../dialogs/choose-scenario-dialog.ts';
import { beginDialog } from '../builders/dialog-chat.ts';

test('shows the three ways round, what is there now, and a way for who is not sure', async () => {
  const { conversation } = await beginDialog(chooseScenarioDialog());

  expect(conversation.lastCard?.offers).toMatchObject([
    { do: 'choose-scenario', scenario: 'add-azure' },
    { do: 'choose-scenario', scenario: 'add-microsoft-365' },
    { do: 'choose-scenario', scenario: 'join' },
    { do: 'not-sure' },
    { do: 'show-status' },
    { do: 'show-language' },
  ]);
  expect(conversation.waitsIn).toBe('choose-scenario');
});

test.each(['first', 'returning', 'after-sign-out'] as const)(
  'greets for the %s time as was asked',
  async (greeting) => {
    const { conversation } = await beginDialog(chooseScenarioDialog(), {}, { greeting });

    expect(conversation.titles).toEqual([conversation.t(`card.welcome.${greeting}-title`)]);
  },
);

test('greets somebody who returns when nothing was asked', async () => {
  const { conversation } = await beginDialog(chooseScenarioDialog());

  expect(conversation.titles).toEqual([conversation.t('card.welcome.again-title')]);
});

test('quiet, it waits without a card', async () => {
  const { conversation } = await beginDialog(chooseScenarioDialog(), {}, { isQuiet: true });

  expect(conversation.shown).toEqual([]);
  expect(conversation.waitsIn).toBe('choose-scenario');
});

test.each([
  ['blue', 'not-understood'],
  ['what is blue?', 'no-answer-found'],
  ['', 'empty-text'],
])('%j is answered with the choices once more, and with why', async (text, why) => {
  const chat = await beginDialog(chooseScenarioDialog());
  await chat.types(text);

  expect(chat.conversation.said).toEqual([why]);
  expect(chat.conversation.titles).toHaveLength(2);
  expect(chat.conversation.lastCard?.lead).not.toBe('');
  expect(chat.wentTo).toBeNull();
});

test('a yes is no choice', async () => {
  const chat = await beginDialog(chooseScenarioDialog());
  await chat.types('yes', { do: 'yes' });

  expect(chat.conversation.progress.goal).toBeNull();
  expect(chat.conversation.misses).toBe(1);
});

test('after three answers that do not fit come the buttons that always work', async () => {
  const chat = await beginDialog(chooseScenarioDialog());
  for (const text of ['red', 'green', 'blue']) await chat.types(text);
  const { conversation } = chat;
  expect(conversation.lastCard?.title).toBe(conversation.t('card.misses.title'));
  expect(conversation.lastCard?.offers).toContainEqual({ do: 'talk-to-person' });
});
