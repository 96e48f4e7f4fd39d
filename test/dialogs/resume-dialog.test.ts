import { resumeDialog } from '../../dialogs/resume-dialog.ts';
import { generalPlan, tickStep } from '../../src/domain/plan.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { onTheWay } from '../builders/played-conversation.ts';

const plan = tickStep(generalPlan('add-azure'), 'azure-sign-in-with-work-account');
const returns = { progress: onTheWay('add-azure', { plan }) };
const atSteps = { at: 'steps' };

test('says where somebody was, with the step that is next', async () => {
  const { conversation } = await beginDialog(resumeDialog(), returns, atSteps);

  expect(conversation.titles).toEqual([conversation.t('card.resume.title')]);
  expect(conversation.lastCard?.spoken).toContain(conversation.t('steps.azure-open-sign-up.title'));
  expect(conversation.lastCard?.offers).toEqual([{ do: 'carry-on' }, { do: 'start-over' }, { do: 'show-menu' }]);
});

test('the place that was left stays the place where the conversation waits', async () => {
  const { conversation } = await beginDialog(resumeDialog(), returns, atSteps);

  expect(conversation.waitsIn).toBeNull();
});

test.each([
  ['carry-on', 'steps'],
  ['yes', 'verdict'],
] as const)('%s goes on where they were: at %s', async (wish, at) => {
  const chat = await beginDialog(resumeDialog(), returns, { at });
  await chat.presses({ do: wish });

  expect(chat.wentTo).toEqual({ dialogId: at, options: null });
  expect(chat.conversation.progress.plan).toEqual(plan);
});

test('no forgets the goal, and the choices come', async () => {
  const chat = await beginDialog(resumeDialog(), returns, atSteps);
  await chat.presses({ do: 'no' });

  expect(chat.conversation.progress).toMatchObject({ goal: null, plan: null });
  expect(chat.wentTo).toEqual({ dialogId: 'choose-scenario', options: null });
});

test('whoever had no scenario gets the choices at once', async () => {
  const chat = await beginDialog(resumeDialog(), {}, atSteps);

  expect(chat.conversation.shown).toEqual([]);
  expect(chat.wentTo?.dialogId).toBe('choose-scenario');
});

test('anything else gets the offer again, and forgets nothing', async () => {
  const chat = await beginDialog(resumeDialog(), returns, atSteps);
  await chat.types('blue');

  expect(chat.conversation.said).toEqual(['not-understood']);
  expect(chat.conversation.titles).toHaveLength(2);
  expect(chat.conversation.progress.plan).toEqual(plan);
});

test('quiet, it waits without a card', async () => {
  const { conversation } = await beginDialog(resumeDialog(), returns, { ...atSteps, isQuiet: true });

  expect(conversation.shown).toEqual([]);
});
