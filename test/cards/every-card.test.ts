import { isDeepStrictEqual } from 'node:util';
import type { CardElement } from '../../cards/adaptive-card.ts';
import { parseCardAction } from '../../cards/card-action.ts';
import { type CardChannel, toDialect } from '../../cards/dialect.ts';
import { samples } from '../../cards/gallery/samples.ts';
import { proofCard } from '../../cards/proof-card.ts';
import { linkUrls } from '../../src/domain/links.ts';
import { createTranslator, type Locale, languages, locales } from '../../src/i18n/index.ts';
import { sentencesOf } from '../../src/i18n/translator.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { buttonRows, elementsIn, notMarkdownIn, remarksOn, textsIn } from './card-parts.ts';

/** Each rule is held against every card in every language and channel. What fails names the cards that break it. */

/** Teams opens its sign-in window by itself; nothing reaches the bot. */
const opensWindow = (button: Readonly<Record<string, unknown>>): boolean =>
  'msteams' in ((button.data as object | undefined) ?? {});

const channels: readonly CardChannel[] = ['teams', 'webchat'];
const nonce = 'n'.repeat(64);

const cards = locales.flatMap((locale) =>
  channels.flatMap((channel) =>
    samples.map(({ name, make }) => {
      const plain = make(createTranslator(locale));
      const title = `${name} · ${locale} · ${channel}`;
      return { title, locale, channel, plain, card: toDialect(plain, channel, { nonce }) };
    }),
  ),
);

test('every card is understood by Adaptive Cards without a remark', () => {
  // Elements that only Teams knows; older clients and this library draw their fallback.
  const offenders = offendersAmong(cards, ({ card, channel }) =>
    remarksOn(card).filter(
      (remark) => channel !== 'teams' || !/^Unknown element type "(Badge|ProgressBar)"\. Fallback/.test(remark),
    ),
  );

  expect(offenders).toEqual([]);
});

test('every card is smaller than 28 kB', () => {
  const offenders = offendersAmong(cards, ({ card }) => {
    const bytes = Buffer.byteLength(JSON.stringify(card), 'utf8');
    return bytes < 28_000 ? [] : [`${bytes} bytes`];
  });

  expect(offenders).toEqual([]);
});

test('every card says something where it cannot be drawn and when it is read aloud', () => {
  const offenders = offendersAmong(cards, ({ card, locale }) => [
    ...(card.fallbackText.length > 10 ? [] : [`the fallback text is “${card.fallbackText}”`]),
    ...(card.speak === card.fallbackText ? [] : [`it says “${card.speak}” and falls back to “${card.fallbackText}”`]),
    ...(card.lang === locale ? [] : [`its language is ${card.lang}`]),
    ...(card.version === '1.5' ? [] : [`its version is ${card.version}`]),
  ]);

  expect(offenders).toEqual([]);
});

/** What promises that more comes: a colon at the end, or words that point ahead. */
const announcing: Readonly<Record<Locale, RegExp>> = {
  en: /:$|\b(here (is|are)|this is (what|how|your)|the following|below)\b/i,
  nl: /:$|\b(dit is (jouw|wat|hoe)|dit kun je|dat kun je|hieronder|het volgende)\b/i,
  de: /:$|\b(das ist (dein|was)|das kannst du|hier (ist|sind)|unten|folgende[nrs]?)\b/i,
  fr: /:$|\b(voici|ci-dessous|suivante?s?)\b/i,
};

test('what announces something is followed by it', () => {
  const offenders = offendersAmong(cards, ({ plain, locale }) =>
    listsIn(plain.body).flatMap((items) => {
      const last = items.at(-1);
      const isFollowedByButtons = items === plain.body && plain.actions.length > 0;
      return last?.type === 'TextBlock' && !isFollowedByButtons && announcing[locale].test(last.text)
        ? [`nothing comes after “${last.text}”`]
        : [];
    }),
  );

  expect(offenders).toEqual([]);
});

/** Every list of parts on a card: its body, its boxes and its folds. */
function listsIn(items: readonly CardElement[]): readonly (readonly CardElement[])[] {
  return [
    items,
    ...items.flatMap((one) => (one.type === 'Container' || one.type === 'Fold' ? listsIn(one.items) : [])),
  ];
}

test('what is not Markdown has no escapes: what is read aloud, what stands on a button or in a box', () => {
  const offenders = offendersAmong(cards, ({ card }) =>
    notMarkdownIn(card).filter((text) => /\\[\\`*_{}[\]<>|~:.#+-]/.test(text)),
  );

  expect(offenders).toEqual([]);
});

test('what only Teams knows has something to fall back to', () => {
  const offenders = offendersAmong(cards, ({ card }) =>
    elementsIn(card.body)
      .filter(({ type }) => type === 'Badge' || type === 'ProgressBar')
      .flatMap(({ type, fallback }) =>
        remarksOn({ ...card, body: [fallback] }).length === 0 ? [] : [`a ${type} alone`],
      ),
  );

  expect(offenders).toEqual([]);
});

test('every card has at most six buttons in each place and one that stands out', () => {
  const offenders = offendersAmong(cards, ({ card }) => {
    const rows: readonly (readonly Record<string, unknown>[])[] = [[...card.actions], ...buttonRows(card)] as never;
    const primary = buttonRows(card)
      .flat()
      .filter(({ style }) => style === 'positive');
    return [
      ...rows
        .flatMap((row) => [
          row.filter(({ mode }) => mode !== 'secondary'),
          row.filter(({ mode }) => mode === 'secondary'),
        ])
        .filter(({ length }) => length > 6)
        .map(({ length }) => `${length} buttons in one place`),
      ...(primary.length > 1 ? [`${primary.length} buttons that stand out`] : []),
    ];
  });

  expect(offenders).toEqual([]);
});

test('every button has a title, and its number when it sends something back', () => {
  const offenders = offendersAmong(cards, ({ card, channel }) =>
    buttonRows(card)
      .flat()
      .flatMap((button) => {
        const sends =
          !['Action.OpenUrl', 'Action.ToggleVisibility'].includes(String(button.type)) && !opensWindow(button);
        const expected = channel === 'teams' ? 'Action.Execute' : 'Action.Submit';
        const data = button.data as { readonly nonce?: unknown } | undefined;
        return [
          ...(String(button.title ?? '').length > 1 ? [] : [`a button is called “${button.title}”`]),
          ...(sends && button.type !== expected ? [`“${button.title}” is an ${button.type}`] : []),
          ...(sends && data?.nonce !== nonce ? [`“${button.title}” sends the number ${data?.nonce}`] : []),
        ];
      }),
  );

  expect(offenders).toEqual([]);
});

test('every button of every card means something to the bot', () => {
  const pressed = cards.flatMap(({ title, card }) =>
    buttonRows(card)
      .flat()
      .filter((button) => 'data' in button && !opensWindow(button))
      .map(({ data }) => ({ title, data })),
  );
  const offenders = offendersAmong(pressed, ({ data }) => {
    // What opens Web Chat's sign-in window is for Web Chat; any other client sends the rest.
    const { __isBotFrameworkCardAction, cardAction, ...sent } = data as Record<string, unknown>;
    return isDeepStrictEqual(parseCardAction(data), sent) ? [] : [JSON.stringify(data)];
  });

  expect(pressed.length).toBeGreaterThan(1_000);
  expect(offenders).toEqual([]);
});

test('no sentence of a card has a hole, and no word is without a translation', () => {
  const keys = Object.fromEntries(
    locales.map((locale) => [locale, new Set(Object.keys(sentencesOf(languages[locale])))]),
  );
  const offenders = offendersAmong(cards, ({ plain, locale }) =>
    textsIn(plain).filter(
      (text) =>
        /(?<!\\)[{}]/.test(text) || text.includes('undefined') || keys[locale]?.has(text.replace(/^[•?✓→] /, '')),
    ),
  );

  expect(offenders).toEqual([]);
});

test('a link in Teams has a sign that it leads out, by its name in the catalogue: no picture is fetched anywhere', () => {
  const links = cards.flatMap(({ title, channel, card }) =>
    buttonRows(card)
      .flat()
      .filter(({ type }) => type === 'Action.OpenUrl')
      .map(({ iconUrl }) => ({ title, channel, iconUrl })),
  );
  const offenders = offendersAmong(links, ({ channel, iconUrl }) =>
    iconUrl === (channel === 'teams' ? 'icon:Open' : undefined) ? [] : [String(iconUrl)],
  );

  expect(links.length).toBeGreaterThan(100);
  expect(offenders).toEqual([]);
});

test('what is proven leads to what people do next', () => {
  const second = (scenario: 'add-azure' | 'add-microsoft-365' | 'join') => {
    const proof = { kind: 'proven', scenario, changes: [], where: 'Contoso', whereId: 'id' } as const;
    return proofCard({ proof, checkedAt: '2026-11-20T09:00:00Z' }, createTranslator('en')).actions[1];
  };

  expect(second('add-azure')).toMatchObject({ data: { do: 'show-topic', topic: 'share-azure-access' } });
  expect(second('join')).toMatchObject({ data: { do: 'show-topic', topic: 'share-azure-access' } });
  expect(second('add-microsoft-365')).toMatchObject({
    type: 'Action.OpenUrl',
    url: linkUrls['microsoft-365-admin-center'],
  });
});
