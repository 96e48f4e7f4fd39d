/** Sorts plain ids and names the same way on every machine, whatever its language. */
export function inPlainOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Ids come in both cases from different services; they name the same thing. */
export function sameId(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
}

/** Each key once, first one kept. */
export function onePer<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item] as const)).values()].toReversed();
}

/** Whole days from one moment to another, rounded up; null when there is no readable end. Negative when it has passed. */
export function daysUntil(end: string | null, now: number): number | null {
  if (end === null) return null;
  const at = Date.parse(end);
  if (Number.isNaN(at)) return null;
  // `+ 0` because rounding up a small negative number gives minus zero, which reads as "-0 days".
  return Math.ceil((at - now) / 86_400_000) + 0;
}

/** Names in one line: the first few in plain order, then how many more there are, so that a card stays small. */
export function someNames(names: readonly string[], most = 5): string {
  const sorted = [...new Set(names)].sort(inPlainOrder);
  const rest = sorted.length - most;
  return rest > 0 ? `${sorted.slice(0, most).join(', ')} +${rest}` : sorted.join(', ');
}
