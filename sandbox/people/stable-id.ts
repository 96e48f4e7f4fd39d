import { createHash } from 'node:crypto';

/** Ids by their words. A request looks through everybody, and each of them has several. */
const known = new Map<string, string>();

/** The same id for the same words, on every machine and in every run. It looks like any other GUID. */
export function stableId(words: string): string {
  const id = known.get(words) ?? idFrom(words);
  known.set(words, id);
  return id;
}

function idFrom(words: string): string {
  const hex = createHash('sha256').update(`onetenant sandbox: ${words}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
