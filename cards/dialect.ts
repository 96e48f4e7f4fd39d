import type { AdaptiveCard, CardButton, SubmitButton } from './adaptive-card.ts';
import type { CardAction } from './card-action.ts';

export type CardChannel = 'teams' | 'webchat';

/** The button of Teams: the card can be replaced in place. Older clients press the fallback. */
export interface ExecuteButton {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: CardAction['do'];
  readonly style?: 'positive' | 'destructive';
  readonly data: CardAction;
  readonly fallback: SubmitButton;
}

/** A card as one channel wants it, ready to be sent. */
export interface ChannelCard extends Omit<AdaptiveCard, 'body' | 'actions'> {
  readonly body: readonly unknown[];
  readonly actions: readonly (CardButton | ExecuteButton)[];
}

/**
 * Makes a card right for its channel and stamps every button with the single-use number of this message.
 * Web Chat ignores Action.Execute, so it keeps Action.Submit; Teams gets Action.Execute with a fallback. Links stay links.
 */
export function toDialect(card: AdaptiveCard, channel: CardChannel, stamp: { readonly nonce: string }): ChannelCard {
  const change = (button: CardButton) => inDialect(button, channel, stamp.nonce);
  return { ...card, body: card.body.map((part) => eachAction(part, change)), actions: card.actions.map(change) };
}

function inDialect(button: CardButton, channel: CardChannel, nonce: string): CardButton | ExecuteButton {
  if (button.type === 'Action.OpenUrl') return button;
  const stamped: SubmitButton = { ...button, data: { ...button.data, nonce } };
  if (channel === 'webchat') return stamped;
  return { ...stamped, type: 'Action.Execute', verb: button.data.do, fallback: stamped };
}

function eachAction(part: AdaptiveCard['body'][number], change: (button: CardButton) => unknown): unknown {
  if (part.type === 'ActionSet') return { ...part, actions: part.actions.map(change) };
  if (part.type === 'Container') return { ...part, items: part.items.map((item) => eachAction(item, change)) };
  return part;
}
