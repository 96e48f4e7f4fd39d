/** The median. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that this percentage of values does not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** Smallest and largest. */
export function spread(values: readonly number[]): string {
  return `${short(Math.min(...values))}–${short(Math.max(...values))}`;
}

/** Rounded to three significant digits. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** Rotates the list, so that no item always comes first. */
export function rotated<T>(all: readonly T[], by: number): readonly T[] {
  const start = by % Math.max(all.length, 1);
  return [...all.slice(start), ...all.slice(0, start)];
}
