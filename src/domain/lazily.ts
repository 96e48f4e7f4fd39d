/** Made when it is first asked for, and then kept: for what takes time to make and the first answer may not need. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
