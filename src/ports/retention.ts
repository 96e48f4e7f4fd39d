/** What is left after an erasure, found by checking again. */
export interface Erased {
  readonly removed: number;
  /** Keys of documents that still exist; empty if everything is gone. */
  readonly left: readonly string[];
}

/** How stored data ends: by age, or because a person asks. */
export interface Retention {
  /** Removes expired documents and returns how many. Rejects with `StoreFault` if the store is unavailable; the next sweep removes the rest. */
  sweep(): Promise<number>;
  /**
   * Removes everything kept of one conversation, given by its key, and checks whether anything is left.
   * The turn that asks for this must not save its conversation afterwards.
   */
  forget(conversation: string): Promise<Erased>;
}

/** A module that writes documents, and how it removes them. Every document has exactly one owner. All three methods reject with `StoreFault` if the store is unavailable. */
export interface RetentionOwner {
  /** Key prefixes of this module's documents. Nothing is written under any other prefix: see `owned-store.ts`. */
  readonly prefixes: readonly string[];
  /** Removes expired documents and returns how many. `now` is milliseconds since 1970. */
  sweep(now: number): Promise<number>;
  /** Removes what it keeps of one conversation, given by its key, and returns how many documents that was. */
  forget(conversation: string): Promise<number>;
  /** Keys of what it still keeps of one conversation. */
  keysOf(conversation: string): AsyncIterable<string>;
}
