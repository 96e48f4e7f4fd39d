import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { joinConfirmationCard } from '../cards/join-confirmation-card.ts';
import { describeMove } from '../src/domain/plan.ts';
import { askAgain, isQuiet } from './answers.ts';
import { conversationOf } from './conversation-context.ts';
import { scenarioOf } from './verdicts.ts';

/** Before the steps of joining: names what the move really breaks, and asks for a yes. Other scenarios pass straight on. */
export function joinConfirmationDialog(): WaterfallDialog {
  return new WaterfallDialog('join-confirmation', [nameConsequences, takeAnswer]);
}

async function nameConsequences(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  if (scenarioOf(conversation) !== 'join' || conversation.progress.joinConfirmed) return step.replaceDialog('steps');
  conversation.waitAt('join-confirmation');
  if (!isQuiet(step))
    await conversation.show(joinConfirmationCard(describeMove(conversation.progress.facts), conversation.t));
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  switch (conversation.heard.intent?.do) {
    case 'confirm-join':
    case 'yes':
      conversation.keep({ joinConfirmed: true });
      return step.replaceDialog('steps');
    case 'no':
      return step.replaceDialog(conversation.progress.facts === null ? 'choose-scenario' : 'verdict');
    default:
      return askAgain(step, 'join-confirmation');
  }
}
