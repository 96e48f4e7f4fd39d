import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { type AnswerOffer, type AnswerView, answerCard, questionChoicesCard } from '../../../cards/answer-card.ts';
import { type CardAction, carried } from '../../../cards/card-action.ts';
import { entraCodeWords } from '../../../cards/entra-code-words.ts';
import { type NoticeView, noticeCard } from '../../../cards/notice-card.ts';
import type { EntraCode } from '../../domain/entra-codes.ts';
import { decideFit, decideVariant, isQuestionId, type NextStep, type Question } from '../../domain/questions.ts';
import { viewStatus } from '../../domain/status.ts';
import { nameOwnTenant } from '../../domain/tenants.ts';
import { mostOffered } from '../../domain/understood.ts';
import type { TitledMessageId } from '../../i18n/words.ts';
import type { EndedQuestion } from '../../ports/question-log.ts';
import type { ConversationTurn, TurnConversation } from '../context/conversation-turn.ts';
import { typedText } from '../input/hearing.ts';
import { keepOtherAnswers, rememberExplainedName, rememberLastAnswer } from '../record/conversation-changes.ts';
import { conversationKey } from '../record/conversation-record.ts';

/** Shows one answer; `others` are kept for when it does not help. False when the question is gone. */
export async function answerById(
  turn: ConversationTurn,
  id: string,
  { others = [], asked }: { readonly others?: readonly string[]; readonly asked: string },
): Promise<boolean> {
  const {
    conversation,
    record,
    parts: { questions },
  } = turn;
  const question = questions.get(id, conversation.t.locale);
  if (question === null) return false;
  await noteQuestion(turn, { outcome: conversation.heard.how === 'press' ? 'chosen' : 'answer', found: id, asked });
  explainOldName(turn);
  keepOtherAnswers(record, others);
  rememberLastAnswer(record, id);
  const { t } = conversation;
  const onlyIn = question.locale === t.locale ? null : question.locale;
  const next = offersAfter(question, turn);
  await showBeside(turn, answerCard({ ...answerFor(question, conversation), onlyIn, asked, next }, t));
  return true;
}

/** What the entry leads to, without the route or the status that the person is at already. */
function offersAfter({ next }: Question, { conversation, parts: { questions } }: ConversationTurn): AnswerOffer[] {
  const { goal } = conversation.progress;
  const here = goal?.kind === 'scenario' ? `route:${goal.scenario}` : goal?.kind;
  return next.flatMap((step): AnswerOffer[] => {
    if (step === here) return [];
    if (!isQuestionId(step)) return [{ kind: 'step', step }];
    const related = questions.get(step, conversation.t.locale);
    return related === null ? [] : [{ kind: 'question', id: step, title: related.title }];
  });
}

/** Tells what a code of Entra means and what to do. */
export async function answerCode(turn: ConversationTurn, { code, reason }: EntraCode, asked: string): Promise<true> {
  const { conversation, record } = turn;
  const { t } = conversation;
  await noteQuestion(turn, { outcome: 'answer', found: null, asked });
  keepOtherAnswers(record, []);
  const { meaning, wayOut } = entraCodeWords(reason, t);
  await showBeside(
    turn,
    noticeCard(
      {
        message: 'entra-code',
        values: { code, meaning, wayOut },
        actions: [{ do: 'talk-to-person', ...carried(asked) }, { do: 'carry-on' }, { do: 'show-menu' }],
      },
      t,
    ),
  );
  return true;
}

/** Offers what may have been meant: questions, and something that the bot could do. */
export async function offerChoices(
  turn: ConversationTurn,
  { wish, ids }: { readonly wish: CardAction | null; readonly ids: readonly string[] },
): Promise<boolean> {
  const {
    conversation,
    record,
    parts: { questions },
  } = turn;
  const offered = ids.flatMap((id) => questions.get(id, conversation.t.locale) ?? []);
  if (offered.length === 0 && wish === null) return false;
  // A typed number chooses among them, as they stand on the card.
  keepOtherAnswers(record, [...stepsTo(wish), ...offered.map(({ id }) => id)]);
  const asked = askedIn(turn);
  await noteQuestion(turn, { outcome: 'did-you-mean', found: null, asked });
  await showBeside(turn, questionChoicesCard({ questions: offered, wish, because: 'perhaps', asked }, conversation.t));
  return true;
}

/** What the bot could do instead, as the step that its button leads to. */
function stepsTo(wish: CardAction | null): readonly NextStep[] {
  if (wish?.do === 'choose-scenario') return [`route:${wish.scenario}`];
  return wish?.do === 'show-status' ? ['status'] : [];
}

/** Says that no answer is known, and offers a person. */
export async function sayNoAnswer(
  turn: ConversationTurn,
  because: Extract<TitledMessageId, 'no-answer' | 'off-topic'>,
  { asked, outcome }: Pick<EndedQuestion, 'asked'> & { readonly outcome: 'none' | 'off-topic' | 'none-of-these' },
): Promise<true> {
  const { conversation } = turn;
  await noteQuestion(turn, { outcome, found: null, asked });
  conversation.miss();
  await showBeside(
    turn,
    noticeCard(
      {
        message: because,
        actions: [{ do: 'talk-to-person', ...carried(asked) }, { do: 'carry-on' }, { do: 'show-menu' }],
      },
      conversation.t,
    ),
  );
  return true;
}

/** After "no, that did not help": up to three others, once. False when there are none, so a person is next. */
export async function offerOthers(turn: ConversationTurn, asked: string): Promise<boolean> {
  const {
    conversation,
    record,
    parts: { questions },
  } = turn;
  const others = record.otherAnswers
    .flatMap((id) => questions.get(id, conversation.t.locale) ?? [])
    .slice(0, mostOffered);
  // A typed number chooses among them; whichever is chosen, it has no others.
  keepOtherAnswers(
    record,
    others.map(({ id }) => id),
  );
  if (others.length === 0) return false;
  await showBeside(
    turn,
    questionChoicesCard({ questions: others, wish: null, because: 'others', asked }, conversation.t),
  );
  return true;
}

/** Says something short beside the open question, which keeps its buttons and is not repeated. */
export async function sayBeside(
  turn: ConversationTurn,
  message: TitledMessageId,
  first: NonNullable<NoticeView['actions']> = [],
  values: NonNullable<NoticeView['values']> = {},
): Promise<true> {
  const actions = [...first, { do: 'carry-on' }, { do: 'show-menu' }] as const;
  await showBeside(turn, noticeCard({ message, values, actions }, turn.conversation.t));
  return true;
}

/** Nothing is repeated below an answer, so the open question stands above it. Its buttons keep working. */
export async function showBeside({ conversation }: ConversationTurn, card: AdaptiveCard): Promise<void> {
  conversation.messages.keepOlderCards();
  await conversation.show(card);
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

/** The answer for this person, as far as their facts are known, whether it is about them, and what of the facts answers it. */
function answerFor(question: Question, conversation: TurnConversation): Pick<AnswerView, 'question' | 'fit' | 'own'> {
  const { facts } = conversation.progress;
  if (facts === null) return { question, fit: 'everybody' };
  const own =
    question.facts.length === 0
      ? null
      : { status: viewStatus(facts, conversation.circumstances), parts: question.facts };
  const variant = decideVariant(question, facts, conversation.now());
  if (variant === null) return { question, own, fit: decideFit(question, facts, conversation.now()) };
  return { question: { ...question, paragraphs: variant.paragraphs }, own, fit: 'yes' };
}

/** What the person typed in this turn; empty for a press. */
export function askedIn({ context, conversation }: ConversationTurn): string {
  return conversation.heard.how === 'words' ? typedText(context.activity) : '';
}

/** How a question ended goes into the log and is counted: the outcome and the entry, never the words. */
export async function noteQuestion(
  turn: ConversationTurn,
  { outcome, found, asked }: Pick<EndedQuestion, 'outcome' | 'found' | 'asked'>,
): Promise<void> {
  const { context, record, parts } = turn;
  parts.journal.note({ event: 'question.asked', outcome, found });
  await parts.questionLog.note({
    outcome,
    found,
    asked,
    locale: record.locale,
    names: namesIn(turn),
    conversation: conversationKey(context),
    activityId: context.activity.id ?? '',
  });
}

/** Names of the person and their tenant, as far as they are known. */
export function namesIn({ context, conversation }: ConversationTurn): readonly string[] {
  const { facts } = conversation.progress;
  const profile = facts?.profile.kind === 'known' ? facts.profile.value.displayName : null;
  const names = [context.activity.from.name, profile, facts === null ? null : nameOwnTenant(facts)];
  return names.filter((name) => typeof name === 'string');
}
