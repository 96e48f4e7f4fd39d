import { ActivityTypes, type TurnContext } from 'botbuilder';

/** One document per person per conversation, so that in a group nobody acts on another's state. */
export function conversationKey(context: TurnContext): string {
  const { channelId, conversation, from, type, recipient, membersAdded } = context.activity;
  // A conversation update comes from the channel or from the person; in a 1:1 it concerns the person who was added.
  const added = membersAdded?.find((member) => member.id !== recipient?.id);
  const personId = type === ActivityTypes.ConversationUpdate ? (added?.id ?? from.id) : from.id;
  const owner = conversation.isGroup === true ? personId : 'one';
  return `conversation/${channelId}/${conversation.id}/${owner}`;
}
