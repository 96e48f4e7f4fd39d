import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardAction } from '../../cards/card-action.ts';
import { loadContent } from '../../src/adapters/search/content.ts';
import { createTranslator, type Locale, locales } from '../../src/i18n/index.ts';
import { offendersOneByOne } from '../builders/offenders.ts';
import type { Chat } from './chat.ts';
import { type Stage, setStageWithIndex } from './stage.ts';

/** The very first thing that somebody types in a new chat, over the wire: each wish of `typed-wishes.tsv`, and each subject. */

const root = join(__dirname, '..', '..');

let stage: Stage;

beforeAll(async () => {
  stage = await setStageWithIndex();
});

afterAll(() => stage.stop());

test('each wish that people typed opens its route, or fetches a person', async () => {
  expect(await notDone(rowsOf('typed-wishes.tsv'))).toEqual([]);
});

test.each(['en', 'nl', 'de'] as const)(
  'nearly each of fifty other wishes in "%s" does too, and each route is among them',
  async (locale) => {
    const rows = rowsOf('fresh-wishes.tsv').filter((row) => row.locale === locale && firstWishes.has(row.wanted));
    const spread = rows.filter((_, at) => at % Math.ceil(rows.length / 50) === 0);

    const missed = await notDone(spread);

    expect(new Set(spread.map(({ wanted }) => wanted))).toEqual(firstWishes);
    expect(missed.length).toBeLessThanOrEqual(spread.length * 0.05);
  },
);

test.each(['en', 'nl', 'de'] as const)(
  'each subject is answered or offered to whoever asks it in its first wording in "%s"',
  async (locale) => {
    const t = createTranslator(locale);
    const { questions } = loadContent(join(root, 'content'), Date.now());
    const byTopic = new Map(
      (questions[locale] ?? []).flatMap((one) => one.topics.map((topic) => [topic, one] as const)).toReversed(),
    );
    const subjects = [...byTopic].map(([topic, one]) => ({ topic, title: one.also[0] ?? one.title }));

    const missed = await offendersOneByOne(subjects, async ({ topic, title }) => {
      const chat = await stage.opensChat({ as: 'nothing', locale });
      await chat.says(title);
      const found = idsShown(chat).flatMap((id) => questions.en?.find((one) => one.id === id)?.topics ?? []);
      // Who says that they bought both apart gets the way to join them at once.
      const isRoute = chat.words().includes(t('scenarios.join.name'));
      return found.includes(topic) || isRoute ? [] : [`${topic} is not among ${idsShown(chat).join(' ')}`];
    });

    expect(byTopic.size).toBeGreaterThanOrEqual(70);
    expect(missed).toEqual([]);
  },
);

/** What somebody comes with. */
const firstWishes: ReadonlySet<string> = new Set(['add-azure', 'add-microsoft-365', 'join', 'talk-to-person']);

interface Row {
  readonly locale: Locale;
  readonly wanted: string;
  readonly title: string;
}

function rowsOf(name: string): readonly Row[] {
  const lines = readFileSync(join(root, 'test/questions', name), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [locale = '', wanted = '', title = ''] = line.split('\t');
    return { locale: localeNamed(locale), wanted, title };
  });
}

/** Those that, as the very first words of a chat, do not open their route or fetch a person. */
function notDone(rows: readonly Row[]): Promise<readonly string[]> {
  return offendersOneByOne(rows, async ({ locale, wanted, title }) => {
    const chat = await stage.opensChat({ as: 'nothing', locale });
    await chat.says(title);
    const t = createTranslator(locale);
    const isDone =
      wanted === 'talk-to-person'
        ? chat.button('hand-over') !== undefined
        : chat.words().includes(t('card.sign-in.title')) &&
          chat.words().includes(t(`scenarios.${scenarioNamed(wanted)}.name`));
    return isDone ? [] : [`not ${wanted}`];
  });
}

/** The entry that the chat answers with, or those that it offers. */
function idsShown(chat: Chat): readonly string[] {
  return chat
    .buttons(chat.heard)
    .flatMap(({ data }: { readonly data: CardAction }) =>
      data.do === 'answer-helped' || data.do === 'ask-question' ? [data.id] : [],
    );
}

function localeNamed(name: string): Locale {
  const found = locales.find((one) => one === name);
  if (found === undefined) throw new Error(`no language ${name}`);
  return found;
}

function scenarioNamed(name: string): 'add-azure' | 'add-microsoft-365' | 'join' {
  if (name === 'add-azure' || name === 'add-microsoft-365' || name === 'join') return name;
  throw new Error(`no scenario ${name}`);
}
