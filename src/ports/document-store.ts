/** JSON that a store can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A document as the store holds it. */
export interface StoredDocument {
  readonly value: Json;
  /** Changes with every write. Pass it to `write` to overwrite exactly this version. */
  readonly etag: string;
}

/** Whether the document was written, or another writer was first. */
export type WriteResult =
  | {
      readonly kind: 'written';
      readonly etag: string;
      /** Size of the document as stored. */
      readonly size: number;
    }
  | { readonly kind: 'conflict' };

/**
 * What a write survives once its promise resolves. `disk`: a crash of the process and a power failure.
 * `process`: only a crash of the process, which is faster if the store is a local file.
 */
export type Durability = 'disk' | 'process';

/**
 * Stores small JSON documents by key, with compare-and-swap.
 * Keys are up to 512 characters of printable text; a document is up to 1 MB.
 * Rejects with `StoreFault` if the store cannot be reached.
 */
export interface DocumentStore {
  read(key: string): Promise<StoredDocument | null>;
  /** Like `read`, but `unchanged` if the document still has this version, which saves fetching and parsing it. */
  readIfChanged(key: string, etag: string): Promise<StoredDocument | 'unchanged' | null>;
  /** `expected` null means that there must be no document yet. `durability` defaults to `disk`. The value is serialised before `write` returns. */
  write(key: string, value: Json, expected: string | null, durability?: Durability): Promise<WriteResult>;
  /** Removing a document that does not exist is not an error. */
  remove(key: string): Promise<void>;
  /** Keys that start with `prefix`, in order, at most `limit` (1 to 1,000), after the key `after`. */
  list(prefix: string, limit: number, after?: string): Promise<readonly string[]>;
  /** Overwrites the remains of removed documents, if the store does not do so itself. */
  scrub?(): Promise<void>;
  close(): Promise<void>;
}

/** The store cannot be reached, or its response makes no sense. `code` is stable. */
export class StoreFault extends Error {
  readonly code = 'STORE_UNAVAILABLE';
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StoreFault';
  }
}
