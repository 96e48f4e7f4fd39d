/** The value in a JSON text; null for anything else, where the reader takes null for no answer anyway. */
export function jsonOrNull(text: string): unknown {
  return parseJson(text, () => null);
}

/** The value in a JSON text. What becomes of anything else, a value in its place or an error, is for `otherwise` to say. */
export function parseJson(text: string, otherwise: (cause: unknown) => unknown): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return otherwise(cause);
  }
}
