import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { signInExplanationCard } from '../cards/sign-in-explanation-card.ts';
import { conversationOf } from './conversation-context.ts';
import { afterSignIn, signInOptionsOf } from './goals.ts';
import { type Hears, isQuiet, takeAnswer } from './taking-answers.ts';
import { scenarioOf } from './verdicts.ts';

export const explainSignInHears = {
  'sign-in': signIn,
  yes: signIn,
  'check-again': signIn,
  'without-sign-in': goOnUnchecked,
  no: goOnUnchecked,
  'show-steps': goOnUnchecked,
} satisfies Hears;

/** Says why a sign-in helps, what is read, and what happens without it. Skipped for somebody who is signed in. */
export function explainSignInDialog(): WaterfallDialog {
  return new WaterfallDialog('explain-sign-in', [explain, takeAnswer('explain-sign-in', explainSignInHears)]);
}

async function explain(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  if (!isQuiet(step)) {
    if (await conversation.signIn.isThere()) return step.replaceDialog(afterSignIn(step));
    await conversation.show(signInExplanationCard({ scenario: scenarioOf(conversation) }, conversation.t));
  }
  conversation.waitAt('explain-sign-in');
  return Dialog.EndOfTurn;
}

function signIn(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return step.replaceDialog('sign-in', signInOptionsOf(step));
}

/** Without a sign-in there are only the general steps; status and suggestion have nothing to show. */
export async function goOnUnchecked(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  conversation.keep({ facts: null });
  if (conversation.progress.goal?.kind === 'scenario') return step.replaceDialog('steps');
  await conversation.say('sign-in-cancelled');
  return step.replaceDialog('choose-scenario');
}
