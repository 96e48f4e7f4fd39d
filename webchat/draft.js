/** What is half written goes along to the page that comes next in this tab: a reload, or a new chat. */

const draftName = 'onetenant.draft';

export function keepDraft() {
  const text = document.querySelector('[data-id="webchat-sendbox-input"]')?.value;
  try {
    if (text) sessionStorage.setItem(draftName, text);
  } catch {
    // A browser that stores nothing forgets it.
  }
}

/** Gives it once; null where nothing was written. */
export function takeDraft() {
  try {
    const text = sessionStorage.getItem(draftName);
    sessionStorage.removeItem(draftName);
    return text;
  } catch {
    return null;
  }
}
