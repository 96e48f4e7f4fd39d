import { proofDialog } from '../../dialogs/proof-dialog.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { onTheWay, readFacts } from '../builders/played-conversation.ts';
import { cutShort, kelley, kelleyWithAzure } from '../builders/stories.ts';

const done = { progress: onTheWay('add-azure', { factsBefore: kelley }), reading: readFacts(kelleyWithAzure) };
const notYet = { progress: onTheWay('add-azure', { factsBefore: kelley }), reading: readFacts(kelley) };

test('reads again, and tells that it is done', async () => {
  const { conversation } = await beginDialog(proofDialog(), done);

  expect(conversation.readFor).toEqual(['add-azure']);
  expect(conversation.titles).toEqual([conversation.t('card.proof.proven-title')]);
  expect(conversation.lastCard?.offers[0]).toEqual({ do: 'show-receipt' });
  expect(conversation.progress).toMatchObject({ facts: kelleyWithAzure, factsBefore: kelley, proofAttempts: 0 });
  expect(conversation.waitsIn).toBe('proof');
});

test('what is proven is noted, and told to the desk as solved', async () => {
  const { conversation } = await beginDialog(proofDialog(), done);

  expect(conversation.events).toEqual([{ event: 'proof.told', scenario: 'add-azure', kind: 'proven' }]);
  expect(conversation.told).toEqual(['solved']);
});

test('what is not visible yet counts as an attempt, and each one waits longer', async () => {
  const chat = await beginDialog(proofDialog(), notYet);
  expect(chat.conversation.titles).toEqual([chat.conversation.t('card.proof.not-visible-yet-title')]);
  expect(chat.conversation.progress.proofAttempts).toBe(1);
  const first = chat.conversation.lastCard?.spoken;

  await chat.presses({ do: 'check-again' });
  expect(chat.conversation.progress.proofAttempts).toBe(2);
  expect(chat.conversation.lastCard?.spoken).not.toBe(first);
  expect(chat.conversation.told).toEqual([]);
});

test('attempts count from the beginning once something was seen', async () => {
  const { conversation } = await beginDialog(proofDialog(), {
    ...done,
    progress: onTheWay('add-azure', { factsBefore: kelley, proofAttempts: 4 }),
  });

  expect(conversation.progress.proofAttempts).toBe(0);
});

test('a reading that was cut short proves nothing, and is completed later', async () => {
  const { conversation } = await beginDialog(proofDialog(), { ...done, reading: readFacts(cutShort) });

  expect(conversation.titles).toEqual([conversation.t('card.proof.cannot-tell-title')]);
  expect(conversation.rechecks).toEqual([`proof ${cutShort.readAt}`]);
  expect(conversation.told).toEqual([]);
});

test('a whole reading leaves no promise to look again', async () => {
  const { conversation } = await beginDialog(proofDialog(), done);

  expect(conversation.rechecks).toEqual(['stopped']);
});

test('a reading that the bot made itself is told without reading once more', async () => {
  const { conversation } = await beginDialog(
    proofDialog(),
    { progress: onTheWay('add-azure', { factsBefore: kelley, facts: kelleyWithAzure }) },
    { useLastReading: true },
  );

  expect(conversation.readFor).toEqual([]);
  expect(conversation.titles).toEqual([conversation.t('card.proof.proven-title')]);
});

test.each([
  ['without a scenario', { ...onTheWay('join'), goal: { kind: 'status' } }, 'status'],
  ['without a first reading', onTheWay('add-azure', { facts: kelley }), 'explain-sign-in'],
] as const)('%s there is nothing to compare: %3$s follows', async (_what, progress, dialogId) => {
  const chat = await beginDialog(proofDialog(), { ...done, progress });

  expect(chat.wentTo).toEqual({ dialogId, options: null });
  expect(chat.conversation.readFor).toEqual([]);
});

test.each(['check-again', 'i-have-done-it', 'yes'] as const)('%s reads again', async (wish) => {
  const chat = await beginDialog(proofDialog(), notYet);
  await chat.types('as it is', { do: wish });

  expect(chat.conversation.readFor).toEqual(['add-azure', 'add-azure']);
});

test.each(['show-steps', 'no'] as const)('%s leads to the steps', async (wish) => {
  const chat = await beginDialog(proofDialog(), notYet);
  await chat.types('as it is', { do: wish });

  expect(chat.wentTo).toEqual({ dialogId: 'steps', options: null });
});

test('the receipt names the tenant and no person, and the proof stays open behind it', async () => {
  const chat = await beginDialog(proofDialog(), done);
  await chat.presses({ do: 'show-receipt' });
  const { conversation } = chat;

  expect(conversation.lastCard?.title).toBe(conversation.t('card.receipt.title'));
  expect(JSON.stringify(conversation.cards.at(-1))).toContain('Contoso');
  expect(JSON.stringify(conversation.cards.at(-1))).not.toContain('Kelley');
  expect(conversation.readFor).toEqual(['add-azure']);

  await chat.presses({ do: 'show-steps' });
  expect(chat.wentTo?.dialogId).toBe('steps');
});

test('there is no receipt for what is not proven: the proof is looked for again', async () => {
  const chat = await beginDialog(proofDialog(), notYet);
  await chat.types('receipt', { do: 'show-receipt' });

  expect(chat.conversation.titles).not.toContain(chat.conversation.t('card.receipt.title'));
  expect(chat.conversation.misses).toBe(1);
});

test('quiet, it waits without reading', async () => {
  const { conversation } = await beginDialog(proofDialog(), done, { isQuiet: true });

  expect([conversation.readFor, conversation.shown, conversation.told]).toEqual([[], [], []]);
  expect(conversation.waitsIn).toBe('proof');
});

test('anything else is answered, and looks again', async () => {
  const chat = await beginDialog(proofDialog(), notYet);
  await chat.types('blue');

  expect(chat.conversation.said).toEqual(['not-understood']);
  expect(chat.conversation.titles).toHaveLength(2);
});

test('who had both from the beginning does not wait for anything', async () => {
  const { conversation, wentTo } = await beginDialog(proofDialog(), {
    progress: onTheWay('add-azure', { factsBefore: kelleyWithAzure }),
    reading: readFacts(kelleyWithAzure),
  });

  expect(wentTo?.dialogId).toBe('verdict');
  expect(conversation.titles).toEqual([]);
  expect(conversation.progress.proofAttempts).toBe(0);
});
