import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../ports/clock.ts';
import type { DocumentStore, Durability, Json, WriteResult } from '../../ports/document-store.ts';
import type { Journal } from '../../ports/journal.ts';
import { type ConversationRecord, type OpenedRecord, openRecord, storedRecord } from '../record/conversation-record.ts';
import type { CachedRecord, RecordCache } from './record-cache.ts';

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
}

/** A stored conversation, with the version to name when it is written again. */
export interface LoadedRecord {
  readonly etag: string;
  readonly value: Json;
  readonly opened: OpenedRecord;
}

/** Where unreadable conversations are kept, under the time at which they were put there. */
export const quarantinePrefix = 'quarantine/';
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
    const stored = await this.#parts.store.read(key);
    const opened = stored === null ? null : openRecord(stored.value);
    return opened?.kind === 'opened' ? opened.record : null;
  }

  /** The conversation, once no other replica is sending its messages. A replica that died loses its lease after 5 seconds. */
  async load(key: string): Promise<LoadedRecord | null> {
    const { store, cache, clock, sender } = this.#parts;
    for (;;) {
      const cached = cache.take(key);
      const stored = cached === null ? await store.read(key) : await store.readIfChanged(key, cached.etag);
      if (stored === null) return null;
      if (stored === 'unchanged') return cached === null ? null : asLoaded(cached);
      const opened = openRecord(stored.value);
      const outbox = opened.kind === 'opened' ? opened.record.outbox : null;
      if (outbox === null || outbox.sender === sender || outbox.leaseUntil <= clock.now()) return { ...stored, opened };
      await pause(leasePollMs);
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

  /** Keeps an unreadable conversation for whoever looks into it, so that the person can go on now. */
  async quarantine(key: string, value: Json, reason: 'unreadable' | 'given-up'): Promise<void> {
    const { clock, journal, store, randomId } = this.#parts;
    await store.write(`${quarantinePrefix}${clock.now()}/${randomId()}`, { key, value }, null);
    journal.note({ event: 'state.quarantined', reason });
  }
}

function asLoaded({ record, etag }: CachedRecord): LoadedRecord {
  return { etag, value: storedRecord(record), opened: { kind: 'opened', record } };
}
