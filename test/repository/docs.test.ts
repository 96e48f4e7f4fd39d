import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the pages promise is there: files that are linked, commands that are named. */

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...markdownIn('docs'),
  ...markdownIn('sandbox'),
  ...markdownIn('content').filter((page) => !page.includes('questions')),
];
const scripts = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
);

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name));
}

test.each(pages)('every file that %s links to exists', (page) => {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(
    ([, link]) => link ?? '',
  );

  expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
});

test('every picture is on a page, so that nobody keeps one that nobody sees', () => {
  const text = pages.map((page) => readFileSync(page, 'utf8')).join('\n');

  expect(readdirSync('docs/images').filter((name) => !text.includes(`images/${name})`))).toEqual([]);
});

test.each(pages)('every npm command in %s exists', (page) => {
  const named = [...readFileSync(page, 'utf8').matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name ?? '');

  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
});

test('the tree of the architecture page is the tree on disk', () => {
  const text = readFileSync('docs/architecture.md', 'utf8');
  const named = [...text.matchAll(/^\| `([\w/.]+)` \| /gm)].map(([, path]) => path ?? '');

  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test('the book names every chapter', () => {
  const book = readFileSync('docs/README.md', 'utf8');
  const chapters = readdirSync('docs').filter((name) => name.endsWith('.md') && name !== 'README.md');

  expect(chapters.filter((name) => !book.includes(`](${name})`))).toEqual([]);
});

test('the decisions page lists every decision', () => {
  const listed = readFileSync('docs/decisions/README.md', 'utf8');
  const files = readdirSync('docs/decisions').filter((name) => /^\d{4}-/.test(name));

  expect(files.filter((name) => !listed.includes(name))).toEqual([]);
});
