import { slotMark } from '../../../src/bot/record/conversation-record.ts';
import { bufferedTurn } from '../../../src/bot/turn/buffered-turn.ts';
import { aRecord } from '../../builders/records.ts';
import { aTurnContext, PlayedChannel } from '../../builders/turn-context.ts';

function aBufferedTurn(activity: Parameters<typeof aTurnContext>[0] = {}) {
  const channel = new PlayedChannel();
  const real = aTurnContext(activity, channel);
  return { channel, real, turn: bufferedTurn(real, aRecord()) };
}

test('what a turn says is held back, in order', async () => {
  const { channel, turn } = aBufferedTurn();
  await turn.context.sendActivity('one');
  await turn.context.sendActivities([
    { type: 'message', text: 'two' },
    { type: 'message', text: 'three' },
  ]);

  expect(channel.sent).toEqual([]);
  expect(turn.messages.map(({ activity }) => activity.text)).toEqual(['one', 'two', 'three']);
  expect(turn.messages[0]).toMatchObject({ kind: 'send', activityId: null, slot: null });
});

test('typing goes out at once, and is not kept', async () => {
  const { channel, turn } = aBufferedTurn();
  await turn.context.sendActivity({ type: 'typing' });

  expect(channel.sent).toMatchObject([{ type: 'typing' }]);
  expect(turn.messages).toEqual([]);
});

test('a turn has its own copy of the activity, and what was found out for the real one', async () => {
  const key = Symbol('found out');
  const real = aTurnContext({ text: 'help' });
  real.turnState.set(key, 7);
  const { context } = bufferedTurn(real, aRecord());
  context.activity.text = 'changed';

  expect(real.activity.text).toBe('help');
  expect(context.turnState.get(key)).toBe(7);
});

test.each([
  ['takes the place of an earlier card', { replaces: 'steps-1' }, 'update', 'steps-1'],
  ['is the first of its place', { replaces: null }, 'send', null],
] as const)('a card that %s is kept so, without the mark', async (_what, mark, kind, activityId) => {
  const { turn } = aBufferedTurn();
  await turn.context.sendActivity({ type: 'message', text: 'steps', channelData: { [slotMark]: mark } });

  expect(turn.messages).toMatchObject([{ kind, activityId, slot: 'steps' }]);
  expect(turn.messages[0]?.activity).not.toHaveProperty('channelData');
});

test('what else goes to the channel stays with a marked card', async () => {
  const { turn } = aBufferedTurn();
  const channelData = { [slotMark]: { replaces: null }, notification: { alert: true } };
  await turn.context.sendActivity({ type: 'message', channelData });

  expect(turn.messages[0]?.activity.channelData).toEqual({ notification: { alert: true } });
});

test('the answer to an invoke is held back until the real turn gives it', async () => {
  const { channel, real, turn } = aBufferedTurn({ type: 'invoke' });
  await turn.context.sendActivity({ type: 'invokeResponse', value: { status: 404 } });
  expect([channel.sent, turn.messages]).toEqual([[], []]);

  await turn.settleInvoke(real);
  expect(channel.sent).toMatchObject([{ type: 'invokeResponse', value: { status: 404 } }]);
});

test('an invoke that nobody answered is answered 200, and a message needs no answer', async () => {
  const invoke = aBufferedTurn({ type: 'invoke' });
  await invoke.turn.settleInvoke(invoke.real);
  expect(invoke.channel.sent).toMatchObject([{ type: 'invokeResponse', value: { status: 200 } }]);

  const message = aBufferedTurn();
  await message.turn.settleInvoke(message.real);
  expect(message.channel.sent).toEqual([]);
});
