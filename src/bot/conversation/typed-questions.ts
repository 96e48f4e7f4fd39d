import { answerCard, questionChoicesCard } from '../../../cards/answer-card.ts';
import { chooseAnswer, decideFit, mostOthers, type Question } from '../../domain/questions.ts';
import type { ConversationTurn, TurnConversation } from '../context/conversation-turn.ts';
import { keepOtherAnswers, rememberExplainedName } from '../record/conversation-changes.ts';

/** Answers a typed question when one fits well. False when none does; nothing was said then. */
export async function answerTyped(turn: ConversationTurn): Promise<boolean> {
  const {
    conversation,
    parts: { questions, journal },
  } = turn;
  const choice = chooseAnswer(questions.find(conversation.heard.text, conversation.t.locale));
  if (choice.kind !== 'answer') return false;
  journal.note({ event: 'question.asked', found: choice.id });
  return answerById(turn, choice.id, choice.others);
}

/** Offers questions that look like what was typed. False when none does. */
export async function offerTyped({ conversation, parts: { questions } }: ConversationTurn): Promise<boolean> {
  const choice = chooseAnswer(questions.find(conversation.heard.text, conversation.t.locale));
  if (choice.kind !== 'perhaps') return false;
  const offered = choice.ids.flatMap((id) => questions.get(id, conversation.t.locale) ?? []);
  if (offered.length === 0) return false;
  await conversation.show(questionChoicesCard({ questions: offered, because: 'perhaps' }, conversation.t));
  return true;
}

/** Shows one answer; `others` are kept for when it does not help. False when the question is gone. */
export async function answerById(turn: ConversationTurn, id: string, others: readonly string[] = []): Promise<boolean> {
  const {
    conversation,
    record,
    parts: { questions },
  } = turn;
  const question = questions.get(id, conversation.t.locale);
  if (question === null) return false;
  explainOldName(turn);
  keepOtherAnswers(record, others);
  const { t } = conversation;
  const onlyIn = question.locale === t.locale ? null : question.locale;
  await conversation.show(answerCard({ question, fit: fitOf(question, conversation), onlyIn }, t));
  return true;
}

/** After "no, that did not help": up to three others, once. False when there are none, so a person is next. */
export async function offerOthers({ conversation, record, parts: { questions } }: ConversationTurn): Promise<boolean> {
  const others = record.otherAnswers
    .slice(0, mostOthers)
    .flatMap((id) => questions.get(id, conversation.t.locale) ?? []);
  keepOtherAnswers(record, []);
  if (others.length === 0) return false;
  await conversation.show(questionChoicesCard({ questions: others, because: 'others' }, conversation.t));
  return true;
}

/** An old product name is explained the first time somebody uses it. */
function explainOldName({ conversation, record, parts: { questions } }: ConversationTurn): void {
  const found = questions.explainOldName(conversation.heard.text, conversation.t.locale);
  if (found === null || record.explainedNames.includes(found.was)) return;
  rememberExplainedName(record, found.was);
  conversation.messages.lead(
    conversation.t('card.answer.old-name', { was: found.was, now: found.now, explanation: found.explanation }),
  );
}

function fitOf(question: Question, conversation: TurnConversation) {
  const { facts } = conversation.progress;
  return facts === null ? ('everybody' as const) : decideFit(question, facts, conversation.now());
}
