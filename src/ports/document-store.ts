/** JSON that a store can keep. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A document as it stands in the store. */
export interface StoredDocument {
  readonly value: Json;
  /** Changes with every write; hand it back to overwrite exactly this version. */
  readonly etag: string;
}

/** Whether a document was written, or somebody else was first. */
export type WriteResult =
  | {
      readonly kind: 'written';
      readonly etag: string;
      /** Length of the document as the store keeps it. */
      readonly size: number;
    }
  | { readonly kind: 'conflict' };

/**
 * What a write is safe from when its promise resolves: `disk` from the end of the process and the loss of power,
 * `process` from the end of the process only, which is faster where the store is a file of this machine.
 */
export type Durability = 'disk' | 'process';

/**
 * Keeps small JSON documents by key, with compare-and-swap.
 * Keys are up to 512 characters of printable text; a document is up to 1 MB.
 * Rejects with `StoreFault` when the store itself cannot be reached.
 */
export interface DocumentStore {
  read(key: string): Promise<StoredDocument | null>;
  /** The same; `unchanged` when the document still has this version, which is less to fetch and to parse. */
  readIfChanged(key: string, etag: string): Promise<StoredDocument | 'unchanged' | null>;
  /** `expected` null means: only when there is no document yet. `durability` is `disk` unless said otherwise. The value is read before `write` returns. */
  write(key: string, value: Json, expected: string | null, durability?: Durability): Promise<WriteResult>;
  /** Removing what is not there is not an error. */
  remove(key: string): Promise<void>;
  /** Keys that start with `prefix`, in order, at most `limit` (1 to 1,000), after the key `after`. */
  list(prefix: string, limit: number, after?: string): Promise<readonly string[]>;
  /** Overwrites what removed documents left behind, where the store does not do so by itself. */
  scrub?(): Promise<void>;
  close(): Promise<void>;
}

/** The store cannot be reached or answered out of order. `code` is stable. */
export class StoreFault extends Error {
  readonly code = 'STORE_UNAVAILABLE';
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StoreFault';
  }
}
