import type { AdaptiveCard, CardButton, LinkButton, SubmitButton } from './adaptive-card.ts';
import type { CardAction } from './card-action.ts';
import { markdownForTeams } from './plain-text.ts';

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

/** The button of Teams that opens its sign-in window. Source: Microsoft Learn, "Types of cards", card actions in Adaptive Cards. */
export interface TeamsSignInButton {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly style: 'positive';
  readonly data: { readonly msteams: { readonly type: 'signin'; readonly value: string } };
}

/** A button as a channel wants it. */
export type ChannelButton =
  | SubmitButton
  | (LinkButton & { readonly style?: 'positive' })
  | ExecuteButton
  | TeamsSignInButton;

/** A card as one channel wants it, ready to be sent. */
export interface ChannelCard extends Omit<AdaptiveCard, 'body' | 'actions'> {
  readonly body: readonly unknown[];
  readonly actions: readonly ChannelButton[];
  /** Teams draws a card as wide as the chat only when it is asked to. */
  readonly msteams?: { readonly width: 'Full' };
  readonly refresh?: CardRefresh;
}

/** Teams asks for the card as it is now, each time the person it is for sees it. */
export interface CardRefresh {
  readonly action: {
    readonly type: 'Action.Execute';
    readonly verb: typeof refreshVerb;
    readonly data: { readonly nonce: string };
  };
  readonly userIds: readonly string[];
}

/** Asks how a card looks now. It is no button: nothing is done by it. */
export const refreshVerb = 'refresh-card';

export interface Stamp {
  /** The single-use number of this message. */
  readonly nonce: string;
  /** The only person for whom Teams should keep the card fresh, by the id that the channel gave them. */
  readonly freshFor?: string;
}

/**
 * Makes a card right for its channel and stamps every button with the single-use number of this message.
 * Web Chat ignores Action.Execute, so it keeps Action.Submit; Teams gets Action.Execute with a fallback. Links stay links,
 * and text from outside stays text in the Markdown of both.
 */
export function toDialect(card: AdaptiveCard, channel: CardChannel, stamp: Stamp): ChannelCard {
  const change = (button: CardButton) => inDialect(button, channel, stamp.nonce);
  const changed = {
    ...card,
    body: card.body.map((part) => eachPart(part, change, channel)),
    actions: card.actions.map(change),
  };
  if (channel === 'webchat') return changed;
  return { ...changed, msteams: { width: 'Full' }, ...refreshOf(stamp) };
}

function refreshOf({ nonce, freshFor }: Stamp): { readonly refresh?: CardRefresh } {
  if (freshFor === undefined) return {};
  return { refresh: { action: { type: 'Action.Execute', verb: refreshVerb, data: { nonce } }, userIds: [freshFor] } };
}

function inDialect(button: CardButton, channel: CardChannel, nonce: string): ChannelButton {
  if ('opensIn' in button) {
    const { type, title, url, style } = button;
    if (channel === 'webchat') return { type, title, url, style };
    return { type: 'Action.Submit', title, style, data: { msteams: { type: 'signin', value: url } } };
  }
  if (button.type === 'Action.OpenUrl') return button;
  const stamped: SubmitButton = { ...button, data: { ...button.data, nonce } };
  if (channel === 'webchat') return stamped;
  return { ...stamped, type: 'Action.Execute', verb: button.data.do, fallback: stamped };
}

function eachPart(
  part: AdaptiveCard['body'][number],
  change: (button: CardButton) => unknown,
  channel: CardChannel,
): unknown {
  const said = (markdown: string): string => (channel === 'teams' ? markdownForTeams(markdown) : markdown);
  switch (part.type) {
    case 'ActionSet':
      return { ...part, actions: part.actions.map(change) };
    case 'Container':
      return { ...part, items: part.items.map((item) => eachPart(item, change, channel)) };
    case 'TextBlock':
      return { ...part, text: said(part.text) };
    case 'FactSet':
      return { ...part, facts: part.facts.map(({ title, value }) => ({ title: said(title), value: said(value) })) };
    case 'Input.Text':
      return part;
  }
}
