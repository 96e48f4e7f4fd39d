const longestRead = 20_000;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: ' ',
};

/** The text that a person wrote, without the HTML that some desks and clients send, cut to `longest` characters. */
export function withoutMarkup(text: string, longest: number): string {
  const cut = text.slice(0, longestRead);
  const plain = withoutEntities(/<[a-z!/]/i.test(cut) ? withoutTags(cut) : cut);
  return [...plain.trim()].slice(0, longest).join('');
}

function withoutTags(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/\n{3,}/g, '\n\n');
}

/** Desk rules that escape their placeholders send these entities without any tag. */
function withoutEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
}
