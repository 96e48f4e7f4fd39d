import { Dialog, type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { signInExplanationCard } from '../cards/sign-in-explanation-card.ts';
import { conversationOf } from './conversation-context.ts';
import { afterSignIn, signInOptionsOf } from './goals.ts';
import { findSignIn, typedSignInCode } from './sign-in-prompt.ts';
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
  return new WaterfallDialog('explain-sign-in', [explain, takeCodeOrAnswer]);
}

/** Options of the explanation for somebody who comes back from the sign-in window. */
export const backFromSignIn = { isBack: true };

async function explain(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  if (!isQuiet(step)) {
    if (await conversation.signIn.isThere()) return goOnSignedIn(step, isBack(step));
    const signInLink = await conversation.signIn.link();
    const scenario = scenarioOf(conversation);
    await conversation.show(signInExplanationCard({ scenario, signInLink }, conversation.t));
  }
  conversation.waitAt('explain-sign-in');
  return Dialog.EndOfTurn;
}

function signIn(step: WaterfallStepContext): Promise<DialogTurnResult> {
  return step.replaceDialog('sign-in', signInOptionsOf(step));
}

const takeExplained = takeAnswer('explain-sign-in', explainSignInHears);

/** The sign-in window may have given a code. A wrong one leads on to the sign-in, which counts the tries. */
async function takeCodeOrAnswer(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  const code = typedSignInCode(conversation.heard.text);
  if (code === null) return takeExplained(step);
  switch (await findSignIn(conversation, code)) {
    case 'signed-in':
      return goOnSignedIn(step, true);
    case 'not-signed-in':
      conversation.note({ event: 'sign-in.code-refused' });
      await conversation.say('wrong-code');
      return step.replaceDialog('sign-in', signInOptionsOf(step));
    case 'other-account':
    case 'other-tenant':
      return step.replaceDialog('explain-sign-in', signInOptionsOf(step));
  }
}

function goOnSignedIn(step: WaterfallStepContext, isNew: boolean): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  if (isNew) conversation.note({ event: 'sign-in.done' });
  return step.replaceDialog(afterSignIn(step));
}

function isBack(step: WaterfallStepContext): boolean {
  return (step.options as Partial<typeof backFromSignIn> | undefined)?.isBack === true;
}

/** Without a sign-in there are only the general steps; status and suggestion have nothing to show. */
export async function goOnUnchecked(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  conversation.keep({ facts: null });
  if (conversation.progress.goal?.kind === 'scenario') return step.replaceDialog('steps');
  await conversation.say('sign-in-cancelled');
  return step.replaceDialog('choose-scenario');
}
