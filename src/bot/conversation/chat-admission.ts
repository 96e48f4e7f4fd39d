import { type Activity, ActivityTypes, TurnContext } from 'botbuilder';
import { localeOf } from '../../i18n/locale-of.ts';
import type { MessageId } from '../../i18n/words.ts';
import { channelOf, clientLocaleOf, isTenantAllowed } from '../input/activity.ts';
import { hearLocale, rememberPerson, rememberReference, resetRecord } from '../record/conversation-changes.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';

/** Why an activity is not answered: its tenant is not on the list, or it comes from somebody else than the chat is with. */
export type ChatRefusal = Extract<MessageId, 'chat-not-allowed' | 'foreign-button'>;

/** Null when the activity may be answered. An empty `allowedTenants` allows every tenant. */
export function refusalOf(
  activity: Activity,
  record: ConversationRecord,
  allowedTenants: readonly string[],
): ChatRefusal | null {
  const channel = channelOf(activity);
  if (!isTenantAllowed(channel, allowedTenants)) return 'chat-not-allowed';
  if (!channel.isPersonal || record.personId === null || !namesThePerson(activity)) return null;
  return activity.from.id === record.personId ? null : 'foreign-button';
}

/** Keeps who this conversation is with and where, as the newest activity says it. */
export function meet(activity: Activity, record: ConversationRecord): void {
  const locale = clientLocaleOf(activity);
  if (locale !== null && !record.localeIsHeard && !record.localeIsChosen) hearLocale(record, localeOf(locale));
  if (!channelOf(activity).isPersonal) return;
  const { activityId: _activityId, ...reference } = TurnContext.getConversationReference(activity);
  if (namesThePerson(activity)) rememberPerson(record, activity.from.id);
  rememberReference(record, reference);
}

/** The bot was removed from the chat: nothing about the person is kept, and whoever comes back is welcomed again. */
export function leave(record: ConversationRecord, now: number): void {
  resetRecord(record, now);
}

/** In a one-to-one chat of Teams, whoever speaks or presses is the person it is with. */
function namesThePerson(activity: Activity): boolean {
  return (
    channelOf(activity).knowsAccount &&
    (activity.type === ActivityTypes.Message || activity.type === ActivityTypes.Invoke)
  );
}
