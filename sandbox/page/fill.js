/** A sentence with its names filled in. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_match, name) => String(values[name] ?? ''));
}
