/** A service that asks for a longer pause is asked again after this, in seconds. */
const longestWaitSeconds = 24 * 60 * 60;

/**
 * Seconds in a Retry-After header, which is a number or a date (RFC 9110 section 10.2.3); at most one day.
 * Null if it is not readable. `now` is milliseconds since 1970.
 */
export function readRetryAfter(header: string | null | undefined, now: number): number | null {
  if (header === undefined || header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Math.min(longestWaitSeconds, Number(header.trim()));
  // HTTP dates contain the name of the day, so text without letters is not a date, although `Date.parse` may accept it.
  const at = /[a-z]/i.test(header) ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(at)) return null;
  return Math.min(longestWaitSeconds, Math.max(0, Math.ceil((at - now) / 1_000)));
}
