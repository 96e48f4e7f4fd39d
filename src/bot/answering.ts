import type { TurnContext } from 'botbuilder';
import { answerCard, questionChoicesCard } from '../../cards/answer-card.ts';
import { chooseAnswer, decideFit, mostOthers, type Question } from '../domain/questions.ts';
import type { Journal } from '../ports/journal.ts';
import type { QuestionIndex } from '../ports/question-index.ts';
import type { ConversationRecord } from './conversation-record.ts';
import type { TurnTalk } from './turn-talk.ts';

/** What answering a typed question needs. */
export interface Asking {
  readonly context: TurnContext;
  readonly record: ConversationRecord;
  readonly talk: TurnTalk;
  readonly questions: QuestionIndex;
  readonly journal: Journal;
}

/** Answers a typed question when one fits well. False when none does; nothing was said then. */
export async function answerTyped(asking: Asking): Promise<boolean> {
  const { talk, questions, journal } = asking;
  const choice = chooseAnswer(questions.find(talk.heard.text, talk.t.locale));
  if (choice.kind !== 'answer') return false;
  journal.note({ event: 'question.asked', found: choice.id });
  return answerById(asking, choice.id, choice.others);
}

/** Offers questions that look like what was typed. False when none does. */
export async function offerTyped({ talk, questions }: Asking): Promise<boolean> {
  const choice = chooseAnswer(questions.find(talk.heard.text, talk.t.locale));
  if (choice.kind !== 'perhaps') return false;
  const offered = choice.ids.flatMap((id) => questions.get(id, talk.t.locale) ?? []);
  if (offered.length === 0) return false;
  await talk.show(questionChoicesCard({ questions: offered, because: 'perhaps' }, talk.t));
  return true;
}

/** Shows one answer; `others` are kept for when it does not help. False when the question is gone. */
export async function answerById(asking: Asking, id: string, others: readonly string[] = []): Promise<boolean> {
  const { talk, record, questions } = asking;
  const question = questions.get(id, talk.t.locale);
  if (question === null) return false;
  explainOldName(asking);
  record.otherAnswers = [...others];
  await talk.show(answerCard({ question, fit: fitOf(question, talk) }, talk.t));
  return true;
}

/** After "no, that did not help": up to three others, once. False when there are none, so a person is next. */
export async function offerOthers({ talk, record, questions }: Asking): Promise<boolean> {
  const others = record.otherAnswers.slice(0, mostOthers).flatMap((id) => questions.get(id, talk.t.locale) ?? []);
  record.otherAnswers = [];
  if (others.length === 0) return false;
  await talk.show(questionChoicesCard({ questions: others, because: 'others' }, talk.t));
  return true;
}

/** An old product name is explained the first time somebody uses it. */
function explainOldName({ talk, record, questions }: Asking): void {
  const found = questions.explainOldName(talk.heard.text, talk.t.locale);
  if (found === null || record.explainedNames.includes(found.was)) return;
  record.explainedNames = [...record.explainedNames, found.was].slice(-explainedMax);
  talk.lead(talk.t('card.answer.old-name', { was: found.was, now: found.now, explanation: found.explanation }));
}

const explainedMax = 50;

function fitOf(question: Question, talk: TurnTalk) {
  const { facts } = talk.journey;
  return facts === null ? ('everybody' as const) : decideFit(question, facts, talk.now());
}
