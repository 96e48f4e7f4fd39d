import type { ActionName } from '../../../cards/card-action.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';

/** After this long without a word, somebody who was in the middle of something is asked whether to carry on. Milliseconds. */
export const idleMs = 30 * 60_000;

/** Whether somebody comes back after a while. */
export function wasAway({ conversation, record }: ConversationTurn): boolean {
  return conversation.now() - record.lastHeardAt > idleMs;
}

/** Whether a typed yes can no longer mean this button: another card was shown since, or half an hour passed. A press always counts. */
export function comesTooLate(turn: ConversationTurn, button: ActionName): boolean {
  if (turn.conversation.heard.how !== 'words') return false;
  return wasAway(turn) || !turn.record.lastCard.includes(button);
}
