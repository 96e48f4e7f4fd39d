import type { TurnContext } from 'botbuilder';
import { noticeCard } from '../../cards/notice-card.ts';
import type { ConversationDialogs } from '../../dialogs/conversation-dialogs.ts';
import { lacksSomething } from '../../dialogs/looking-on.ts';
import type { MomentId, Reading } from '../../dialogs/talk.ts';
import { scenarioOf } from '../../dialogs/verdicts.ts';
import type { Facts } from '../domain/facts.ts';
import { type LookingMoment, type LookingOn, lookAgainLater } from '../domain/looking-on.ts';
import { compareFacts } from '../domain/proof.ts';
import { decideReminder, isDue, type Reminder, type ReminderNews } from '../domain/reminders.ts';
import type { ConversationParts } from './conversation-parts.ts';
import type { ConversationRecord, Place } from './conversation-record.ts';
import { givenReading, giveReading, type Occasion } from './occasions.ts';
import { plainCopy } from './plain-copy.ts';
import { followTicketArrival, followTicketChange } from './ticket-following.ts';
import { goBackTo, goWhereDue } from './ticket-places.ts';
import type { TurnTalk } from './turn-talk.ts';

/** A turn that the bot starts itself. */
export interface FollowUp {
  readonly context: TurnContext;
  readonly record: ConversationRecord;
  readonly talk: TurnTalk;
  readonly dialogs: ConversationDialogs;
  readonly parts: ConversationParts;
}

/** Takes a conversation up again: a reminder is due, an administrator has answered, or an answer was cut short. Says nothing when it is over by now. */
export async function followUp(turn: FollowUp, occasion: Occasion): Promise<void> {
  switch (occasion.kind) {
    case 'reminder-due':
      return followReminderAnywhere(turn);
    case 'admin-answered':
      return followAnswer(turn, occasion.requestId);
    case 'look-on':
      return followLook(turn, occasion.dueAt);
    case 'ticket-arrived':
      return followTicketArrival(turn, occasion.ticketId);
    case 'ticket-changed':
      return followTicketChange(turn, occasion.ticketId);
    case 'ticket-news':
    case 'send-again':
      return;
  }
}

/** Reads for a look that is due, before its turn takes the conversation: nobody who types waits for a slow service twice. */
export async function lookAhead(turn: FollowUp, dueAt: string): Promise<void> {
  const { context, record, talk, parts } = turn;
  const looking = dueLook(record, dueAt);
  if (looking === null || !stillWaitsAt(turn, looking.moment)) return;
  const purpose = scenarioOf(talk) ?? 'status';
  try {
    giveReading(context, await talk.readFacts(looking.moment === 'status' ? 'status' : purpose));
  } catch (error) {
    // The token service is away as well. The turn finds no reading, and looks again later.
    parts.journal.note({ event: 'wake-up.failed', error: error instanceof Error ? error.name : 'unknown' });
  }
}

/** An answer was cut short. Shows all of it once all of it is known, while the person still has it before them. */
async function followLook(turn: FollowUp, dueAt: string): Promise<void> {
  const { record, talk, context, parts } = turn;
  const looking = dueLook(record, dueAt);
  if (looking === null) return;
  const outcome = decideLook(turn, looking, givenReading(context));
  record.lookingOn = outcome.kind === 'again' ? outcome.looking : null;
  // Kept, so that the same card shown again promises nothing more.
  if (outcome.kind === 'gave-up') record.lookingOn = { ...looking, looks: looking.looks + 1, dueAt: null };
  parts.journal.note({ event: 'look.done', moment: looking.moment, outcome: outcome.kind });
  if (outcome.kind === 'again') await talk.lookAt(outcome.looking.dueAt);
  if (outcome.kind === 'told') await tellAll(turn, looking.moment, outcome.facts);
}

type LookOutcome =
  | { readonly kind: 'told'; readonly facts: Facts }
  | { readonly kind: 'again'; readonly looking: LookingOn }
  | { readonly kind: 'gave-up' }
  /** The person has gone on, or is not signed in any more. */
  | { readonly kind: 'over' };

function decideLook(turn: FollowUp, looking: LookingOn, reading: Reading | null): LookOutcome {
  const { talk } = turn;
  const { facts } = talk.journey;
  if (!stillWaitsAt(turn, looking.moment) || facts === null) return { kind: 'over' };
  const isWhole = reading?.kind === 'read' && !lacksSomething(talk, looking.moment, reading.facts);
  if (isWhole) return isSamePerson(facts, reading.facts) ? { kind: 'told', facts: reading.facts } : { kind: 'over' };
  if (reading !== null && reading.kind !== 'read') return { kind: 'over' };
  const next = lookAgainLater(looking, talk.now());
  return next.dueAt === null ? { kind: 'gave-up' } : { kind: 'again', looking: next };
}

/** The card that the person has, with everything in it. */
function tellAll({ talk, dialogs, context }: FollowUp, moment: LookingMoment, facts: Facts): Promise<void> {
  const { journey } = talk;
  // The reading with the missing parts was also the one to compare with later.
  if (journey.factsBefore?.readAt === journey.facts?.readAt) journey.factsBefore = facts;
  journey.facts = facts;
  return dialogs.begin(context, moment, { useLastReading: true });
}

/** The look that this wake-up was planned for; null when another took its place, or it was taken already. */
function dueLook({ lookingOn }: ConversationRecord, dueAt: string): LookingOn | null {
  return lookingOn !== null && lookingOn.dueAt === dueAt ? lookingOn : null;
}

/** Whether the card with the missing parts is still what the conversation waits at, and shows that reading. */
function stillWaitsAt({ record, talk, dialogs }: FollowUp, moment: LookingMoment): boolean {
  const isAt = record.checkpoint === moment && dialogs.waitsIn(record.dialogs, moment);
  const isSameReading = talk.journey.facts?.readAt === record.lookingOn?.readAt;
  return isAt && isSameReading && record.confirming === null;
}

function isSamePerson({ identity: one }: Facts, { identity: other }: Facts): boolean {
  return one.personId === other.personId && one.tenantId === other.tenantId;
}

/** A reminder belongs to a ticket, or to none. The chat goes there when there is something to say, and stays where it is else. */
async function followReminderAnywhere(turn: FollowUp): Promise<void> {
  const { context, record, talk, dialogs } = turn;
  const { current } = record.tickets;
  const dialogsBefore = plainCopy(record.dialogs);
  const dueThere = ({ reminder }: Place): boolean => reminder !== null && isDue(reminder as Reminder, talk.now());
  const isHere = record.reminder !== null && isDue(record.reminder as Reminder, talk.now());
  const hasMoved = !isHere && goWhereDue(record, dueThere);
  // The buttons of the reminder are for the question that waits there.
  if (hasMoved) await dialogs.begin(context, quietMoment(record.checkpoint), { isQuiet: true });
  await followReminder(turn);
  if (!hasMoved || talk.hasSpoken) return;
  goBackTo(record, current);
  record.dialogs = dialogsBefore;
}

/** A sign-in cannot be waited for without its card. */
function quietMoment(checkpoint: MomentId | null): MomentId {
  return checkpoint === 'sign-in' ? 'explain-sign-in' : (checkpoint ?? 'choose-scenario');
}

async function followReminder(turn: FollowUp): Promise<void> {
  const { record, talk, dialogs, context } = turn;
  const reminder = record.reminder as Reminder | null;
  if (reminder === null || !isDue(reminder, talk.now())) return;
  const { errand } = talk.journey;
  if (errand?.kind !== 'scenario' || errand.scenario !== reminder.scenario) {
    record.reminder = null;
    return;
  }
  const decision = decideReminder(reminder, await look(turn, reminder), talk.now());
  record.reminder = decision.kind === 'again' ? decision.reminder : null;
  if (decision.kind === 'again') await talk.wakeAt(decision.reminder.dueAt);
  const isFound = decision.kind === 'stop' && (decision.because === 'proven' || decision.because === 'wrong-tenant');
  if (isFound) return dialogs.begin(context, 'proof', { useLastReading: true });
  const mustPress =
    reminder.way === 'ask-to-press' || (decision.kind === 'again' && decision.reminder.way === 'ask-to-press');
  if (decision.kind === 'stop' || mustPress) await remind(talk);
}

/** Looks when the bot may look by itself; otherwise the person is asked to. */
async function look({ talk }: FollowUp, reminder: Reminder): Promise<ReminderNews> {
  if (reminder.wish === 'once' || reminder.way === 'ask-to-press') return { kind: 'asked-to-press' };
  const { factsBefore } = talk.journey;
  if (factsBefore === null) return { kind: 'could-not-look' };
  const reading = await talk.readFacts(reminder.scenario);
  if (reading.kind !== 'read' || talk.journey.factsBefore === null) return { kind: 'could-not-look' };
  talk.journey.facts = reading.facts;
  return { kind: 'looked', proof: compareFacts(reminder.scenario, factsBefore, reading.facts, reminder.looks + 1) };
}

function remind(talk: TurnTalk): Promise<void> {
  return talk.show(
    noticeCard(
      {
        message: 'reminder',
        actions: [{ do: 'check-again' }, { do: 'show-steps' }, { do: 'stop-reminding' }, { do: 'show-menu' }],
      },
      talk.t,
    ),
  );
}

/** The chat of somebody who asked an administrator goes on by itself. */
async function followAnswer({ context, record, talk, dialogs, parts }: FollowUp, requestId: string): Promise<void> {
  const found = await parts.adminRequests.find(requestId);
  const identity = talk.journey.facts?.identity;
  if (found === null || identity === undefined) return;
  if (found.request.state.kind === 'declined') {
    await talk.say('admin-declined');
    return dialogs.begin(context, record.checkpoint ?? 'choose-scenario');
  }
  const used = await parts.adminRequests.use(requestId, identity);
  if (used.kind === 'refused') return;
  await talk.say('admin-approved');
  await dialogs.begin(context, 'check');
}
