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

/** Names on one line: the first few in sort order, then how many more there are, to keep cards small. */
export function someNames(names: readonly string[], most = 5): string {
  const sorted = [...new Set(names)].sort(inPlainOrder);
  const rest = sorted.length - most;
  return rest > 0 ? `${sorted.slice(0, most).join(', ')} +${rest}` : sorted.join(', ');
}
