/**
 * What a person and the log both get told, so that a helpdesk finds the one by the other: 8 letters and digits, made from
 * unguessable text. Signs would be hard to read out, and some channels show them with a backslash.
 */
export function referenceFrom(randomId: string): string {
  return randomId.slice(0, 8).toUpperCase().replaceAll('-', 'X').replaceAll('_', 'Y');
}
