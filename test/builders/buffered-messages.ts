import type { BufferedMessage } from '../../src/bot/record/conversation-record.ts';

/** A message that waits for the channel. */
export function aMessage(text: string): BufferedMessage {
  return { kind: 'send', activity: { type: 'message', text }, activityId: null, slot: null };
}

/** A steps card that is to take the place of an earlier one. */
export function aStepsUpdate(activityId: string): BufferedMessage {
  return { kind: 'update', activity: { type: 'message', text: 'steps' }, activityId, slot: 'steps' };
}

/** A steps card that is posted anew. */
export function aStepsCard(): BufferedMessage {
  return { kind: 'send', activity: { type: 'message', text: 'steps' }, activityId: null, slot: 'steps' };
}
