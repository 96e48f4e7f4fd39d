import type { Activity } from 'botbuilder';
import { clientLocaleOf, isArrival, isDeparture, isEdited, timeZoneOf } from '../../../src/bot/input/activity.ts';
import { anActivity, inTeams } from '../../builders/turn-context.ts';

const ann = { id: 'dl_ann', name: '' };
const bot = { id: 'bot', name: '' };
const inGroup = { ...inTeams, conversation: { ...inTeams.conversation, conversationType: 'groupChat', isGroup: true } };
const added = (...membersAdded: (typeof ann)[]) => ({ type: 'conversationUpdate', membersAdded });

test.each([
  ['the person in a chat window', added(ann), true],
  ['the bot alone in a chat window', added(bot), false],
  ['the bot alone in a personal chat of Teams', { ...inTeams, ...added(bot) }, true],
  ['the bot in a group', { ...inGroup, ...added(bot) }, true],
  ['somebody in a group', { ...inGroup, ...added(ann) }, false],
  ['the app, installed', { type: 'installationUpdate', action: 'add' }, true],
  ['the app, removed', { type: 'installationUpdate', action: 'remove' }, false],
  ['a message', { text: 'hi' }, false],
  ['an update about nobody', { type: 'conversationUpdate' }, false],
])('%s is an arrival or not', (_who, activity, expected) => {
  expect(isArrival(anActivity(activity as Partial<Activity>))).toBe(expected);
});

test.each([
  ['the bot, taken away', { type: 'conversationUpdate', membersRemoved: [bot] }, true],
  ['somebody else', { type: 'conversationUpdate', membersRemoved: [ann] }, false],
  ['the app, removed', { type: 'installationUpdate', action: 'remove' }, true],
  ['the app, installed', { type: 'installationUpdate', action: 'add' }, false],
  ['a message', { text: 'bye' }, false],
])('%s is a departure or not', (_who, activity, expected) => {
  expect(isDeparture(anActivity(activity as Partial<Activity>))).toBe(expected);
});

test.each([
  [{ type: 'messageUpdate', channelData: { eventType: 'editMessage' } }, true],
  [{ type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } }, false],
  [{ type: 'messageUpdate' }, false],
  [{ channelData: { eventType: 'editMessage' } }, false],
])('%j is an edit or not', (activity, expected) => {
  expect(isEdited(anActivity(activity as Partial<Activity>))).toBe(expected);
});

test.each([
  [{ locale: 'nl-NL' }, 'nl-NL'],
  [{ locale: '', entities: [{ type: 'clientInfo', locale: 'de-AT' }] }, 'de-AT'],
  [{ locale: 'nl-NL', entities: [{ type: 'clientInfo', locale: 'de-AT' }] }, 'nl-NL'],
  [{ entities: [{ type: 'mention', locale: 'de-AT' }] }, null],
  [{ entities: [{ type: 'clientInfo', locale: 7 }] }, null],
  [{}, null],
])('in %j the client speaks %s', (activity, expected) => {
  expect(clientLocaleOf(anActivity(activity as Partial<Activity>))).toBe(expected);
});

test.each([
  [{ localTimezone: 'Europe/Amsterdam' }, 'Europe/Amsterdam'],
  [{ entities: [{ type: 'clientInfo', timezone: 'Europe/Berlin' }] }, 'Europe/Berlin'],
  [{ localTimezone: 'Middle/Earth', entities: [{ type: 'clientInfo', timezone: 'Europe/Berlin' }] }, 'Europe/Berlin'],
  [{ localTimezone: 'Middle/Earth' }, null],
  [{ localTimezone: '' }, null],
  [{ localTimezone: 'A'.repeat(65) }, null],
  [{ localTimezone: 7 }, null],
  [{ localTimezone: null, entities: 7 }, null],
  [{}, null],
])('in %j the client is in the zone %s', (activity, expected) => {
  expect(timeZoneOf(anActivity(activity as unknown as Partial<Activity>))).toBe(expected);
});
