/** Creates a value on first use and keeps it. For values that are slow to create and that the first response may not need. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
