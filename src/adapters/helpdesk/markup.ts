/** A text in which some characters were escaped for JSON, and others were not. */
export function withoutEscapes(text: string): string {
  return text.replace(/\\(["\\/nrt])/g, (_all, sign: string) => ({ n: '\n', r: '\r', t: '\t' })[sign] ?? sign);
}

/** Escaped HTML for a desk that accepts only HTML. */
export function htmlFrom(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}
