import type { ConversationTurn } from '../context/conversation-turn.ts';
import type { Input } from '../input/hearing.ts';
import { settleAsking, settleDeletion } from './pending-questions.ts';
import { answerTyped, offerTyped } from './typed-questions.ts';
import { answerIntent } from './who-hears.ts';

/**
 * Every answer comes here first, presses too: help, another language, back, cancel, another goal, a person. Afterwards the
 * open question is asked again. False hands the answer to the dialog that waits.
 */
export async function interrupt(turn: ConversationTurn, input: Input & { readonly kind: 'answer' }): Promise<boolean> {
  const { conversation } = turn;
  const { record } = turn;
  const isAsked = record.confirming !== null || record.tickets.asking !== null;
  if (isAsked && ((await settleDeletion(turn)) || (await settleAsking(turn)))) return true;
  if (input.smallTalk !== null) {
    await conversation.say(input.smallTalk);
    await turn.askAgain();
    return true;
  }
  if (conversation.heard.intent !== null) return answerIntent(turn, conversation.heard.intent);
  if (conversation.heard.text === '' || isCode(turn)) return false;
  return hearSentence(turn);
}

/** A phrase in a very short sentence, else a question with a good answer, else a phrase in a short sentence, else a guess. */
async function hearSentence(turn: ConversationTurn): Promise<boolean> {
  if (wordsIn(turn.conversation.heard.text) <= phraseWords && (await answerLoosely(turn))) return true;
  if (await answerTyped(turn)) return true;
  if (await answerLoosely(turn)) return true;
  return offerTyped(turn);
}

const phraseWords = 3;

async function answerLoosely(turn: ConversationTurn): Promise<boolean> {
  const { conversation, parts } = turn;
  const understood = parts.understanding.loosely(conversation.heard.text);
  if (understood.kind !== 'intent') return false;
  conversation.heard = { ...conversation.heard, intent: understood.intent };
  if (await answerIntent(turn, understood.intent)) return true;
  // The dialog that waits takes it from here.
  return turn.dialogs.carryOn(turn.context);
}

/** Six digits during a sign-in are a code, never a question. */
function isCode({ record, conversation }: ConversationTurn): boolean {
  return record.dialogId === 'sign-in' && /^\d{6}$/.test(conversation.heard.text);
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}
