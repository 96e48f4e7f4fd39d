/**
 * Makes something out of an object once and gives the same ever after: a schema that is made anew for every answer is
 * also compiled anew. Goes when the object goes.
 */
export function keptPer<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    const kept = made.get(key) ?? make(key);
    made.set(key, kept);
    return kept;
  };
}
