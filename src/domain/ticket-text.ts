import { honestNames, visibleText } from './honest-text.ts';

/** How many characters are kept of each text in a ticket. */
export const ticketTextMax = { number: 64, title: 200, answer: 2_000, summary: 4_000, transcript: 20_000 } as const;

/**
 * Makes a text safe for a note at a desk: plain and honest, without tags, mentions, or links that hide where they lead.
 * Line breaks stay. Longer texts end in an ellipsis. Addresses stay whole, so that a colleague can look them up.
 */
export function noteText(text: string, longest: number): string {
  const plain = visibleText(text.replace(/\r\n?/g, '\n'))
    // What is left are tabs and the like.
    .replace(/[^\P{Cc}\n]|[\u2028\u2029\uFEFF]/gu, '')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    // Desks read these as mentions of their own people and would notify them. In an address there is a name before the sign.
    .replace(/\[~/g, '[ ~')
    .replace(/(?<![\p{L}\p{N}._%+-])@(?=[\p{L}\p{N}_[])/gu, '@ ')
    // Zendesk reads Markdown, where a link and a picture would be made of these two.
    .replace(/\]\(/g, '] (')
    .trim();
  // In ASCII a name may be longer.
  return cut(honestNames(cut(plain, longest)), longest);
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join('')}…`;
}
