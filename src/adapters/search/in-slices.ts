import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';

/** Work that lets others go first at each `yield`, and what comes of it. */
export type Slices<T> = Generator<void, T, void>;

/** Something that takes long to make: in slices while there is time, or what is left of it at once. */
export interface MadeInSlices<T> {
  /** Made when this settles. The process serves others between two slices. */
  readonly ready: () => Promise<void>;
  /** Finishes what `ready` has not done yet. */
  readonly get: () => T;
}

/** Begins when it is first asked for. Throws what `begin` throws. */
export function inSlices<T>(begin: () => Slices<T>): MadeInSlices<T> {
  let slices: Slices<T> | null = null;
  let made: { readonly value: T } | null = null;
  let going: Promise<void> | null = null;
  const advance = (): { readonly value: T } | null => {
    slices ??= begin();
    const { done, value } = slices.next();
    if (done === true) made = { value };
    return made;
  };
  const go = async (): Promise<void> => {
    while (made === null && advance() === null) await nextTurnOfTheLoop();
  };
  return {
    ready: () => {
      going ??= go();
      return going;
    },
    get: () => {
      slices ??= begin();
      made ??= { value: atOnce(slices) };
      return made.value;
    },
  };
}

/** All slices, one after another, without a pause. */
export function atOnce<T>(slices: Slices<T>): T {
  for (;;) {
    const { done, value } = slices.next();
    if (done === true) return value;
  }
}
