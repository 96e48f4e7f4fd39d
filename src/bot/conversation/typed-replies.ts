import type { ActionName } from '../../../cards/card-action.ts';
import type { DialogId } from '../../../dialogs/conversation-context.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import { afterAnswer, noneOfThese, showMenu, talkToPerson } from './heard-anywhere.ts';
import { comesTooLate } from './too-late.ts';
import { sayBeside } from './typed-questions.ts';

/** Where an answer has consequences, and the button that means the same. The card with it has to be the last one. */
const agreesTo: Partial<Record<DialogId, ActionName>> = {
  'join-confirmation': 'confirm-join',
  'admin-request': 'answer-request',
};
/** Dialogs whose own card offers to carry on. */
const offerToCarryOn: readonly DialogId[] = ['resume', 'step-up'];

/** A typed yes or no answers what was shown last. False when that is the question of the dialog that waits. */
export async function answerReply(turn: ConversationTurn): Promise<boolean> {
  const { record, dialogs, conversation } = turn;
  const { how, intent } = conversation.heard;
  if (how !== 'words' || (intent?.do !== 'yes' && intent?.do !== 'no')) return false;
  const waitsIn = (id: DialogId): boolean => dialogs.waitsIn(record.dialogs, id);
  if (offerToCarryOn.some(waitsIn)) return false;
  if (isBesideQuestion(record.lastCard)) return answerBeside(turn, intent.do);
  const consent = (Object.keys(agreesTo) as DialogId[]).find(waitsIn);
  const button = consent === undefined ? undefined : agreesTo[consent];
  if (button === undefined || !comesTooLate(turn, button)) return false;
  return turn.askAgain();
}

/** Cards beside the open question lead back to it, or ask something of their own. */
function isBesideQuestion(lastCard: readonly string[]): boolean {
  return ['carry-on', 'none-of-these', 'stop-reminding'].some((name) => lastCard.includes(name));
}

async function answerBeside(turn: ConversationTurn, reply: 'yes' | 'no'): Promise<true> {
  const { lastAnswer, lastCard } = turn.record;
  if (lastCard.includes('answer-helped') && lastAnswer !== null)
    return afterAnswer(turn, { do: 'answer-helped', id: lastAnswer, helped: reply === 'yes' });
  if (lastCard.includes('none-of-these')) {
    if (reply === 'no') return noneOfThese(turn, { do: 'none-of-these' });
    turn.conversation.messages.keepOlderCards();
    await turn.conversation.say('not-understood');
    return true;
  }
  // "Shall we continue?" and "Shall I ask a person?"
  if (lastCard.includes('stop-reminding')) return reply === 'yes' ? turn.askAgain() : sayBeside(turn, 'goodbye');
  if (lastCard[0] === 'talk-to-person') return reply === 'yes' ? talkToPerson(turn) : turn.askAgain();
  return reply === 'yes' ? showMenu(turn) : sayBeside(turn, 'goodbye');
}
