import { type Activity, ActivityTypes } from 'botbuilder';
import { channelOf } from './activity-channel.ts';

/** Somebody changed what they said: what stands there now is their answer. */
export function isEdited({ type, channelData }: Activity): boolean {
  return type === ActivityTypes.MessageUpdate && channelData?.eventType === 'editMessage';
}

/** The bot was taken away. */
export function isDeparture({ type, action, membersRemoved, recipient }: Activity): boolean {
  if (type === ActivityTypes.InstallationUpdate) return action === 'remove';
  return type === ActivityTypes.ConversationUpdate && (membersRemoved?.some(({ id }) => id === recipient?.id) ?? false);
}

/** Somebody who may be welcomed: the bot in a group, anybody else where it is one to one. */
export function isArrival(activity: Activity): boolean {
  const { type, action, membersAdded = [], recipient } = activity;
  const { isPersonal, announcesBotOnly } = channelOf(activity);
  if (type === ActivityTypes.InstallationUpdate) return action === 'add';
  if (type !== ActivityTypes.ConversationUpdate) return false;
  const isBotAdded = membersAdded.some(({ id }) => id === recipient?.id);
  if (!isPersonal) return isBotAdded;
  return membersAdded.some(({ id }) => id !== recipient?.id) || (isBotAdded && announcesBotOnly);
}

/** The language of the person's client. Some activities of Teams carry it in an entity only. */
export function clientLocaleOf({ locale, entities }: Activity): string | null {
  if (typeof locale === 'string' && locale !== '') return locale;
  const info: unknown = Array.isArray(entities) ? entities.find(({ type }) => type === 'clientInfo')?.locale : null;
  return typeof info === 'string' ? info : null;
}
