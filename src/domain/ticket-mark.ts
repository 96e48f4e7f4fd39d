/** The last line of every note to a desk. It identifies the effect, so that a retry can see whether it already arrived. */
export function effectMark(effectId: string): string {
  return `[onetenant:${effectId}]`;
}
