import { AdaptiveCard, HostConfig, SerializationContext } from 'adaptivecards';
import { type CardChannel, toDialect } from '../../cards/dialect.ts';
import { samples } from '../../cards/gallery/samples.ts';
import { createTranslator, locales, sentencesOf } from '../../src/i18n/index.ts';

const channels: readonly CardChannel[] = ['teams', 'webchat'];
const nonce = 'n'.repeat(64);

const cases = locales.flatMap((locale) =>
  channels.flatMap((channel) =>
    samples.map(({ name, make }) => ({
      title: `${name} · ${locale} · ${channel}`,
      locale,
      channel,
      plain: make(createTranslator(locale)),
      card: toDialect(make(createTranslator(locale)), channel, { nonce }),
    })),
  ),
);

describe.each(cases)('$title', ({ card, plain, channel, locale }) => {
  test('is understood by Adaptive Cards without a remark', () => {
    const context = new SerializationContext();
    const parsed = new AdaptiveCard();
    // Teams draws six; the library's own default is five.
    parsed.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
    // The library keeps one global pattern for `lang`, which forgets to start over and refuses every second card.
    const pattern = AdaptiveCard.langProperty.regEx;
    if (pattern) pattern.lastIndex = 0;
    parsed.parse(structuredClone(card), context);
    const remarks = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);

    expect(remarks).toEqual([]);
    expect(parsed.validateProperties().validationEvents).toEqual([]);
  });

  test('is smaller than 28 kB', () => {
    expect(Buffer.byteLength(JSON.stringify(card), 'utf8')).toBeLessThan(28_000);
  });

  test('says something where it cannot be drawn and when it is read aloud', () => {
    expect(card.fallbackText.length).toBeGreaterThan(10);
    expect(card.speak).toBe(card.fallbackText);
    expect(card.lang).toBe(locale);
    expect(card.version).toBe('1.5');
  });

  test('has at most six buttons in each place and one that stands out', () => {
    const places = actionPlaces(card);

    expect(card.actions.length).toBeLessThanOrEqual(6);
    for (const actions of places) expect(actions.length).toBeLessThanOrEqual(6);
    const primary = places.flat().filter((action) => action.style === 'positive');
    expect(primary.length).toBeLessThanOrEqual(1);
  });

  test('gives every button a title, and its number when it sends something back', () => {
    for (const action of actionPlaces(card).flat()) {
      expect(String(action.title).length).toBeGreaterThan(1);
      if (action.type === 'Action.OpenUrl') continue;
      expect(action.type).toBe(channel === 'teams' ? 'Action.Execute' : 'Action.Submit');
      expect(action.data).toMatchObject({ nonce });
    }
  });

  test('leaves no hole in a sentence and no word without a translation', () => {
    const keys = new Set(Object.keys(sentencesOf(locale)));
    for (const text of textsIn(plain)) {
      expect(text).not.toMatch(/(?<!\\)\{\w+(?<!\\)\}/);
      expect(keys.has(text.replace(/^[•?✓→] /, ''))).toBe(false);
      expect(text).not.toContain('undefined');
    }
  });
});

test('every button of every card means something to the bot', async () => {
  const { parseCardAction } = await import('../../cards/card-action.ts');
  const pressed = cases.flatMap(({ card }) => actionPlaces(card).flat()).filter((action) => 'data' in action);

  expect(pressed.length).toBeGreaterThan(100);
  for (const action of pressed) expect(parseCardAction(action.data)).toEqual(action.data);
});

type Json = Record<string, unknown>;

function actionPlaces(node: unknown): Json[][] {
  if (Array.isArray(node)) return node.flatMap(actionPlaces);
  if (node === null || typeof node !== 'object') return [];
  const places = Object.values(node).flatMap(actionPlaces);
  return 'actions' in node && Array.isArray(node.actions) ? [node.actions as Json[], ...places] : places;
}

function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([name, value]) => {
    if (typeof value !== 'string') return textsIn(value);
    return ['text', 'title', 'value', 'label', 'speak', 'fallbackText'].includes(name) ? [value] : [];
  });
}
