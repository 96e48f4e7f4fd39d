import { ActivityTypes, type TurnContext } from 'botbuilder';

/** One document per person per conversation, so that in a group nobody acts on another's state. */
export function conversationKey(context: TurnContext): string {
  const { channelId, conversation, from, type } = context.activity;
  // That the bot came or went concerns everybody in a group, whoever did it.
  const isForAll = type === ActivityTypes.ConversationUpdate || type === ActivityTypes.InstallationUpdate;
  const inGroup = isForAll ? 'everybody' : from.id;
  const owner = conversation.isGroup === true ? inGroup : 'one';
  return `conversation/${channelId}/${conversation.id}/${owner}`;
}
