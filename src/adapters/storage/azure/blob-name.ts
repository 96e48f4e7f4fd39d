/** The longest blob name that Azure Blob Storage accepts, in characters. */
export const longestBlobName = 1_024;

/**
 * The name of the blob for a document key.
 * Names keep the order and the prefixes of their keys, so that a list of names is a list of keys. Characters with a
 * special meaning in Azure or in URLs (slash, dot, percent, …) are escaped; each escape starts with a character that sorts
 * where the escaped one would. Non-ASCII characters are kept.
 */
export function blobNameOf(key: string): string {
  return key.replace(/[^\w\u0080-\uffff-]/g, escaped);
}

/** The document key for a blob name. */
export function keyOfBlob(name: string): string {
  return name.replace(/\.[ds]|[!=^`~][0-9a-f]{2}/g, (code) => {
    if (code === '.d') return '.';
    if (code === '.s') return '/';
    return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  });
}

/** Escapes a character by the range it sorts in: before the dash, around the dot, before the letters, and so on. */
function escaped(sign: string): string {
  if (sign === '.') return '.d';
  if (sign === '/') return '.s';
  const code = sign.charCodeAt(0);
  const lead = ranges.find(({ upTo }) => code <= upTo)?.lead ?? '~';
  return `${lead}${code.toString(16).padStart(2, '0')}`;
}

const ranges: readonly { readonly upTo: number; readonly lead: string }[] = [
  { upTo: 0x2c, lead: '!' },
  { upTo: 0x40, lead: '=' },
  { upTo: 0x5e, lead: '^' },
  { upTo: 0x60, lead: '`' },
];
