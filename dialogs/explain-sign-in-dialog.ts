import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { signInExplanationCard } from '../cards/sign-in-explanation-card.ts';
import { askAgain, isQuiet } from './answers.ts';
import { conversationOf } from './conversation-context.ts';
import { firstDialogOf } from './goals.ts';

/** Says why a sign-in helps, what is read, and what happens without it. Skipped for somebody who is signed in. */
export function explainSignInDialog(): WaterfallDialog {
  return new WaterfallDialog('explain-sign-in', [explain, takeAnswer]);
}

async function explain(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  if (!isQuiet(step)) {
    if (await conversation.signIn.isThere()) return step.replaceDialog(firstDialogOf(conversation.progress.goal));
    await conversation.show(signInExplanationCard({}, conversation.t));
  }
  conversation.waitAt('explain-sign-in');
  return Dialog.EndOfTurn;
}

async function takeAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  switch (conversation.heard.intent?.do) {
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
  const conversation = conversationOf(step.context);
  conversation.keep({ facts: null });
  if (conversation.progress.goal?.kind === 'scenario') return step.replaceDialog('steps');
  await conversation.say('sign-in-cancelled');
  return step.replaceDialog('choose-scenario');
}
