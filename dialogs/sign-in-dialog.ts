import { type DialogTurnResult, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { noticeCard } from '../cards/notice-card.ts';
import type { MessageId } from '../src/i18n/words.ts';
import type { SignInFailure } from '../src/ports/journal.ts';
import { firstMomentOf } from './errands.ts';
import { goOnUnchecked } from './explain-sign-in-dialog.ts';
import { SignInPrompt, type SignInPromptWords, signInResultOf } from './sign-in-prompt.ts';
import { type Talk, talkOf } from './talk.ts';

/** Asks the person to sign in, and goes on with the errand. A sign-in that is still kept is used without asking. */
export function signInDialog(): WaterfallDialog {
  return new WaterfallDialog('sign-in', [askToSignIn, goOn]);
}

/** What the prompt says while it waits for somebody to come back from the sign-in page. */
export const signInPromptWords: SignInPromptWords = {
  codeRefused: (talk) => stillHere(talk, 'wrong-code'),
  stillWaiting: (talk) => stillHere(talk, 'waiting-for-sign-in'),
  async failed(talk, failure) {
    talk.note({ event: 'sign-in.failed', code: failure });
    await talk.say(failureMessages[failure]);
  },
  cancelled: (talk) =>
    talk.show(
      noticeCard({ message: 'sign-in-cancelled', actions: [{ do: 'sign-in' }, { do: 'without-sign-in' }] }, talk.t),
    ),
};

/** What somebody is told when Teams could not sign them in without asking. Whoever runs the bot finds the code in the log. */
export const failureMessages = {
  installedappnotfound: 'sign-in-app-missing',
  invokeerror: 'sign-in-by-button',
  resourcematchfailed: 'sign-in-set-up-wrong',
  oauthcardnotvalid: 'sign-in-set-up-wrong',
  tokenmissing: 'sign-in-no-teams-token',
  authrequestfailed: 'sign-in-by-button',
  other: 'sign-in-by-button',
} as const satisfies Record<SignInFailure, MessageId>;

function stillHere(talk: Talk, message: 'wrong-code' | 'waiting-for-sign-in'): Promise<void> {
  talk.miss();
  return talk.show(
    noticeCard({ message, actions: [{ do: 'sign-in' }, { do: 'without-sign-in' }, { do: 'talk-to-person' }] }, talk.t),
  );
}

async function askToSignIn(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  talk.waitAt('sign-in');
  return step.beginDialog(SignInPrompt.idFor(talk.t.locale), { prompt: talk.takeLead() });
}

async function goOn(step: WaterfallStepContext): Promise<DialogTurnResult> {
  const talk = talkOf(step.context);
  switch (signInResultOf(step.result).kind) {
    case 'signed-in':
      talk.note({ event: 'sign-in.done' });
      return step.replaceDialog(firstMomentOf(talk.journey.errand));
    case 'declined':
      return goOnUnchecked(step);
    case 'again':
      return step.replaceDialog('sign-in');
    case 'lapsed':
      await talk.say('sign-in-timed-out');
      return step.replaceDialog('explain-sign-in');
    case 'too-many-codes':
      await talk.say('too-many-codes');
      return step.replaceDialog('explain-sign-in');
    case 'other-account':
    case 'other-tenant':
      // What is said is said where the sign-in was found and forgotten.
      return step.replaceDialog('explain-sign-in');
  }
}
