import type { TurnContext } from 'botbuilder';
import { isEdited } from '../input/teams-activity.ts';
import { triggerOf } from '../proactive/proactive-trigger.ts';
import { rememberSeen } from '../record/conversation-changes.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';

/** Whether this activity was answered before. One that was not is remembered as answered from now on. */
export function isAnswered(context: TurnContext, record: ConversationRecord): boolean {
  const mark = markOf(context);
  if (mark === null) return false;
  if (record.seen.includes(mark)) return true;
  rememberSeen(record, mark);
  return false;
}

/** An activity across all conversations. Without an id nobody can tell whether two are the same, so each gets a mark of its own. */
export function activityMark({ activity }: TurnContext, key: string): string | symbol {
  return activity.id === undefined || activity.id === '' ? Symbol('no id') : `${key} ${activity.id}`;
}

/** Two deliveries with one mark are the same. Null when that cannot be told. */
function markOf(context: TurnContext): string | null {
  const trigger = triggerOf(context);
  if (trigger !== null) return trigger.kind === 'admin-answered' ? `${trigger.kind} ${trigger.requestId}` : null;
  const { id, timestamp } = context.activity;
  if (id === undefined || id === '') return null;
  // An edited message keeps its id; each edit is something new.
  return isEdited(context.activity) ? `${id} ${String(timestamp)}` : id;
}
