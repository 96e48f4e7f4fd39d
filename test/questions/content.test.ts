import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentFault, loadContent } from '../../src/adapters/search/content.ts';
import { fingerprintOf } from '../../src/adapters/search/content-as-built.ts';
import { readContentFile } from '../../src/adapters/search/content-file.ts';
import { readContent } from '../../src/adapters/search/read-content.ts';
import { languages, locales } from '../../src/i18n/locales.ts';
import { contentFolder, realContent, realIndex, today } from './question-sets.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(contentFolder, folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function rewrite(path: string, change: (text: string) => string): void {
  const full = join(folder, path);
  writeFileSync(full, change(readFileSync(full, 'utf8')));
}

test('the content that ships has no faults and nothing stale, and no answer is too long', () => {
  const { faults, warnings, tooLong } = readContent(contentFolder, today);

  expect([faults, warnings, tooLong]).toEqual([[], [], []]);
});

test('every language of the bot that is no draft has the same questions, q01 to q50 and our own', () => {
  const { questions } = realContent();
  const ids = (locale: string) => questions[locale]?.map(({ id }) => id) ?? [];
  const finished = locales.filter((locale) => languages[locale].draft !== true);

  for (const locale of finished) expect(ids(locale)).toEqual(ids('en'));
  for (let number = 1; number <= 50; number += 1) expect(ids('en')).toContain(`q${String(number).padStart(2, '0')}`);
});

test('a question that misses in English is a fault: there would be no answer to give instead', () => {
  rmSync(join(folder, 'questions/en/administrator-needed-for-microsoft-365.md'));

  expect(readContent(folder, today).faults).toEqual([
    'administrator-needed-for-microsoft-365.md: missing in "en", which has to have them all',
  ]);
});

test('a question that misses in another language is told, and its answer is given in English', () => {
  rmSync(join(folder, 'questions/nl/administrator-needed-for-microsoft-365.md'));
  rmSync(join(folder, 'glossary/nl.md'));
  rmSync(join(folder, 'synonyms/nl.txt'));

  const { content, faults, untranslated } = readContent(folder, today);
  const index = realIndex(content);
  const id = content.questions.en?.find(({ id }) => index.get(id, 'nl')?.locale === 'en')?.id ?? '';

  expect(faults).toEqual([]);
  expect(untranslated).toEqual(['administrator-needed-for-microsoft-365.md: missing in "nl"']);
  expect(index.get(id, 'nl')).toEqual(index.get(id, 'en'));
  expect(index.get('q01', 'nl')?.locale).toBe('nl');
  expect(index.explainOldName('Azure AD', 'nl')).toEqual(index.explainOldName('Azure AD', 'en'));
});

test('a language without content is answered in English, whatever other languages could make of its words', () => {
  const index = realIndex();
  const dutch = 'mijn domein is al geverifieerd in een andere tenant';

  expect(index.find(dutch, 'zxx')).toEqual(index.find(dutch, 'en'));
  expect(index.get('q01', 'zxx')?.locale).toBe('en');
});

function withField(text: string, name: string, ...items: readonly string[]): string {
  const without = text.replace(new RegExp(`^${name}:\n(?: {2}- .*\n)+`, 'm'), '');
  return without.replace('checked:', [`${name}:`, ...items.map((item) => `  - ${item}`), 'checked:'].join('\n'));
}

test.each([
  ['http link', (text: string) => text.replace('https://', 'http://'), 'links.0'],
  ['script link', (text: string) => text.replace(/https:.*/, 'javascript:alert(1)'), 'links.0'],
  ['day that does not exist', (text: string) => text.replace(/checked: .*/, 'checked: 2026-13-45'), 'checked'],
  ['topic that is none', (text: string) => withField(text, 'topics', 'moving'), 'topics.0'],
  ['next step that nobody knows', (text: string) => withField(text, 'next', 'route:nowhere'), 'next.0'],
  ['third next step', (text: string) => withField(text, 'next', 'status', 'person', 'q02'), 'next'],
  ['next question that is not there', (text: string) => withField(text, 'next', 'q999'), 'no question q999'],
  ['source without a day', (text: string) => withField(text, 'sources', 'some-page.md'), 'sources.0'],
  ['topic but no source', (text: string) => withField(withField(text, 'sources'), 'topics', 't01'), 'sources'],
  ['guess that is half one', (text: string) => text.replace('checked:', 'inferred: perhaps\nchecked:'), 'inferred'],
  ['condition nobody knows', (text: string) => text.replace('- no-subscriptions', '- on-mondays'), 'applies-to.0'],
  ['field nobody knows', (text: string) => text.replace('checked:', 'colour: red\nchecked:'), 'colour'],
  ['answer that is too long', (text: string) => `${text}${'word '.repeat(200)}`, 'paragraphs'],
  ['variant for a condition that nobody knows', (text: string) => `${text}\n--- if: on-mondays\nNo.\n`, 'conditions.0'],
  ['variant without an answer', (text: string) => `${text}\n--- if: guest-account\n`, 'variants.0.paragraphs'],
  [
    'condition in two variants',
    (text: string) => `${text}\n--- if: guest-account\nOne.\n\n--- if: guest-account, developer-tenant\nTwo.\n`,
    'a condition stands in one variant only',
  ],
  ['line of --- that is no condition', (text: string) => `${text}\n--- wenn: guest-account\nNo.\n`, 'starts with ---'],
  ['empty answer', (text: string) => text.replace(/\n---\n[\s\S]*$/, '\n---\n'), 'paragraphs'],
])('a file with a %s is refused by name', (_what, change, field) => {
  rewrite('questions/en/no-subscriptions-found.md', change);

  const { faults } = readContent(folder, today);

  expect(faults.some((fault) => fault.includes('no-subscriptions-found.md') && fault.includes(field))).toBe(true);
});

test('links that differ between languages are a fault', () => {
  rewrite('questions/en/no-subscriptions-found.md', (text) =>
    text.replace('https://portal.azure.com/', 'https://portal.azure.us/'),
  );

  expect(readContent(folder, today).faults).toEqual([
    'no-subscriptions-found.md: id, links, checked, topics, next, sources, inferred, applies-to, facts or the conditions of variants differ between languages',
  ]);
});

test.each([
  ['an answer', (words: string) => words],
  ['a variant', (words: string) => `Short.\n\n--- if: guest-account\n${words}`],
])('%s of more than 80 words is refused, and the bot starts all the same', (_what, written) => {
  const withWords = (words: number) => {
    for (const locale of realContent().locales)
      rewrite(`questions/${locale}/no-subscriptions-found.md`, (text) =>
        text.replace(/\n---\n[\s\S]*$/, `\n---\n${written('A > word '.repeat(words / 2))}\n`),
      );
    return readContent(folder, today);
  };

  expect(withWords(80).tooLong).toEqual([]);
  expect(withWords(82).tooLong).toContain('nl/no-subscriptions-found.md: an answer of 82 words, at most 80');
  expect(withWords(82).faults).toEqual([]);
});

test('a variant that one language lacks is a fault', () => {
  rewrite('questions/nl/no-subscriptions-found.md', (text) => `${text}\n--- if: guest-account\nNee.\n`);

  expect(readContent(folder, today).faults).toEqual([expect.stringContaining('the conditions of variants differ')]);
});

test('a variant has its conditions and its own paragraphs', () => {
  const variant = '\n--- if: guest-account, developer-tenant\nFirst,\nstill first.\n\nSecond.\n';
  for (const locale of realContent().locales)
    rewrite(`questions/${locale}/no-subscriptions-found.md`, (text) => `${text}${variant}`);

  const { content, faults } = readContent(folder, today);
  const find = (questions: typeof content.questions) => questions.de?.find(({ id }) => id === 'q01');

  expect(faults).toEqual([]);
  expect(find(content.questions)?.paragraphs).toEqual(find(realContent().questions)?.paragraphs);
  expect(find(content.questions)?.variants).toEqual([
    { conditions: ['guest-account', 'developer-tenant'], paragraphs: ['First, still first.', 'Second.'] },
  ]);
});

test.each([
  ['a topic', ['topics', 't01']],
  ['what comes next', ['next', 'person']],
  ['a source', ['sources', 'some-page.md, date not shown']],
] as const)('%s that only one language has is a fault', (_what, [name, item]) => {
  rewrite('questions/en/which-role-do-i-have.md', (text) =>
    withField(withField(text, 'sources', 'own-page.md, 2026-01-01'), name, item),
  );
  rewrite('questions/nl/which-role-do-i-have.md', (text) => withField(text, 'sources', 'own-page.md, 2026-01-01'));
  rewrite('questions/de/which-role-do-i-have.md', (text) => withField(text, 'sources', 'own-page.md, 2026-01-01'));

  expect(readContent(folder, today).faults).toEqual([expect.stringContaining('differ between languages')]);
});

test('an entry tells what it covers, what comes next and where it was read', () => {
  for (const locale of realContent().locales) {
    rewrite(`questions/${locale}/which-role-do-i-have.md`, (text) =>
      [
        ['topics', 't01', 't66'],
        ['next', 'route:join', 'q02'],
        ['sources', 'https://learn.microsoft.com/some-page, 2026-01-31', 'other-page.md, commit 0123abcd'],
      ]
        .reduce((all, [name = '', ...items]) => withField(all, name, ...items), text)
        .replace('checked:', 'inferred: true\nchecked:'),
    );
  }

  const { content, faults } = readContent(folder, today);

  expect(faults).toEqual([]);
  expect(content.questions.de?.find(({ id }) => id === 'q59')).toMatchObject({
    topics: ['t01', 't66'],
    next: ['route:join', 'q02'],
    sources: ['https://learn.microsoft.com/some-page, 2026-01-31', 'other-page.md, commit 0123abcd'],
    inferred: true,
  });
});

test('an inferred answer names no deadline and no amount', () => {
  const told = Object.values(realContent().questions)
    .flat()
    .filter(
      ({ inferred, paragraphs, variants }) =>
        inferred &&
        /\d/.test(
          [paragraphs, ...variants.map((one) => one.paragraphs)]
            .flat()
            .join(' ')
            .replace(/Microsoft 365|\bE[1-5]\b|AADSTS\d+/g, ''),
        ),
    );

  expect(told.map(({ id }) => id)).toEqual([]);
});

test('an id that two files have is a fault', () => {
  rewrite('questions/en/no-subscriptions-found.md', (text) => text.replace('id: q01', 'id: q02'));

  expect(readContent(folder, today).faults).toEqual([
    expect.stringMatching(/no-subscriptions-found\.md: its id q02 is that of empty-list-in-api-or-cli\.md$/),
    'no-subscriptions-found.md: id, links, checked, topics, next, sources, inferred, applies-to, facts or the conditions of variants differ between languages',
  ]);
});

test.each(['q01.md', '01.md', 'No subscriptions found.md'])('a file that is called %s is a fault', (name) => {
  const written = realContent().locales;
  for (const locale of written) {
    const questions = join(folder, 'questions', locale);
    renameSync(join(questions, 'no-subscriptions-found.md'), join(questions, name));
  }

  const { faults } = readContent(folder, today);

  expect(faults).toHaveLength(written.length);
  expect(faults.join()).toContain(`${name}: a name is words with hyphens`);
});

test('an answer of more than a year old is a warning, not a fault', () => {
  const checked = /^checked: (.*)$/m.exec(readFileSync(join(folder, 'questions/nl/why-sign-in.md'), 'utf8'))?.[1] ?? '';
  const { faults, warnings } = readContent(folder, Date.parse(checked) + 400 * 86_400_000);

  expect(faults).toEqual([]);
  expect(warnings).toContain(`nl/why-sign-in.md: last checked on ${checked}, more than a year ago`);
});

test('loading tells every fault at once', () => {
  rmSync(join(folder, 'questions/en/administrator-needed-for-microsoft-365.md'));
  rmSync(join(folder, 'glossary/en.md'));

  expect(() => loadContent(folder, today)).toThrow(ContentFault);
  expect(() => loadContent(folder, today)).toThrow(/2 fault/);
});

describe('a folder of content that is not as it was built is known by its fingerprint', () => {
  const built = fingerprintOf(contentFolder);

  test.each([
    [
      'a word more in an answer',
      () => rewrite('questions/de/administrator-needed-for-microsoft-365.md', (text) => `${text} `),
    ],
    ['an answer less', () => rmSync(join(folder, 'questions/nl/administrator-needed-for-microsoft-365.md'))],
    ['an answer more', () => writeFileSync(join(folder, 'questions/en/one-more.md'), '')],
    ['other synonyms', () => rewrite('synonyms/en.txt', (text) => text.toUpperCase())],
    ['another language', () => cpSync(join(folder, 'questions/en'), join(folder, 'questions/fr'), { recursive: true })],
    ['no folder at all', () => rmSync(folder, { recursive: true })],
  ])('%s', (_, change) => {
    expect(fingerprintOf(folder)).toBe(built);
    change();
    expect(fingerprintOf(folder)).not.toBe(built);
  });
});

test('a folder without content is a fault', () => {
  expect(readContent(join(folder, 'nowhere'), today).faults).toHaveLength(1);
});

test('quotes, colons and dashes in a title are text', () => {
  const reading = readContentFile('---\ntitle: Why: "no" - really?\nalso:\n  - one: two\n---\nFirst.\n\nSecond.\n');

  expect(reading).toEqual({
    kind: 'read',
    file: {
      fields: { title: 'Why: "no" - really?', also: ['one: two'] },
      paragraphs: ['First.', 'Second.'],
      variants: [],
    },
  });
});

test.each([
  ['no fields', 'Just text.'],
  ['a line that is no field', '---\ntitle: A\nloose words\n---\nText'],
  ['a field twice', '---\ntitle: A\ntitle: B\n---\nText'],
])('a file with %s is unreadable', (_what, text) => {
  expect(readContentFile(text).kind).toBe('unreadable');
});
