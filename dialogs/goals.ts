import type { DialogId, Goal } from './conversation-context.ts';

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
