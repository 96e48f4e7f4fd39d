/** Statuses of a 4xx that say nothing about what was asked: too slow, too early, too much, overtaken. */
const passing: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/** Whether a desk said no to what it was asked, rather than not now. `status`: HTTP; null for no answer. */
export function isRefusal(status: number | null): boolean {
  return status !== null && status >= 400 && status < 500 && !passing.has(status);
}
