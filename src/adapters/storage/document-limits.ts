import type { Json } from '../../ports/document-store.ts';

/** A key or document that no store accepts. `code` is stable. */
export class DocumentRefused extends Error {
  readonly code = 'DOCUMENT_REFUSED';
  constructor(message: string) {
    super(message);
    this.name = 'DocumentRefused';
  }
}

const longestKey = 512;
const largestDocumentBytes = 1024 * 1024;
const listAtMost = 1_000;

/** Throws `DocumentRefused` unless the key is 1 to 512 printable characters. */
export function checkKey(key: string): void {
  const isPrintable = key.isWellFormed() && !/\p{Cc}|\u{10FFFF}/u.test(key);
  if (key.length < 1 || key.length > longestKey || !isPrintable)
    throw new DocumentRefused(`a key is 1 to ${longestKey} printable characters`);
}

/** The document as text. Throws `DocumentRefused` if it is larger than 1 MB. */
export function checkedText(value: Json): string {
  const text = JSON.stringify(value);
  if (Buffer.byteLength(text) > largestDocumentBytes) throw new DocumentRefused('a document is at most 1 MB');
  return text;
}

/** Throws `DocumentRefused` unless the limit is 1 to 1,000 keys. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > listAtMost)
    throw new DocumentRefused(`a list holds 1 to ${listAtMost} keys`);
}
