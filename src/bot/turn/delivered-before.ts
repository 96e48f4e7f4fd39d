import type { TurnContext } from 'botbuilder';
import { isEdited } from '../input/activity.ts';
import type { ProactiveTrigger } from '../proactive/proactive-trigger.ts';
import { rememberSeen } from '../record/conversation-changes.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';

/** Whether this activity was answered before. One that was not is remembered as answered from now on. */
export function isAnswered(
  context: TurnContext,
  trigger: ProactiveTrigger | null,
  record: ConversationRecord,
): boolean {
  const mark = markOf(context, trigger);
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
function markOf(context: TurnContext, trigger: ProactiveTrigger | null): string | null {
  if (trigger !== null) return trigger.kind === 'admin-answered' ? `${trigger.kind} ${trigger.requestId}` : null;
  const { id, timestamp } = context.activity;
  if (id === undefined || id === '') return null;
  // An edited message keeps its id; each edit is something new.
  return isEdited(context.activity) ? `${id} ${String(timestamp)}` : id;
}

/** Remembers the last so many ids, in this process only. */
export class RecentIds {
  readonly #ids = new Set<string | symbol>();
  readonly #atMost: number;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  has(id: string | symbol): boolean {
    return this.#ids.has(id);
  }

  add(id: string | symbol): void {
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > this.#atMost && oldest !== undefined) this.#ids.delete(oldest);
  }
}
