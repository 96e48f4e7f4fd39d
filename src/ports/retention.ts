/** What is left after somebody was forgotten, as it was found by looking again. */
export interface Erased {
  readonly removed: number;
  /** Keys of documents that are still there; empty when everything is gone. */
  readonly left: readonly string[];
}

/** Everything that is kept, seen from its end: when it goes, and how it goes when somebody asks. */
export interface Retention {
  /** Removes what is past its time and tells how many documents went. Rejects with `StoreFault` when the store is away; what is left goes next time. */
  sweep(): Promise<number>;
  /**
   * Removes all that is kept of one conversation, given by its key, and looks again whether anything is left.
   * The turn that asks for it must not save its conversation afterwards.
   */
  forget(conversation: string): Promise<Erased>;
}

/** A module that writes documents, and how they end. Every document has exactly one. All three reject with `StoreFault` when the store is away. */
export interface RetentionOwner {
  /** How the keys of this module's documents start. Nothing is written under any other start: see `owned-store.ts`. */
  readonly prefixes: readonly string[];
  /** Removes what is past its time, and says how many documents went. `now` is milliseconds since 1970. */
  sweep(now: number): Promise<number>;
  /** Removes what it keeps of one conversation, given by its key, and says how many documents went. */
  forget(conversation: string): Promise<number>;
  /** Keys of what it still keeps of one conversation. */
  keysOf(conversation: string): AsyncIterable<string>;
}
