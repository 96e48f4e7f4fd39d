/**
 * The code of an error, such as `ENOTFOUND`; null when it has none. A code and a name may be written down:
 * the message of an error may hold somebody's text.
 */
export function codeOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

/** The name of an error, such as `TypeError`. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
