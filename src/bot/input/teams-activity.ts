import { type Activity, ActivityTypes, type ConversationReference } from 'botbuilder';
import { sameId } from '../../domain/text.ts';

const teams = 'msteams';

export function isInTeams({ channelId }: Activity): boolean {
  return channelId === teams;
}

/** The tenant that Teams says a conversation is in; null on channels that have none. */
export function teamsTenantOf(activity: Activity): string | null {
  if (!isInTeams(activity)) return null;
  const { conversation, channelData } = activity;
  const named: unknown = conversation.tenantId ?? channelData?.tenant?.id;
  return typeof named === 'string' ? named : null;
}

/** Whether the people of a conversation may use the bot. In Teams a conversation without a tenant may not, once there is a list. */
export function isTenantAllowed(activity: Activity, allowedTenants: readonly string[]): boolean {
  if (allowedTenants.length === 0 || !isInTeams(activity)) return true;
  const tenantId = teamsTenantOf(activity);
  return tenantId !== null && allowedTenants.some((allowed) => sameId(allowed, tenantId));
}

/** The same, for a conversation that the bot wants to speak in by itself. */
export function isReferenceAllowed(
  { channelId, conversation }: Partial<ConversationReference>,
  allowedTenants: readonly string[],
): boolean {
  if (allowedTenants.length === 0 || channelId !== teams) return true;
  const tenantId = conversation?.tenantId ?? null;
  return allowedTenants.some((allowed) => sameId(allowed, tenantId));
}

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
  const { type, action, membersAdded = [], recipient, conversation } = activity;
  if (type === ActivityTypes.InstallationUpdate) return action === 'add';
  if (type !== ActivityTypes.ConversationUpdate) return false;
  const isBotAdded = membersAdded.some(({ id }) => id === recipient?.id);
  if (conversation.isGroup === true) return isBotAdded;
  // Teams names the bot alone when it is installed for one person.
  return membersAdded.some(({ id }) => id !== recipient?.id) || (isBotAdded && isInTeams(activity));
}

/** The language of the person's client. Some activities of Teams carry it in an entity only. */
export function clientLocaleOf({ locale, entities }: Activity): string | null {
  if (typeof locale === 'string' && locale !== '') return locale;
  const info: unknown = Array.isArray(entities) ? entities.find(({ type }) => type === 'clientInfo')?.locale : null;
  return typeof info === 'string' ? info : null;
}

/** Opens the chat with the bot alone; null when the bot has no id that Teams could open. */
export function privateChatUrl({ recipient }: Activity): string | null {
  const id = recipient?.id ?? '';
  return id === ''
    ? null
    : `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(id).replace('%3A', ':')}`;
}
