import type { DocumentStore } from '../../ports/document-store.ts';
import type { RetentionOwner } from '../../ports/retention.ts';

/**
 * The same store, limited to documents that have a retention owner: writing under a prefix that no owner lists rejects with
 * an error. A module that stores something new must therefore say when it is removed.
 */
export function ownedStore(store: DocumentStore, owners: readonly RetentionOwner[]): DocumentStore {
  const prefixes = owners.flatMap((owner) => owner.prefixes);
  const { scrub } = store;
  return {
    read: (key) => store.read(key),
    readIfChanged: (key, etag) => store.readIfChanged(key, etag),
    write: async (key, value, expected, durability) => {
      if (!prefixes.some((prefix) => key.startsWith(prefix)))
        throw new Error(
          `no retention owner for documents under "${key.split('/', 1)[0]}"; see src/wiring/retention.ts`,
        );
      return store.write(key, value, expected, durability);
    },
    remove: (key) => store.remove(key),
    list: (prefix, limit, after) => store.list(prefix, limit, after),
    ...(scrub === undefined ? {} : { scrub: () => scrub.call(store) }),
    close: () => store.close(),
  };
}
