/** A number with its word, for whoever runs the bot: `1 fault`, `2 faults`. English only; what people read is in `src/i18n`. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
