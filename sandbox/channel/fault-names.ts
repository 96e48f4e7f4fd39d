/** Node's own faults may come from another realm, where `instanceof` does not know them. */
export function isFaultNamed(fault: unknown, names: readonly string[]): boolean {
  return typeof fault === 'object' && fault !== null && 'name' in fault && names.includes(String(fault.name));
}

/** Nobody answered, the connection broke, or the time was up. */
export const networkFaults: readonly string[] = ['TypeError', 'TimeoutError', 'AbortError'];
