/** How many characters are kept of each text in a ticket. */
export const ticketTextMax = { number: 64, title: 200, answer: 2_000, summary: 4_000, transcript: 20_000 } as const;

/**
 * Makes a text safe for a note at a desk: plain, without tags, mentions or invisible characters.
 * Line breaks stay. Longer texts end in an ellipsis.
 */
export function noteText(text: string, longest: number): string {
  const plain = [...text.replace(/\r\n?/g, '\n').replace(invisible, '')]
    .join('')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    // Desks read these as mentions of their own people and would notify them.
    .replace(/\[~/g, '[ ~')
    .replace(/@(?=[\p{L}\p{N}_[])/gu, '@ ')
    .trim();
  const letters = [...plain];
  return letters.length <= longest ? plain : `${letters.slice(0, longest - 1).join('')}…`;
}

// Control, format (bidi marks, zero width), private-use and unpaired characters, but not line breaks.
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;
