import type { CardAction } from '../cards/card-action.ts';
import type { DialogId, Goal } from './conversation-context.ts';

/** The goal that an intent starts, wherever the conversation is; null for every other intent. */
export function goalOf(intent: CardAction): Goal | null {
  switch (intent.do) {
    case 'choose-scenario':
    case 'accept-suggestion':
      return { kind: 'scenario', scenario: intent.scenario };
    case 'show-status':
      return { kind: 'status' };
    case 'not-sure':
      return { kind: 'suggestion' };
    default:
      return null;
  }
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
