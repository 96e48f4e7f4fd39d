/** The reference that is both shown to the person and logged, so that a helpdesk can match them: the first 8 digits of a UUID. */
export function referenceFrom(uuid: string): string {
  return uuid.slice(0, 8).toUpperCase();
}
