const noBreak = '\u00A0';

/**
 * Puts the spaces of French that no line may break at: before : ; ? and inside « ». The words are written with ordinary spaces, which
 * editors show and can be searched for.
 */
export function frenchSpaces<T>(words: T): T {
  if (typeof words === 'string') return words.replace(/ (?=[:;?»])|(?<=«) /g, noBreak) as T;
  if (Array.isArray(words)) return words.map(frenchSpaces) as T;
  return Object.fromEntries(Object.entries(words ?? {}).map(([name, value]) => [name, frenchSpaces(value)])) as T;
}
