/**
 * The code of an error, such as `ENOTFOUND`, or null. Codes and names are safe to log;
 * an error's message may contain what a person typed.
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
