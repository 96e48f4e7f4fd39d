/** Text that is already HTML. Only `html` creates it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

/** HTML from a template. Values are escaped unless they are `Html`. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const filled = texts.raw.map((text, index) => {
    const part = parts[index];
    return part === undefined ? text : text + asText(part);
  });
  return new Html(filled.join(''));
}

export const nothing = new Html('');

function asText(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(visible(String(part)));
  return part.map(({ text }) => text).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`=]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Removes characters that change the text direction or are invisible, because they can make one text look like another. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '\uFFFD');
}
