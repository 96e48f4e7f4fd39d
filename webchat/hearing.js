import { textBlocks, withoutEscapes } from './preview.js';

/**
 * What is heard of a message. Web Chat reads one text for everything: aloud when it arrives, as the name of the message, and as
 * the name of the card in it. So it gets the short name, and the whole text is said once, by `Attention`.
 */

const cardType = 'application/vnd.microsoft.card.adaptive';

/** Web Chat takes its own word for what is empty. */
const nothing = ' ';

/** What Web Chat says by itself. The line above says how the connection is; a message is called by its card. */
export function ownStrings({ title, panel: say }) {
  return {
    TEXT_INPUT_PLACEHOLDER: say.placeholder,
    TRANSCRIPT_ARIA_LABEL_ALT: say.history,
    CONNECTIVITY_STATUS_ALT: nothing,
    ACTIVITY_BOT_SAID_ALT: `${title}:`,
    ACTIVITY_BOT_ATTACHED_ALT: nothing,
    ACTIVITY_INTERACTIVE_FOOTNOTE_ALT: nothing,
    ACTIVITY_INTERACTIVE_REASON_INTERACTIVE_CONTENT_ALT: nothing,
    ACTIVITY_INTERACTIVE_REASON_LINK_ALT: nothing,
    ACTIVITY_NUM_ATTACHMENTS_ONE_ALT: nothing,
    ACTIVITY_NUM_ATTACHMENTS_TWO_ALT: nothing,
    ACTIVITY_NUM_ATTACHMENTS_FEW_ALT: nothing,
    ACTIVITY_NUM_ATTACHMENTS_MANY_ALT: nothing,
    ACTIVITY_NUM_ATTACHMENTS_OTHER_ALT: nothing,
  };
}

/** The message as Web Chat is to name it: a card is called by how it stands and its title. */
export function named(activity) {
  const cards = cardsOf(activity);
  if (cards.length === 0) return activity;
  const attachments = activity.attachments.map((one) =>
    one.contentType === cardType ? { ...one, content: withName(one.content, activity) } : one,
  );
  const name = joined([activity.text, ...cards.map(nameOf)]);
  return { ...activity, attachments, channelData: { ...activity.channelData, 'webchat:fallback-text': name } };
}

/** What is said of a message: its text, and what each card says of itself. */
export function spokenOf(activity) {
  return joined([activity.text, ...(activity.attachments ?? []).map(({ content }) => content?.speak ?? content?.text)]);
}

/** The sentences that were not there before; all of it if nothing is new, because somebody asked for it again. */
export function changeOf(before, now) {
  const known = new Set(sentences(before));
  const fresh = sentences(now).filter((sentence) => !known.has(sentence));
  return fresh.length === 0 ? now : fresh.join(' ');
}

/** The cards of a message. */
export function cardsOf({ attachments }) {
  return (attachments ?? []).filter(({ contentType }) => contentType === cardType).map(({ content }) => content);
}

/** The language of a message, as two letters; empty where it says none. */
export function languageOf(activity) {
  return String(cardsOf(activity)[0]?.lang ?? activity.locale ?? '').slice(0, 2);
}

/** The single-use number of a card's buttons; undefined where none sends anything. */
export function nonceOf(card) {
  return actionsOf(card).find(({ data }) => data?.nonce)?.data.nonce;
}

/** Every button of a card, in the order in which they are drawn. */
export function actionsOf(node) {
  if (node === null || typeof node !== 'object') return [];
  return [...(node.body ?? []), ...(node.items ?? []), ...(node.columns ?? [])]
    .flatMap(actionsOf)
    .concat(node.actions ?? []);
}

/** The id of a card's element. A card that is replaced in place gets another. */
export function elementIdOf(card, activity) {
  return `card-${nonceOf(card) ?? activity.id}`;
}

/** How the card stands and its title: everything up to its first heading, without signs. */
export function nameOf(card) {
  const blocks = textBlocks(card);
  const title = blocks.findIndex(({ style }) => style === 'heading');
  return joined(
    blocks.slice(0, title + 1 || 1).map(({ text }) => withoutEscapes(text).replace(/^[^\p{L}\p{N}]+/u, '')),
  );
}

function withName(card, activity) {
  return { ...card, id: elementIdOf(card, activity), speak: nameOf(card) };
}

function joined(texts) {
  return texts
    .filter(Boolean)
    .map((text) => (/[.?!:…]$/.test(text) ? text : `${text}.`))
    .join(' ');
}

function sentences(text) {
  return text.split(/(?<=[.?!…])\s+/);
}
