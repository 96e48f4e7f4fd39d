import type { Activity, TurnContext } from 'botbuilder';
import { codeOf } from '../../domain/errors.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Passes } from '../../ports/turn-points.ts';
import type { BufferedMessage } from '../record/conversation-record.ts';

/** What became of the messages of one turn. */
export interface Delivered {
  /** In order; the first is the first that the channel did not take. */
  readonly undelivered: readonly BufferedMessage[];
  /** The id that the channel gave to the steps card, when one was sent. */
  readonly stepsCardId: string | null;
  /** Why the first that is undelivered was not taken; null when everything was. */
  readonly fault: SendFault | null;
}

/** How the channel refused a message. */
export interface SendFault {
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  readonly code: string;
  readonly retryAfterSeconds: number | null;
}

/** What is done along the way. */
export interface DeliveryParts {
  readonly journal: Journal;
  readonly passes?: Passes | undefined;
  /** Crosses off what went out, while more is to come. False when somebody else has taken over the rest. */
  readonly crossOff?: (left: readonly BufferedMessage[]) => Promise<boolean>;
}

/** Hands buffered messages to the channel, one by one and in order. Stops at the first that fails, so the order stays right. */
export async function deliver(
  context: TurnContext,
  messages: readonly BufferedMessage[],
  { journal, passes, crossOff }: DeliveryParts,
): Promise<Delivered> {
  let stepsCardId: string | null = null;
  for (const [index, message] of messages.entries()) {
    passes?.('sending');
    const sent = await deliverOne(context, message, journal);
    if (sent.kind === 'fault') return { undelivered: messages.slice(index), stepsCardId, fault: sent.fault };
    passes?.('sent');
    stepsCardId = message.slot === 'steps' ? sent.id : null;
    const left = messages.slice(index + 1);
    if (left.length > 0 && (await crossOff?.(left)) === false) return { undelivered: left, stepsCardId, fault: null };
  }
  return { undelivered: [], stepsCardId, fault: null };
}

type Sent = { readonly kind: 'sent'; readonly id: string } | { readonly kind: 'fault'; readonly fault: SendFault };

async function deliverOne(context: TurnContext, message: BufferedMessage, journal: Journal): Promise<Sent> {
  if (message.kind === 'update' && message.activityId !== null) {
    const id = message.activityId;
    const updated = await attempt(() => context.updateActivity({ ...message.activity, id }), journal);
    if (updated.kind === 'sent') return { kind: 'sent', id };
    // Where nothing may be written, and where it goes too fast, a new message would fare no better.
    if (updated.fault.status === 403 || updated.fault.status === 429) return updated;
    // Not every channel can replace a message. A new one says the same.
  }
  return attempt(() => context.sendActivity(message.activity as Partial<Activity>), journal);
}

async function attempt(send: () => Promise<unknown>, journal: Journal): Promise<Sent> {
  try {
    const sent = await send();
    return { kind: 'sent', id: idOf(sent) };
  } catch (thrown) {
    const fault = { status: statusOf(thrown), code: reasonOf(thrown), retryAfterSeconds: retryAfterOf(thrown) };
    journal.note({ event: 'send.failed', status: fault.status, code: fault.code });
    return { kind: 'fault', fault };
  }
}

function idOf(sent: unknown): string {
  return typeof sent === 'object' && sent !== null && 'id' in sent && typeof sent.id === 'string' ? sent.id : '';
}

function retryAfterOf(fault: unknown): number | null {
  const isTold = typeof fault === 'object' && fault !== null && 'retryAfterSeconds' in fault;
  return isTold && typeof fault.retryAfterSeconds === 'number' ? fault.retryAfterSeconds : null;
}

function statusOf(fault: unknown): number | null {
  return typeof fault === 'object' && fault !== null && 'status' in fault && typeof fault.status === 'number'
    ? fault.status
    : null;
}

/** What the channel calls the fault, where it says so. */
function reasonOf(fault: unknown): string {
  const isNamed = typeof fault === 'object' && fault !== null && 'reason' in fault && typeof fault.reason === 'string';
  return isNamed ? (fault.reason as string) : (codeOf(fault) ?? 'UNKNOWN');
}
