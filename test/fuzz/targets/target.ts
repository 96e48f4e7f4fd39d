/** Something that takes bytes from strangers. `try` throws when the bytes break a promise. */
export interface FuzzTarget {
  /** What is tried, for the report. */
  readonly what: string;
  try(bytes: Buffer): void | Promise<void>;
}

/** A promise that was broken. The bytes that did it are kept by the fuzzer. */
export function promise(holds: boolean, what: string): void {
  if (!holds) throw new Error(`broken: ${what}`);
}

export function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
