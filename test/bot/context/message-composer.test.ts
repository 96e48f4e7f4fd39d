import type { Activity } from 'botbuilder';
import { noticeCard } from '../../../cards/notice-card.ts';
import { slotMark } from '../../../src/bot/record/conversation-record.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { aRecord } from '../../builders/records.ts';
import { inTeams } from '../../builders/turn-context.ts';
import { theParts } from '../../builders/turn-parts.ts';

const t = createTranslator('en');
const card = noticeCard({ message: 'reminder', actions: [{ do: 'yes' }, { do: 'no' }] }, t);
const pressInTeams = { ...inTeams, type: 'invoke', name: 'adaptiveCard/action' };

const textOf = ({ text = '' }: Partial<Activity>) => text;
const cardIn = ({ attachments = [] }: Partial<Activity>) => attachments[0]?.content ?? null;

test('in the chat window a sentence goes along with the next card, as one message', async () => {
  const { channel, messages } = theParts();
  await messages.say('looking-on');
  await messages.show(card);
  await messages.finish();

  expect(channel.sent.map(textOf)).toEqual([t('message.looking-on.text')]);
  expect(cardIn(channel.sent[0] ?? {})).toMatchObject({ type: 'AdaptiveCard' });
});

test('Teams gets the sentence first, and then the card', async () => {
  const { channel, messages } = theParts(inTeams);
  await messages.say('looking-on');
  await messages.show(card);

  expect(channel.sent.map(textOf)).toEqual([t('message.looking-on.text'), '']);
  expect(channel.sent.map(cardIn)).toEqual([null, expect.objectContaining({ type: 'AdaptiveCard' })]);
});

test.each([
  ['in the chat window', undefined],
  ['in Teams', inTeams],
])('%s a sentence is plain text, so that a name in it stands as it was written', async (_where, activity) => {
  const { channel, messages } = theParts(activity);
  messages.lead('SD_35 * 2');
  await messages.show(card);
  messages.lead('SD_36');
  await messages.finish();

  const said = channel.sent.filter(({ text }) => text !== undefined && text !== '');
  expect(said.map(({ text, textFormat }) => [text, textFormat])).toEqual([
    ['SD_35 * 2', 'plain'],
    ['SD_36', 'plain'],
  ]);
});

test('each dialect has its own buttons, with the number of the card', async () => {
  const inWindow = theParts();
  await inWindow.messages.show(card);
  const [submit] = cardIn(inWindow.channel.sent[0] ?? {}).actions;
  expect(submit).toMatchObject({ type: 'Action.Submit', data: { do: 'yes', nonce: 'id-1' } });

  const teams = theParts(inTeams);
  await teams.messages.show(card);
  const [execute] = cardIn(teams.channel.sent[0] ?? {}).actions;
  expect(execute).toMatchObject({ type: 'Action.Execute', verb: 'yes', data: { do: 'yes', nonce: 'id-1' } });
});

test('sentences wait in order, and are said once', async () => {
  const { channel, messages } = theParts();
  messages.lead('one');
  messages.explain('agreement');
  await messages.show(card);
  await messages.show(card);

  expect(channel.sent.map(textOf)).toEqual([`one\n\n${t('why.agreement')}`, '']);
});

test('what was said without a card goes out at the end', async () => {
  const { channel, messages } = theParts();
  messages.lead('one');
  expect(channel.sent).toEqual([]);
  await messages.finish();

  expect(channel.sent.map(textOf)).toEqual(['one']);
});

test('who takes the lead says it, so it is not said again', async () => {
  const { channel, messages } = theParts();
  messages.lead('one');

  expect(messages.takeLead()).toBe('one');
  await messages.finish();
  expect(channel.sent).toEqual([]);
});

test('only the cards of this turn are alive after it', async () => {
  const { messages, record } = theParts({}, aRecord({ liveNonces: ['older'] }));
  await messages.show(card);
  await messages.show(card);
  expect(record.liveNonces).toEqual(['older']);

  await messages.finish();
  expect(record.liveNonces).toEqual(['id-1', 'id-2']);
});

test('a turn without a card leaves the buttons of the one before alive', async () => {
  const { messages, record } = theParts({}, aRecord({ liveNonces: ['older'] }));
  messages.lead('one');
  await messages.finish();

  expect(record.liveNonces).toEqual(['older']);
});

test('a card beside what the person is doing leaves the older buttons alive', async () => {
  const { messages, record } = theParts({}, aRecord({ liveNonces: ['older'] }));
  messages.keepOlderCards();
  await messages.show(card);
  await messages.finish();

  expect(record.liveNonces).toEqual(['older', 'id-1']);
});

test('the chat window is told that a card stands beside the older ones, and only then', async () => {
  const { channel, messages } = theParts();
  await messages.show(card);
  messages.keepOlderCards();
  await messages.show(card);

  expect(channel.sent.map(({ channelData }) => channelData?.isBeside ?? false)).toEqual([false, true]);
});

describe('the steps card', () => {
  const withSteps = () => aRecord({ stepsCardId: 'steps-1' });
  const marked = (sent: readonly Partial<Activity>[]) => sent.map(({ channelData }) => channelData?.[slotMark] ?? null);

  test('takes the place of the one before', async () => {
    const { channel, messages } = theParts({}, withSteps());
    await messages.show(card, { slot: 'steps' });

    expect(marked(channel.sent)).toEqual([{ replaces: 'steps-1' }]);
  });

  test('comes anew under what somebody typed, so that something answers it', async () => {
    const typed = theParts({ type: 'message', text: 'show the steps' }, withSteps());
    await typed.messages.show(card, { slot: 'steps' });
    const pressed = theParts({ type: 'message', value: { do: 'show-steps' } }, withSteps());
    await pressed.messages.show(card, { slot: 'steps' });

    expect(marked(typed.channel.sent)).toEqual([{ replaces: null }]);
    expect(marked(pressed.channel.sent)).toEqual([{ replaces: 'steps-1' }]);
  });

  test('comes anew under another card of the same turn', async () => {
    const { channel, messages } = theParts({}, withSteps());
    await messages.show(card);
    await messages.show(card, { slot: 'steps' });

    expect(marked(channel.sent)).toEqual([null, { replaces: null }]);
  });

  test('is fresh in Teams for the person in the chat, and for nobody else', async () => {
    const { channel, messages } = theParts(inTeams);
    await messages.show(card, { slot: 'steps' });
    await messages.show(card);

    expect(channel.sent.map((sent) => cardIn(sent).refresh?.userIds ?? null)).toEqual([['29:ann'], null]);
  });

  test('that was pressed is answered with the new one at once', async () => {
    const { channel, messages } = theParts({ ...pressInTeams, replyToId: 'steps-1' }, withSteps());
    await messages.show(card, { slot: 'steps' });
    await messages.finish();

    const answer = channel.sent.at(-1);
    expect(answer).toMatchObject({
      type: 'invokeResponse',
      value: {
        status: 200,
        body: { type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } },
      },
    });
  });

  test('is no answer to a press on another card', async () => {
    const { channel, messages } = theParts({ ...pressInTeams, replyToId: 'another' }, withSteps());
    await messages.show(card, { slot: 'steps' });
    await messages.finish();

    expect(channel.sent.at(-1)?.value.body).toMatchObject({ value: t('message.press-heard.text') });
  });
});

test('a press is answered with a sentence on its card, where the channel can do so', async () => {
  const teams = theParts(pressInTeams);
  await teams.messages.sayToPress('looking-on');
  await teams.messages.finish();
  expect(teams.channel.sent).toHaveLength(1);
  expect(teams.channel.sent[0]?.value.body).toMatchObject({ value: t('message.looking-on.text') });

  const inWindow = theParts({ value: { do: 'yes' } });
  await inWindow.messages.sayToPress('looking-on');
  await inWindow.messages.finish();
  expect(inWindow.channel.sent.map(textOf)).toEqual([t('message.looking-on.text')]);
});

test('every press in Teams is answered, also where nothing was said to it', async () => {
  const { channel, messages } = theParts(pressInTeams);
  await messages.finish();

  expect(channel.sent).toMatchObject([{ type: 'invokeResponse', value: { status: 200 } }]);
});

test('a chosen language counts from now on, and a guessed one only until somebody chooses', async () => {
  const { messages, record } = theParts();
  messages.guessLocale('nl');
  expect([messages.t.locale, record.locale, record.localeIsChosen]).toEqual(['nl', 'nl', false]);

  messages.speak('de');
  expect([messages.t.locale, record.locale, record.localeIsChosen]).toEqual(['de', 'de', true]);
});

test('a message says in which language it is', async () => {
  const { channel, messages } = theParts();
  messages.speak('de');
  await messages.show(card);

  expect(channel.sent[0]?.locale).toBe('de');
});

test('a turn has spoken once something is said or shown', async () => {
  const said = theParts().messages;
  expect(said.hasSpoken).toBe(false);
  said.lead('one');
  expect(said.hasSpoken).toBe(true);

  const shown = theParts().messages;
  await shown.show(card);
  expect(shown.hasSpoken).toBe(true);
});

test('nobody waits for typing, and nobody misses it', async () => {
  const { channel, messages } = theParts();
  channel.refusals.push(503);
  messages.showReading();
  await new Promise(setImmediate);
  expect(channel.sent).toEqual([]);

  messages.showReading();
  await new Promise(setImmediate);
  expect(channel.sent).toMatchObject([{ type: 'typing' }]);
});
