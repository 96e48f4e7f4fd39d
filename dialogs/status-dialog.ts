import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { statusCard } from '../cards/status-card.ts';
import { viewStatus } from '../src/domain/status.ts';
import { askAgain, isQuiet } from './answers.ts';
import { readFactsOrMove } from './reading.ts';
import { talkOf } from './talk.ts';

/** Shows what is there: tenant, roles, Microsoft 365 products and Azure subscriptions. */
export function statusDialog(): WaterfallDialog {
  return new WaterfallDialog('status', [showStatus, takeAnswer]);
}

async function showStatus(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  if (!isQuiet(step)) {
    const reading = await readFactsOrMove(step, 'status');
    if (reading.kind === 'moved') return reading.result;
    talk.journey.facts = reading.facts;
    await talk.show(
      statusCard(viewStatus(reading.facts, { now: talk.now(), chatTenantId: talk.chatTenantId }), talk.t),
    );
  }
  talk.waitAt('status');
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  switch (talk.heard.wish?.do) {
    case 'check-again':
    case 'i-have-done-it':
      return step.replaceDialog('status');
    case 'yes':
    case 'show-steps':
    case 'no':
      return step.replaceDialog('choose-scenario');
    default:
      return askAgain(step, 'status');
  }
}
