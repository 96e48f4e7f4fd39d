import type { AdaptiveCard, CardButton, CardElement } from './adaptive-card.ts';
import type { ActionName } from './card-action.ts';

/** What the buttons of a card do, in reading order. */
export function actionsIn({ body, actions }: Pick<AdaptiveCard, 'body' | 'actions'>): readonly ActionName[] {
  return [...body.flatMap(actionsOf), ...actions.flatMap(actionOf)];
}

function actionsOf(element: CardElement): readonly ActionName[] {
  switch (element.type) {
    case 'ActionSet':
      return element.actions.flatMap(actionOf);
    case 'Container':
    case 'Fold':
      return element.items.flatMap(actionsOf);
    default:
      return [];
  }
}

function actionOf(button: CardButton): readonly ActionName[] {
  return button.type === 'Action.Submit' ? [button.data.do] : [];
}
