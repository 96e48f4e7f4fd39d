import { signInDialog, signInPromptWords } from '../../dialogs/sign-in-dialog.ts';
import { SignInPrompt, signInTimeoutMs } from '../../dialogs/sign-in-prompt.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { beginDialog } from '../builders/dialog-chat.ts';
import { noon } from '../builders/facts.ts';
import { onTheWay, type PlayedConversation } from '../builders/played-conversation.ts';

function beginSignIn(world: Partial<PlayedConversation> = {}) {
  const prompt = new SignInPrompt('entra', createTranslator('en'), signInPromptWords);
  return beginDialog([signInDialog(), prompt], { progress: onTheWay('add-azure'), isSignedIn: false, ...world });
}

const verifyState = (state: unknown) => ({ type: 'invoke', name: 'signin/verifyState', value: { state } });
const tokenSignal = { type: 'event', name: 'tokens/response', value: { token: 'not to be believed' } };

test('shows the sign-in button of the SDK, in words of the bot', async () => {
  const chat = await beginSignIn();
  const [card] = chat.sent.flatMap(({ attachments }) => attachments ?? []);

  expect(card?.contentType).toBe('application/vnd.microsoft.card.oauth');
  expect(card?.content).toMatchObject({
    connectionName: 'entra',
    text: chat.conversation.t('card.sign-in.open-window'),
    buttons: [{ title: chat.conversation.t('button.sign-in') }],
  });
  expect(chat.conversation.waitsIn).toBe('sign-in');
});

test.each([
  ['yes', { do: 'yes' }],
  ['I am back', { do: 'check-again' }],
  ['done', { do: 'i-have-done-it' }],
  ['sign in', { do: 'sign-in' }],
] as const)('%s goes on with the goal once the sign-in is there', async (text, intent) => {
  const chat = await beginSignIn({ found: ['signed-in'] });
  await chat.types(text, intent);

  expect(chat.wentTo).toEqual({ dialogId: 'check', options: null });
  expect(chat.conversation.events).toEqual([{ event: 'sign-in.done' }]);
});

test('who says so without having signed in gets a fresh button', async () => {
  const chat = await beginSignIn();
  await chat.types('yes', { do: 'yes' });

  expect(chat.sent).toHaveLength(2);
  expect(chat.wentTo).toBeNull();
});

test('an event that claims to bring a token is a signal to look, and no more', async () => {
  const chat = await beginSignIn();
  await chat.signals(tokenSignal);
  expect(chat.wentTo).toBeNull();
  expect(chat.conversation.events).toEqual([]);

  chat.conversation.found = ['signed-in'];
  await chat.signals(tokenSignal);
  expect(chat.wentTo?.dialogId).toBe('check');
});

test.each(['123456', '123 456', '12-34-56'])('%s is a code, and a right one signs in', async (text) => {
  const chat = await beginSignIn({ found: ['signed-in'] });
  await chat.types(text);

  expect(chat.conversation.codes).toEqual(['123456']);
  expect(chat.wentTo?.dialogId).toBe('check');
});

test('a code that was used by a turn that was cut is looked up once more', async () => {
  const chat = await beginSignIn({ found: ['not-signed-in', 'signed-in'] });
  await chat.types('123456');

  expect(chat.conversation.codes).toEqual(['123456', undefined]);
  expect(chat.wentTo?.dialogId).toBe('check');
});

test.each(['12345', '1234567', '123 4567', '12345a'])('%s is no code, and is not tried', async (text) => {
  const chat = await beginSignIn();
  await chat.types(text);

  expect(chat.conversation.codes).toEqual([]);
  expect(chat.conversation.titles).toEqual([chat.conversation.t('message.waiting-for-sign-in.title')]);
});

test('a wrong code is told, and three of them lead back to the explanation', async () => {
  const chat = await beginSignIn();
  const { conversation } = chat;
  await chat.types('111111');
  await chat.types('222222');
  expect(conversation.titles).toEqual([
    conversation.t('message.wrong-code.title'),
    conversation.t('message.wrong-code.title'),
  ]);
  expect(chat.wentTo).toBeNull();

  await chat.types('333333');
  expect(conversation.said).toEqual(['too-many-codes']);
  expect(chat.wentTo).toEqual({ dialogId: 'explain-sign-in', options: null });
  expect(conversation.events).toEqual(Array(3).fill({ event: 'sign-in.code-refused' }));
});

test('a code from the sign-in window is answered with what the SDK answers', async () => {
  const chat = await beginSignIn();
  await chat.signals(verifyState('111111'));
  expect(chat.sent.at(-1)).toMatchObject({ type: 'invokeResponse', value: { status: 404 } });

  chat.conversation.found = ['signed-in'];
  await chat.signals(verifyState('222222'));
  expect(chat.sent.at(-1)).toMatchObject({ type: 'invokeResponse', value: { status: 200 } });
  expect(chat.wentTo?.dialogId).toBe('check');
});

test('who closes the sign-in window keeps the choice', async () => {
  const chat = await beginSignIn();
  await chat.signals(verifyState('CancelledByUser'));

  expect(chat.conversation.lastCard?.offers).toEqual([{ do: 'sign-in' }, { do: 'without-sign-in' }]);
  expect(chat.conversation.codes).toEqual([]);
  expect(chat.wentTo).toBeNull();
});

test.each(['without-sign-in', 'no'] as const)('%s goes on with the general steps', async (wish) => {
  const chat = await beginSignIn();
  await chat.presses({ do: wish });

  expect(chat.wentTo).toEqual({ dialogId: 'steps', options: null });
});

test('anything else that is typed is answered, with the ways on', async () => {
  const chat = await beginSignIn();
  await chat.types('blue');

  expect(chat.conversation.titles).toEqual([chat.conversation.t('message.waiting-for-sign-in.title')]);
  expect(chat.conversation.lastCard?.offers).toEqual([
    { do: 'sign-in' },
    { do: 'without-sign-in' },
    { do: 'talk-to-person' },
  ]);
  expect(chat.conversation.misses).toBe(1);
});

test.each(['other-account', 'other-tenant'] as const)(
  'a sign-in of %s leads back to the explanation',
  async (found) => {
    const chat = await beginSignIn({ found: [found] });
    await chat.signals(tokenSignal);

    expect(chat.wentTo).toEqual({ dialogId: 'explain-sign-in', options: null });
    expect(chat.conversation.events).toEqual([]);
  },
);

test('after a day, by the clock of the bot, a button has had its time', async () => {
  const chat = await beginSignIn({ found: ['signed-in'] });
  chat.conversation.clock = noon + signInTimeoutMs + 1;
  await chat.types('yes', { do: 'yes' });

  expect(chat.conversation.said).toEqual(['sign-in-timed-out']);
  expect(chat.wentTo).toEqual({ dialogId: 'explain-sign-in', options: null });
});

test('until then it is good', async () => {
  const chat = await beginSignIn({ found: ['signed-in'] });
  chat.conversation.clock = noon + signInTimeoutMs;
  await chat.types('yes', { do: 'yes' });

  expect(chat.wentTo?.dialogId).toBe('check');
});

test('what was said before goes with the button', async () => {
  const world = { takeLead: () => 'You have to sign in again.' };
  const chat = await beginSignIn(world);

  expect(chat.sent[0]?.text).toBe('You have to sign in again.');
});
