const longest = 1_000;

/** Patterns of sensitive text and their replacements. The order matters: the wider ones come first. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Bearer|Basic)\s+[\w.~+/=-]+/gi, '[authorization]'],
  [/eyJ[\w-]{4,}(?:\.[\w-]*){1,4}/g, '[token]'],
  [
    /\b(AccountKey|SharedAccessKey|SharedAccessSignature|client_secret|client_assertion|refresh_token|access_token|password|secret|sig)(["']?\s*[=:]\s*["']?)[^\s"'&;,}]+/gi,
    '$1$2[secret]',
  ],
  [/\bwhsec_[\w+/=-]+/g, '[secret]'],
  [/[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g, '[mail]'],
  [/\b(code\D{0,20})\d{6}\b/gi, '$1[code]'],
  [/\b\d{6}(\D{0,20}code)\b/gi, '[code]$1'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '[id]'],
  [/(https?:\/\/[^\s?#"']+)[?#][^\s"']*/gi, '$1?[query]'],
];

/**
 * Makes third-party text safe to log: no tokens, secrets, email addresses, codes, ids or queries, one line, at most 1,000 characters.
 * Our own events do not need this: they carry no text. It is for the output of libraries.
 */
export function redact(text: string): string {
  // Cut before matching, so that long input cannot make it slow; cut again after, because replacements can be longer.
  const oneLine = text.slice(0, longest * 2).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return patterns.reduce((told, [pattern, mark]) => told.replace(pattern, mark), oneLine).slice(0, longest);
}
