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
