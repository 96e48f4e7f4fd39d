import type { TurnContext } from 'botbuilder';
import { noticeCard } from '../../cards/notice-card.ts';
import type { ConversationDialogs } from '../../dialogs/conversation-dialogs.ts';
import { compareFacts } from '../domain/proof.ts';
import { decideReminder, isDue, type Reminder, type ReminderNews } from '../domain/reminders.ts';
import type { ConversationParts } from './conversation-parts.ts';
import type { ConversationRecord } from './conversation-record.ts';
import type { Occasion } from './occasions.ts';
import type { TurnTalk } from './turn-talk.ts';

/** A turn that the bot starts itself. */
export interface FollowUp {
  readonly context: TurnContext;
  readonly record: ConversationRecord;
  readonly talk: TurnTalk;
  readonly dialogs: ConversationDialogs;
  readonly parts: ConversationParts;
}

/** Takes a conversation up again: a reminder is due, or an administrator has answered. Says nothing when it is over by now. */
export async function followUp(turn: FollowUp, occasion: Occasion): Promise<void> {
  switch (occasion.kind) {
    case 'reminder-due':
      return followReminder(turn);
    case 'admin-answered':
      return followAnswer(turn, occasion.requestId);
    case 'send-again':
      return;
  }
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
