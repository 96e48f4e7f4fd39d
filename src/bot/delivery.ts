import type { Activity, TurnContext } from 'botbuilder';
import type { Journal } from '../ports/journal.ts';
import type { HeldMessage } from './conversation-record.ts';

/** What became of the messages of one turn. */
export interface Delivered {
  /** In order; the first is the first that the channel did not take. */
  readonly undelivered: readonly HeldMessage[];
  /** The id that the channel gave to the steps card, when one was sent. */
  readonly stepsCardId: string | null;
  readonly anySent: boolean;
}

/** Hands held messages to the channel, one by one and in order. Stops at the first that fails, so the order stays right. */
export async function deliver(
  context: TurnContext,
  messages: readonly HeldMessage[],
  journal: Journal,
): Promise<Delivered> {
  let stepsCardId: string | null = null;
  for (const [index, message] of messages.entries()) {
    const id = await deliverOne(context, message, journal);
    if (id === null) return { undelivered: messages.slice(index), stepsCardId, anySent: index > 0 };
    stepsCardId = message.slot === 'steps' ? id : null;
  }
  return { undelivered: [], stepsCardId, anySent: messages.length > 0 };
}

async function deliverOne(context: TurnContext, message: HeldMessage, journal: Journal): Promise<string | null> {
  if (message.kind === 'update' && message.activityId !== null) {
    const updated = await attempt(
      () => context.updateActivity({ ...message.activity, id: message.activityId ?? '' }),
      journal,
    );
    if (updated !== null) return message.activityId;
    // Not every channel can replace a message. A new one says the same.
  }
  const sent = await attempt(() => context.sendActivity(message.activity as Partial<Activity>), journal);
  return sent === null ? null : (sent?.id ?? '');
}

async function attempt<T>(send: () => Promise<T>, journal: Journal): Promise<T | null> {
  try {
    return await send();
  } catch (fault) {
    journal.note({ event: 'send.failed', status: statusOf(fault), code: codeOf(fault) });
    return null;
  }
}

function statusOf(fault: unknown): number | null {
  return typeof fault === 'object' && fault !== null && 'status' in fault && typeof fault.status === 'number'
    ? fault.status
    : null;
}

function codeOf(fault: unknown): string {
  return typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string'
    ? fault.code
    : 'UNKNOWN';
}
