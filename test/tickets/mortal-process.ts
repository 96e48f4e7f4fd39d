import type { DocumentStore } from '../../src/ports/document-store.ts';
import type { Failpoint, FailpointName } from '../../src/tickets/ticket-store.ts';
import type { WorkingBook, World } from './a-book.ts';

export class ProcessEnded extends Error {}

/** One process: once it has ended, nothing that it still had in hand reaches the store. */
export interface MortalProcess {
  readonly book: WorkingBook;
  hasEnded(): boolean;
  readonly passed: readonly FailpointName[];
}

export function startProcess(world: World, ends: (name: FailpointName, passing: number) => boolean): MortalProcess {
  const life = { hasEnded: false };
  const passed: FailpointName[] = [];
  const failpoint: Failpoint = (name) => {
    if (life.hasEnded) throw new ProcessEnded();
    passed.push(name);
    if (!ends(name, passed.filter((one) => one === name).length)) return;
    life.hasEnded = true;
    throw new ProcessEnded();
  };
  return {
    book: world.book({ failpoint, store: mortalStore(world.store, life) }),
    hasEnded: () => life.hasEnded,
    passed,
  };
}

function mortalStore(store: DocumentStore, life: { readonly hasEnded: boolean }): DocumentStore {
  const alive = <T>(work: () => Promise<T>): Promise<T> =>
    life.hasEnded ? Promise.reject(new ProcessEnded()) : work();
  return {
    read: (key) => alive(() => store.read(key)),
    readIfChanged: (key, etag) => alive(() => store.readIfChanged(key, etag)),
    write: (key, value, expected) => alive(() => store.write(key, value, expected)),
    remove: (key) => alive(() => store.remove(key)),
    list: (prefix, limit, after) => alive(() => store.list(prefix, limit, after)),
    close: async () => undefined,
  };
}
