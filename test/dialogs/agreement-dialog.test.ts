import { agreementDialog } from '../../dialogs/agreement-dialog.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { onTheWay } from '../builders/played-conversation.ts';

const somebody = { progress: onTheWay('add-azure') };

test('asks which agreement it is, with a button for each answer and one for why', async () => {
  const { conversation } = await beginDialog(agreementDialog(), somebody);

  expect(conversation.titles).toEqual([conversation.t('agreement.title')]);
  const answers = ['enterprise', 'partner', 'neither', 'not-sure'] as const;
  expect(conversation.lastCard?.offers).toEqual([
    ...answers.map((answer) => ({ do: 'answer-agreement', answer })),
    { do: 'why-do-you-ask', about: 'agreement' },
  ]);
  expect(conversation.waitsIn).toBe('agreement');
});

test.each([
  [{ do: 'answer-agreement', answer: 'enterprise' }, 'enterprise'],
  [{ do: 'answer-agreement', answer: 'partner' }, 'partner'],
  [{ do: 'answer-agreement', answer: 'neither' }, 'neither'],
  [{ do: 'answer-agreement', answer: 'not-sure' }, 'not-sure'],
  [{ do: 'no' }, 'neither'],
  [{ do: 'not-sure' }, 'not-sure'],
  [{ do: 'show-topic', topic: 'enterprise-agreement' }, 'enterprise'],
] as const)('%j means %s, and the verdict follows', async (intent, answer) => {
  const chat = await beginDialog(agreementDialog(), somebody);
  await chat.types('as it is', intent);

  expect(chat.conversation.progress.agreementAnswer).toBe(answer);
  expect(chat.wentTo).toEqual({ dialogId: 'verdict', options: null });
});

test.each([
  ['blue', null],
  ['yes', { do: 'yes' }],
  ['privacy', { do: 'show-topic', topic: 'privacy' }],
] as const)('%s answers nothing, so the question comes again', async (text, intent) => {
  const chat = await beginDialog(agreementDialog(), somebody);
  await chat.types(text, intent);

  expect(chat.conversation.progress.agreementAnswer).toBeNull();
  expect(chat.conversation.titles).toHaveLength(2);
  expect(chat.wentTo).toBeNull();
});

test('quiet, it waits without a card', async () => {
  const { conversation } = await beginDialog(agreementDialog(), somebody, { isQuiet: true });

  expect(conversation.shown).toEqual([]);
  expect(conversation.waitsIn).toBe('agreement');
});
