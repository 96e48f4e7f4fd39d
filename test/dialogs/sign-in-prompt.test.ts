import { type Activity, ConversationState, MemoryStorage, type TurnContext } from 'botbuilder';
import { DialogSet, type DialogState } from 'botbuilder-dialogs';
import { setConversation } from '../../dialogs/conversation-context.ts';
import { failureMessages, signInPromptWords } from '../../dialogs/sign-in-dialog.ts';
import {
  exchangeToken,
  forgetToken,
  lookUpToken,
  readState,
  SignInPrompt,
  signInFailureOf,
  signInResultOf,
} from '../../dialogs/sign-in-prompt.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { signInFailures } from '../../src/ports/journal.ts';
import { PlayedConversation } from '../builders/played-conversation.ts';
import { anActivity, aTurnContext, PlayedChannel } from '../builders/turn-context.ts';

/** A prompt that waits on a channel with a token service. */
async function aWaitingPrompt() {
  const channel = new PlayedChannel();
  const conversation = new PlayedConversation();
  const state = new ConversationState(new MemoryStorage());
  const dialogs = new DialogSet(state.createProperty<DialogState>('place'));
  const prompt = new SignInPrompt('entra', createTranslator('en'), signInPromptWords);
  dialogs.add(prompt);
  const turn = async (changes: Partial<Activity>, play: (context: TurnContext) => Promise<unknown>) => {
    const context = aTurnContext(changes, channel);
    setConversation(context, conversation);
    await play(context);
    await state.saveChanges(context);
  };
  await turn({}, async (context) => (await dialogs.createContext(context)).beginDialog(prompt.id, { prompt: '' }));
  const fails = (code: string) =>
    turn({ type: 'invoke', name: 'signin/failure', value: { code } }, async (context) =>
      (await dialogs.createContext(context)).continueDialog(),
    );
  return { channel, conversation, fails };
}

test('a client that could not sign in by itself gets a button that does not try that again', async () => {
  const { channel, conversation, fails } = await aWaitingPrompt();
  await fails('resourcematchfailed');

  expect(conversation.events).toEqual([{ event: 'sign-in.failed', code: 'resourcematchfailed' }]);
  expect(channel.sent.at(-2)).toMatchObject({ type: 'invokeResponse', value: { status: 200 } });
  const [card] = channel.sent.at(-1)?.attachments ?? [];
  expect(card?.content).toMatchObject({ text: conversation.t('message.sign-in-set-up-wrong.text') });
  expect(card?.content.tokenExchangeResource).toBeUndefined();
  expect(card?.content.buttons[0].value).toBe('https://token.botframework.com/sign-in');
});

test('the failures of the other clients are answered, and told to nobody', async () => {
  const { channel, conversation, fails } = await aWaitingPrompt();
  await fails('invokeerror');
  const before = channel.sent.length;
  await fails('invokeerror');

  expect(conversation.events).toHaveLength(1);
  expect(channel.sent.slice(before)).toEqual([expect.objectContaining({ type: 'invokeResponse' })]);
});

test('every failure that Teams knows has words', () => {
  expect(Object.keys(failureMessages).sort()).toEqual([...signInFailures].sort());
});

test.each([
  [{ code: 'tokenmissing' }, 'tokenmissing'],
  [{ code: 'something of next year' }, 'other'],
  ['tokenmissing', 'other'],
  [null, 'other'],
])('the failure %j counts as %s', (value, failure) => {
  expect(signInFailureOf(anActivity({ value }))).toBe(failure);
});

test.each([
  [{ state: '123456' }, '123456'],
  [{ state: 'CancelledByUser' }, 'cancelled'],
  [{ state: 7 }, ''],
  [{}, ''],
  [undefined, ''],
])('the sign-in window that sends %j says %j', (value, state) => {
  expect(readState(anActivity({ value }))).toBe(state);
});

test.each([
  [{ kind: 'declined' }, 'declined'],
  [{ token: 'of the service' }, 'signed-in'],
  [{ token: '' }, 'lapsed'],
  [{}, 'lapsed'],
  [null, 'lapsed'],
  [undefined, 'lapsed'],
])('a prompt that ended with %j is %s', (result, kind) => {
  expect(signInResultOf(result).kind).toBe(kind);
});

test('a prompt is known by its name in every language', () => {
  expect(SignInPrompt.isOne(SignInPrompt.idFor('nl'))).toBe(true);
  expect(SignInPrompt.isOne('sign-in')).toBe(false);
});

test('a token is looked up, with a code where one was given, and forgotten', async () => {
  const channel = new PlayedChannel();
  const context = aTurnContext({}, channel);
  expect(await lookUpToken(context, 'entra')).toBeNull();

  channel.tokens.codes.set('123456', 'token of ann');
  expect(await lookUpToken(context, 'entra', '123456')).toBe('token of ann');
  expect(await lookUpToken(context, 'entra')).toBe('token of ann');

  await forgetToken(context, 'entra');
  expect(await lookUpToken(context, 'entra')).toBeNull();
});

test('a token that cannot be traded is none, and a bug stays a bug', async () => {
  const channel = new PlayedChannel();
  const context = aTurnContext({}, channel);
  channel.tokens.exchanges.set('of the client', 'of the service');

  expect(await exchangeToken(context, 'entra', 'of the client')).toBe('of the service');
  expect(await exchangeToken(context, 'entra', 'of somebody')).toBeNull();

  channel.tokens.exchangeToken = async () => {
    throw new TypeError('a bug');
  };
  await expect(exchangeToken(context, 'entra', 'of the client')).rejects.toThrow('a bug');
});
