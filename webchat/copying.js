/** A button beside what people take elsewhere: ids and addresses, which stand in letters of one width, and texts to send. */

const taken = '.ac-textBlock[style*="Courier"], textarea.ac-input';
const saidForMs = 2_000;

/**
 * Gives what can be copied in a drawn card its button, once.
 *
 * @param {Element} drawn
 * @param {{ copy: string, copied: string, notCopied: string }} say
 * @param {(text: string) => void} tell Says it aloud.
 */
export function addCopyButtons(drawn, say, tell) {
  for (const one of drawn.querySelectorAll(taken)) {
    if (one.dataset.canBeCopied) continue;
    // A box that was empty is for what people type.
    one.dataset.canBeCopied = textOf(one) === '' ? 'no' : 'yes';
    if (one.dataset.canBeCopied === 'no') continue;
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'copy',
      textContent: say.copy,
    });
    button.ariaLabel = `${say.copy}: ${textOf(one).slice(0, 60)}`;
    button.addEventListener('click', async () => {
      const isCopied = await copy(one);
      button.textContent = isCopied ? say.copied : say.copy;
      tell(isCopied ? say.copied : say.notCopied);
      setTimeout(() => (button.textContent = say.copy), saidForMs);
    });
    // The box to type in stands in a row of its own.
    (one.localName === 'textarea' ? one.parentElement : one).after(button);
  }
}

function textOf(element) {
  return (element.value ?? element.textContent).trim();
}

/** The page around the window decides whether it may copy by itself. Where it may not, all of it is selected, for the keyboard. */
async function copy(element) {
  try {
    await navigator.clipboard.writeText(textOf(element));
    return true;
  } catch {
    if (element.select) element.select();
    else getSelection().selectAllChildren(element);
    return document.execCommand('copy');
  }
}
