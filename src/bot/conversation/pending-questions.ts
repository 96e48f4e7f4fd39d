import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import type { ActionName, CardAction } from '../../../cards/card-action.ts';
import { helpCard } from '../../../cards/help-card.ts';
import { stepCard } from '../../../cards/step-card.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import { understand } from '../input/understand.ts';
import { setConfirming } from '../record/conversation-changes.ts';
import { setAsking } from '../record/ticket-places.ts';
import { sendAnswer, showWords, takeWords } from './answer-to-colleague.ts';
import { handOver, offerHandOver, takeQuestion } from './hand-over.ts';
import { confirmDeletion, topicFor } from './heard-anywhere.ts';
import { comesTooLate } from './too-late.ts';
import { answerById, answerCode } from './typed-questions.ts';

type Replies = { readonly [Name in ActionName]?: 'yes' | 'no' };

/** What counts as a yes or a no to each question that waits for one. */
export const heardInQuestions = {
  'delete-my-data': { yes: 'yes', 'delete-my-data-now': 'yes', no: 'no', cancel: 'no' },
  'hand-over': { yes: 'yes', 'hand-over': 'yes', no: 'no', cancel: 'no' },
  answer: { yes: 'yes', 'send-answer': 'yes', no: 'no', cancel: 'no' },
} as const satisfies Record<string, Replies>;

/** What waited for a yes waits for this answer only. A plain yes to it never reaches the question that was open before. */
export async function settleDeletion(turn: ConversationTurn): Promise<boolean> {
  const { record, conversation } = turn;
  const { confirming } = record;
  setConfirming(record, null);
  if (confirming === null) return false;
  switch (replyTo(turn, heardInQuestions[confirming])) {
    case 'yes':
      if (comesTooLate(turn, 'delete-my-data-now')) return confirmDeletion(turn);
      turn.erase();
      return true;
    case 'no':
      await conversation.say('data-kept');
      return turn.askAgain();
    case null:
      return false;
  }
}

/** What waited for a yes, or for the words of an answer, waits for this answer only. */
export async function settleAsking(turn: ConversationTurn): Promise<boolean> {
  const { record } = turn;
  const { asking } = record.tickets;
  setAsking(record, null);
  if (asking === null) return false;
  if (asking.kind === 'hand-over') return settleHandOver(turn, asking.asked);
  return asking.text === null ? takeWords(turn, asking.ticketId) : settleAnswer(turn, asking.ticketId, asking.text);
}

async function settleHandOver(turn: ConversationTurn, asked: string): Promise<boolean> {
  const reply = refuses(turn) ? 'no' : replyTo(turn, heardInQuestions['hand-over']);
  if (reply === 'yes' && comesTooLate(turn, 'hand-over')) return offerHandOver(turn, asked);
  if (reply === 'yes') return handOver(turn, { withCourse: wantsCourse(turn), asked: writtenOnCard(turn) ?? asked });
  if (reply === 'no') return turn.sayAndAskAgain(turn.conversation.t('tickets.hand-over.not-sent'));
  // Who asks for a person again has not seen that one more press is needed.
  if (wishOf(turn)?.do === 'talk-to-person' || isSmallTalk(turn) || (await answerMeanwhile(turn))) {
    turn.conversation.messages.lead(turn.conversation.t('tickets.hand-over.not-sent-yet'));
    return offerHandOver(turn, asked);
  }
  return wishOf(turn) === null && takeQuestion(turn);
}

/** Answers what somebody asks while the card is open: the card comes again below. False for what is meant for the colleague. */
async function answerMeanwhile(turn: ConversationTurn): Promise<boolean> {
  const { conversation, parts, record } = turn;
  const { how, intent, text } = conversation.heard;
  if (how !== 'words') return false;
  const { t } = conversation;
  const told = intent === null ? null : cardThatTells(turn, intent);
  if (told !== null) {
    await conversation.show(told);
    return true;
  }
  if (intent !== null || !parts.questions.hear(text, t.locale).asks) return false;
  const { sense } = understand(text, { locale: t.locale, after: record.lastAnswer }, parts);
  if (sense.kind === 'code') return answerCode(turn, sense.entry, '');
  return sense.kind === 'answer' && answerById(turn, sense.id, { others: sense.others, asked: '' });
}

/** What only tells something; null for everything else. */
function cardThatTells(turn: ConversationTurn, intent: CardAction): AdaptiveCard | null {
  const { t } = turn.conversation;
  if (intent.do === 'show-topic') return topicFor(turn, intent.topic);
  if (intent.do === 'show-step') return stepCard({ step: intent.step }, t);
  return intent.do === 'show-help' ? helpCard({}, t) : null;
}

/** "I do not want to be put through" is a no. */
function refuses({ conversation, parts }: ConversationTurn): boolean {
  const { how, intent, text } = conversation.heard;
  if (how !== 'words' || intent !== null) return false;
  return parts.understanding.refuses(parts.questions.read(text, conversation.t.locale));
}

/** Thanks and anger are no question, and nothing was sent yet. */
function isSmallTalk({ conversation, parts }: ConversationTurn): boolean {
  const { how, intent, text } = conversation.heard;
  if (how !== 'words' || intent !== null) return false;
  const means = { questions: parts.questions, understanding: parts.understanding };
  if (parts.understanding.saysNothing(text)) return true;
  return understand(text, { locale: conversation.t.locale }, means).sense.kind === 'small-talk';
}

/** What the field of the card held when its button was pressed; null for a typed yes, which knows no field. */
function writtenOnCard({ conversation: { heard } }: ConversationTurn): string | null {
  return heard.how === 'press' && heard.intent?.do === 'hand-over' ? (heard.intent.asked ?? '') : null;
}

/** What may go along is said by the button, or by its words. */
function wantsCourse({ conversation: { heard } }: ConversationTurn): boolean {
  return heard.intent?.do === 'hand-over' && heard.intent.course;
}

async function settleAnswer(turn: ConversationTurn, ticketId: string, text: string): Promise<boolean> {
  const { conversation } = turn;
  const reply = replyTo(turn, heardInQuestions.answer);
  if (reply === 'yes' && comesTooLate(turn, 'send-answer')) return showWords(turn, ticketId, text);
  if (reply === 'yes') return sendAnswer(turn, ticketId, text);
  conversation.messages.lead(conversation.t('tickets.answer-back.not-sent'));
  return reply === 'no' && turn.askAgain();
}

/** The answer to a question that waits for a yes, also from a short sentence; null when it is something else. */
function replyTo(turn: ConversationTurn, replies: Replies): 'yes' | 'no' | null {
  const meant = wishOf(turn);
  return meant === null ? null : (replies[meant.do] ?? null);
}

/** What the person wants, as far as that can be told without an open question. */
function wishOf({ conversation, parts }: ConversationTurn): CardAction | null {
  const { intent, text } = conversation.heard;
  return intent ?? parts.understanding.wishIn(parts.questions.read(text, conversation.t.locale));
}
