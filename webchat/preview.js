/**
 * Shows the bot's first message while Web Chat itself is still loading, as plain text. It is
 * hidden from screen readers, because Web Chat announces the same message a moment later.
 *
 * @param {{ subscribe: (hear: (activity: any) => void) => { unsubscribe: () => void } }} activities
 * @param {HTMLElement} place Empty until Web Chat draws in it.
 * @returns {{ spoken: Promise<void> }} `spoken` settles once the bot has sent a message.
 */
export function previewFirstWords(activities, place) {
  const spoken = Promise.withResolvers();
  const preview = document.createElement('div');
  preview.id = 'preview';
  preview.ariaHidden = 'true';
  const hearing = activities.subscribe((activity) => {
    if (activity.type !== 'message' || activity.from?.role !== 'bot') return;
    preview.replaceChildren(...textsOf(activity).map(paragraph));
    if (!preview.isConnected) place.before(preview);
    spoken.resolve();
  });
  const watching = new MutationObserver(() => {
    if (!place.querySelector('.webchat__bubble')) return;
    watching.disconnect();
    hearing.unsubscribe();
    preview.remove();
  });
  watching.observe(place, { childList: true, subtree: true });
  return { spoken: spoken.promise };
}

function textsOf({ text, attachments }) {
  const cards = (attachments ?? []).map(({ content }) => content);
  return [...(text ? [{ text }] : []), ...cards.flatMap(textBlocks)];
}

/** The texts of a card that are in sight, in their order. */
export function textBlocks(node) {
  if (node?.type === 'TextBlock') return [node];
  if (node?.isVisible === false) return [];
  return [...(node?.body ?? []), ...(node?.columns ?? []), ...(node?.items ?? [])].flatMap(textBlocks);
}

function paragraph({ text, style, weight }) {
  const shown = document.createElement('p');
  shown.textContent = withoutEscapes(text);
  if (style === 'heading') shown.className = 'heading';
  else if (weight === 'Bolder' || weight === 'bolder') shown.className = 'strong';
  return shown;
}

/** Web Chat reads a card's text as Markdown, where a mark from outside is escaped. */
export function withoutEscapes(text) {
  return String(text).replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
