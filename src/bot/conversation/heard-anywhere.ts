import { acceptFormCard, acceptRequestCard } from '../../../cards/accept-request-card.ts';
import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { adminRequestCard } from '../../../cards/admin-request-card.ts';
import type { ActionOf } from '../../../cards/card-action.ts';
import { deleteMyDataCard } from '../../../cards/delete-my-data-card.ts';
import { helpCard } from '../../../cards/help-card.ts';
import { languageCard } from '../../../cards/language-card.ts';
import { noticeCard } from '../../../cards/notice-card.ts';
import { reminderSetCard } from '../../../cards/reminder-set-card.ts';
import { stepCard } from '../../../cards/step-card.ts';
import { talkToPersonCard } from '../../../cards/talk-to-person-card.ts';
import { topicCard } from '../../../cards/topic-card.ts';
import { verdictReasonCard } from '../../../cards/verdict-reason-card.ts';
import type { DialogId, Goal } from '../../../dialogs/conversation-context.ts';
import type { SignInOptions } from '../../../dialogs/goals.ts';
import { summarise } from '../../../dialogs/summary.ts';
import { hasBothAlready, scenarioOf, verdictOf } from '../../../dialogs/verdicts.ts';
import { type AcceptanceRefusal, readAcceptance, type TypedAcceptance } from '../../domain/acceptance.ts';
import { canRemindIn, makeReminder, makeWatch, remindAtMostDays, watchAtMostDays } from '../../domain/reminders.ts';
import type { TopicId } from '../../domain/steps.ts';
import { nameOwnTenant } from '../../domain/tenants.ts';
import { dayReader } from '../../i18n/day-reader.ts';
import type { WhyId } from '../../i18n/words.ts';
import { SignInUnavailable } from '../../ports/sign-in-service.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import { clearTrail, forgetMisses, moveBackTo, setConfirming, setReminder } from '../record/conversation-changes.ts';
import { conversationKey } from '../record/conversation-record.ts';
import { makeRequest, requestUrl, whatToAsk, whoAsks } from './admin-asking.ts';
import { offerHandOver } from './hand-over.ts';
import { leaveTicketFor } from './ticket-intents.ts';
import { answerById, noteQuestion, offerOthers, sayBeside, sayNoAnswer, showBeside } from './typed-questions.ts';

/** What people may ask for at any time, sign-in included. Where a question was open, it is asked again afterwards. */

/** Begins a goal. Without a sign-in it begins with why one helps. */
export async function startGoal(turn: ConversationTurn, goal: Goal): Promise<true> {
  leaveTicketFor(turn, goal);
  forgetMisses(turn.record);
  turn.conversation.startGoal(goal);
  await turn.dialogs.begin(turn.context, 'explain-sign-in');
  return true;
}

/** Shows what is there. In the middle of a route that stays the goal: its ticks are kept, and its next step is one press away. */
export async function showStatus(turn: ConversationTurn): Promise<true> {
  const { context, conversation, dialogs, record } = turn;
  if (conversation.progress.goal?.kind !== 'scenario') return startGoal(turn, { kind: 'status' });
  forgetMisses(record);
  await dialogs.begin(context, 'explain-sign-in', { leadsTo: 'status' } satisfies SignInOptions);
  return true;
}

/** An administrator opens somebody's request. */
export function openRequest(turn: ConversationTurn, { id }: ActionOf<'open-request'>): Promise<true> {
  return startGoal(turn, { kind: 'admin-request', requestId: id });
}

/** Begins a sign-in; without a goal, it leads to the status. */
export async function signInFromAnywhere({ context, record, conversation, dialogs }: ConversationTurn): Promise<true> {
  if (record.progress.goal === null) conversation.startGoal({ kind: 'status' });
  await dialogs.begin(context, 'sign-in');
  return true;
}

/** Where no sign-in is asked for, there is none to do without: the open question comes again. */
export async function goOnWithoutSignIn(turn: ConversationTurn): Promise<true> {
  await turn.conversation.say('sign-in-cancelled');
  return turn.askAgain();
}

/** Reads again for the goal that the person has, from a question that has nothing to read. */
export async function checkAnywhere(turn: ConversationTurn): Promise<true> {
  const { context, conversation, dialogs } = turn;
  if (conversation.progress.goal === null) return sayNothingToCheck(turn);
  await dialogs.begin(context, 'explain-sign-in');
  return true;
}

/** Shows the steps of the scenario, from a question that has none. */
export async function showStepsAnywhere(turn: ConversationTurn): Promise<true> {
  const { context, conversation, dialogs } = turn;
  if (conversation.progress.goal?.kind !== 'scenario') return sayNothingToCheck(turn);
  await dialogs.begin(context, 'steps');
  return true;
}

async function sayNothingToCheck(turn: ConversationTurn): Promise<true> {
  await turn.conversation.say('nothing-to-check');
  return turn.askAgain();
}

/** Says what the bot can do. */
export async function showHelp(turn: ConversationTurn): Promise<true> {
  await showBeside(turn, helpCard({}, turn.conversation.t));
  return true;
}

/** Tells about one topic. */
export async function showTopic(turn: ConversationTurn, { topic }: ActionOf<'show-topic'>): Promise<true> {
  await showBeside(turn, topicFor(turn, topic));
  return true;
}

/** One topic; what people copy from it is about their own route. */
export function topicFor({ conversation }: ConversationTurn, topic: TopicId): AdaptiveCard {
  const { facts } = conversation.progress;
  const tenant = facts === null ? '' : nameOwnTenant(facts);
  return topicCard({ topic, scenario: scenarioOf(conversation), tenant }, conversation.t);
}

/** Shows one step by itself, whichever way the person goes. */
export async function showStep(turn: ConversationTurn, { step }: ActionOf<'show-step'>): Promise<true> {
  await showBeside(turn, stepCard({ step }, turn.conversation.t));
  return true;
}

/** Answers a question that was chosen from several. */
export async function showQuestion(
  turn: ConversationTurn,
  { id, asked = '' }: ActionOf<'ask-question'>,
): Promise<true> {
  return (await answerById(turn, id, { asked })) || turn.askAgain();
}

/** Says why something is asked: what the button names, else what is asked right now. Below a verdict, it says why that came out. */
export async function explainWhy(turn: ConversationTurn, { about }: ActionOf<'why-do-you-ask'>): Promise<true> {
  const { conversation, record } = turn;
  if (conversation.heard.how === 'words' && (await giveReason(turn))) return true;
  conversation.messages.explain(conversation.heard.how === 'press' ? about : whyOf(record.dialogId));
  return turn.askAgain();
}

/** Says what is in the way and why, without the verdict again. False where none is shown, or nothing is in the way. */
async function giveReason(turn: ConversationTurn): Promise<boolean> {
  const { conversation, dialogs, record } = turn;
  const { goal, facts } = conversation.progress;
  if (goal?.kind !== 'scenario' || facts === null || !dialogs.waitsIn(record.dialogs, 'verdict')) return false;
  const verdict = verdictOf(conversation, goal.scenario, facts);
  if (verdict.blockers.length === 0) return false;
  conversation.messages.keepOlderCards();
  await conversation.show(verdictReasonCard({ verdict }, conversation.t));
  return true;
}

/** Offers the languages. */
export async function showLanguages({ conversation }: ConversationTurn): Promise<true> {
  await conversation.show(languageCard({}, conversation.t));
  return true;
}

/** Changes the language. */
export async function setLanguage(turn: ConversationTurn, { locale }: ActionOf<'set-language'>): Promise<true> {
  turn.conversation.speak(locale);
  await turn.conversation.say('language-set');
  return turn.askAgain();
}

/** Asks whether everything that is kept about this person may go. */
export async function confirmDeletion({ conversation, record }: ConversationTurn): Promise<true> {
  setConfirming(record, 'delete-my-data');
  await conversation.show(deleteMyDataCard({}, conversation.t));
  return true;
}

/** Deletes it. Typed where nothing asks for it, it asks first: only the button stands below what is going to be deleted. */
export async function deleteNow(turn: ConversationTurn): Promise<true> {
  if (turn.conversation.heard.how === 'words') return confirmDeletion(turn);
  turn.erase();
  return true;
}

/** Stops what was going on. The goal and its ticks are kept, and whoever ticked something is told so. */
export async function cancel(turn: ConversationTurn): Promise<true> {
  const { plan } = turn.conversation.progress;
  await turn.conversation.say((plan?.done.length ?? 0) === 0 ? 'cancelled' : 'cancelled-with-ticks');
  return showMenu(turn);
}

/** Drops the goal, its ticks and the way back. */
export async function startOver(turn: ConversationTurn): Promise<true> {
  turn.conversation.startGoal(null);
  clearTrail(turn.record);
  await turn.conversation.say('started-over');
  return showMenu(turn);
}

/** Offers what the bot can help with. */
export async function showMenu({ context, dialogs }: ConversationTurn): Promise<true> {
  await dialogs.begin(context, 'choose-scenario');
  return true;
}

/** Takes back a reminder. */
export async function stopReminding(turn: ConversationTurn): Promise<true> {
  const { conversation, record } = turn;
  await conversation.say(record.reminder === null ? 'no-reminders' : 'reminders-stopped');
  setReminder(record, null);
  return turn.askAgain();
}

/** The reason behind the question that is open. */
function whyOf(dialogId: DialogId | null): WhyId {
  switch (dialogId) {
    case 'explain-sign-in':
    case 'sign-in':
      return 'sign-in';
    case 'step-up':
      return 'step-up';
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

/** Signs out and starts over, but keeps the person's progress. */
export async function signOut({ context, record, conversation, dialogs }: ConversationTurn): Promise<true> {
  try {
    await conversation.signIn.signOut();
  } catch (fault) {
    if (!(fault instanceof SignInUnavailable)) throw fault;
    conversation.note({ event: 'sign-in.unavailable', status: fault.status });
    await conversation.show(
      noticeCard({ message: 'still-signed-in', actions: [{ do: 'sign-out' }, { do: 'show-menu' }] }, conversation.t),
    );
    return true;
  }
  clearTrail(record);
  await dialogs.begin(context, 'choose-scenario', { greeting: 'after-sign-out' });
  return true;
}

/** Dialogs that pass by themselves for somebody who is signed in: going back to one would lead straight forward again. */
const passedBy: readonly DialogId[] = ['explain-sign-in', 'sign-in', 'step-up', 'check', 'resume'];

/** Shows the question before this one. */
export async function goBack({ context, record, conversation, dialogs }: ConversationTurn): Promise<true> {
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

/** Whether an answer helped. If not, others are offered, and then a person. */
export async function afterAnswer(
  turn: ConversationTurn,
  { id, helped, asked = '' }: ActionOf<'answer-helped'>,
): Promise<true> {
  await noteQuestion(turn, { outcome: helped ? 'helped' : 'did-not-help', found: id, asked });
  if (helped) {
    forgetMisses(turn.record);
    return sayBeside(turn, 'glad-it-helped');
  }
  if (await offerOthers(turn, asked)) return true;
  return talkToPerson(turn, { asked });
}

/** Nothing that was offered was meant: a person is next. */
export async function noneOfThese(turn: ConversationTurn, { asked = '' }: ActionOf<'none-of-these'>): Promise<true> {
  return sayNoAnswer(turn, 'no-answer', { asked, outcome: 'none-of-these' });
}

/**
 * The one way to a person, from a button, a typed word and an answer that did not help: a helpdesk gets what is known so far;
 * without one, a card says where people are.
 */
export async function talkToPerson(
  turn: ConversationTurn,
  { asked = '' }: Pick<ActionOf<'talk-to-person'>, 'asked'> = {},
): Promise<true> {
  forgetMisses(turn.record);
  if (await offerHandOver(turn, asked)) return true;
  await showPerson(turn);
  return turn.askAgain();
}

function showPerson({ conversation, parts: { contact } }: ConversationTurn): Promise<void> {
  const summary = inOneLine(summarise(conversation));
  return conversation.show(talkToPersonCard(summary === '' ? { contact } : { contact, summary }, conversation.t));
}

/** A card has no room for lines of their own. */
function inOneLine(text: string): string {
  return text.replaceAll('\n- ', ' ').replaceAll('\n', ' ');
}

/** Promises to check again, or to remind. There must be something to check. */
export async function remindLater(turn: ConversationTurn, { when }: ActionOf<'remind-me'>): Promise<true> {
  const { record, conversation } = turn;
  const { goal, factsBefore } = conversation.progress;
  if (goal?.kind !== 'scenario' || (when === 'when-visible' && factsBefore === null)) return sayNothingToCheck(turn);
  if (hasBothAlready(conversation, goal.scenario)) {
    await turn.dialogs.begin(turn.context, 'verdict');
    return true;
  }
  const now = conversation.now();
  const wanted = when === 'tomorrow' ? wantedDay(turn) : { inDays: 0, hasHour: false };
  if (wanted === null) return askForDay(turn);
  const { inDays, hasHour: namesHour } = wanted;
  const reminder = inDays > 0 ? makeReminder(goal.scenario, inDays, now) : makeWatch(goal.scenario, now);
  setReminder(record, reminder);
  await conversation.facts.remindAt(reminder.dueAt);
  const view =
    inDays > 0
      ? ({ when: 'on-day', date: reminder.dueAt, namesHour } as const)
      : ({ when: 'when-visible', date: dayAhead(now, watchAtMostDays), namesHour } as const);
  await conversation.show(reminderSetCard(view, conversation.t));
  return true;
}

/** The day that is named; tomorrow where none is. Null for what cannot be promised. */
function wantedDay({ conversation }: ConversationTurn): { readonly inDays: number; readonly hasHour: boolean } | null {
  const { heard } = conversation;
  const said = heard.how === 'words' ? dayReader().read(heard.text, conversation.now()) : ({ kind: 'none' } as const);
  if (said.kind === 'none') return { inDays: 1, hasHour: false };
  return said.kind === 'day' && canRemindIn(said.inDays) ? said : null;
}

/** Says which days can be promised, and waits for one. */
async function askForDay(turn: ConversationTurn): Promise<true> {
  const { conversation } = turn;
  const date = conversation.t.date(dayAhead(conversation.now(), remindAtMostDays));
  return sayBeside(turn, 'which-day', [], { date });
}

function dayAhead(now: number, days: number): string {
  return new Date(now + days * 86_400_000).toISOString();
}

/** Makes a text that the person can forward to an administrator, with a request that only one of their tenant can answer. */
export async function askAdmin(turn: ConversationTurn): Promise<true> {
  const { context, conversation, dialogs, parts } = turn;
  const asking = whatToAsk(conversation);
  switch (asking.kind) {
    case 'nothing-to-check':
      return sayNothingToCheck(turn);
    case 'acceptor':
      return showAcceptForm(turn, nothingTyped);
    case 'no-role-needed':
      // Where no role helps, the verdict says who or what does.
      await conversation.say('no-role-needed');
      await dialogs.begin(context, 'verdict');
      return true;
    case 'administrator': {
      const view = await makeRequest(asking, { conversation: conversationKey(context) }, parts);
      await conversation.show(adminRequestCard(view, conversation.t));
      return true;
    }
  }
}

const nothingTyped: TypedAcceptance = { targetTenant: '', acceptLink: '' };

/**
 * Makes a text for the administrator who accepts a subscription in another tenant. Which tenant, and the portal's link, come from
 * the card; without them, it asks. What is refused stays on the card, so that nothing is typed twice.
 */
export async function askAcceptor(
  turn: ConversationTurn,
  { targetTenant, acceptLink }: ActionOf<'ask-acceptor'>,
): Promise<true> {
  const { context, conversation, parts } = turn;
  const { goal, facts } = conversation.progress;
  if (goal?.kind !== 'scenario' || goal.scenario !== 'join' || facts === null) return sayNothingToCheck(turn);
  const { steps, checks } = verdictOf(conversation, goal.scenario, facts);
  if (!steps.includes('join-send-request')) return askAdmin(turn);
  if (targetTenant === undefined && acceptLink === undefined) return showAcceptForm(turn, nothingTyped);
  const typed = { targetTenant: targetTenant ?? '', acceptLink: acceptLink ?? '' };
  const read = readAcceptance(typed, facts.identity.tenantId);
  if (read.kind === 'refused') return showAcceptForm(turn, typed, read.because);
  const { targetTenantId, acceptance } = read;
  const request = await parts.adminRequests.make(
    { ...whoAsks(facts), tenantId: targetTenantId, scenario: goal.scenario, acceptance },
    { conversation: conversationKey(context) },
  );
  const { id, expiresAt } = request;
  // Where nobody saw Azure here, it may come from another tenant.
  const isFromHere = checks.some((check) => check.id === 'has-azure' && check.answer === 'yes');
  const view = {
    tenant: isFromHere ? nameOwnTenant(facts) : '',
    targetTenantId,
    link: acceptance.link,
    code: id,
    expiresAt,
  };
  await conversation.show(acceptRequestCard({ ...view, url: requestUrl(parts, id) }, conversation.t));
  return true;
}

async function showAcceptForm(
  { conversation }: ConversationTurn,
  typed: TypedAcceptance,
  because: AcceptanceRefusal | null = null,
): Promise<true> {
  await conversation.show(acceptFormCard({ typed, because }, conversation.t));
  return true;
}
