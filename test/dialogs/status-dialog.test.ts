import { statusDialog } from '../../dialogs/status-dialog.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { onTheWay, readFacts } from '../builders/played-conversation.ts';
import { cutShort, kelley } from '../builders/stories.ts';

const progress = { ...onTheWay('join'), goal: { kind: 'status' } } as const;
const kelleyLooks = { progress, reading: readFacts(kelley) };

test('reads, and shows what is there', async () => {
  const { conversation } = await beginDialog(statusDialog(), kelleyLooks);

  expect(conversation.readFor).toEqual(['status']);
  expect(conversation.progress.facts).toBe(kelley);
  expect(conversation.titles).toEqual([conversation.t('card.status.title')]);
  expect(conversation.lastCard?.spoken).toContain('Contoso');
  expect(conversation.waitsIn).toBe('status');
});

test('nothing that was read leaves no promise to look again', async () => {
  const { conversation } = await beginDialog(statusDialog(), kelleyLooks);

  expect(conversation.rechecks).toEqual(['stopped']);
});

test('a reading that was cut short is shown, and completed later', async () => {
  const { conversation } = await beginDialog(statusDialog(), { progress, reading: readFacts(cutShort) });

  expect(conversation.titles).toEqual([conversation.t('card.status.title')]);
  expect(conversation.rechecks).toEqual([`status ${cutShort.readAt}`]);
});

test('a reading that the bot made itself is shown without reading once more', async () => {
  const { conversation } = await beginDialog(
    statusDialog(),
    { ...kelleyLooks, progress: { ...progress, facts: cutShort } },
    { useLastReading: true },
  );

  expect(conversation.readFor).toEqual([]);
  expect(conversation.titles).toHaveLength(1);
});

test('where that reading is gone it reads', async () => {
  const { conversation } = await beginDialog(statusDialog(), kelleyLooks, { useLastReading: true });

  expect(conversation.readFor).toEqual(['status']);
});

test('names the ticket that the chat is in', async () => {
  const ticket = { number: '4711', deskName: 'Contoso IT' };
  const inTicket = await beginDialog(statusDialog(), { ...kelleyLooks, ticket });
  const outside = await beginDialog(statusDialog(), kelleyLooks);

  expect(JSON.stringify(inTicket.conversation.cards)).toContain('4711');
  expect(JSON.stringify(outside.conversation.cards)).not.toContain('4711');
});

test('its desk hears that the status was shown', async () => {
  const { conversation } = await beginDialog(statusDialog(), kelleyLooks);

  expect(conversation.told).toEqual(['status']);
});

test.each(['check-again', 'i-have-done-it'] as const)('%s reads and shows again', async (wish) => {
  const chat = await beginDialog(statusDialog(), kelleyLooks);
  await chat.presses({ do: wish });

  expect(chat.conversation.readFor).toEqual(['status', 'status']);
  expect(chat.conversation.titles).toHaveLength(2);
});

test.each(['yes', 'no', 'show-steps'] as const)('%s leads to the choices', async (wish) => {
  const chat = await beginDialog(statusDialog(), kelleyLooks);
  await chat.types('as it is', { do: wish });

  expect(chat.wentTo).toEqual({ dialogId: 'choose-scenario', options: null });
});

test('on a route it reads as much as the route needs, and leads back to its steps', async () => {
  const onRoute = { ...kelleyLooks, progress: onTheWay('join') };
  const { conversation } = await beginDialog(statusDialog(), onRoute);
  expect(conversation.readFor).toEqual(['join']);
  expect(JSON.stringify(conversation.cards)).toContain('"do":"show-steps"');

  for (const [wish, there] of [
    ['show-steps', 'steps'],
    ['yes', 'steps'],
    ['no', 'steps'],
    ['i-have-done-it', 'proof'],
  ] as const) {
    const chat = await beginDialog(statusDialog(), onRoute);
    await chat.types('as it is', { do: wish });
    expect(chat.wentTo).toEqual({ dialogId: there, options: null });
  }
});

test('anything else gets the status again', async () => {
  const chat = await beginDialog(statusDialog(), kelleyLooks);
  await chat.types('blue');

  expect(chat.conversation.said).toEqual(['not-understood']);
  expect(chat.conversation.titles).toHaveLength(2);
});

test('quiet, it waits without reading', async () => {
  const { conversation } = await beginDialog(statusDialog(), kelleyLooks, { isQuiet: true });

  expect(conversation.readFor).toEqual([]);
  expect(conversation.shown).toEqual([]);
  expect(conversation.waitsIn).toBe('status');
});
