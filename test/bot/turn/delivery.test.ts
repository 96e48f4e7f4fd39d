import type { BufferedMessage } from '../../../src/bot/record/conversation-record.ts';
import { deliverMessages } from '../../../src/bot/turn/outbox.ts';
import type { JournalEvent } from '../../../src/ports/journal.ts';
import { aMessage, aStepsUpdate } from '../../builders/buffered-messages.ts';
import { aTurnContext, PlayedChannel } from '../../builders/turn-context.ts';

function aDelivery(...refusals: number[]) {
  const channel = new PlayedChannel();
  channel.refusals.push(...refusals);
  const events: JournalEvent[] = [];
  const crossedOff: number[] = [];
  const delivers = (
    messages: readonly BufferedMessage[],
    {
      crossOff = true,
      stepsCardId = null,
      instead = [],
    }: { crossOff?: boolean; stepsCardId?: string | null; instead?: readonly BufferedMessage[] } = {},
  ) =>
    deliverMessages(aTurnContext({}, channel), messages, {
      stepsCardId,
      journal: { note: (event) => void events.push(event) },
      crossOff: async (left) => {
        crossedOff.push(left.length);
        return crossOff;
      },
      ...(instead.length === 0 ? {} : { insteadOfRefused: async () => instead }),
    });
  return { channel, events, crossedOff, delivers };
}

const three = [aMessage('one'), aMessage('two'), aMessage('three')];

test('messages go out in order, and each is crossed off before the next', async () => {
  const { channel, crossedOff, delivers } = aDelivery();

  expect(await delivers(three)).toEqual({ undelivered: [], stepsCardId: null, fault: null });
  expect(channel.sent.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  expect(crossedOff).toEqual([2, 1]);
});

test('the first that is refused keeps back the ones behind it', async () => {
  const { channel, events, delivers } = aDelivery(0, 503);
  const { undelivered, fault } = await delivers(three);

  expect(undelivered).toEqual(three.slice(1));
  expect(fault).toEqual({ status: 503, code: 'CHANNEL_FAULT', retryAfterSeconds: null });
  expect(channel.sent.map(({ text }) => text)).toEqual(['one']);
  expect(events).toEqual([{ event: 'send.failed', status: 503, code: 'CHANNEL_FAULT' }]);
});

test('when somebody else has taken over, nothing more is sent', async () => {
  const { channel, delivers } = aDelivery();

  expect(await delivers(three, { crossOff: false })).toMatchObject({ undelivered: three.slice(1), fault: null });
  expect(channel.sent).toHaveLength(1);
});

test('a card takes the place of the one before, and keeps its id', async () => {
  const { channel, delivers } = aDelivery();

  expect(await delivers([aStepsUpdate('steps-1')])).toMatchObject({ stepsCardId: 'steps-1' });
  expect(channel.updated).toMatchObject([{ id: 'steps-1' }]);
  expect(channel.sent).toEqual([]);
});

test('where a card cannot be replaced a new one says the same', async () => {
  const { channel, delivers } = aDelivery(405);

  expect(await delivers([aStepsUpdate('steps-1')])).toMatchObject({ stepsCardId: 'sent-1', fault: null });
  expect(channel.sent).toHaveLength(1);
});

test.each([400, 413])(
  'one that is refused as it is, with %i, gives way to an apology, and the rest goes out',
  async (status) => {
    const { channel, crossedOff, delivers } = aDelivery(0, status);

    const delivered = await delivers(three, { instead: [aMessage('sorry')] });

    expect(delivered).toMatchObject({ undelivered: [], fault: null });
    expect(channel.sent.map(({ text }) => text)).toEqual(['one', 'sorry', 'three']);
    expect(crossedOff).toEqual([2, 2, 1]);
  },
);

test('an apology that is refused too is dropped', async () => {
  const { channel, delivers } = aDelivery(413, 413);

  expect(await delivers(three, { instead: [aMessage('sorry')] })).toMatchObject({ undelivered: [], fault: null });
  expect(channel.sent.map(({ text }) => text)).toEqual(['two', 'three']);
});

test('an apology that the channel cannot take now waits in the place of what was refused', async () => {
  const { delivers } = aDelivery(413, 503);

  const { undelivered } = await delivers(three, { instead: [aMessage('sorry')] });

  expect(undelivered).toEqual([aMessage('sorry'), ...three.slice(1)]);
});

test('where one card may not be replaced, a new one shows that the bot may still write', async () => {
  const { channel, delivers } = aDelivery(403);

  expect(await delivers([aStepsUpdate('steps-1')])).toMatchObject({ stepsCardId: 'sent-1', fault: null });
  expect(channel.sent).toHaveLength(1);
});

test('where replacing goes too fast a new card would fare no better', async () => {
  const status = 429;
  const { channel, delivers } = aDelivery(status);

  expect(await delivers([aStepsUpdate('steps-1')])).toMatchObject({
    undelivered: [{ kind: 'update' }],
    fault: { status },
  });
  expect(channel.sent).toEqual([]);
});

test('under another message the steps card is no longer the last thing in the chat', async () => {
  const { delivers } = aDelivery();

  expect(await delivers([aStepsUpdate('steps-1'), aMessage('one')])).toMatchObject({ stepsCardId: null });
});

test('a steps card stays the last thing in the chat until something is posted under it', async () => {
  const refused = aDelivery(503);
  expect(await refused.delivers([aMessage('one')], { stepsCardId: 'steps-1' })).toMatchObject({
    stepsCardId: 'steps-1',
  });

  expect(await aDelivery().delivers([aMessage('one')], { stepsCardId: 'steps-1' })).toMatchObject({
    stepsCardId: null,
  });
});

test('how long the channel wants to be left alone is passed on', async () => {
  const { channel, delivers } = aDelivery();
  channel.sendActivities = async () => {
    throw Object.assign(new Error('too fast'), { status: 429, reason: 'Throttled', retryAfterSeconds: 7 });
  };

  expect((await delivers(three)).fault).toEqual({ status: 429, code: 'Throttled', retryAfterSeconds: 7 });
});

test('a channel that does not answer has no status', async () => {
  const { channel, delivers } = aDelivery();
  channel.sendActivities = async () => {
    throw new Error('socket hang up');
  };

  expect((await delivers(three)).fault).toEqual({ status: null, code: 'UNKNOWN', retryAfterSeconds: null });
});
