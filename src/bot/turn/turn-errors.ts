import type { TurnContext } from 'botbuilder';
import { codeOf } from '../../domain/errors.ts';
import { referenceFrom } from '../../domain/reference.ts';
import type { Journal } from '../../ports/journal.ts';
import type { ConversationHandler } from '../conversation/conversation-handler.ts';
import type { ConversationRecord } from '../record/conversation-record.ts';
import type { SendFault } from './send-again.ts';

/** What telling a failure needs. */
export interface FailureParts {
  readonly journal: Journal;
  readonly randomId: () => string;
  readonly handler: Pick<ConversationHandler, 'apologise'>;
}

/**
 * The one place where a surprise ends: it is logged with a reference, and the person gets the same reference and a way on.
 * Only the kind of error is logged; its message may hold somebody's text.
 */
export async function tellFailure(
  context: TurnContext,
  record: ConversationRecord,
  error: unknown,
  parts: FailureParts,
): Promise<void> {
  const reference = noteFailure(error, parts);
  if (context.activity.type === 'message' || context.activity.type === 'invoke') {
    await parts.handler.apologise(context, record, reference);
  }
}

/** Logs a surprise, and returns its reference. */
export function noteFailure(error: unknown, { journal, randomId }: Omit<FailureParts, 'handler'>): string {
  const reference = referenceFrom(randomId());
  journal.note({ event: 'turn.failed', reference, code: codeOf(error) ?? 'UNEXPECTED', error: kindOf(error) });
  return reference;
}

/** The channel will never take a message: it is logged with a reference, and the person gets the same reference and a way on. */
export async function tellRefusal(
  context: TurnContext,
  record: ConversationRecord,
  { status, code }: SendFault,
  parts: FailureParts,
): Promise<void> {
  const reference = referenceFrom(parts.randomId());
  parts.journal.note({ event: 'send.refused', reference, status, code });
  await parts.handler.apologise(context, record, reference);
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // The first frame of our own tells where; a stack has paths and names, never what people typed.
  const frame = /\((?:file:\/\/)?\S*?\/((?:src|dialogs|cards)\/[^)]+)\)/.exec(error.stack ?? '')?.[1];
  return frame === undefined ? error.name : `${error.name} at ${frame}`;
}
