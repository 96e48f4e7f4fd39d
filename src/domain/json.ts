/** Parses JSON; null if the text is not JSON, for callers that treat null as no answer anyway. */
export function jsonOrNull(text: string): unknown {
  return parseJson(text, () => null);
}

/** Parses JSON. If the text is not JSON, `otherwise` returns a fallback or throws. */
export function parseJson(text: string, otherwise: (cause: unknown) => unknown): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return otherwise(cause);
  }
}

/**
 * A deep copy of JSON data. Anything that is not JSON is cloned by Node.
 * Node's own `structuredClone` took 5 % of a turn: it writes the value down and reads it again.
 */
export function plainCopy<T>(value: T): T {
  return copied(value) as T;
}

function copied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copied);
  if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    // Assigned, it would change what the copy is instead of what it holds.
    if (name !== '__proto__') copy[name] = copied(member);
  }
  return copy;
}
