/** Node's own errors may come from another realm, where `instanceof` does not recognise them. */
export function isFaultNamed(fault: unknown, names: readonly string[]): boolean {
  return typeof fault === 'object' && fault !== null && 'name' in fault && names.includes(String(fault.name));
}

/** No response, a broken connection, or a timeout. */
export const networkFaults: readonly string[] = ['TypeError', 'TimeoutError', 'AbortError'];
