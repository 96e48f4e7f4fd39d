import { isDeepStrictEqual } from 'node:util';
import { openRecord, storedRecord } from '../../src/bot/record/conversation-record.ts';
import { type CachedRecord, RecordCache } from '../../src/bot/turn/conversation-store.ts';
import type { Json } from '../../src/ports/document-store.ts';

/**
 * Looks at every conversation that is kept: what its next turn finds in memory must be what another process would find in
 * the store. So nothing may be in it that JSON cannot hold, or that opening it would leave out.
 */
export class WatchedRecordCache extends RecordCache {
  readonly #keys = new Set<string>();
  readonly #faults = new Set<string>();

  override keep(key: string, kept: CachedRecord, size: number): void {
    this.#keys.add(key);
    for (const fault of strangersIn(kept.record, 'record')) this.#faults.add(fault);
    const opened = openRecord(JSON.parse(JSON.stringify(storedRecord(kept.record))) as Json);
    if (opened.kind !== 'opened' || !isDeepStrictEqual(opened.record, JSON.parse(JSON.stringify(kept.record))))
      this.#faults.add('what is opened is not what was saved');
    super.keep(key, kept, size);
  }

  clear(): void {
    for (const key of this.#keys) this.take(key);
  }

  /** Throws when something was kept that the store does not have in the same way. */
  verify(): void {
    if (this.#faults.size > 0) throw new Error(`kept otherwise than stored: ${[...this.#faults].join(', ')}`);
  }
}

function strangersIn(value: unknown, path: string): readonly string[] {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (Array.isArray(value))
    return value.flatMap((one, index) => strangersIn(one === undefined ? Number.NaN : one, `${path}[${index}]`));
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return [`${path}: no plain value`];
  return Object.entries(value).flatMap(([name, member]) => strangersIn(member, `${path}.${name}`));
}
