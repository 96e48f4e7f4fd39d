import { randomUUID } from 'node:crypto';
import { codeOf } from '../../domain/errors.ts';
import { type DocumentStore, StoreFault } from '../../ports/document-store.ts';
import type { Journal } from '../../ports/journal.ts';

export interface StoreHealthOptions {
  readonly store: DocumentStore;
  readonly journal: Journal;
  /** How often a store that failed is tried again, in milliseconds. */
  readonly tryEveryMs?: number;
}

/** While a store fails, the log says so again after this time, in milliseconds. */
const sayAgainMs = 60_000;

/**
 * Hears every fault of the store, whoever asked it and whatever they make of the fault. From the first one on the store is away,
 * until a document could be written, read and removed again: what can be read may still be impossible to write.
 */
export class StoreHealth {
  readonly #options: StoreHealthOptions;
  #awaySince: number | null = null;
  #saidAt = 0;
  #trying: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(options: StoreHealthOptions) {
    this.#options = options;
  }

  get isAway(): boolean {
    return this.#awaySince !== null;
  }

  /** Told what a call to the store was rejected with. */
  hear(fault: unknown): void {
    if (!(fault instanceof StoreFault) || this.#isClosed) return;
    const now = performance.now();
    if (this.#awaySince === null || now - this.#saidAt >= sayAgainMs) {
      this.#saidAt = now;
      this.#options.journal.note({ event: 'store.failed', code: fault.code, cause: causeOf(fault) });
    }
    this.#awaySince ??= now;
    this.#trying ??= setTimeout(() => void this.#try(), this.#options.tryEveryMs ?? 2_000).unref();
  }

  /** Tries no more. Call it before the store is closed. */
  close(): void {
    this.#isClosed = true;
    if (this.#trying !== null) clearTimeout(this.#trying);
  }

  async #try(): Promise<void> {
    try {
      await this.#probe();
    } catch (fault) {
      this.#trying = null;
      return this.hear(
        fault instanceof StoreFault ? fault : new StoreFault('the store cannot be tried', { cause: fault }),
      );
    }
    this.#trying = null;
    const awayMs = Math.round(performance.now() - (this.#awaySince ?? 0));
    this.#awaySince = null;
    this.#options.journal.note({ event: 'store.recovered', awayMs });
  }

  async #probe(): Promise<void> {
    const { store } = this.#options;
    const key = `doctor/${randomUUID()}`;
    await store.write(key, { probe: 1 }, null);
    const found = await store.read(key);
    await store.remove(key);
    if (found === null) throw new StoreFault('what was written did not come back');
  }
}

/** A code of the operating system, SQLite or Azure, never a text: it could hold a key. */
function causeOf({ cause }: StoreFault): string {
  if (typeof cause !== 'object' || cause === null) return 'none';
  const code = codeOf(cause) ?? (cause instanceof Error ? cause.name : 'none');
  if ('errcode' in cause && typeof cause.errcode === 'number') return `${code} ${cause.errcode & 0xff}`;
  return 'statusCode' in cause && typeof cause.statusCode === 'number' ? `${code} ${cause.statusCode}` : code;
}
