import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { conversationOf, type DialogId, type Goal } from './conversation-context.ts';

/** Where a sign-in leads, where that is not what the goal begins with: to the status, which keeps the route. */
export interface SignInOptions {
  readonly leadsTo?: 'status';
}

/** The dialog after a sign-in. */
export function afterSignIn(step: WaterfallStepContext): DialogId {
  return signInOptionsOf(step)?.leadsTo ?? firstDialogOf(conversationOf(step.context).progress.goal);
}

/** What the next dialog on the way to the sign-in has to know of this one, if anything. */
export function signInOptionsOf(step: WaterfallStepContext): SignInOptions | undefined {
  const leadsTo = (step.options as SignInOptions | undefined)?.leadsTo;
  return leadsTo === undefined ? undefined : { leadsTo };
}

/** The dialog that a goal starts with, once the person is signed in. */
export function firstDialogOf(goal: Goal | null): DialogId {
  switch (goal?.kind) {
    case 'scenario':
      return 'check';
    case 'status':
      return 'status';
    case 'suggestion':
      return 'suggestion';
    case 'admin-request':
      return 'admin-request';
    case 'ticket':
      return 'ticket';
    case undefined:
      return 'choose-scenario';
  }
}
