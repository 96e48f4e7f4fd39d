/** How many letters of each text of a ticket are kept. */
export const ticketTextMax = { number: 64, title: 200, answer: 2_000, summary: 4_000, transcript: 20_000 } as const;

/**
 * Makes a text fit for a note at a desk: plain, without tags, mentions or characters that nobody sees.
 * Line ends stay. Longer texts end in an ellipsis.
 */
export function noteText(text: string, longest: number): string {
  const plain = [...text.replace(/\r\n?/g, '\n').replace(invisible, '')]
    .join('')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    // Desks take these for mentions of their people, and would write to them.
    .replace(/\[~/g, '[ ~')
    .replace(/@(?=[\p{L}\p{N}_[])/gu, '@ ')
    .trim();
  const letters = [...plain];
  return letters.length <= longest ? plain : `${letters.slice(0, longest - 1).join('')}…`;
}

// Control, format (bidi marks, zero width), private and unpaired characters, but not the end of a line.
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;
