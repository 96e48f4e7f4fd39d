import type { Activity } from 'botbuilder';
import type { CardAction } from '../../../cards/card-action.ts';
import { hear, intentOf, textMax, typedText } from '../../../src/bot/input/hearing.ts';
import { Understanding } from '../../../src/bot/input/understanding.ts';
import { createTranslator, locales, phrasesOf } from '../../../src/i18n/index.ts';
import { aRecord } from '../../builders/records.ts';
import { anActivity, inTeams } from '../../builders/turn-context.ts';

const understanding = new Understanding(phrasesOf);
const ticketId = 'ticket-0123456789';
const requestId = 'request-0123456789';

const hears = (changes: Partial<Activity>, record = aRecord()) => hear(anActivity(changes), record, understanding);
const types = (text: string) => hears({ text });
const intentIn = (text: string) => {
  const heard = types(text);
  return heard.kind === 'answer' ? heard.heard.intent : heard.kind;
};

/** A press as each channel tells it. */
const presses = [
  ['the chat window', (data: object) => ({ value: data })],
  [
    'Teams',
    (data: object) => ({ ...inTeams, type: 'invoke', name: 'adaptiveCard/action', value: { action: { data } } }),
  ],
] as const;

describe.each(presses)('a press in %s', (_channel, pressOf) => {
  const alive = () => aRecord({ liveNonces: ['nonce-1'] });

  test('is heard while its card is alive, without the number of the card', () => {
    expect(hears(pressOf({ do: 'choose-scenario', scenario: 'join', nonce: 'nonce-1' }), alive())).toEqual({
      kind: 'answer',
      heard: { how: 'press', intent: { do: 'choose-scenario', scenario: 'join' }, text: '' },
      smallTalk: null,
      locale: null,
    });
  });

  test('counts once: the same press again is spent, another one on that card comes too late', () => {
    const record = alive();
    hears(pressOf({ do: 'yes', nonce: 'nonce-1' }), record);

    expect(hears(pressOf({ do: 'yes', nonce: 'nonce-1' }), record)).toEqual({ kind: 'press-refused', reason: 'spent' });
    expect(hears(pressOf({ do: 'no', nonce: 'nonce-1' }), record)).toEqual({
      kind: 'press-refused',
      reason: 'not-live',
    });
  });

  test.each([
    ['of a card that is gone', { do: 'yes', nonce: 'nonce-0' }, 'not-live'],
    ['without a number', { do: 'yes' }, 'not-live'],
    ['that is none of ours', { do: 'format-disk', nonce: 'nonce-1' }, 'unreadable'],
    [
      'with a value that its button never has',
      { do: 'choose-scenario', scenario: 'x', nonce: 'nonce-1' },
      'unreadable',
    ],
  ])('%s has no effect', (_what, data, reason) => {
    const record = alive();

    expect(hears(pressOf(data), record)).toEqual({ kind: 'press-refused', reason });
    expect(record).toEqual(alive());
  });

  test('to open a ticket never grows old', () => {
    expect(hears(pressOf({ do: 'open-ticket', ticket: ticketId }))).toMatchObject({
      heard: { intent: { do: 'open-ticket', ticket: ticketId } },
    });
  });

  test('brings nothing along that its button does not have', () => {
    const heard = hears(pressOf({ do: 'yes', nonce: 'nonce-1', isAdmin: true }), alive());

    expect(heard).toMatchObject({ heard: { intent: { do: 'yes' } } });
    expect(JSON.stringify(heard)).not.toContain('isAdmin');
  });
});

test.each([
  ['help', { do: 'show-help' }],
  ['Zurück!', { do: 'back' }],
  ['ja', { do: 'yes' }],
  [`request ${requestId}`, { do: 'open-request', id: requestId }],
  [`Verzoek ${requestId}`, { do: 'open-request', id: requestId }],
  [`anfrage ${requestId}`, { do: 'open-request', id: requestId }],
  ['request short', null],
  ['ticket 4711', { do: 'ask-for-ticket', number: '4711' }],
  ['Vorgang Nummer INC0012', { do: 'ask-for-ticket', number: 'INC0012' }],
  ['melding I 2605 001', { do: 'ask-for-ticket', number: 'I 2605 001' }],
  ['melding #7', { do: 'ask-for-ticket', number: '#7' }],
  ['ticket please', null],
  ['the moon is blue', null],
])('%s means %j', (text, intent) => {
  expect(intentIn(text)).toEqual(intent);
});

test('words tell their language where only one has them', () => {
  expect(types('zurück')).toMatchObject({ locale: 'de' });
  expect(types('the moon is blue')).toMatchObject({ locale: null });
});

test('small talk asks for nothing', () => {
  expect(types('thanks')).toMatchObject({ smallTalk: 'thanks', heard: { how: 'words', intent: null } });
});

test('what is too long is not looked at, and a dialog gets the first 256 characters', () => {
  expect(types('x'.repeat(textMax + 1))).toEqual({ kind: 'too-long' });
  const heard = types('x'.repeat(textMax));
  expect(heard.kind === 'answer' ? heard.heard.text.length : 0).toBe(256);
});

test('files alone are told apart from text, and the copy that Teams makes of a text is no file', () => {
  const file = { contentType: 'image/png', name: 'x.png' };

  expect(hears({ text: '', attachments: [file] })).toEqual({ kind: 'only-files' });
  expect(hears({ text: 'help', attachments: [file] })).toMatchObject({ kind: 'answer' });
  expect(hears({ text: '', attachments: [{ contentType: 'text/html', content: '' }] })).toMatchObject({
    kind: 'answer',
  });
});

test.each([
  ['a line break and a control character', 'he\u0000llo\nthere', 'he llo there'],
  ['a direction character', '\u202Ehelp\u202C', 'help'],
  ['spaces around', '  help  ', 'help'],
])('%s are taken out of what was typed', (_what, text, expected) => {
  expect(typedText(anActivity({ text }))).toBe(expected);
});

test('a message that names no recipient is heard as it stands, whoever it mentions', () => {
  const { recipient: _recipient, ...nameless } = anActivity({
    text: 'hello <at>Megan</at>',
    entities: [{ type: 'mention', mentioned: { id: 'megan' }, text: '<at>Megan</at>' }],
  });

  expect(typedText(nameless as Activity)).toBe('hello <at>Megan</at>');
});

test('the mention of the bot is taken out of what was typed, and the activity stays as it came', () => {
  const activity = anActivity({
    text: '<at>OneTenant</at> help',
    entities: [{ type: 'mention', mentioned: { id: 'bot', name: 'OneTenant' }, text: '<at>OneTenant</at>' }],
  });

  expect(typedText(activity)).toBe('help');
  expect(activity.text).toContain('<at>');
});

test('without text nothing was typed', () => {
  expect(typedText(anActivity({ text: 7 as never }))).toBe('');
});

test.each([
  ['the person comes', { type: 'conversationUpdate', membersAdded: [{ id: 'dl_ann', name: '' }] }, { kind: 'arrival' }],
  ['the person goes', { type: 'conversationUpdate', membersRemoved: [{ id: 'dl_ann', name: '' }] }, { kind: 'noise' }],
  ['the app is installed', { type: 'installationUpdate', action: 'add' }, { kind: 'arrival' }],
  ['a token is there', { type: 'event', name: 'tokens/response' }, { kind: 'sign-in-signal' }],
  ['a code is sent', { type: 'invoke', name: 'signin/verifyState' }, { kind: 'sign-in-signal' }],
  ['a token is handed over', { type: 'invoke', name: 'signin/tokenExchange' }, { kind: 'sign-in-signal' }],
  ['a sign-in fails', { type: 'invoke', name: 'signin/failure' }, { kind: 'sign-in-signal' }],
  ['Teams asks something else', { type: 'invoke', name: 'composeExtension/query' }, { kind: 'noise' }],
  ['somebody types', { type: 'typing' }, { kind: 'noise' }],
  ['an unknown event', { type: 'event', name: 'webchat/join' }, { kind: 'noise' }],
  [
    'a link is opened',
    { type: 'event', name: 'ticket.open', value: { code: 'code-0123456789-abc' } },
    { kind: 'ticket-link', code: 'code-0123456789-abc' },
  ],
  ['a link is broken', { type: 'event', name: 'ticket.open', value: { code: '!' } }, { kind: 'ticket-link', code: '' }],
  [
    'a colleague takes over',
    { type: 'event', name: 'handoff.status', value: { state: 'accepted' } },
    { kind: 'handoff-status', state: 'accepted' },
  ],
  ['a hub says something else', { type: 'event', name: 'handoff.status', value: { state: 'x' } }, { kind: 'noise' }],
] as const)('%s: that is sorted', (_what, activity, expected) => {
  expect(hears(activity as unknown as Partial<Activity>)).toEqual(expected);
});

test('what somebody wants by itself does not depend on which cards are alive', () => {
  const wants = (changes: Partial<Activity>): CardAction | null => intentOf(anActivity(changes), understanding);

  expect(wants({ value: { do: 'sign-out', nonce: 'of a card that is gone' } })).toMatchObject({ do: 'sign-out' });
  expect(wants({ text: 'sign out' })).toEqual({ do: 'sign-out' });
  expect(wants({ text: 'the moon is blue' })).toBeNull();
  expect(wants({ type: 'event', name: 'sign-out' })).toBeNull();
});

test.each(locales)('what an administrator is told to type in %s opens the request', (locale) => {
  const told = createTranslator(locale)('card.admin-request.code', { code: requestId });
  const typed = told.split(' ').slice(-2).join(' ');

  expect(intentIn(typed)).toEqual({ do: 'open-request', id: requestId });
});
