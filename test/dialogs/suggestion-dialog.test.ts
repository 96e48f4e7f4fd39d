import { suggestionDialog } from '../../dialogs/suggestion-dialog.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { someFacts } from '../builders/facts.ts';
import { onTheWay, readFacts } from '../builders/played-conversation.ts';
import { azureHere, cutShort, kelley } from '../builders/stories.ts';

const progress = { ...onTheWay('join'), goal: { kind: 'suggestion' } } as const;
const kelleyWonders = { progress, reading: readFacts(kelley) };

test.each([
  ['Microsoft 365 only', kelley, 'add-azure'],
  ['Azure here and a second tenant', azureHere, 'join'],
] as const)('with %s it suggests %s', async (_what, facts, scenario) => {
  const { conversation } = await beginDialog(suggestionDialog(), { progress, reading: readFacts(facts) });

  expect(conversation.titles).toEqual([conversation.t('card.suggestion.title')]);
  expect(conversation.lastCard?.offers[0]).toEqual({ do: 'accept-suggestion', scenario });
  expect(conversation.progress.facts).toBe(facts);
  expect(conversation.waitsIn).toBe('suggestion');
});

test.each([
  ['nothing here', someFacts()],
  ['a reading that was cut short', cutShort],
])('with %s it suggests nothing, and a yes leads to the choices', async (_what, facts) => {
  const chat = await beginDialog(suggestionDialog(), { progress, reading: readFacts(facts) });
  expect(chat.conversation.titles).toEqual([chat.conversation.t('card.suggestion.open-title')]);

  await chat.types('yes', { do: 'yes' });
  expect(chat.wentTo?.dialogId).toBe('choose-scenario');
});

test('a yes makes the suggestion the goal, and checks it', async () => {
  const chat = await beginDialog(suggestionDialog(), kelleyWonders);
  await chat.types('yes', { do: 'yes' });

  expect(chat.conversation.progress.goal).toEqual({ kind: 'scenario', scenario: 'add-azure' });
  expect(chat.wentTo).toEqual({ dialogId: 'check', options: null });
});

test('a no leads to the choices', async () => {
  const chat = await beginDialog(suggestionDialog(), kelleyWonders);
  await chat.types('no', { do: 'no' });

  expect(chat.wentTo?.dialogId).toBe('choose-scenario');
  expect(chat.conversation.progress.goal).toEqual({ kind: 'suggestion' });
});

test('checking again reads again', async () => {
  const chat = await beginDialog(suggestionDialog(), kelleyWonders);
  await chat.presses({ do: 'check-again' });

  expect(chat.conversation.readFor).toEqual(['status', 'status']);
});

test('anything else gets the suggestion again', async () => {
  const chat = await beginDialog(suggestionDialog(), kelleyWonders);
  await chat.types('blue');

  expect(chat.conversation.said).toEqual(['not-understood']);
  expect(chat.conversation.titles).toHaveLength(2);
});

test('quiet, it waits without reading, and a yes without facts leads to the choices', async () => {
  const chat = await beginDialog(suggestionDialog(), kelleyWonders, { isQuiet: true });
  expect(chat.conversation.readFor).toEqual([]);
  expect(chat.conversation.waitsIn).toBe('suggestion');

  await chat.types('yes', { do: 'yes' });
  expect(chat.wentTo?.dialogId).toBe('choose-scenario');
});
