import { ActivityTypes, type TurnContext } from 'botbuilder';
import { isPersonal } from '../../domain/channel.ts';

/** Where conversations are kept. */
export const conversationPrefix = 'conversation/';

/** One document per person per conversation, so that in a group nobody acts on another's state. */
export function conversationKey(context: TurnContext): string {
  const { activity } = context;
  const { channelId, conversation, from, type } = activity;
  // That the bot came or went concerns everybody in a group, whoever did it.
  const isForAll = type === ActivityTypes.ConversationUpdate || type === ActivityTypes.InstallationUpdate;
  const inGroup = isForAll ? 'everybody' : from.id;
  const owner = isPersonal(activity) ? 'one' : inGroup;
  return `${conversationPrefix}${channelId}/${conversation.id}/${owner}`;
}
