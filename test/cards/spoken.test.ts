import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { samples } from '../../cards/gallery/samples.ts';
import { box, buildCard, button, heading, paragraph, stateBadge } from '../../cards/pieces.ts';
import { plain, spokenWordsMax, warningsIn } from '../../cards/spoken-card.ts';
import { createTranslator, locales } from '../../src/i18n/index.ts';
import { offendersAmong } from '../builders/offenders.ts';

/** Heard in full, though the warnings alone are longer: what moving destroys, and who and where somebody is by the longest names. */
const longWarnings = /^(join confirmation|verdict notices \d+ worst)/;

/** What a screen reader says of each card in every language, and Teams and Web Chat alike. */

const t = createTranslator('en');
const cards = locales.flatMap((locale) =>
  samples.map(({ name, make }) => ({ title: `${name} · ${locale}`, name, card: make(createTranslator(locale)) })),
);
/** Without the longest names there may be, which take the place of what is said last. */
const ordinary = cards.filter(({ name }) => !/worst|long|nameless|^question choices with/.test(name));
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

test('every warning on a card is said', () => {
  const warned = cards.map((one) => ({ ...one, warnings: warningsIn(one.card.body).map(plain) }));

  expect(warned.filter(({ warnings }) => warnings.length > 0).length).toBeGreaterThan(100);
  expect(
    offendersAmong(warned, ({ card, warnings }) => {
      const said = bare(card.speak);
      return warnings.filter((warning) => !said.includes(bare(warning)));
    }),
  ).toEqual([]);
});

test('no card is heard for longer than half a minute', () => {
  expect(
    offendersAmong(cards, ({ card, name }) => {
      const words = card.speak.split(/\s+/).length;
      return words <= spokenWordsMax || longWarnings.test(name) ? [] : [`${words} words`];
    }),
  ).toEqual([]);
});

test('how somebody stands, the title and the choices are said, with a stop after each', () => {
  expect(
    offendersAmong(ordinary, ({ card }) => {
      const said = bare(card.speak);
      const badges = card.body.flatMap((part) => (part.type === 'StateBadge' ? [part.text] : []));
      const choices = card.actions.filter(({ mode }) => mode !== 'secondary').map(({ title }) => title);
      return [
        ...[...badges, ...choices]
          .filter((words) => !said.includes(bare(words)))
          .map((words) => `“${words}” is not said`),
        ...(/[.?!…]$/.test(card.speak) ? [] : ['no stop at the end']),
        ...(/[.?!]\.|\.\s*\./.test(card.speak) ? ['two stops in a row'] : []),
      ];
    }),
  ).toEqual([]);
});

test('nothing is said twice', () => {
  expect(
    offendersAmong(ordinary, ({ card }) => {
      const sentences = card.speak.split(/(?<=[.?!…])\s+/).map(bare);
      return sentences.filter((sentence, at) => sentence !== '' && sentences.indexOf(sentence) !== at);
    }),
  ).toEqual([]);
});

test('where there is too much, the text goes first and a warning never', () => {
  const long = Array.from({ length: 30 }, (_, at) => `Sentence number ${at} of many.`).join(' ');
  const card: AdaptiveCard = buildCard(
    t,
    { title: 'A title', text: long },
    [stateBadge('held-back', t), heading('A title'), paragraph(long), box('warning', [paragraph('Mind \\*this\\*.')])],
    [button('Do it', { do: 'yes' }), button('Leave it', { do: 'no' }), button('Back', { do: 'back' })],
  );

  expect(card.speak).toMatch(/^Not yet\. A title\. Sentence number 0 of many\./);
  expect(card.speak).toContain('Mind this .');
  expect(card.speak).toContain('Do it; Leave it; More.');
  expect(card.speak).not.toContain('Sentence number 29');
});
