/**
 * How many times as much processor time some work takes when its input is eight times as large: about 8 where it is in
 * proportion, 64 where it is squared. The least of five tries each, so that what else the machine does hardly counts; less
 * than a millisecond counts as one, for there chance rules.
 */
export function growthOf(work: (size: number) => unknown, size: number): number {
  const leastOf = (each: number): number =>
    Math.min(...Array.from({ length: 5 }, () => microseconds(() => work(each))));
  leastOf(size);
  return leastOf(size * 8) / Math.max(leastOf(size), 1_000);
}

/** More than proportion and chance explain, and far less than the square. */
export const inProportion = 30;

function microseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
