import { noticeCard } from '../../../cards/notice-card.ts';
import type { DialogId, Reading } from '../../../dialogs/conversation-context.ts';
import { lacksSomething } from '../../../dialogs/recheck.ts';
import { endStepUp, withLastReading } from '../../../dialogs/step-up-dialog.ts';
import { tickWhereOpen } from '../../../dialogs/steps-dialog.ts';
import { hasBothAlready, scenarioOf } from '../../../dialogs/verdicts.ts';
import { errorName } from '../../domain/errors.ts';
import type { Facts } from '../../domain/facts.ts';
import { plainCopy } from '../../domain/json.ts';
import { compareFacts } from '../../domain/proof.ts';
import { type Recheck, type RecheckDialog, recheckLater } from '../../domain/recheck.ts';
import { decideReminder, isDue, type Reminder, type ReminderNews } from '../../domain/reminders.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { SignInUnavailable } from '../../ports/sign-in-service.ts';
import type { ConversationTurn } from '../context/conversation-turn.ts';
import type { ProactiveTrigger } from '../proactive/proactive-trigger.ts';
import { keepDialogs, setRecheck, setReminder } from '../record/conversation-changes.ts';
import type { ConversationPlace, ConversationRecord } from '../record/conversation-record.ts';
import { goBackTo, goWhereDue } from '../record/ticket-places.ts';
import { followTicketArrival, followTicketChange } from './ticket-follow-up.ts';

/** Continues a conversation: a reminder is due, an administrator has answered, or an answer was cut short. Says nothing when that is over by now. */
export async function followUp(turn: ConversationTurn, trigger: ProactiveTrigger): Promise<void> {
  switch (trigger.kind) {
    case 'reminder-due':
      return followReminderAnywhere(turn);
    case 'admin-answered':
      return followAnswer(turn, trigger.requestId);
    case 'recheck-due':
      return followRecheck(turn, trigger.dueAt);
    case 'step-up-ended':
      return followStepUp(turn, trigger);
    case 'ticket-arrived':
      return followTicketArrival(turn, trigger.ticketId);
    case 'ticket-changed':
      return followTicketChange(turn, trigger.ticketId);
    case 'ticked-in-tab':
      return followTick(turn, trigger);
    case 'ticket-news':
    case 'send-again':
      return;
  }
}

/**
 * The same tick as in the chat. The steps card follows where it is the last thing there; further up it refreshes itself, and
 * nobody who does something else gets a card that they did not ask for.
 */
async function followTick(
  { context, record, conversation, dialogs }: ConversationTurn,
  { step, done }: Extract<ProactiveTrigger, { kind: 'ticked-in-tab' }>,
): Promise<void> {
  if (!tickWhereOpen(conversation, step, done)) return;
  if (record.dialogId === 'steps' && record.stepsCardId !== null) await dialogs.begin(context, 'steps');
}

/** Reads for a recheck that is due, before its turn takes the conversation: nobody who types waits for a slow service twice. */
export async function readAhead(turn: ConversationTurn, dueAt: string): Promise<Reading | null> {
  const { record, conversation } = turn;
  const recheck = dueRecheck(record, dueAt);
  if (recheck === null || !stillWaitsAt(turn, recheck.dialogId)) return null;
  const purpose = scenarioOf(conversation) ?? 'status';
  return readOrNothing(turn, purpose);
}

/** Reads without anybody waiting for it. Null while the service that keeps sign-ins is away: the bot looks again later. */
async function readOrNothing(
  { conversation, parts }: ConversationTurn,
  purpose: Scenario | 'status',
): Promise<Reading | null> {
  try {
    return await conversation.facts.read(purpose);
  } catch (error) {
    if (error instanceof SignInUnavailable) parts.journal.note({ event: 'sign-in.unavailable', status: error.status });
    else parts.journal.note({ event: 'job.failed', error: errorName(error) });
    return null;
  }
}

/** After an incomplete answer: shows the whole answer once it is known, if its card is still the current one. */
async function followRecheck(turn: ConversationTurn, dueAt: string): Promise<void> {
  const { record, conversation, parts } = turn;
  const recheck = dueRecheck(record, dueAt);
  if (recheck === null) return;
  const outcome = decideRecheck(turn, recheck, turn.cause.reading);
  setRecheck(record, outcome.kind === 'again' ? outcome.recheck : null);
  // Kept, so that the same card shown again promises nothing more.
  if (outcome.kind === 'gave-up') setRecheck(record, { ...recheck, tries: recheck.tries + 1, dueAt: null });
  parts.journal.note({ event: 'recheck.done', dialog: recheck.dialogId, outcome: outcome.kind });
  if (outcome.kind === 'again') await conversation.facts.recheckAt(outcome.recheck.dueAt);
  if (outcome.kind === 'told') await tellAll(turn, recheck.dialogId, outcome.facts);
}

type RecheckOutcome =
  | { readonly kind: 'told'; readonly facts: Facts }
  | { readonly kind: 'again'; readonly recheck: Recheck }
  | { readonly kind: 'gave-up' }
  /** The person has gone on, or is not signed in any more. */
  | { readonly kind: 'over' };

function decideRecheck(turn: ConversationTurn, recheck: Recheck, reading: Reading | null): RecheckOutcome {
  const { conversation } = turn;
  const { facts } = conversation.progress;
  if (!stillWaitsAt(turn, recheck.dialogId) || facts === null) return { kind: 'over' };
  const isWhole = reading?.kind === 'read' && !lacksSomething(conversation, recheck.dialogId, reading.facts);
  if (isWhole) return isSamePerson(facts, reading.facts) ? { kind: 'told', facts: reading.facts } : { kind: 'over' };
  if (reading !== null && reading.kind !== 'read') return { kind: 'over' };
  const next = recheckLater(recheck, conversation.now());
  return next.dueAt === null ? { kind: 'gave-up' } : { kind: 'again', recheck: next };
}

/** The card that the person has, with everything in it. */
function tellAll(
  { conversation, dialogs, context }: ConversationTurn,
  dialogId: RecheckDialog,
  facts: Facts,
): Promise<void> {
  const { progress } = conversation;
  // The reading with the missing parts was also the one to compare with later.
  const isBefore = progress.factsBefore?.readAt === progress.facts?.readAt;
  conversation.keep(isBefore ? { facts, factsBefore: facts } : { facts });
  return dialogs.begin(context, dialogId, { useLastReading: true });
}

/** The recheck that this job was planned for; null when another took its place, or it was done already. */
function dueRecheck({ recheck }: ConversationRecord, dueAt: string): Recheck | null {
  return recheck !== null && recheck.dueAt === dueAt ? recheck : null;
}

/** Whether the card with the missing parts is still what the conversation waits at, and shows that reading. */
function stillWaitsAt({ record, conversation, dialogs }: ConversationTurn, dialogId: RecheckDialog): boolean {
  const isAt = record.dialogId === dialogId && dialogs.waitsIn(record.dialogs, dialogId);
  const isSameReading = conversation.progress.facts?.readAt === record.recheck?.readAt;
  return isAt && isSameReading && record.confirming === null;
}

function isSamePerson({ identity: one }: Facts, { identity: other }: Facts): boolean {
  return one.personId === other.personId && one.tenantId === other.tenantId;
}

/** Continues where somebody was when they were asked for a second proof. Nothing happens when they are elsewhere by now. */
async function followStepUp(
  { context, record, conversation, dialogs }: ConversationTurn,
  { stepUpId, end }: Extract<ProactiveTrigger, { kind: 'step-up-ended' }>,
): Promise<void> {
  if (record.stepUp?.id !== stepUpId || record.dialogId !== 'step-up') return;
  const goesOn = await endStepUp(conversation, end);
  if (goesOn !== null) await dialogs.begin(context, goesOn, withLastReading);
}

/** A reminder belongs to a ticket, or to none. The chat goes there when there is something to say, and stays where it is else. */
async function followReminderAnywhere(turn: ConversationTurn): Promise<void> {
  const { context, record, conversation, dialogs } = turn;
  const { current } = record.tickets;
  const dialogsBefore = plainCopy(record.dialogs);
  const dueThere = ({ reminder }: ConversationPlace): boolean =>
    reminder !== null && isDue(reminder as Reminder, conversation.now());
  const isHere = record.reminder !== null && isDue(record.reminder as Reminder, conversation.now());
  const hasMoved = !isHere && goWhereDue(record, dueThere);
  // The buttons of the reminder are for the question that waits there.
  if (hasMoved) await dialogs.begin(context, quietMoment(record.dialogId), { isQuiet: true });
  await followReminder(turn);
  if (!hasMoved || conversation.messages.hasSpoken) return;
  goBackTo(record, current);
  keepDialogs(record, dialogsBefore);
}

/** A sign-in cannot be waited for without its card. */
function quietMoment(dialogId: DialogId | null): DialogId {
  return dialogId === 'sign-in' ? 'explain-sign-in' : (dialogId ?? 'choose-scenario');
}

async function followReminder(turn: ConversationTurn): Promise<void> {
  const { record, conversation, dialogs, context } = turn;
  const reminder = record.reminder as Reminder | null;
  if (reminder === null || !isDue(reminder, conversation.now())) return;
  const { goal } = conversation.progress;
  const isOver = goal?.kind !== 'scenario' || goal.scenario !== reminder.scenario;
  // Who has both has heard so when it was read; there are no steps to be reminded of.
  if (isOver || hasBothAlready(conversation, reminder.scenario)) {
    setReminder(record, null);
    return;
  }
  const decision = decideReminder(reminder, await readForReminder(turn, reminder), conversation.now());
  setReminder(record, decision.kind === 'again' ? decision.reminder : null);
  if (decision.kind === 'again') await conversation.facts.remindAt(decision.reminder.dueAt);
  const isFound = decision.kind === 'stop' && ['proven', 'wrong-tenant', 'left'].includes(decision.because);
  if (!isFound && hasBothAlready(conversation, reminder.scenario)) {
    setReminder(record, null);
    return dialogs.begin(context, 'verdict');
  }
  if (isFound) return dialogs.begin(context, 'proof', { useLastReading: true });
  const mustPress =
    reminder.way === 'ask-to-press' || (decision.kind === 'again' && decision.reminder.way === 'ask-to-press');
  if (decision.kind === 'stop' || mustPress) await remind(turn);
}

/** Checks if the bot can do so on its own; otherwise asks the person to. */
async function readForReminder(turn: ConversationTurn, reminder: Reminder): Promise<ReminderNews> {
  const { conversation } = turn;
  if (reminder.kind === 'once' || reminder.way === 'ask-to-press') return { kind: 'asked-to-press' };
  const { factsBefore } = conversation.progress;
  if (factsBefore === null) return { kind: 'could-not-look' };
  const reading = await readOrNothing(turn, reminder.scenario);
  if (reading?.kind !== 'read' || conversation.progress.factsBefore === null) return { kind: 'could-not-look' };
  conversation.keep({ facts: reading.facts });
  return { kind: 'looked', proof: compareFacts(reminder.scenario, factsBefore, reading.facts, reminder.readings + 1) };
}

function remind({ conversation }: ConversationTurn): Promise<void> {
  return conversation.show(
    noticeCard(
      {
        message: 'reminder',
        actions: [{ do: 'check-again' }, { do: 'show-steps' }, { do: 'stop-reminding' }, { do: 'show-menu' }],
      },
      conversation.t,
    ),
  );
}

/** Continues the chat of somebody who asked an administrator. */
async function followAnswer(turn: ConversationTurn, requestId: string): Promise<void> {
  const { context, record, conversation, dialogs, parts } = turn;
  const found = await parts.adminRequests.find(requestId);
  const identity = conversation.progress.facts?.identity;
  if (found === null || identity === undefined) return;
  const { acceptance } = found.request;
  if (found.request.state.kind === 'declined') {
    if (acceptance !== undefined) conversation.messages.lead(conversation.t('card.accept-answer.told-declined'));
    else await conversation.say('admin-declined');
    return dialogs.begin(context, record.dialogId ?? 'choose-scenario');
  }
  const used = await parts.adminRequests.use(requestId, identity);
  if (used.kind === 'refused') return;
  if (acceptance !== undefined) return tellAccepted(turn, found.answered?.at ?? '');
  await conversation.say('admin-approved');
  await dialogs.begin(context, 'check');
}

/** The Owner hears when it was accepted, and the bot looks whether it moved; who does something else by now goes on with that. */
async function tellAccepted(turn: ConversationTurn, at: string): Promise<void> {
  const { context, record, conversation, dialogs } = turn;
  const { goal } = conversation.progress;
  conversation.messages.lead(conversation.t('card.accept-answer.told-accepted', { date: conversation.t.date(at) }));
  const isMoving = goal?.kind === 'scenario' && goal.scenario === 'join';
  await dialogs.begin(context, isMoving ? 'proof' : (record.dialogId ?? 'choose-scenario'));
}
