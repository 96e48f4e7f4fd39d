import { type Clock, clocksApartMs } from '../../ports/clock.ts';
import type { DocumentStore, Durability, Json, WriteResult } from '../../ports/document-store.ts';
import type { Journal } from '../../ports/journal.ts';
import { machineStopwatch, type Stopwatch } from '../../ports/stopwatch.ts';
import { type ConversationRecord, type OpenedRecord, openRecord, storedRecord } from '../record/conversation-record.ts';

/** What reading and writing conversations needs. */
export interface ConversationStoreParts {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly journal: Journal;
  /** A UUID, which nobody can guess. */
  readonly randomId: () => string;
  readonly cache: RecordCache;
  /** Names this process in the leases that it takes. */
  readonly sender: string;
  /** How it waits for another replica; by default with the stopwatch of this machine. */
  readonly stopwatch?: Stopwatch | undefined;
}

/** A stored conversation, with the version to name when it is written again. */
export interface LoadedRecord {
  readonly etag: string;
  readonly value: Json;
  readonly opened: OpenedRecord;
}

/** Where unreadable conversations are kept, under the time at which they were put there. */
export const quarantinePrefix = 'quarantine/';
/** How long nobody else sends what this process is sending, in milliseconds. */
export const sendingLeaseMs = 5_000;
/** How long to wait before looking again whether another replica has finished sending. */
const leasePollMs = 100;

/** Conversations in the store, with the ones that this process saved last in memory. Rejects with `StoreFault` when the store is away. */
export class ConversationStore {
  readonly #parts: ConversationStoreParts;

  constructor(parts: ConversationStoreParts) {
    this.#parts = parts;
  }

  /** The conversation as it stands; null when there is none that this release can read. */
  async peek(key: string): Promise<ConversationRecord | null> {
    const opened = await this.look(key);
    return opened?.kind === 'opened' ? opened.record : null;
  }

  /** What the store has of a conversation now; null when that is nothing. */
  async look(key: string): Promise<OpenedRecord | null> {
    const stored = await this.#parts.store.read(key);
    return stored === null ? null : openRecord(stored.value);
  }

  /**
   * The conversation, once no other replica is sending its messages. A replica that died loses its lease when the conversation
   * has stood still for 5 seconds here. The time in the lease is of another machine, or from before the clock was set: it
   * counts only when it is long over by any clock.
   */
  async load(key: string): Promise<LoadedRecord | null> {
    const { store, cache, clock, sender, stopwatch = machineStopwatch } = this.#parts;
    let seen = { etag: '', at: 0 };
    for (;;) {
      const cached = cache.take(key);
      const stored = cached === null ? await store.read(key) : await store.readIfChanged(key, cached.etag);
      if (stored === null) return null;
      if (stored === 'unchanged') return cached === null ? null : asLoaded(cached);
      const opened = openRecord(stored.value);
      const outbox = opened.kind === 'opened' ? opened.record.outbox : null;
      const isOpen = outbox === null || outbox.sender === sender || outbox.leaseUntil <= clock.now() - clocksApartMs;
      if (isOpen) return { ...stored, opened };
      if (seen.etag !== stored.etag) seen = { etag: stored.etag, at: stopwatch.elapsed() };
      if (stopwatch.elapsed() - seen.at >= sendingLeaseMs) return { ...stored, opened };
      await stopwatch.pause(leasePollMs);
    }
  }

  /** The conversation as it was read under this version; null when it was changed since. */
  async reload(key: string, etag: string | null): Promise<ConversationRecord | null> {
    const stored = await this.#parts.store.read(key);
    const opened = stored === null || stored.etag !== etag ? null : openRecord(stored.value);
    return opened?.kind === 'opened' ? opened.record : null;
  }

  /** Writes over exactly the version that is named; null makes a new document. */
  save(key: string, record: ConversationRecord, etag: string | null, durability?: Durability): Promise<WriteResult> {
    return this.#parts.store.write(key, storedRecord(record), etag, durability);
  }

  /** Keeps a conversation in memory for its next turn. `size` as the store gave it. */
  cache(key: string, cached: CachedRecord, size: number): void {
    this.#parts.cache.keep(key, cached, size);
  }

  /** Quarantines an unreadable conversation for an operator, so that the person can continue now. */
  async quarantine(key: string, value: Json, reason: 'unreadable' | 'given-up'): Promise<void> {
    const { clock, journal, store, randomId } = this.#parts;
    await store.write(`${quarantinePrefix}${clock.now()}/${randomId()}`, { key, value }, null);
    journal.note({ event: 'state.quarantined', reason });
  }
}

function asLoaded({ record, etag }: CachedRecord): LoadedRecord {
  return { etag, value: storedRecord(record), opened: { kind: 'opened', record } };
}

/** Runs the turns of one conversation one after another, in the order they came; other conversations go on meanwhile. */
export class ConversationLock {
  readonly #tails = new Map<string, Promise<void>>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const result = before.then(work);
    const tail = result.then(
      () => undefined,
      () => undefined,
    );
    this.#tails.set(key, tail);
    try {
      return await result;
    } finally {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    }
  }

  /** Resolves when every turn that is running or waiting now is over. */
  async idle(): Promise<void> {
    await Promise.all(this.#tails.values());
  }
}

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
  /** How long an idle conversation is cached, in milliseconds. It may take up to twice as long. */
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
  readonly #stopwatch: Stopwatch;
  /** Longest kept first. */
  readonly #kept = new Map<string, CacheEntry>();
  #size = 0;
  #stopCleaning: (() => void) | null = null;

  constructor(limits: Partial<RecordCacheLimits> = {}, stopwatch: Stopwatch = machineStopwatch) {
    this.#limits = { ...defaults, ...limits };
    this.#stopwatch = stopwatch;
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
    this.#kept.set(key, { record, etag, size, until: this.#stopwatch.elapsed() + this.#limits.idleMs });
    this.#size += size;
    for (const [oldest, kept] of this.#kept) {
      if (this.#kept.size <= this.#limits.records && this.#size <= this.#limits.size) break;
      this.#drop(oldest, kept);
    }
    this.#stopCleaning ??= this.#stopwatch.every(this.#limits.idleMs, () => this.#clean());
  }

  #clean(): void {
    for (const [key, kept] of this.#kept) if (kept.until <= this.#stopwatch.elapsed()) this.#drop(key, kept);
    if (this.#kept.size > 0) return;
    this.#stopCleaning?.();
    this.#stopCleaning = null;
  }

  #drop(key: string, { size }: CacheEntry): void {
    this.#kept.delete(key);
    this.#size -= size;
  }
}
