import { checkDialog } from '../../dialogs/check-dialog.ts';
import { known } from '../../src/domain/known.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { aSubscription, someFacts } from '../builders/facts.ts';
import { onTheWay, readFacts } from '../builders/played-conversation.ts';
import { cutShort, kelley, kelleyWithAzure } from '../builders/stories.ts';

/** Of this offer nobody can see whether it comes with an Enterprise Agreement. */
const ambiguous = someFacts({ subscriptions: known([aSubscription({ quotaId: 'EnterpriseAgreement_2014-09-01' })]) });

test.each(['add-azure', 'add-microsoft-365', 'join'] as const)(
  'reads what %s needs, and goes to the verdict',
  async (scenario) => {
    const chat = await beginDialog(checkDialog(), { progress: onTheWay(scenario), reading: readFacts(kelley) });

    expect(chat.conversation.readFor).toEqual([scenario]);
    expect(chat.conversation.progress.facts).toBe(kelley);
    expect(chat.wentTo).toEqual({ dialogId: 'verdict', options: null });
    expect(chat.conversation.shown).toEqual([]);
  },
);

test('the first reading is what later ones are compared with', async () => {
  const first = await beginDialog(checkDialog(), { progress: onTheWay('add-azure'), reading: readFacts(kelley) });
  expect(first.conversation.progress.factsBefore).toBe(kelley);

  const again = await beginDialog(checkDialog(), {
    progress: first.conversation.progress,
    reading: readFacts(kelleyWithAzure),
  });
  expect(again.conversation.progress).toMatchObject({ facts: kelleyWithAzure, factsBefore: kelley });
});

test('asks about the agreement where the facts cannot tell', async () => {
  const chat = await beginDialog(checkDialog(), { progress: onTheWay('add-azure'), reading: readFacts(ambiguous) });

  expect(chat.wentTo).toEqual({ dialogId: 'agreement', options: null });
});

test('does not ask about the agreement twice', async () => {
  const chat = await beginDialog(checkDialog(), {
    progress: onTheWay('add-azure', { agreementAnswer: 'not-sure' }),
    reading: readFacts(ambiguous),
  });

  expect(chat.wentTo?.dialogId).toBe('verdict');
});

test('facts that were cut short are kept, and what is missing of Azure is asked', async () => {
  const chat = await beginDialog(checkDialog(), { progress: onTheWay('add-azure'), reading: readFacts(cutShort) });

  expect(chat.conversation.progress.facts).toBe(cutShort);
  expect(chat.wentTo?.dialogId).toBe('agreement');
});

test('without a scenario there is nothing to check: the choices come', async () => {
  const chat = await beginDialog(checkDialog(), { reading: readFacts(kelley) });

  expect(chat.wentTo?.dialogId).toBe('choose-scenario');
  expect(chat.conversation.readFor).toEqual([]);
});
