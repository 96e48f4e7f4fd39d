import type { AdaptiveCard } from '../../../cards/adaptive-card.ts';
import { type ChannelCard, toDialect } from '../../../cards/dialect.ts';
import { section, strong } from '../../../cards/pieces.ts';
import type { Translator } from '../../i18n/index.ts';

/**
 * What Teams takes as an answer where a message is written. Source: Microsoft Learn, "Respond to search command", "Respond to the
 * task module submit action", "Create and send dialogs" and "Link unfurling", read on 1 December 2026.
 */

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';
const thumbnailCard = 'application/vnd.microsoft.card.thumbnail';

/** A card with its line in the list. */
export interface BoxResult {
  readonly card: AdaptiveCard;
  readonly title: string;
  readonly text: string;
}

/** Cards to choose from; a single one is put into the message at once. */
export function resultsAnswer(results: readonly BoxResult[]): object {
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: results.map(attachmentOf) } };
}

/** The card of a link. Teams draws it up to version 1.3 of Adaptive Cards, and newer clients what they know beyond that. */
export function linkAnswer(result: BoxResult): object {
  const { content, ...rest } = attachmentOf(result);
  const attachments = [{ ...rest, content: { ...content, version: '1.3' } }];
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** A sentence instead of results. It is shown as it stands, without any formatting. */
export function sentenceInBox(text: string): object {
  return { composeExtension: { type: 'message', text } };
}

/** What somebody is about to send, and the button that puts it into their message. Windows of Teams know `Action.Submit` only. */
interface PreviewCard extends Omit<ChannelCard, 'actions'> {
  readonly actions: readonly { readonly type: 'Action.Submit'; readonly title: string; readonly data: object }[];
}

/** A card in the window that opens above the message box: with what is in it, to be looked at before it is sent. */
export function previewOf(card: AdaptiveCard, whatIsInIt: string, t: Translator): PreviewCard {
  const spoken = `${whatIsInIt} ${card.speak}`;
  const body = [strong(whatIsInIt), section(card.body)];
  const drawn = toDialect({ ...card, speak: spoken, fallbackText: spoken, body, actions: [] }, 'teams', { nonce: '' });
  return { ...drawn, actions: [{ type: 'Action.Submit', title: t('message-extension.insert'), data: {} }] };
}

/** A window with a card. */
export function windowAnswer(title: string, card: PreviewCard | ChannelCard): object {
  const value = { title, height: 'medium', width: 'medium', card: { contentType: adaptiveCard, content: card } };
  return { task: { type: 'continue', value } };
}

/** A window with a sentence. */
export function sentenceInWindow(text: string): object {
  return { task: { type: 'message', value: text } };
}

function attachmentOf({ card, title, text }: BoxResult) {
  return {
    contentType: adaptiveCard,
    content: toDialect(card, 'teams', { nonce: '' }),
    preview: { contentType: thumbnailCard, content: { title, text } },
  };
}
