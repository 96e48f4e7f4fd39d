import type { AdaptiveCard, CardButton, CardElement, LinkButton, SubmitButton, TextBlock } from './adaptive-card.ts';
import type { CardAction } from './card-action.ts';
import { markdownForTeams } from './plain-text.ts';
import { type CardChannel, drawBadge, drawProgress, drawTable } from './state-drawing.ts';

export type { CardChannel } from './state-drawing.ts';

/**
 * Shows on a link of Teams that it leads out: a name from the icon catalogue of its cards, so no picture is fetched.
 * Source: Microsoft's Adaptive Card documentation, `iconUrl` of actions. Web Chat knows no such names; `webchat/look.css` draws the sign there.
 */
const leadsOut = 'icon:Open';

/** The button of Teams: the card can be replaced in place. Older clients press the fallback. */
export interface ExecuteButton {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: CardAction['do'];
  readonly style?: 'positive' | 'destructive';
  readonly mode?: 'secondary';
  readonly data: CardAction;
  readonly fallback: SubmitButton;
}

/** The button of Teams that opens its sign-in window. Source: Microsoft Learn, "Types of cards", card actions in Adaptive Cards. */
export interface TeamsSignInButton {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly style?: 'positive' | 'destructive';
  readonly data: { readonly msteams: { readonly type: 'signin'; readonly value: string } };
}

/** The button of Web Chat that opens the token service, and tells it which browser this is. Source: `botframework-webchat`, cards made of card actions. */
export interface WebChatSignInButton {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: CardAction & {
    readonly __isBotFrameworkCardAction: true;
    readonly cardAction: { readonly type: 'signin'; readonly title: string; readonly value: string };
  };
}

/** A button as a channel wants it. */
export type ChannelButton =
  | SubmitButton
  | (LinkButton & { readonly iconUrl?: typeof leadsOut })
  | ExecuteButton
  | TeamsSignInButton
  | WebChatSignInButton;

/** A card as one channel wants it, ready to be sent. */
export interface ChannelCard extends Omit<AdaptiveCard, 'body' | 'actions' | 'moreTitle'> {
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
  const { moreTitle, ...rest } = card;
  const drawing = new Drawing(channel, stamp.nonce);
  const body = drawing.elements(rest.body);
  if (channel === 'teams') {
    const actions = rest.actions.map((button) => drawing.button(button));
    return { ...rest, body, actions, msteams: { width: 'Full' }, ...refreshOf(stamp) };
  }
  const isBehind = ({ mode }: CardButton) => mode === 'secondary';
  if (!rest.actions.some(isBehind)) return { ...rest, body, actions: rest.actions.map((one) => drawing.button(one)) };
  const inSight = rest.actions.filter((one) => !isBehind(one));
  return {
    ...rest,
    body: [...body, ...drawing.withMore(inSight, rest.actions.filter(isBehind), moreTitle)],
    actions: [],
  };
}

function refreshOf({ nonce, freshFor }: Stamp): { readonly refresh?: CardRefresh } {
  if (freshFor === undefined) return {};
  return { refresh: { action: { type: 'Action.Execute', verb: refreshVerb, data: { nonce } }, userIds: [freshFor] } };
}

/** One card on its way to a channel: what is folded gets an id that nothing else in the chat has. */
class Drawing {
  readonly #channel: CardChannel;
  readonly #nonce: string;
  #folded = 0;
  #small = 0;

  constructor(channel: CardChannel, nonce: string) {
    this.#channel = channel;
    this.#nonce = nonce;
  }

  elements(parts: readonly CardElement[]): readonly unknown[] {
    return parts.flatMap((part) => this.#element(part));
  }

  #element(part: CardElement): readonly unknown[] {
    switch (part.type) {
      case 'ActionSet':
        return [this.#row(part.actions)];
      case 'Fold':
        return this.#fold(part.summary, this.elements(part.items));
      case 'Container':
        return [{ ...part, items: this.elements(part.items) }];
      case 'StateBadge':
        return [drawBadge(part, this.#channel)];
      case 'ProgressMeter':
        return drawProgress(part, this.#channel);
      case 'StateTable': {
        const rows = part.rows.map(({ items, ...row }) => ({ ...row, items: items.map((item) => this.#text(item)) }));
        return [drawTable({ ...part, rows })];
      }
      case 'TextBlock':
        return [this.#text(part)];
      case 'FactSet': {
        const facts = part.facts.map(({ title, value }) => ({ title: this.#said(title), value: this.#said(value) }));
        return [{ ...part, facts }];
      }
      case 'Input.Text':
        return [part];
    }
  }

  button(button: CardButton): ChannelButton {
    if ('opensIn' in button) {
      const { type, title, url, style } = button;
      if (this.#channel === 'webchat') return { type, title, url, style };
      return { type: 'Action.Submit', title, style, data: { msteams: { type: 'signin', value: url } } };
    }
    if (button.type === 'Action.OpenUrl') return this.#channel === 'teams' ? { ...button, iconUrl: leadsOut } : button;
    const { signInLink, isSmall, ...plain } = button;
    const stamped: SubmitButton = { ...plain, data: { ...button.data, nonce: this.#nonce } };
    if (signInLink !== undefined) return this.#signIn(stamped, signInLink);
    if (this.#channel === 'webchat') return stamped;
    return { ...stamped, type: 'Action.Execute', verb: button.data.do, fallback: stamped };
  }

  /** Whoever cannot open the window sends what else is in the data. */
  #signIn(button: SubmitButton, link: string): TeamsSignInButton | WebChatSignInButton {
    if (this.#channel === 'teams')
      return { ...button, data: { ...button.data, msteams: { type: 'signin', value: link } } };
    const cardAction = { type: 'signin', title: button.title, value: link } as const;
    return { ...button, data: { ...button.data, __isBotFrameworkCardAction: true, cardAction } };
  }

  /** Web Chat has no place for secondary buttons, so they are one press away, below those in sight. Small ones stand beside "More". */
  withMore(inSight: readonly CardButton[], behind: readonly CardButton[], title: string): readonly unknown[] {
    const bare = behind.map(({ mode, ...one }) => one as CardButton);
    const small = bare.filter(isSmallButton);
    const [more, hidden] = this.#fold(title, [this.#row(bare.filter((one) => !isSmallButton(one)))]);
    const first = inSight.map((one) => this.button(one));
    if (small.length === 0) return [{ type: 'ActionSet', actions: [...first, ...more.actions] }, hidden];
    const row = this.#row(small);
    return [{ type: 'ActionSet', actions: first }, { ...row, actions: [...row.actions, ...more.actions] }, hidden];
  }

  /** Web Chat draws small buttons as small lines: `webchat/look.css` finds them by this id. */
  #row(buttons: readonly CardButton[]) {
    const actions = buttons.map((one) => this.button(one));
    if (this.#channel === 'teams' || !buttons.some(isSmallButton)) return { type: 'ActionSet', actions };
    this.#small += 1;
    return { type: 'ActionSet', id: `small-${this.#small}-${this.#nonce}`, spacing: 'none', actions };
  }

  #text(block: TextBlock): TextBlock {
    return { ...block, text: this.#said(block.text) };
  }

  #said(markdown: string): string {
    return this.#channel === 'teams' ? markdownForTeams(markdown) : markdown;
  }

  /** What it holds comes right below its line. */
  #fold(title: string, items: readonly unknown[]) {
    this.#folded += 1;
    const id = `fold-${this.#folded}-${this.#nonce}`;
    const toggle = { type: 'Action.ToggleVisibility', title, targetElements: [id] };
    return [
      { type: 'ActionSet', actions: [toggle], spacing: 'none' },
      { type: 'Container', id, isVisible: false, spacing: 'small', items },
    ] as const;
  }
}

function isSmallButton(button: CardButton): boolean {
  return 'isSmall' in button && button.isSmall === true;
}
