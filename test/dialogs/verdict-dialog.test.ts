import { verdictDialog } from '../../dialogs/verdict-dialog.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { contosoId } from '../builders/facts.ts';
import { onTheWay } from '../builders/played-conversation.ts';
import { azureHere, cutShort, kelley, withoutRole } from '../builders/stories.ts';

const checked = { progress: onTheWay('add-azure', { facts: kelley }) };

test('tells that nothing is in the way, and leads to the steps', async () => {
  const { conversation } = await beginDialog(verdictDialog(), checked);

  expect(conversation.titles).toEqual([conversation.t('verdict.add-azure.ready.title')]);
  expect(conversation.lastCard?.offers).toContainEqual({ do: 'show-steps' });
  expect(conversation.lastCard?.offers[0]).toEqual({ do: 'tick-step', step: 'azure-open-sign-up', done: true });
  expect(conversation.waitsIn).toBe('verdict');
});

test('the first step can be ticked at once, and leads to the next', async () => {
  const chat = await beginDialog(verdictDialog(), checked);

  await chat.presses({ do: 'tick-step', step: 'azure-open-sign-up', done: true });

  expect(chat.wentTo?.dialogId).toBe('steps');
  expect(chat.conversation.progress.plan?.done).toEqual(['azure-open-sign-up']);
});

test('whoever may move a subscription agrees on the verdict itself, where it stands what that breaks', async () => {
  const chat = await beginDialog(verdictDialog(), { progress: onTheWay('join', { facts: azureHere }) });
  expect(chat.conversation.lastCard?.offers[0]).toEqual({ do: 'confirm-join' });

  await chat.presses({ do: 'confirm-join' });

  expect(chat.wentTo?.dialogId).toBe('steps');
  expect(chat.conversation.progress.joinConfirmed).toBe(true);
});

test('tells what holds somebody back, and offers to ask an administrator', async () => {
  const { conversation } = await beginDialog(verdictDialog(), {
    progress: onTheWay('add-microsoft-365', { facts: withoutRole }),
  });

  expect(conversation.titles).toEqual([conversation.t('blockers.role-missing.title')]);
  expect(conversation.lastCard?.offers[0]).toEqual({ do: 'ask-admin' });
});

test('the answer about the agreement counts', async () => {
  const { conversation } = await beginDialog(verdictDialog(), {
    progress: onTheWay('add-azure', { facts: cutShort, agreementAnswer: 'enterprise' }),
  });

  expect(conversation.events).toEqual([{ event: 'verdict.told', scenario: 'add-azure', outcome: 'out-of-scope' }]);
});

test('an administrator gets the address where they approve the bot for their tenant', async () => {
  const asked: string[] = [];
  await beginDialog(verdictDialog(), {
    ...checked,
    consentUrl: (tenantId: string) => {
      asked.push(tenantId);
      return null;
    },
  });

  expect(asked).toEqual([contosoId]);
});

test('notes the outcome, and tells the desk', async () => {
  const { conversation } = await beginDialog(verdictDialog(), checked);

  expect(conversation.events).toEqual([{ event: 'verdict.told', scenario: 'add-azure', outcome: 'ready' }]);
  expect(conversation.told).toEqual(['progress']);
});

test('a verdict that lacks something because a service was slow is completed later', async () => {
  const cut = await beginDialog(verdictDialog(), {
    progress: onTheWay('join', { facts: cutShort, agreementAnswer: 'not-sure' }),
  });
  expect(cut.conversation.rechecks).toEqual([`verdict ${cutShort.readAt}`]);

  const whole = await beginDialog(verdictDialog(), checked);
  expect(whole.conversation.rechecks).toEqual(['stopped']);
});

test.each([
  ['without facts', onTheWay('add-azure')],
  ['without a scenario', { ...onTheWay('add-azure', { facts: kelley }), goal: { kind: 'status' } }],
] as const)('%s there is no verdict: the sign-in is explained', async (_what, progress) => {
  const chat = await beginDialog(verdictDialog(), { progress });

  expect(chat.wentTo).toEqual({ dialogId: 'explain-sign-in', options: null });
  expect(chat.conversation.shown).toEqual([]);
});

test.each([
  ['show-steps', 'join-confirmation'],
  ['yes', 'join-confirmation'],
  ['check-again', 'check'],
  ['i-have-done-it', 'proof'],
  ['no', 'choose-scenario'],
] as const)('%s leads to %s', async (wish, dialogId) => {
  const chat = await beginDialog(verdictDialog(), checked);
  await chat.types('as it is', { do: wish });

  expect(chat.wentTo).toEqual({ dialogId, options: null });
});

test('yes, where another route fits better, takes that one and not the steps', async () => {
  const chat = await beginDialog(verdictDialog(), { progress: onTheWay('add-azure', { facts: withoutRole }) });
  await chat.types('as it is', { do: 'yes' });

  expect(chat.wentTo).toEqual({ dialogId: 'check', options: null });
  expect(chat.conversation.progress.goal).toEqual({ kind: 'scenario', scenario: 'add-microsoft-365' });
});

test('anything else gets the verdict again', async () => {
  const chat = await beginDialog(verdictDialog(), checked);
  await chat.types('blue');

  expect(chat.conversation.said).toEqual(['not-understood']);
  expect(chat.conversation.titles).toHaveLength(2);
});

test('quiet, it waits: no card, no line in the log, no word to the desk', async () => {
  const { conversation } = await beginDialog(verdictDialog(), checked, { isQuiet: true });

  expect([conversation.shown, conversation.events, conversation.told, conversation.rechecks]).toEqual([[], [], [], []]);
  expect(conversation.waitsIn).toBe('verdict');
});
