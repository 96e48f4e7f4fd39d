import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { joinConfirmationCard } from '../cards/join-confirmation-card.ts';
import { describeMove } from '../src/domain/plan.ts';
import { acceptsHere } from '../src/domain/verdict.ts';
import { conversationOf } from './conversation-context.ts';
import { type Hears, isQuiet, takeAnswer } from './taking-answers.ts';
import { scenarioOf, verdictOf } from './verdicts.ts';

export const joinConfirmationHears = {
  'confirm-join': confirmJoin,
  yes: confirmJoin,
  no: (step) =>
    step.replaceDialog(conversationOf(step.context).progress.facts === null ? 'choose-scenario' : 'verdict'),
} satisfies Hears;

/** Before the steps of joining: names what the move really breaks, and asks for a yes. Other scenarios pass straight on. */
export function joinConfirmationDialog(): WaterfallDialog {
  return new WaterfallDialog('join-confirmation', [
    nameConsequences,
    takeAnswer('join-confirmation', joinConfirmationHears),
  ]);
}

async function nameConsequences(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  if (scenarioOf(conversation) !== 'join' || conversation.progress.joinConfirmed) return step.replaceDialog('steps');
  conversation.waitAt('join-confirmation');
  if (!isQuiet(step)) {
    const { facts } = conversation.progress;
    const accepts = facts !== null && acceptsHere(verdictOf(conversation, 'join', facts));
    await conversation.show(joinConfirmationCard({ ...describeMove(facts), accepts }, conversation.t));
  }
  return Dialog.EndOfTurn;
}

/** Goes on to the steps of somebody who read what a move breaks. */
export function confirmJoin(step: WaterfallStepContext): Promise<DialogTurnResult> {
  conversationOf(step.context).keep({ joinConfirmed: true });
  return step.replaceDialog('steps');
}
