/** Made when it is first asked for, and then kept: for parts of which the library is too big to load at start. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
