const longest = 1_000;

/** What gives something or somebody away, and what is written in its place. The order matters: the wider ones come first. */
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
 * Text of others, fit for a log: without tokens, secrets, mail addresses, codes, ids and queries, on one line, at most 1,000 characters.
 * Our own events need none of this: they carry no text. It is for what libraries say by themselves.
 */
export function redact(text: string): string {
  // Cut before searching, so that no text is long enough to search slowly; again after, because marks can be longer.
  const oneLine = text.slice(0, longest * 2).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return patterns.reduce((told, [pattern, mark]) => told.replace(pattern, mark), oneLine).slice(0, longest);
}
