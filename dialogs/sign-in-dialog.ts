import { type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { noticeCard } from '../cards/notice-card.ts';
import type { TitledMessageId } from '../src/i18n/words.ts';
import type { SignInFailure } from '../src/ports/journal.ts';
import { type ConversationContext, conversationOf } from './conversation-context.ts';
import { goOnUnchecked } from './explain-sign-in-dialog.ts';
import { afterSignIn, signInOptionsOf } from './goals.ts';
import { SignInPrompt, type SignInPromptWords, signInResultOf } from './sign-in-prompt.ts';

/** Asks the person to sign in, and continues with the goal. An existing sign-in is used without asking. */
export function signInDialog(): WaterfallDialog {
  return new WaterfallDialog('sign-in', [askToSignIn, goOn]);
}

/** What the prompt says while it waits for somebody to come back from the sign-in page. */
export const signInPromptWords: SignInPromptWords = {
  codeRefused: (conversation) => stillHere(conversation, 'wrong-code'),
  stillWaiting: (conversation) => stillHere(conversation, 'waiting-for-sign-in'),
  async failed(conversation, failure) {
    conversation.note({ event: 'sign-in.failed', code: failure });
    await conversation.sayWithTitle(failureMessages[failure]);
  },
  cancelled: (conversation) =>
    conversation.show(
      noticeCard(
        { message: 'sign-in-cancelled', actions: [{ do: 'sign-in' }, { do: 'without-sign-in' }] },
        conversation.t,
      ),
    ),
};

/** What people are told when silent sign-in in Teams failed. The log has the code. */
export const failureMessages = {
  installedappnotfound: 'sign-in-app-missing',
  invokeerror: 'sign-in-by-button',
  resourcematchfailed: 'sign-in-set-up-wrong',
  oauthcardnotvalid: 'sign-in-set-up-wrong',
  tokenmissing: 'sign-in-no-teams-token',
  authrequestfailed: 'sign-in-by-button',
  other: 'sign-in-by-button',
} as const satisfies Record<SignInFailure, TitledMessageId>;

function stillHere(conversation: ConversationContext, message: 'wrong-code' | 'waiting-for-sign-in'): Promise<void> {
  conversation.miss();
  return conversation.show(
    noticeCard(
      { message, actions: [{ do: 'sign-in' }, { do: 'without-sign-in' }, { do: 'talk-to-person' }] },
      conversation.t,
    ),
  );
}

async function askToSignIn(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  conversation.waitAt('sign-in');
  return step.beginDialog(SignInPrompt.idFor(conversation.t.locale), { prompt: conversation.takeLead() });
}

async function goOn(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const conversation = conversationOf(step.context);
  switch (signInResultOf(step.result).kind) {
    case 'signed-in':
      conversation.note({ event: 'sign-in.done' });
      return step.replaceDialog(afterSignIn(step));
    case 'declined':
      return goOnUnchecked(step);
    case 'again':
      return step.replaceDialog('sign-in', signInOptionsOf(step));
    case 'lapsed':
      await conversation.say('sign-in-timed-out');
      return step.replaceDialog('explain-sign-in', signInOptionsOf(step));
    case 'too-many-codes':
      await conversation.say('too-many-codes');
      return step.replaceDialog('explain-sign-in', signInOptionsOf(step));
    case 'other-account':
    case 'other-tenant':
      // What is said is said where the sign-in was found and forgotten.
      return step.replaceDialog('explain-sign-in', signInOptionsOf(step));
  }
}
