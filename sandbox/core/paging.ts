/** One page of a list. */
export interface Slice<T> {
  readonly items: readonly T[];
  /** Where the next page starts, as a client gets it; null on the last page. */
  readonly skipToken: string | null;
}

export interface PageOptions {
  readonly size: number;
  readonly skipToken: string | null;
}

/** Cuts a page out of a list. Null when the skip token is not one that this function made. */
export function cutPage<T>(items: readonly T[], { size, skipToken }: PageOptions): Slice<T> | null {
  const start = skipToken === null ? 0 : readSkipToken(skipToken);
  if (start === null) return null;
  const end = start + size;
  return { items: items.slice(start, end), skipToken: end < items.length ? writeSkipToken(end) : null };
}

function writeSkipToken(start: number): string {
  return Buffer.from(`start=${start}`).toString('base64url');
}

function readSkipToken(token: string): number | null {
  const digits = /^start=(\d{1,9})$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  return digits === undefined ? null : Number(digits);
}
