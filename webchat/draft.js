/** What is half written goes along to the page that comes next in this tab: a reload, or a new chat. */

const draftName = 'onetenant.draft';

/** What was typed and could not be sent. */
let unsent = '';

export function keepDraft() {
  keep(together(unsent, document.querySelector('[data-id="webchat-sendbox-input"]')?.value));
}

export function keepUnsent({ type, text }) {
  if (type === 'message') unsent = together(unsent, text);
  keep(unsent);
}

function together(...texts) {
  return texts.filter(Boolean).join(' ');
}

function keep(text) {
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
