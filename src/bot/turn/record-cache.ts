import type { ConversationRecord } from '../record/conversation-record.ts';

/** A conversation as it stands in the store under this version, with nothing left to send. */
export interface CachedRecord {
  readonly record: ConversationRecord;
  readonly etag: string;
}

/** How much is kept. */
export interface RecordCacheLimits {
  readonly records: number;
  /** Of all of them together, as the store counts. */
  readonly size: number;
  /** How long a conversation is kept that nobody goes on with, in milliseconds. It may be twice as long. */
  readonly idleMs: number;
}

interface CacheEntry extends CachedRecord {
  readonly size: number;
  readonly until: number;
}

const defaults: RecordCacheLimits = { records: 256, size: 4_000_000, idleMs: 10 * 60_000 };

/**
 * The conversations that this process saved last, so that their next turn needs not read and check them again. The store
 * still says whether anybody changed one since. Whoever takes one has it for themselves and may change it: it is here
 * again when it was saved again, so a turn that fails leaves nothing half changed, and one that forgets leaves nothing.
 */
export class RecordCache {
  readonly #limits: RecordCacheLimits;
  /** Longest kept first. */
  readonly #kept = new Map<string, CacheEntry>();
  #size = 0;
  #cleaning: NodeJS.Timeout | null = null;

  constructor(limits: Partial<RecordCacheLimits> = {}) {
    this.#limits = { ...defaults, ...limits };
  }

  take(key: string): CachedRecord | null {
    const kept = this.#kept.get(key);
    if (kept === undefined) return null;
    this.#drop(key, kept);
    return kept;
  }

  /** `size` as the store gave it. */
  keep(key: string, { record, etag }: CachedRecord, size: number): void {
    this.take(key);
    this.#kept.set(key, { record, etag, size, until: performance.now() + this.#limits.idleMs });
    this.#size += size;
    for (const [oldest, kept] of this.#kept) {
      if (this.#kept.size <= this.#limits.records && this.#size <= this.#limits.size) break;
      this.#drop(oldest, kept);
    }
    this.#cleaning ??= setInterval(() => this.#clean(), this.#limits.idleMs).unref();
  }

  #clean(): void {
    for (const [key, kept] of this.#kept) if (kept.until <= performance.now()) this.#drop(key, kept);
    if (this.#kept.size > 0 || this.#cleaning === null) return;
    clearInterval(this.#cleaning);
    this.#cleaning = null;
  }

  #drop(key: string, { size }: CacheEntry): void {
    this.#kept.delete(key);
    this.#size -= size;
  }
}
