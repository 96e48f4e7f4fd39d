/**
 * Shows what the bot said while Web Chat itself is still loading: text only, so that reading can begin at once. It is
 * not told to screen readers, because Web Chat announces the same message a moment later.
 *
 * @param {{ subscribe: (hear: (activity: any) => void) => { unsubscribe: () => void } }} activities
 * @param {HTMLElement} place Empty until Web Chat draws in it.
 * @returns {{ spoken: Promise<void> }} `spoken` settles when the bot has said something.
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

function textBlocks(node) {
  if (node?.type === 'TextBlock') return [node];
  return [...(node?.body ?? []), ...(node?.items ?? [])].flatMap(textBlocks);
}

function paragraph({ text, style, weight }) {
  const shown = document.createElement('p');
  shown.textContent = String(text);
  if (style === 'heading') shown.className = 'heading';
  else if (weight === 'Bolder' || weight === 'bolder') shown.className = 'strong';
  return shown;
}
