import type { DocumentStore, Json, StoredDocument, WriteResult } from '../../src/ports/document-store.ts';

/** A document store for tests of what uses one. It keeps the contract, and can be made to lose a race. */
export class MemoryDocumentStore implements DocumentStore {
  readonly documents = new Map<string, StoredDocument>();
  #version = 0;
  /** Runs before the next write is compared, as another replica would. */
  beforeNextWrite: (() => Promise<void>) | null = null;

  async read(key: string): Promise<StoredDocument | null> {
    return structuredClone(this.documents.get(key) ?? null);
  }

  async readIfChanged(key: string, etag: string): Promise<StoredDocument | 'unchanged' | null> {
    const stored = await this.read(key);
    return stored?.etag === etag ? 'unchanged' : stored;
  }

  async write(key: string, value: Json, expected: string | null): Promise<WriteResult> {
    // As a real store does: written down at once, as JSON.
    const text = JSON.stringify(value);
    const race = this.beforeNextWrite;
    this.beforeNextWrite = null;
    await race?.();
    if ((this.documents.get(key)?.etag ?? null) !== expected) return { kind: 'conflict' };
    this.#version += 1;
    const etag = String(this.#version);
    this.documents.set(key, { value: JSON.parse(text) as Json, etag });
    return { kind: 'written', etag, size: text.length };
  }

  async remove(key: string): Promise<void> {
    this.documents.delete(key);
  }

  async list(prefix: string, limit: number, after = ''): Promise<readonly string[]> {
    return [...this.documents.keys()]
      .filter((key) => key.startsWith(prefix) && key > after)
      .sort()
      .slice(0, limit);
  }

  async close(): Promise<void> {
    this.documents.clear();
  }
}
