import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The recipes of CONTRIBUTING.md that end with `npm run words`, each begun in a copy and left half done: the command has to
 * name what is still to do, and nothing else.
 */
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'onetenant-recipes-'));
  for (const folder of ['src', 'cards', 'dialogs', 'webchat']) cpSync(folder, join(copy, folder), { recursive: true });
  for (const file of ['package.json', 'test/repository/check-words.ts']) cpSync(file, join(copy, file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'), 'junction');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(copy, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(copy, path), text.replace(from, to));
}

test('before anything is begun, nothing is missing', () => {
  const { faults, status } = words();

  expect([faults, status]).toEqual([[], 0]);
});

test('a language, a text, a typed word, a notice and a card that are half done are named, each with what it lacks', () => {
  // A language: one folder, copied from English, with one sentence taken out, and its line in the list.
  cpSync(join(copy, 'src/i18n/en'), join(copy, 'src/i18n/sv'), { recursive: true });
  edit('src/i18n/sv/index.ts', 'import type { FinishedLanguage }', 'import type { Language }');
  edit('src/i18n/sv/index.ts', 'language: FinishedLanguage = {', 'language: Language = {\n  draft: true,');
  edit('src/i18n/sv/buttons.ts', "  'show-help': 'Show help',\n", '');
  edit(
    'src/i18n/locales.ts',
    'const spoken = {',
    "import { language as sv } from './sv/index.ts';\nconst spoken = { sv,",
  );
  // A text, a notice and a card: their English sentences. A typed word: its name.
  edit(
    'src/i18n/en/messages.ts',
    'export const message = {',
    "export const message = {\n  'new-text': { text: 'New.' },",
  );
  edit('src/i18n/en/decisions.ts', 'export const notices = {', "export const notices = {\n  'new-notice': 'New.',");
  edit('src/i18n/en/cards.ts', 'export const card = {', "export const card = {\n  'new-card': { title: 'New' },");
  edit('src/i18n/intents.ts', 'export const phraseGroups = [', "export const phraseGroups = [\n  'new-word',");

  const { faults, status, out } = words('--missing', 'sv');

  expect(status).toBe(1);
  const keys = ['message.new-text.text', 'notices.new-notice', 'card.new-card.title'];
  expect(faults.filter((line) => line.startsWith('no code')).sort()).toEqual(
    keys.map((key) => `no code can show it: ${key}`).sort(),
  );
  for (const locale of ['nl', 'de']) {
    expect(faults.filter((line) => line.startsWith(`missing in ${locale}: `)).sort()).toEqual(
      [...keys, 'phrases for new-word'].map((what) => `missing in ${locale}: ${what}`).sort(),
    );
  }
  // Drafts are told, and fail nothing.
  expect(out).toMatch(/^sv \(draft\): \d+ of \d+ sentences, phrases for \d+ of \d+ intents, 0 of 0 answers$/m);
  expect(out).toContain('missing in sv: button.show-help');
  expect(faults.filter((line) => line.includes('in sv'))).toEqual([]);
});

test('each of these recipes ends with the command that was run here', () => {
  const contributing = readFileSync('CONTRIBUTING.md', 'utf8');
  const recipes = new Map(contributing.split(/^### /m).map((part) => [part.split('\n')[0], part]));
  const names = ['Add a language', 'Change a text', 'Add a typed word', 'Add a notice', 'Add a card'];

  expect(
    names.filter((name) => !/What is still missing: `npm run words[^\n]*`\.\n*$/.test(recipes.get(name) ?? '')),
  ).toEqual([]);
});

function words(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/repository/check-words.ts', ...options], {
    cwd: copy,
    encoding: 'utf8',
  });
  return {
    status,
    out: stdout,
    faults: stderr.split('\n').filter((line) => /^(missing|only|no code|doubled)/.test(line)),
  };
}
