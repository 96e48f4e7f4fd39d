import { adminRequestCard } from '../../../cards/admin-request-card.ts';
import type { CardAction } from '../../../cards/card-action.ts';
import { deleteMyDataCard } from '../../../cards/delete-my-data-card.ts';
import { helpCard } from '../../../cards/help-card.ts';
import { languageCard } from '../../../cards/language-card.ts';
import { reminderSetCard } from '../../../cards/reminder-set-card.ts';
import { talkToPersonCard } from '../../../cards/talk-to-person-card.ts';
import { topicCard } from '../../../cards/topic-card.ts';
import type { DialogId } from '../../../dialogs/conversation-context.ts';
import { goalOf } from '../../../dialogs/goals.ts';
import { summarise } from '../../../dialogs/summary.ts';
import { verdictOf } from '../../../dialogs/verdicts.ts';
import { makeReminder, watchAtMostDays } from '../../domain/reminders.ts';
import { nameOwnTenant } from '../../domain/tenants.ts';
import type { WhyId } from '../../i18n/words.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import type { Input } from '../input/hearing.ts';
import { clearTrail, moveBackTo, setConfirming, setReminder } from '../record/conversation-changes.ts';
import { conversationKey } from '../record/conversation-key.ts';
import { answerById, answerTyped, offerOthers, offerTyped } from './answering.ts';
import { grantTicketWish, leaveTicketFor, settleAsking } from './ticket-intents.ts';

/**
 * Handles what people may say at any time, sign-in included: help, background, another language, back, repeat, cancel,
 * another goal, a person. Afterwards the question that was open is asked again. False when it is for the dialog.
 */
export async function interrupt(turn: ConversationTurn, input: Input & { readonly kind: 'answer' }): Promise<boolean> {
  const { conversation } = turn;
  if (await settleDeletion(turn)) return true;
  if (await settleAsking(turn)) return true;
  if (input.smallTalk !== null) {
    await conversation.say(input.smallTalk);
    await turn.askAgain();
    return true;
  }
  if (conversation.heard.intent !== null) return grant(turn, conversation.heard.intent);
  if (conversation.heard.text === '' || isCode(turn)) return false;
  return hearSentence(turn);
}

/** What waited for a yes waits for this answer only. A plain yes to it never reaches the question that was open before. */
async function settleDeletion(turn: ConversationTurn): Promise<boolean> {
  const { record, conversation, parts } = turn;
  const { confirming } = record;
  setConfirming(record, null);
  if (confirming === null) return false;
  const { intent, text } = conversation.heard;
  const loosely = intent === null ? parts.understanding.loosely(text) : null;
  const answer = loosely?.kind === 'wish' ? loosely.intent.do : intent?.do;
  if (answer === 'yes') {
    turn.erase();
    return true;
  }
  if (answer !== 'no' && answer !== 'cancel') return false;
  await conversation.say('data-kept');
  return turn.askAgain();
}

/** A phrase in a very short sentence, else a question with a good answer, else a phrase in a short sentence, else a guess. */
async function hearSentence(turn: ConversationTurn): Promise<boolean> {
  if (wordsIn(turn.conversation.heard.text) <= phraseWords && (await grantLoosely(turn))) return true;
  if (await answerTyped(turn)) return true;
  if (await grantLoosely(turn)) return true;
  return offerTyped(turn);
}

const phraseWords = 3;

async function grantLoosely(turn: ConversationTurn): Promise<boolean> {
  const { conversation, parts } = turn;
  const understood = parts.understanding.loosely(conversation.heard.text);
  if (understood.kind !== 'wish') return false;
  conversation.heard = { ...conversation.heard, intent: understood.intent };
  if (await grant(turn, understood.intent)) return true;
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

async function grant(turn: ConversationTurn, intent: CardAction): Promise<boolean> {
  const { context, record, conversation, dialogs, parts } = turn;
  const goal = goalOf(intent);
  if (goal !== null && !(record.dialogId === 'agreement' && intent.do === 'not-sure')) {
    leaveTicketFor(turn, goal);
    conversation.startGoal(goal);
    await dialogs.begin(context, 'explain-sign-in');
    return true;
  }
  if (parts.tickets !== undefined && (await grantTicketWish(turn, intent))) return true;
  switch (intent.do) {
    case 'show-help':
      await conversation.show(helpCard({}, conversation.t));
      return turn.askAgain();
    case 'show-topic':
      if (record.dialogId === 'agreement' && intent.topic === 'enterprise-agreement') return false;
      await conversation.show(topicCard({ topic: intent.topic }, conversation.t));
      return turn.askAgain();
    case 'talk-to-person':
      await conversation.show(talkToPersonCard(personView(turn), conversation.t));
      return turn.askAgain();
    case 'why-do-you-ask':
      await conversation.messages.explain(conversation.heard.how === 'press' ? intent.about : whyOf(record.dialogId));
      return turn.askAgain();
    case 'show-language':
      await conversation.show(languageCard({}, conversation.t));
      return true;
    case 'set-language':
      conversation.speak(intent.locale);
      await conversation.say('language-set');
      return turn.askAgain();
    case 'sign-out':
      return signOut(turn);
    case 'delete-my-data':
      setConfirming(record, 'delete-my-data');
      await conversation.show(deleteMyDataCard({}, conversation.t));
      return true;
    case 'delete-my-data-now':
      turn.erase();
      return true;
    case 'carry-on':
      // Only the offer to carry on takes this itself; under any other card it means: back to the question.
      return dialogs.waitsIn(record.dialogs, 'resume') ? false : turn.askAgain();
    case 'repeat':
      return turn.askAgain();
    case 'back':
      return goBack(turn);
    case 'cancel':
      await conversation.say('cancelled');
      await dialogs.begin(context, 'choose-scenario');
      return true;
    case 'start-over':
      conversation.startGoal(null);
      clearTrail(record);
      await conversation.say('started-over');
      await dialogs.begin(context, 'choose-scenario');
      return true;
    case 'show-menu':
      await dialogs.begin(context, 'choose-scenario');
      return true;
    case 'remind-me':
      return remindLater(turn, intent.when);
    case 'stop-reminding':
      await conversation.say(record.reminder === null ? 'no-reminders' : 'reminders-stopped');
      setReminder(record, null);
      return turn.askAgain();
    case 'ask-admin':
      return askAdmin(turn);
    case 'open-request':
      leaveTicketFor(turn, { kind: 'admin-request', requestId: intent.id });
      conversation.startGoal({ kind: 'admin-request', requestId: intent.id });
      await dialogs.begin(context, 'explain-sign-in');
      return true;
    case 'ask-question':
      return (await answerById(turn, intent.id)) || turn.askAgain();
    case 'answer-helped':
      return afterAnswer(turn, intent.helped);
    case 'sign-in':
      return signInFromAnywhere(turn);
    default:
      return false;
  }
}

/** The reason behind the question that is open. */
function whyOf(dialogId: DialogId | null): WhyId {
  switch (dialogId) {
    case 'explain-sign-in':
    case 'sign-in':
      return 'sign-in';
    case 'agreement':
      return 'agreement';
    case 'join-confirmation':
      return 'confirm-join';
    case 'suggestion':
      return 'suggestion';
    default:
      return 'scenario';
  }
}

async function signOut({ context, record, conversation, dialogs }: ConversationTurn): Promise<true> {
  await conversation.signIn.signOut();
  clearTrail(record);
  await dialogs.begin(context, 'choose-scenario', { greeting: 'after-sign-out' });
  return true;
}

/** Dialogs that pass by themselves for somebody who is signed in: going back to one would lead straight forward again. */
const passedBy: readonly DialogId[] = ['explain-sign-in', 'sign-in', 'check', 'resume'];

async function goBack({ context, record, conversation, dialogs }: ConversationTurn): Promise<true> {
  const index = record.trail.findLastIndex((dialogId) => !passedBy.includes(dialogId));
  const before = record.trail[index];
  if (before === undefined) {
    await conversation.say('nothing-to-go-back-to');
    await dialogs.begin(context, 'choose-scenario');
    return true;
  }
  moveBackTo(record, index);
  await dialogs.begin(context, before);
  return true;
}

async function afterAnswer(turn: ConversationTurn, helped: boolean): Promise<boolean> {
  const { conversation } = turn;
  if (helped) {
    await conversation.say('glad-it-helped');
    return turn.askAgain();
  }
  if (await offerOthers(turn)) return true;
  if (await grantTicketWish(turn, { do: 'talk-to-person' })) return true;
  await conversation.show(talkToPersonCard(personView(turn), conversation.t));
  return true;
}

function personView({ conversation, parts }: ConversationTurn): { contact: string; summary?: string } {
  const summary = summarise(conversation);
  return summary === '' ? { contact: parts.contact } : { contact: parts.contact, summary };
}

/** Promises to look again, or to ask. There has to be something to look for. */
async function remindLater(turn: ConversationTurn, when: 'tomorrow' | 'when-visible'): Promise<boolean> {
  const { record, conversation } = turn;
  const { goal, factsBefore } = conversation.progress;
  if (goal?.kind !== 'scenario' || (when === 'when-visible' && factsBefore === null)) {
    await conversation.say('nothing-to-check');
    return turn.askAgain();
  }
  const reminder = makeReminder(goal.scenario, when === 'tomorrow' ? 'once' : 'watch', 'by-itself', conversation.now());
  setReminder(record, reminder);
  await conversation.facts.remindAt(reminder.dueAt);
  const lastDay = new Date(conversation.now() + watchAtMostDays * 86_400_000).toISOString();
  await conversation.show(
    reminderSetCard({ when, date: when === 'tomorrow' ? reminder.dueAt : lastDay }, conversation.t),
  );
  return true;
}

/** Makes a text that the person can forward to an administrator, with a request that only one of their tenant can answer. */
async function askAdmin(turn: ConversationTurn): Promise<boolean> {
  const { context, conversation, parts } = turn;
  const { goal, facts } = conversation.progress;
  if (goal?.kind !== 'scenario' || facts === null) {
    await conversation.say('nothing-to-check');
    return turn.askAgain();
  }
  const { personId, tenantId } = facts.identity;
  const requesterName = facts.profile.kind === 'known' ? (facts.profile.value.displayName ?? '') : '';
  const request = await parts.adminRequests.make(
    { tenantId, requesterId: personId, scenario: goal.scenario, requesterName },
    { conversation: conversationKey(context) },
  );
  const { blockers } = verdictOf(conversation, goal.scenario, facts);
  const url = parts.chatUrl === '' ? null : parts.chatUrl.replace('{request}', request.id);
  await conversation.show(
    adminRequestCard(
      {
        scenario: goal.scenario,
        tenant: nameOwnTenant(facts),
        blockers,
        code: request.id,
        url,
        expiresAt: request.expiresAt,
      },
      conversation.t,
    ),
  );
  return true;
}

/** Dialogs that ask for a sign-in take it themselves; anywhere else it starts one. */
async function signInFromAnywhere({ context, record, conversation, dialogs }: ConversationTurn): Promise<boolean> {
  if (record.dialogId === 'explain-sign-in' || record.dialogId === 'sign-in') return false;
  if (record.progress.goal === null) conversation.startGoal({ kind: 'status' });
  await dialogs.begin(context, 'sign-in');
  return true;
}
