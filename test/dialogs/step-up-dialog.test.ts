import { checkDialog } from '../../dialogs/check-dialog.ts';
import type { WaitingStepUp } from '../../dialogs/conversation-context.ts';
import { endStepUp, stepUpDialog } from '../../dialogs/step-up-dialog.ts';
import { cannotTell } from '../../src/domain/known.ts';
import type { StepUpEnd } from '../../src/ports/step-up-sign-in.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { onTheWay, PlayedConversation } from '../builders/played-conversation.ts';
import { kelley } from '../builders/stories.ts';

const partial = { ...kelley, subscriptions: cannotTell('second-proof'), memberships: cannotTell('second-proof') };
const waiting: WaitingStepUp = {
  service: 'azure',
  url: 'https://onetenant.example/step-up/open/id',
  account: 'kelley@contoso.com',
  wants: 'proof' as const,
  isAgain: false,
  goesOn: 'check',
  facts: partial,
};
const challenge = { service: 'azure', claims: null } as const;

function waits(world: Partial<PlayedConversation> = {}): PlayedConversation {
  const conversation = Object.assign(new PlayedConversation(), { progress: onTheWay('add-azure') }, world);
  conversation.stepUp.waiting = waiting;
  return conversation;
}

test('a reading that a service wants more for leads to the question, before any other is asked', async () => {
  const reading = { kind: 'read', facts: partial, challenge } as const;
  const chat = await beginDialog(checkDialog(), { progress: onTheWay('add-azure'), reading });

  expect(chat.wentTo).toEqual({ dialogId: 'step-up', options: null });
  expect(chat.conversation.stepUp.waiting).toMatchObject({ service: 'azure', goesOn: 'check', facts: partial });
  expect(chat.conversation.progress.facts).toBeNull();
});

test('without pages of its own, the bot goes on with what it could read', async () => {
  const reading = { kind: 'read', facts: partial, challenge } as const;
  const chat = await beginDialog(checkDialog(), { progress: onTheWay('add-azure'), reading, canStepUp: false });

  expect(chat.wentTo?.dialogId).not.toBe('step-up');
  expect(chat.conversation.progress.facts).toEqual(partial);
});

test('a dialog that goes on afterwards reads nothing again, so it cannot ask again', async () => {
  const progress = onTheWay('add-azure', { facts: partial });
  const chat = await beginDialog(checkDialog(), { progress }, { useLastReading: true });

  expect(chat.conversation.readFor).toEqual([]);
  expect(chat.wentTo?.dialogId).not.toBe('step-up');
});

test('the card has one button, and any other answer shows it again', async () => {
  const chat = await beginDialog(stepUpDialog(), waits());
  expect(chat.conversation.cards[0]?.actions).toHaveLength(1);
  expect(chat.conversation.waitsIn).toBe('step-up');

  await chat.types('what is this');
  expect(chat.wentTo).toBeNull();
  expect(chat.conversation.titles).toHaveLength(2);
});

test.each(['without-sign-in', 'carry-on', 'no', 'show-steps', 'i-have-done-it', 'check-again'] as const)(
  '%s goes on with what could be read; the card that follows tells why a part is missing',
  async (wish) => {
    const chat = await beginDialog(stepUpDialog(), waits());
    await chat.presses({ do: wish });

    expect(chat.wentTo).toEqual({ dialogId: 'check', options: { useLastReading: true } });
    expect(chat.conversation.said).toEqual(['step-up-without']);
    expect(chat.conversation.progress.facts).toEqual(partial);
    expect(chat.conversation.stepUp.waiting).toBeNull();
  },
);

test('somebody who is back before the bot waits for it, and loses nothing', async () => {
  const chat = await beginDialog(stepUpDialog(), waits({ isStepUpUsed: true }));
  await chat.presses({ do: 'i-have-done-it' });

  expect(chat.conversation.said).toEqual(['step-up-reading']);
  expect(chat.conversation.stepUp.waiting).toEqual(waiting);
});

test('a step-up that is over leads to where the goal begins', async () => {
  const chat = await beginDialog(stepUpDialog(), { progress: onTheWay('add-azure') });

  expect(chat.wentTo).toEqual({ dialogId: 'check', options: null });
});

test.each<[string, StepUpEnd | null, string[], string]>([
  ['enough', { kind: 'read', facts: kelley, isEnough: true }, [], 'known'],
  ['not enough', { kind: 'read', facts: partial, isEnough: false }, ['step-up-without'], 'second-proof'],
  ['a refused device', { kind: 'refused', because: 'device-refused' }, ['step-up-without'], 'device-refused'],
  ['an answer of no use', { kind: 'refused', because: 'unreadable' }, ['step-up-without'], 'second-proof'],
  ['nothing', null, ['step-up-without'], 'second-proof'],
])('ends with %s: what is said, and what is known of Azure', async (_name, end, said, because) => {
  const conversation = waits();

  expect(await endStepUp(conversation, end)).toBe('check');
  expect(conversation.said).toEqual(said);
  const { subscriptions } = conversation.progress.facts ?? kelley;
  expect(subscriptions.kind === 'known' ? 'known' : subscriptions.because).toBe(because);
  // A second end, as when a job comes twice, changes nothing.
  expect(await endStepUp(conversation, end)).toBeNull();
});

test.each(['proof', 'suggestion', 'admin-request'] as const)(
  'before %s, whose card tells no reasons, the person hears what an administrator can do',
  async (goesOn) => {
    const conversation = waits();
    conversation.stepUp.waiting = { ...waiting, goesOn };

    await endStepUp(conversation, null);
    expect(conversation.said).toEqual(['step-up-failed']);
  },
);

test('another account is asked for the right one once more, and not a third time', async () => {
  const conversation = waits();

  expect(await endStepUp(conversation, { kind: 'other-account' })).toBe('step-up');
  expect(conversation.stepUp.waiting).toEqual({ ...waiting, isAgain: true });
  expect(await endStepUp(conversation, { kind: 'other-account' })).toBe('check');
  expect(conversation.said).toEqual(['step-up-other-account']);
  expect(conversation.progress.facts).toEqual(partial);
  expect(conversation.stepUp.waiting).toBeNull();
});
