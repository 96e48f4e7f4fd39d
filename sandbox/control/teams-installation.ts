import type { Activity } from '../channel/activity.ts';
import { type Conversation, nextActivityId } from '../channel/conversations.ts';

/** What Teams tells the bot when it is installed somewhere, upgraded or removed. */
export function installationActivities(conversation: Conversation, action: string): Activity[] {
  const installation = { type: 'installationUpdate', id: nextActivityId(conversation), action };
  if (action.endsWith('-upgrade')) return [installation];
  const who = conversation.place === 'personal' ? [conversation.bot, conversation.user] : [conversation.bot];
  const members = action === 'add' ? { membersAdded: who } : { membersRemoved: [conversation.bot] };
  const update = { type: 'conversationUpdate', id: nextActivityId(conversation), ...members };
  const locale = conversation.locale === null ? {} : { locale: conversation.locale };
  return [
    { ...installation, ...locale },
    { ...update, ...locale },
  ];
}
