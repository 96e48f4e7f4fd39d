/** The last line of every note to a desk: from it, an effect that may have arrived is known again. */
export function effectMark(effectId: string): string {
  return `[onetenant:${effectId}]`;
}
