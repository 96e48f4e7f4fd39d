import type { Clock } from '../../ports/clock.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import type { Erased, Retention, RetentionOwner } from '../../ports/retention.ts';

/** What retention needs. */
export interface RetentionOptions {
  readonly store: DocumentStore;
  readonly clock: Clock;
  /** Called in this order. */
  readonly owners: readonly RetentionOwner[];
}

/** Removes what is due, in any store, by asking each module that writes documents. */
export function createRetention({ store, clock, owners }: RetentionOptions): Retention {
  return {
    async sweep(): Promise<number> {
      const now = clock.now();
      let removed = 0;
      for (const owner of owners) removed += await owner.sweep(now);
      if (removed > 0) await store.scrub?.();
      return removed;
    },
    async forget(conversation: string): Promise<Erased> {
      let removed = 0;
      for (const owner of owners) removed += await owner.forget(conversation);
      await store.scrub?.();
      const left: string[] = [];
      for (const owner of owners) for await (const key of owner.keysOf(conversation)) left.push(key);
      return { removed, left };
    },
  };
}
