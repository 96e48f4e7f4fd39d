import type { CardAction } from '../cards/card-action.ts';
import type { Errand, MomentId } from './talk.ts';

/** The errand that a wish starts, wherever the conversation is; null for every other wish. */
export function errandOf(wish: CardAction): Errand | null {
  switch (wish.do) {
    case 'choose-scenario':
    case 'accept-suggestion':
      return { kind: 'scenario', scenario: wish.scenario };
    case 'show-status':
      return { kind: 'status' };
    case 'not-sure':
      return { kind: 'suggestion' };
    default:
      return null;
  }
}

/** Where an errand goes once the person is signed in. */
export function firstMomentOf(errand: Errand | null): MomentId {
  switch (errand?.kind) {
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
