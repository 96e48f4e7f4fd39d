import type { Translator } from '../src/i18n/index.ts';
import type { AdaptiveCard, LinkButton } from './adaptive-card.ts';
import { buildCard, heading, paragraph } from './pieces.ts';

export interface InGroupView {
  /** Opens the chat with the bot alone; null where the channel has no such address. */
  readonly url: string | null;
}

/** Says in a group chat or channel that this is better done in private, with a button that opens the private chat. */
export function inGroupCard({ url }: InGroupView, t: Translator): AdaptiveCard {
  const title = t('message.in-group.title');
  const text = t('message.in-group.text');
  const open: readonly LinkButton[] =
    url === null ? [] : [{ type: 'Action.OpenUrl', title: t('button.open-private-chat'), url }];
  return buildCard(t, { title, text }, [heading(title), paragraph(text)], open);
}
