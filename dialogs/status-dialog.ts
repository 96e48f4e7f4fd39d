import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { statusCard } from '../cards/status-card.ts';
import { viewStatus } from '../src/domain/status.ts';
import { conversationOf } from './conversation-context.ts';
import { readFactsOrMove } from './reading.ts';
import { recheckWhereCut } from './recheck.ts';
import { goTo, type Hears, isQuiet, takeAnswer } from './taking-answers.ts';

export const statusHears = {
  'check-again': goTo('status'),
  'i-have-done-it': goTo('status'),
  yes: goTo('choose-scenario'),
  'show-steps': goTo('choose-scenario'),
  no: goTo('choose-scenario'),
} satisfies Hears;

/** Shows what is there: tenant, roles, Microsoft 365 products and Azure subscriptions. */
export function statusDialog(): WaterfallDialog {
  return new WaterfallDialog('status', [showStatus, takeAnswer('status', statusHears)]);
}

async function showStatus(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  if (!isQuiet(step)) {
    const reading = await readFactsOrMove(step, 'status', 'status');
    if (reading.kind === 'moved') return reading.result;
    conversation.keep({ facts: reading.facts });
    await recheckWhereCut(conversation, 'status', reading.facts);
    await conversation.show(
      statusCard(
        {
          ...viewStatus(reading.facts, { now: conversation.now(), chatTenantId: conversation.chatTenantId }),
          ticket: conversation.desk.ticket,
        },
        conversation.t,
      ),
    );
  }
  conversation.waitAt('status');
  return Dialog.EndOfTurn;
}
