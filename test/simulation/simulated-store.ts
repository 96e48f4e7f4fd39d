import { checkedText, checkKey, checkLimit } from '../../src/adapters/storage/document-rules.ts';
import { type DocumentStore, type Json, StoreFault, type WriteResult } from '../../src/ports/document-store.ts';
import type { Life } from './life.ts';

interface KeptDocument {
  readonly text: string;
  readonly etag: string;
  /** For who checks it; nobody changes it. */
  readonly value: Json;
}

/** What happened to a document; `null` where there was or is none. */
export interface DocumentChange {
  readonly key: string;
  readonly before: Json | null;
  readonly after: Json | null;
  readonly text: string;
  readonly by: Life;
}

/** The documents of every replica. Each change is shown to who checks them, at the moment at which it happens. */
export class SimulatedStore {
  readonly #documents = new Map<string, KeptDocument>();
  readonly #changed: (change: DocumentChange) => void;
  readonly #failed: (key: string, by: Life) => void;
  #version = 0;

  /** `failed`: a process got no good answer to a write. */
  constructor(changed: (change: DocumentChange) => void, failed: (key: string, by: Life) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** The store as one process sees it. */
  seenBy(life: Life): DocumentStore {
    const call = <T>(effect: () => T, failed = (): void => undefined): Promise<T> =>
      life.calls('store', effect, () => {
        failed();
        return new StoreFault('the simulated store fails');
      });
    return {
      read: (key) => call(() => this.#read(key)),
      readIfChanged: (key, etag) =>
        call(() => (this.#documents.get(key)?.etag === etag ? 'unchanged' : this.#read(key))),
      write: async (key, value, expected) => {
        checkKey(key);
        const text = checkedText(value);
        return call(
          () => this.#write(key, text, expected, life),
          () => this.#failed(key, life),
        );
      },
      remove: (key) => call(() => this.#remove(key, life)),
      list: async (prefix, limit, after) => {
        checkLimit(limit);
        return call(() => this.keys(prefix, after).slice(0, limit));
      },
      close: async () => undefined,
    };
  }

  keys(prefix: string, after = ''): readonly string[] {
    return [...this.#documents.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  }

  /** As it stands now; null if there is none. */
  value(key: string): Json | null {
    return this.#documents.get(key)?.value ?? null;
  }

  #read(key: string) {
    const kept = this.#documents.get(key);
    return kept === undefined ? null : { value: parse(kept.text), etag: kept.etag };
  }

  #write(key: string, text: string, expected: string | null, by: Life): WriteResult {
    const kept = this.#documents.get(key);
    if ((kept?.etag ?? null) !== expected) return { kind: 'conflict' };
    this.#version += 1;
    const etag = `e${this.#version}`;
    const value = parse(text);
    this.#documents.set(key, { text, etag, value });
    this.#changed({ key, before: kept?.value ?? null, after: value, text, by });
    return { kind: 'written', etag, size: text.length };
  }

  #remove(key: string, by: Life): void {
    const kept = this.#documents.get(key);
    if (kept === undefined) return;
    this.#documents.delete(key);
    this.#changed({ key, before: kept.value, after: null, text: '', by });
  }
}

function parse(text: string): Json {
  return JSON.parse(text) as Json;
}
