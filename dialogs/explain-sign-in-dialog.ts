import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { signInExplanationCard } from '../cards/sign-in-explanation-card.ts';
import { askAgain, isQuiet } from './answers.ts';
import { firstMomentOf } from './errands.ts';
import { talkOf } from './talk.ts';

/** Says why a sign-in helps, what is read, and what happens without it. Skipped for somebody who is signed in. */
export function explainSignInDialog(): WaterfallDialog {
  return new WaterfallDialog('explain-sign-in', [explain, takeAnswer]);
}

async function explain(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  if (!isQuiet(step)) {
    if (await talk.isSignedIn()) return step.replaceDialog(firstMomentOf(talk.journey.errand));
    await talk.show(signInExplanationCard({}, talk.t));
  }
  talk.waitAt('explain-sign-in');
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  switch (talk.heard.wish?.do) {
    case 'sign-in':
    case 'yes':
    case 'check-again':
      return step.replaceDialog('sign-in');
    case 'without-sign-in':
    case 'no':
    case 'show-steps':
      return goOnUnchecked(step);
    default:
      return askAgain(step, 'explain-sign-in');
  }
}

/** Without a sign-in there are only the general steps; status and suggestion have nothing to show. */
export async function goOnUnchecked(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  talk.journey.facts = null;
  if (talk.journey.errand?.kind === 'scenario') return step.replaceDialog('steps');
  await talk.say('sign-in-cancelled');
  return step.replaceDialog('choose-scenario');
}
