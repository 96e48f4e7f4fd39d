import type { Browser, Page } from 'playwright-core';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { type AnswerOffer, answerCard } from '../../cards/answer-card.ts';
import { samples } from '../../cards/gallery/samples.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { isQuestionId } from '../../src/domain/questions.ts';
import { createTranslator, type Locale, locales } from '../../src/i18n/index.ts';
import { offendersAmong } from '../builders/offenders.ts';
import { type Told, tellEverybody } from '../cards/everybody-told.ts';
import { realContent, realIndex } from '../questions/question-sets.ts';
import { openBrowser } from './browser.ts';
import { heightsOf, openEmptyPanel } from './drawn-cards.ts';

/** How tall each card is where people see it, before anything is unfolded. Source of the budgets: docs/design.md. */

/** Pixels, in a window of 640. Held with whatever font the machine has: where that is a wide one, they hold with every other. */
const budgets = [
  { kind: 'verdict', cards: /^verdict (?!reasons|notices|blockers|checks)/, most: 480 },
  { kind: 'steps', cards: /^steps /, most: 520 },
  { kind: 'status', cards: /^status/, most: 560 },
  { kind: 'join', cards: /^join /, most: 520 },
  { kind: 'answer', cards: /^answer /, most: 400 },
] as const;
/** The panel and a phone. */
const widths = [390, 360];
const [{ most: mostOfVerdict }] = budgets;

interface Drawn {
  readonly title: string;
  readonly kind: string;
  /** Pixels. */
  readonly height: number;
  readonly most: number;
}

let browser: Browser;
let page: Page;
let drawn: readonly Drawn[];

beforeAll(async () => {
  browser = await openBrowser();
  page = await openEmptyPanel(browser);
  const all: Drawn[] = [];
  for (const locale of locales) all.push(...(await drawnIn(locale, [...sampledCards(locale), ...realAnswers(locale)])));
  drawn = all;
}, 300_000);
afterAll(() => browser.close());

test.each(budgets)('a card of the kind “$kind” is at most $most pixels tall in every language', ({ kind }) => {
  expect(
    offendersAmong(
      drawn.filter((one) => one.kind === kind),
      ({ height, most }) => (height <= most ? [] : [`${height} px, not ${most}`]),
    ),
  ).toEqual([]);
});

test('the verdict of everybody in the sandbox keeps the budget on every route and in every language', async () => {
  const sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
  const told = await tellEverybody(sandbox, locales).finally(() => sandbox.stop());
  const all: Drawn[] = [];
  for (const locale of locales) all.push(...(await drawnIn(locale, verdictsIn(told, locale))));

  expect(all.length).toBeGreaterThan(locales.length * widths.length * 25);
  expect(offendersAmong(all, ({ height, most }) => (height <= most ? [] : [`${height} px, not ${most}`]))).toEqual([]);
}, 300_000);

/** Each card once: what is behind a fold takes no room, so cards that differ only there look the same. */
function verdictsIn(told: readonly Told[], locale: Locale): readonly Budgeted[] {
  const found = told
    .filter((one) => one.locale === locale)
    .map(({ who, scenario, card, buttons }) => {
      const inSight = card.body.map((part) => (part.type === 'Fold' ? part.summary : part));
      return [
        JSON.stringify([inSight, buttons.slice(0, 2)]),
        { name: `${who} ${scenario}`, kind: 'told', most: mostOfVerdict, card },
      ] as const;
    });
  return [...new Map(found).values()];
}

interface Budgeted {
  readonly name: string;
  readonly kind: string;
  readonly most: number;
  readonly card: AdaptiveCard;
}

async function drawnIn(locale: Locale, cards: readonly Budgeted[]): Promise<readonly Drawn[]> {
  const heights = await heightsOf(
    page,
    cards.map(({ card }) => card),
    locale,
    widths,
  );
  return cards.flatMap(({ name, kind, most }, at) =>
    widths.map((width, which) => ({
      title: `${name} · ${locale} · ${width}`,
      kind,
      most,
      height: heights[at]?.[which] ?? Number.NaN,
    })),
  );
}

function sampledCards(locale: Locale): readonly Budgeted[] {
  const t = createTranslator(locale);
  return samples
    .filter(({ name, isNameless }) => !isNameless && !/worst|long/.test(name))
    .flatMap(({ name, make }) =>
      budgets.filter(({ cards }) => cards.test(name)).map(({ kind, most }) => ({ name, kind, most, card: make(t) })),
    );
}

/** The answers that show most, with all that they lead to. */
function realAnswers(locale: Locale): readonly Budgeted[] {
  const index = realIndex();
  const t = createTranslator(locale);
  const answers = (realContent().questions[locale] ?? []).map((question) => {
    const next = question.next.map((step): AnswerOffer => {
      if (!isQuestionId(step)) return { kind: 'step', step };
      return { kind: 'question', id: step, title: index.get(step, question.locale)?.title ?? '' };
    });
    const card = answerCard({ question, fit: 'everybody', onlyIn: null, asked: '', next }, t);
    return { name: `answer ${question.id}`, kind: 'answer', most: 400, card };
  });
  return answers.toSorted((a, b) => lettersIn(b.card) - lettersIn(a.card)).slice(0, 15);
}

/** In sight, with a line for a row of buttons. */
function lettersIn({ body }: AdaptiveCard): number {
  const letters = body.map((part) =>
    part.type === 'TextBlock' ? part.text.length : part.type === 'ActionSet' ? 80 : 0,
  );
  return letters.reduce((sum, one) => sum + one, 0);
}
