import { type LinkId, linkUrls } from '../src/domain/links.ts';
import type { Translator } from '../src/i18n/index.ts';
import type { LinkButton, TextBlock } from './adaptive-card.ts';

/** A link as a button. */
export function linkButton(id: LinkId, t: Translator): LinkButton {
  return { type: 'Action.OpenUrl', title: t(`links.${id}`), url: linkUrls[id] };
}

/** Links as text, for parts of a card that are not in front. Label and address are ours, so they may be Markdown. */
export function linkLines(ids: readonly LinkId[], t: Translator): readonly TextBlock[] {
  return ids.map((id) => ({
    type: 'TextBlock',
    text: `[${t(`links.${id}`)}](${linkUrls[id]})`,
    wrap: true,
    spacing: 'small',
  }));
}
