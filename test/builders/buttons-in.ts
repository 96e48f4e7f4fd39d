/** The buttons of a card that send something, wherever in it they are, as the channel got them. */
export function buttonsIn<Button>(node: unknown): readonly Button[] {
  if (Array.isArray(node)) return node.flatMap((one) => buttonsIn<Button>(one));
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap((one) => buttonsIn<Button>(one));
  const isButton = 'type' in node && node.type === 'Action.Submit' && 'data' in node;
  return isButton ? [node as unknown as Button, ...inside] : inside;
}
