import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent, wholeLocale } from '../../src/adapters/search/read-content.ts';
import { sourcesPage } from '../../src/cli/sources/sources-page.ts';
import { isDueForCheck } from '../../src/domain/questions.ts';
import { sourceDocuments, sourcedItems } from '../../src/domain/sources.ts';
import { offendersAmong } from '../builders/offenders.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;
const root = join(__dirname, '..', '..');

test('each document has an address of Microsoft, a date or none, and something that it is the source of', () => {
  const used = new Set(sourcedItems().flatMap(({ sources }) => sources));
  const documents = Object.entries(sourceDocuments).map(([id, document]) => ({ ...document, title: id, id }));

  const faults = offendersAmong(documents, ({ id, page, dated }) => [
    ...(page === null || /^https:\/\/(learn|azure)\.microsoft\.com\//.test(page) ? [] : [`${page} is not Microsoft's`]),
    ...(dated === null || day.test(dated) ? [] : [`${dated} is no day`]),
    ...([...used].some((one) => one === id) ? [] : ['nothing comes from it']),
  ]);

  expect(faults).toEqual([]);
});

test('each step, rule and offer was compared with its documents, on a day', () => {
  const items = sourcedItems().map((item) => ({ ...item, title: `${item.kind} ${item.id}` }));

  expect(offendersAmong(items, ({ checked }) => (day.test(checked) ? [] : [`${checked} is no day`]))).toEqual([]);
});

test('what was checked more than a year ago is due', () => {
  const [item] = sourcedItems();
  if (item === undefined) throw new Error('there are steps');
  const checked = Date.parse(item.checked);

  expect(isDueForCheck(item, checked + 365 * 86_400_000)).toBe(false);
  expect(isDueForCheck(item, checked + 366 * 86_400_000)).toBe(true);
});

test('docs/sources.md is what the code and the content say: npm run sources', () => {
  const { content } = readContent(join(root, 'content'), 0);
  const page = sourcesPage(content.questions[wholeLocale(content.locales)] ?? []);

  expect(page === readFileSync(join(root, 'docs', 'sources.md'), 'utf8')).toBe(true);
});

test('a page that bears no date is told as such', () => {
  const undated = { sources: ['learn.microsoft.com/some/page, date not shown', 'azure-docs other.md, 2026-01-01'] };
  const [question] = readContent(join(root, 'content'), 0).content.questions.en ?? [];
  if (question === undefined) throw new Error('there are questions');
  const [, told = ''] = sourcesPage([{ ...question, ...undated }]).split('## Pages without a date');

  expect(told).toContain('- https://learn.microsoft.com/some/page\n');
  expect(told).toContain(sourceDocuments['organization-resource'].page);
  expect(told).not.toMatch(/other\.md|2026-01-01|null/);
});
