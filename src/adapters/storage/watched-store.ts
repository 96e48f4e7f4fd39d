import type { DocumentStore } from '../../ports/document-store.ts';

/** One call to the store: its outcome and duration. Never which document, because a key identifies a conversation. */
interface StoreCall {
  readonly service: 'storage';
  /** `conflict`: another writer was first, which is an answer and not a fault. */
  readonly outcome: '2xx' | 'conflict' | 'no-answer';
  readonly tookMs: number;
}

/** The same store, with `observe` called after each call, and `hearFault` with what a call was rejected with. */
export function watchedStore(
  store: DocumentStore,
  observe: (call: StoreCall) => void,
  hearFault: (fault: unknown) => void = () => undefined,
): DocumentStore {
  const watched = async <T>(
    call: () => Promise<T>,
    outcomeOf: (answer: T) => StoreCall['outcome'] = done,
  ): Promise<T> => {
    const startedAt = performance.now();
    const note = (outcome: StoreCall['outcome']): void =>
      observe({ service: 'storage', outcome, tookMs: Math.round(performance.now() - startedAt) });
    try {
      const answer = await call();
      note(outcomeOf(answer));
      return answer;
    } catch (fault) {
      note('no-answer');
      hearFault(fault);
      throw fault;
    }
  };
  const { scrub } = store;
  return {
    read: (key) => watched(() => store.read(key)),
    readIfChanged: (key, etag) => watched(() => store.readIfChanged(key, etag)),
    write: (key, value, expected, durability) =>
      watched(
        () => store.write(key, value, expected, durability),
        ({ kind }) => (kind === 'conflict' ? 'conflict' : '2xx'),
      ),
    remove: (key) => watched(() => store.remove(key)),
    list: (prefix, limit, after) => watched(() => store.list(prefix, limit, after)),
    ...(scrub === undefined ? {} : { scrub: () => scrub.call(store) }),
    close: () => store.close(),
  };
}

function done(): StoreCall['outcome'] {
  return '2xx';
}
