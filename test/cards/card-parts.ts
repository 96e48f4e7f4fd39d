import { AdaptiveCard, HostConfig, SerializationContext } from 'adaptivecards';

type Json = Record<string, unknown>;

/** What the library that draws cards has to say about one. */
export function remarksOn(card: object): readonly string[] {
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  // Teams draws six and puts the secondary ones behind a menu; the library counts both, and its own default is five.
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 12 } });
  // The library keeps one global pattern for `lang`, which forgets to start over and refuses every second card.
  const pattern = AdaptiveCard.langProperty.regEx;
  if (pattern) pattern.lastIndex = 0;
  parsed.parse(structuredClone(card), context);
  const remarks = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...remarks, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

/** Every row of buttons, those of the card itself first. */
export function buttonRows(node: unknown): readonly (readonly Json[])[] {
  if (Array.isArray(node)) return node.flatMap(buttonRows);
  if (node === null || typeof node !== 'object') return [];
  const rows = Object.values(node).flatMap(buttonRows);
  return 'actions' in node && Array.isArray(node.actions) ? [node.actions as Json[], ...rows] : rows;
}

/** Every element of a body, those inside others too. */
export function elementsIn(node: unknown): readonly Json[] {
  if (Array.isArray(node)) return node.flatMap(elementsIn);
  if (node === null || typeof node !== 'object') return [];
  const { items, columns } = node as Json;
  return [node as Json, ...elementsIn(items ?? []), ...elementsIn(columns ?? [])];
}

/** Everything that somebody can read or hear. */
export function textsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([name, value]) => {
    if (typeof value !== 'string') return textsIn(value);
    return readable.has(name) ? [value] : [];
  });
}

const readable = new Set(['text', 'title', 'value', 'label', 'placeholder', 'altText', 'speak', 'fallbackText']);

/**
 * What a client shows or reads as it is. Markdown is drawn in a `TextBlock` and in the facts of a `FactSet`, and nowhere else.
 * Source: Adaptive Cards, "Text features", read November 2026.
 */
export function notMarkdownIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(notMarkdownIn);
  if (node === null || typeof node !== 'object') return [];
  if ('type' in node && (node.type === 'TextBlock' || node.type === 'FactSet')) return [];
  return Object.entries(node).flatMap(([name, value]) => {
    if (typeof value !== 'string') return notMarkdownIn(value);
    return readable.has(name) ? [value] : [];
  });
}
