import { noticeCard } from '../../../cards/notice-card.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import type { Input } from '../input/hearing.ts';
import { typedCodes } from '../input/typed-codes.ts';
import { compareByMeaning, senseOf } from '../input/understand.ts';
import type { Sense, SmallTalk } from '../input/understanding.ts';
import { settleAsking, settleDeletion } from './pending-questions.ts';
import { answerById, answerCode, askedIn, namesIn, offerChoices, sayNoAnswer } from './typed-questions.ts';
import { answerIntent } from './who-hears.ts';

/**
 * Every answer comes here first, presses too. Who hears it, in this order:
 * 1. a question that waits for a yes: deleting data, handing over, an answer to a colleague (`pending-questions.ts`);
 * 2. a whole message that is a known phrase or stands on a button (`input/understanding.ts`): small talk, then who hears that
 *    action (`who-hears.ts`), where the dialog that waits comes before what works anywhere;
 * 3. a code during a sign-in, or a text with neither words nor a code of Entra: the dialog that waits;
 * 4. a sentence, by how it was read (`domain/understood.ts`): a wish, an answer, a choice, or that no answer is known.
 * False hands the answer to the dialog that waits.
 */
export async function interrupt(turn: ConversationTurn, input: Input & { readonly kind: 'answer' }): Promise<boolean> {
  const { conversation } = turn;
  const { record } = turn;
  const isSentence =
    conversation.heard.how === 'words' && conversation.heard.intent === null && input.smallTalk === null;
  if (isSentence) await turn.parts.questions.ready();
  const isAsked = record.confirming !== null || record.tickets.asking !== null;
  if (isAsked && ((await settleDeletion(turn)) || (await settleAsking(turn)))) return true;
  if (input.smallTalk !== null) return makeSmallTalk(turn, input.smallTalk);
  if (conversation.heard.intent !== null) return answerIntent(turn, conversation.heard.intent);
  if (isCode(turn) || !(hasWords(conversation.heard.text) || typedCodes(conversation.heard.text).length > 0))
    return false;
  return hearSentence(turn);
}

async function hearSentence(turn: ConversationTurn): Promise<boolean> {
  const { conversation, record, parts } = turn;
  const { text } = conversation.heard;
  const read = parts.questions.read(text, conversation.t.locale, record.lastAnswer);
  const reading = await compareByMeaning(text, read, { meanings: parts.meanings, names: namesIn(turn) });
  return answerSense(turn, senseOf(text, reading, parts));
}

async function answerSense(turn: ConversationTurn, sense: Sense): Promise<boolean> {
  const asked = askedIn(turn);
  switch (sense.kind) {
    case 'intent':
      turn.conversation.heard = { ...turn.conversation.heard, intent: sense.intent };
      return answerIntent(turn, sense.intent);
    case 'small-talk':
      return makeSmallTalk(turn, sense.about);
    case 'answer':
      return (
        (await answerById(turn, sense.id, { others: sense.others, asked })) ||
        sayNoAnswer(turn, 'no-answer', { asked, outcome: 'none' })
      );
    case 'code':
      return answerCode(turn, sense.entry, asked);
    case 'did-you-mean':
      return (await offerChoices(turn, sense)) || sayNoAnswer(turn, 'no-answer', { asked, outcome: 'none' });
    case 'none':
      return sense.isOffTopic
        ? sayNoAnswer(turn, 'off-topic', { asked, outcome: 'off-topic' })
        : sayNoAnswer(turn, 'no-answer', { asked, outcome: 'none' });
  }
}

/** Small talk is answered, and the open question stays open. Somebody who is frustrated is offered a person. */
async function makeSmallTalk(turn: ConversationTurn, about: SmallTalk): Promise<true> {
  const { conversation } = turn;
  if (about === 'frustration') {
    await conversation.show(
      noticeCard(
        { message: 'frustration', actions: [{ do: 'talk-to-person' }, { do: 'carry-on' }, { do: 'show-menu' }] },
        conversation.t,
      ),
    );
    return true;
  }
  await conversation.say(about);
  return turn.askAgain();
}

/** A number that is no choice and no code of Entra, or a picture, asks for nothing: the open question comes again. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** Six digits during a sign-in are a code, never a question. */
function isCode({ record, conversation }: ConversationTurn): boolean {
  return record.dialogId === 'sign-in' && /^\d{6}$/.test(conversation.heard.text);
}
