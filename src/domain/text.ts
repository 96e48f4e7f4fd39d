/** Sorts ids and names the same way on every machine, whatever its locale. */
export function inPlainOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Compares ids without case, because services differ in the case they use. */
export function sameId(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
}

/** Keeps the first item for each key. */
export function onePer<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item] as const)).values()].toReversed();
}

/** Whole days between two times, rounded up; negative if `end` has passed, null if it is not readable. */
export function daysUntil(end: string | null, now: number): number | null {
  if (end === null) return null;
  const at = Date.parse(end);
  if (Number.isNaN(at)) return null;
  // `+ 0` turns minus zero, the result of rounding up a small negative number, into zero.
  return Math.ceil((at - now) / 86_400_000) + 0;
}

/** Parts names from how many more there are. No text that people see holds it, so no name passes for a count. */
const restMark = '\u001F';

/** Names on one line: the first few in sort order, then how many more there are, to keep cards small. `partRest` reads it. */
export function someNames(names: readonly string[], most = 5): string {
  const sorted = [...new Set(names.map((name) => name.replaceAll(restMark, ' ')))].sort(inPlainOrder);
  const rest = sorted.length - most;
  return rest > 0 ? `${sorted.slice(0, most).join(', ')}${restMark}${rest}` : sorted.join(', ');
}

/** What `someNames` wrote: the names, and how many more there are. */
export function partRest(value: string): { readonly names: string; readonly rest: number } {
  const [names = '', rest = '0'] = value.split(restMark);
  return { names, rest: Number(rest) };
}
