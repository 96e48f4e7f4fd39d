const onThisMachine: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Whether an address would be reached over a network without encryption. */
export function isPlainHttp(address: string): boolean {
  const url = new URL(address);
  return url.protocol === 'http:' && !onThisMachine.includes(url.hostname);
}
