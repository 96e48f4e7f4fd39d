/** How much of a name is shown. Longer names end in an ellipsis. */
export const longestName = 120;

/**
 * Makes a text from a person or a tenant safe to show in a card: it reads exactly as it was written,
 * so Markdown, links, mentions and tricks with invisible characters stay dead letters.
 */
export function plainText(text: string, longest: number = longestName): string {
  return escapeMarkdown(cleanText(text, longest));
}

/** For what is read aloud or copied, where escapes would be heard: what could become a link or a mark is left out. */
export function spokenText(text: string, longest: number = longestName): string {
  return cleanText(text.replace(/:\/\/|www\./gi, ' ').replace(/[\\`*_{}[\]<>|~]/g, ' '), longest);
}

/**
 * For a message of plain text: it reads as it was written, without escapes that would be seen there. Only what a client
 * makes a link or a mention of by itself is left out.
 */
export function literalText(text: string, longest: number = longestName): string {
  return cleanText(text.replace(/:\/\/|www\.|[<>]/gi, ' '), longest);
}

/** Without characters that nobody sees, on one line, and not longer than `longest` letters. Not yet safe in a card. */
export function cleanText(text: string, longest: number = longestName): string {
  const visible = text.normalize('NFC').replace(invisible, '').replace(/\s+/gu, ' ').trim();
  // A letter has at least one code unit, so what is short enough need not be taken apart.
  if (visible.length <= longest) return visible;
  const letters = [...graphemes.segment(visible.slice(0, longest * 8))].map((part) => part.segment);
  if (letters.length <= longest && visible.length <= longest * 2) return visible;
  return `${capLength(letters, longest)}…`;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

// Control, format (bidi marks, zero width), private and unpaired characters. The joiner of emoji families is format too.
const invisible = /(?!\s)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/** Some letters are made of dozens of code units, so both what people see and what is sent have a limit. */
function capLength(letters: readonly string[], longest: number): string {
  let kept = '';
  for (const letter of letters.slice(0, longest)) {
    if (kept.length + letter.length > longest * 2) break;
    kept += letter;
  }
  return kept.trimEnd();
}

/**
 * Only what would change the text is escaped, so that a domain or an address reads well where a client shows the escapes.
 * `www.` and `https:` would become links by themselves, and `{{DATE(…)}}` would be filled in.
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|~]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<=\bwww)\./gi, '\\.')
    .replace(/^[-+#=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
