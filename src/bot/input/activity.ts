import { type Activity, ActivityTypes, type ConversationReference } from 'botbuilder';
import { refreshVerb } from '../../../cards/dialect.ts';
import { type Channel, channelNamed, isPersonal, teamsChatUrl } from '../../domain/channel.ts';
import { sameId } from '../../domain/text.ts';

/** The channel of one activity, with what it says about the conversation. Made once per activity. */
export interface ActivityChannel extends Channel {
  /** Whether only one person is in the conversation. */
  readonly isPersonal: boolean;
  /** The tenant that the conversation is in; null where the channel does not say. */
  readonly tenantId: string | null;
  /** Entra object id of the sender; null if the channel does not give it. */
  readonly accountId: string | null;
  /** Opens the chat with the bot alone; null where there is no such address. */
  readonly privateChatUrl: string | null;
}

const made = new WeakMap<Activity, ActivityChannel>();

/** The channel of an activity. Asked again for the same activity, it is the same value. */
export function channelOf(activity: Activity): ActivityChannel {
  const known = made.get(activity);
  if (known !== undefined) return known;
  const channel = readChannel(activity);
  made.set(activity, channel);
  return channel;
}

/** Whether the people of a conversation may use the bot: with a list, one without a tenant may not where channels name one. */
export function isTenantAllowed(
  { knowsAccount, tenantId }: Pick<ActivityChannel, 'knowsAccount' | 'tenantId'>,
  allowed: readonly string[],
): boolean {
  if (allowed.length === 0 || !knowsAccount) return true;
  return tenantId !== null && allowed.some((one) => sameId(one, tenantId));
}

/** The same, for a conversation in which the bot wants to send a proactive message. */
export function isReferenceAllowed(
  { channelId, conversation }: Partial<ConversationReference>,
  allowed: readonly string[],
): boolean {
  const { knowsAccount } = channelNamed(channelId);
  return isTenantAllowed({ knowsAccount, tenantId: conversation?.tenantId ?? null }, allowed);
}

function readChannel(activity: Activity): ActivityChannel {
  const channel = channelNamed(activity.channelId);
  return {
    ...channel,
    isPersonal: isPersonal(activity),
    tenantId: channel.knowsAccount ? tenantIn(activity) : null,
    accountId: channel.knowsAccount ? (activity.from?.aadObjectId ?? null) : null,
    privateChatUrl: channel.knowsAccount ? chatUrlOf(activity) : null,
  };
}

function tenantIn({ conversation, channelData }: Activity): string | null {
  const named: unknown = conversation?.tenantId ?? channelData?.tenant?.id;
  return typeof named === 'string' ? named : null;
}

/** Null when the bot has no id that Teams could open. */
function chatUrlOf({ recipient }: Activity): string | null {
  const id = recipient?.id ?? '';
  return id === '' ? null : teamsChatUrl(id);
}

/** Somebody edited their message: the new text is their answer. */
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

/** The time zone of the person's client by its IANA name; null if it names none that exists. Some activities of Teams carry it in an entity only. */
export function timeZoneOf({ localTimezone, entities }: Activity): string | null {
  const info: unknown = Array.isArray(entities) ? entities.find(({ type }) => type === 'clientInfo')?.timezone : null;
  return [localTimezone, info].filter((name) => typeof name === 'string').find(isTimeZone) ?? null;
}

/** Longer than any name there is. */
const timeZoneNameMax = 64;

function isTimeZone(name: string): boolean {
  if (name === '' || name.length > timeZoneNameMax) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** A press on a button of a card, as Teams tells it. */
export const pressInvoke = 'adaptiveCard/action';

/** Whether an activity is a pressed button of a card in Teams. */
export function isPressInvoke({ type, name }: Activity): boolean {
  return type === ActivityTypes.Invoke && name === pressInvoke;
}

/**
 * Whether somebody asks for something where they write a message, in whatever chat that is: a search, a window, a link. The bot
 * need not be in that chat, so nothing of it is kept. Other channels have no such box; there the name means nothing.
 */
export function isFromMessageBox(activity: Activity): boolean {
  const { type, name = '' } = activity;
  return type === ActivityTypes.Invoke && channelOf(activity).knowsAccount && name.startsWith('composeExtension/');
}

/** What a pressed button carries, as the client says it. */
export function pressedData({ value }: Activity): unknown {
  return memberOf(memberOf(value, 'action'), 'data');
}

/** Teams refreshes a card, automatically or because somebody asked. This must not change anything. */
export function isRefresh(activity: Activity): boolean {
  if (!isPressInvoke(activity)) return false;
  return (
    memberOf(activity.value, 'trigger') === 'automatic' ||
    memberOf(memberOf(activity.value, 'action'), 'verb') === refreshVerb
  );
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
