/**
 * Makes a value from an object once and caches it as long as the object lives. A schema, for example, would
 * otherwise be compiled again for every response.
 */
export function keptPer<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    const kept = made.get(key) ?? make(key);
    made.set(key, kept);
    return kept;
  };
}
