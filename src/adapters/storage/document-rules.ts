import type { DocumentStore, Json } from '../../ports/document-store.ts';
import type { RetentionOwner } from '../../ports/retention.ts';

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

/**
 * The same store, limited to documents that have a retention owner: writing under a prefix that no owner lists rejects with
 * an error. A module that stores something new must therefore say when it is removed.
 */
export function ownedStore(store: DocumentStore, owners: readonly RetentionOwner[]): DocumentStore {
  const prefixes = owners.flatMap((owner) => owner.prefixes);
  const { scrub } = store;
  return {
    read: (key) => store.read(key),
    readIfChanged: (key, etag) => store.readIfChanged(key, etag),
    write: async (key, value, expected, durability) => {
      if (!prefixes.some((prefix) => key.startsWith(prefix)))
        throw new Error(
          `no retention owner for documents under "${key.split('/', 1)[0]}"; see src/wiring/retention.ts`,
        );
      return store.write(key, value, expected, durability);
    },
    remove: (key) => store.remove(key),
    list: (prefix, limit, after) => store.list(prefix, limit, after),
    ...(scrub === undefined ? {} : { scrub: () => scrub.call(store) }),
    close: () => store.close(),
  };
}

/** What was stored. Text that is no JSON, which no program of ours writes, comes as it is: whoever reads it finds it unreadable. */
export function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
