import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { joinConfirmationCard } from '../cards/join-confirmation-card.ts';
import { describeMove } from '../src/domain/plan.ts';
import { askAgain, isQuiet } from './answers.ts';
import { talkOf } from './talk.ts';
import { scenarioOf } from './verdicts.ts';

/** Before the steps of joining: names what the move really breaks, and asks for a yes. Other scenarios pass straight on. */
export function joinConfirmationDialog(): WaterfallDialog {
  return new WaterfallDialog('join-confirmation', [nameConsequences, takeAnswer]);
}

async function nameConsequences(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  if (scenarioOf(talk) !== 'join' || talk.journey.joinConfirmed) return step.replaceDialog('steps');
  talk.waitAt('join-confirmation');
  if (!isQuiet(step)) await talk.show(joinConfirmationCard(describeMove(talk.journey.facts), talk.t));
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  switch (talk.heard.wish?.do) {
    case 'confirm-join':
    case 'yes':
      talk.journey.joinConfirmed = true;
      return step.replaceDialog('steps');
    case 'no':
      return step.replaceDialog(talk.journey.facts === null ? 'choose-scenario' : 'verdict');
    default:
      return askAgain(step, 'join-confirmation');
  }
}
