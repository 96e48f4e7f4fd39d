/** A number with its noun, for operators: `1 fault`, `2 faults`. English only; text for people is in `src/i18n`. */
export function countOf(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
