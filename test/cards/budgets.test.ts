import type { AdaptiveCard, CardElement } from '../../cards/adaptive-card.ts';
import { friendlyNames, readAt, verdictWithBlockers } from '../../cards/gallery/sample-views.ts';
import { samples } from '../../cards/gallery/samples.ts';
import { verdictCard } from '../../cards/verdict-card.ts';
import { blockerIds, urgentNotices } from '../../src/domain/verdict.ts';
import { createTranslator, locales } from '../../src/i18n/index.ts';
import { offendersAmong } from '../builders/offenders.ts';

/** How much may be in sight of each card before anything is unfolded. Source: docs/design.md. */
interface Budget {
  readonly cards: RegExp;
  readonly words: number;
  /** "More" does not count. */
  readonly buttons: number;
}

const budgets: readonly Budget[] = [
  { cards: /^welcome /, words: 45, buttons: 4 },
  { cards: /^verdict (?!reasons|notices|blockers|checks)/, words: 60, buttons: 2 },
  { cards: /^steps /, words: 60, buttons: 2 },
  { cards: /^proof /, words: 40, buttons: 2 },
  { cards: /^status/, words: 86, buttons: 2 },
  { cards: /^join /, words: 60, buttons: 2 },
];
const longestLabel = 24;

const cards = locales.flatMap((locale) =>
  samples
    .filter(({ name, isNameless }) => !isNameless && !/worst/.test(name))
    .map(({ name, make }) => ({ title: `${name} · ${locale}`, name, locale, card: make(createTranslator(locale)) })),
);

test('each card says what matters in few words and shows few buttons', () => {
  const budgeted = cards.flatMap((one) =>
    budgets.filter((budget) => budget.cards.test(one.name)).map((budget) => ({ ...one, budget })),
  );
  const offenders = offendersAmong(budgeted, ({ card, budget }) => {
    const words = wordsInSight(card);
    const buttons = card.actions.filter(({ mode }) => mode !== 'secondary').length;
    return [
      ...(words <= budget.words ? [] : [`${words} words, not ${budget.words}`]),
      ...(buttons <= budget.buttons ? [] : [`${buttons} buttons, not ${budget.buttons}`]),
    ];
  });

  expect(offenders).toEqual([]);
});

test('a deadline beside what is in the way leaves the card short', () => {
  const both = locales.flatMap((locale) =>
    blockerIds.flatMap((id) =>
      urgentNotices.map((urgent) => {
        const verdict = verdictWithBlockers([id], friendlyNames);
        const view = { verdict: { ...verdict, notices: [{ id: urgent, about: friendlyNames }] }, readAt };
        return { title: `${id} with ${urgent} · ${locale}`, card: verdictCard(view, createTranslator(locale)) };
      }),
    ),
  );

  expect(
    offendersAmong(both, ({ card }) => (wordsInSight(card) <= 60 ? [] : [`${wordsInSight(card)} words, not 60`])),
  ).toEqual([]);
});

test('labels of buttons are short in every language', () => {
  const labels = locales.flatMap((locale) => {
    const t = createTranslator(locale);
    return cards
      .filter((one) => one.locale === locale)
      .flatMap(({ name, card }) => card.actions.map(({ title, ...button }) => ({ name, title, button })))
      .filter(({ title }) => title !== t('button.none-of-these'));
  });
  // A route is a sentence, a question is a title, and a name is a name.
  const named = labels.filter(({ button }) => !('data' in button && sentences.has(button.data.do)));

  expect(
    offendersAmong(named, ({ title }) => (title.length <= longestLabel ? [] : [`${title.length} letters`])),
  ).toEqual([]);
});

const sentences = new Set(['choose-scenario', 'ask-question', 'answer-agreement', 'answer-request']);

function wordsInSight({ body }: AdaptiveCard): number {
  const words = body.flatMap(textsInSight).join(' ').split(/\s+/);
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function textsInSight(part: CardElement): readonly string[] {
  switch (part.type) {
    case 'TextBlock':
    case 'StateBadge':
    case 'ProgressMeter':
      return [part.text.replaceAll(/\]\([^)]*\)/g, ']')];
    case 'Container':
      return part.items.flatMap(textsInSight);
    case 'FactSet':
      return part.facts.flatMap(({ title, value }) => [title, value]);
    case 'StateTable':
      return part.rows.flatMap(({ title, items }) => [title, ...items.flatMap(textsInSight)]);
    case 'Fold':
    case 'ActionSet':
    case 'Input.Text':
      return [];
  }
}
