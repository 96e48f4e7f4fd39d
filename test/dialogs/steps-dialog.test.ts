import { currentStepsCard, stepsDialog } from '../../dialogs/steps-dialog.ts';
import { generalPlan, nextOpenStep, type Plan } from '../../src/domain/plan.ts';
import { stepsOf } from '../../src/domain/steps.ts';
import { beginDialog, type DialogChat } from '../builders/dialog-chat.ts';
import { onTheWay, PlayedConversation } from '../builders/played-conversation.ts';
import { azureHere, kelley, kelleyWithAzure, withoutRole } from '../builders/stories.ts';

const unchecked = { progress: onTheWay('add-azure') };
const checked = { progress: onTheWay('add-azure', { facts: kelley }) };

function planOf({ conversation }: DialogChat): Plan {
  const { plan } = conversation.progress;
  if (plan === null) throw new Error('there is no plan');
  return plan;
}

function nextOf(chat: DialogChat) {
  const next = nextOpenStep(planOf(chat));
  if (next === null) throw new Error('every step is done');
  return next;
}

test('without facts the general steps are shown, marked as unchecked, and kept', async () => {
  const chat = await beginDialog(stepsDialog(), unchecked);
  const { conversation } = chat;

  const scenario = conversation.t('scenarios.add-azure.name');
  expect(conversation.titles).toEqual([conversation.t('card.steps.unchecked-title', { scenario })]);
  expect(planOf(chat)).toEqual(generalPlan('add-azure'));
  expect(conversation.lastCard?.slot).toBe('steps');
  expect(conversation.waitsIn).toBe('steps');
});

test('with facts the steps are those of the verdict', async () => {
  const chat = await beginDialog(stepsDialog(), checked);

  expect(planOf(chat).basis).toBe('checked');
  expect(stepsOf('add-azure')).toEqual(expect.arrayContaining([...planOf(chat).steps]));
  const scenario = chat.conversation.t('scenarios.add-azure.name');
  expect(chat.conversation.titles).toEqual([chat.conversation.t('card.steps.title', { scenario })]);
});

test('what is in the way stands in the card', async () => {
  const { conversation } = await beginDialog(stepsDialog(), {
    progress: onTheWay('add-microsoft-365', { facts: withoutRole }),
  });

  expect(JSON.stringify(conversation.cards)).toContain(conversation.t('blockers.role-missing.title'));
});

test('a tick is kept, told to the desk, and shown in the same place', async () => {
  const chat = await beginDialog(stepsDialog(), checked);
  const step = nextOf(chat);
  await chat.presses({ do: 'tick-step', step, done: true });

  expect(planOf(chat).done).toEqual([step]);
  expect(chat.conversation.told).toEqual(['progress']);
  expect(chat.conversation.shown.map(({ slot }) => slot)).toEqual(['steps', 'steps']);
  expect(chat.conversation.lastCard?.offers).toContainEqual({ do: 'tick-step', step, done: false });
});

test('a tick is taken back', async () => {
  const chat = await beginDialog(stepsDialog(), checked);
  const step = nextOf(chat);
  await chat.presses({ do: 'tick-step', step, done: true });
  await chat.presses({ do: 'tick-step', step, done: false });

  expect(planOf(chat).done).toEqual([]);
});

test('ticks stay when the facts are read anew', async () => {
  const first = await beginDialog(stepsDialog(), checked);
  const step = nextOf(first);
  await first.presses({ do: 'tick-step', step, done: true });
  const again = await beginDialog(stepsDialog(), {
    progress: { ...first.conversation.progress, facts: { ...kelley, readAt: '2026-11-21T12:00:00.000Z' } },
  });

  expect(planOf(again).done).toEqual([step]);
});

test('ticks of another scenario do not count', async () => {
  const plan = { ...generalPlan('join'), done: stepsOf('join').slice(0, 1) };
  const chat = await beginDialog(stepsDialog(), { progress: onTheWay('add-azure', { plan }) });

  expect(planOf(chat)).toEqual(generalPlan('add-azure'));
});

test('joining has to be confirmed before its steps are shown', async () => {
  const asked = await beginDialog(stepsDialog(), { progress: onTheWay('join', { facts: azureHere }) });
  expect(asked.wentTo).toEqual({ dialogId: 'join-confirmation', options: null });
  expect(asked.conversation.shown).toEqual([]);

  const confirmed = await beginDialog(stepsDialog(), {
    progress: onTheWay('join', { facts: azureHere, joinConfirmed: true }),
  });
  expect(confirmed.conversation.shown).toHaveLength(1);
});

test('without a scenario there are no steps: the choices come', async () => {
  const chat = await beginDialog(stepsDialog());

  expect(chat.wentTo?.dialogId).toBe('choose-scenario');
  expect(currentStepsCard(new PlayedConversation())).toBeNull();
});

test.each([
  ['i-have-done-it', 'proof'],
  ['yes', 'proof'],
  ['check-again', 'explain-sign-in'],
] as const)('%s leads to %s', async (wish, dialogId) => {
  const chat = await beginDialog(stepsDialog(), checked);
  await chat.types('as it is', { do: wish });

  expect(chat.wentTo).toEqual({ dialogId, options: null });
});

test.each(['no', 'show-steps'] as const)('%s shows the steps again, and is no miss', async (wish) => {
  const chat = await beginDialog(stepsDialog(), checked);
  await chat.types('as it is', { do: wish });

  expect(chat.conversation.titles).toHaveLength(2);
  expect(chat.conversation.misses).toBe(0);
});

test('anything else gets the steps again', async () => {
  const chat = await beginDialog(stepsDialog(), checked);
  await chat.types('blue');

  expect(chat.conversation.said).toEqual(['not-understood']);
  expect(chat.conversation.titles).toHaveLength(2);
});

test('quiet, it waits without a card, and knows its steps', async () => {
  const chat = await beginDialog(stepsDialog(), checked, { isQuiet: true });

  expect(chat.conversation.shown).toEqual([]);
  expect(chat.conversation.waitsIn).toBe('steps');
  expect(planOf(chat).basis).toBe('checked');
});

test('the card as it would be now is made without changing anything', () => {
  const conversation = Object.assign(new PlayedConversation(), checked);

  expect(currentStepsCard(conversation)?.body.length).toBeGreaterThan(0);
  expect(conversation.progress).toEqual(checked.progress);
  expect(conversation.shown).toEqual([]);
});

test.each(['add-azure', 'add-microsoft-365', 'join'] as const)(
  '%s: where both are here, the verdict says so, and there are no steps',
  async (scenario) => {
    const chat = await beginDialog(stepsDialog(), {
      progress: onTheWay(scenario, { facts: kelleyWithAzure, joinConfirmed: false }),
    });

    expect(chat.wentTo).toMatchObject({ dialogId: 'verdict' });
    expect(chat.conversation.shown).toEqual([]);
    expect(currentStepsCard(chat.conversation)).toBeNull();
  },
);
