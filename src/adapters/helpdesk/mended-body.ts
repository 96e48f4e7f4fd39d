import { withoutEscapes } from './markup.ts';

/** What our rule texts put before and after the one text that a desk may fill in as it stands. */
const shape = /^\s*\{\s*"(title|text)"\s*:\s*"([\s\S]*)"\s*,\s*("event"\s*:\s*"[a-z-]+"[\s\S]*)\}\s*$/;
const pair = /"(\w{1,40})"\s*:\s*"([^"\n]*)"\s*(?:,\s*|$)/y;

/**
 * Reads a filled rule text that is no JSON, because its desk put quotes, line breaks or backslashes in as they stand. The text of
 * strangers comes first in it, so what belongs to the desk is read from the last `event` on, and nothing in that text can pass for
 * it. Null if it is no such text.
 */
export function mendWritten(text: string): Readonly<Record<string, string>> | null {
  const [, name = '', words = '', rest = ''] = shape.exec(text) ?? [];
  if (name === '') return null;
  const fields: [string, string][] = [[name, withoutEscapes(words)]];
  pair.lastIndex = 0;
  while (pair.lastIndex < rest.length) {
    const found = pair.exec(rest);
    if (found === null) return null;
    fields.push([found[1] ?? '', found[2] ?? '']);
  }
  return Object.fromEntries(fields);
}
