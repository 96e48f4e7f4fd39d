import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The recipes of CONTRIBUTING.md that end with `npm run words` or `npm run missing`, each begun in a copy and left half done: the
 * command has to name what is still to do, and nothing else.
 */
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'onetenant-recipes-'));
  for (const folder of ['src', 'cards', 'dialogs', 'webchat']) cpSync(folder, join(copy, folder), { recursive: true });
  for (const folder of ['docs', 'test/bot/record/snapshots']) cpSync(folder, join(copy, folder), { recursive: true });
  for (const file of [
    'package.json',
    '.env.example',
    'deploymentTemplates/main.bicep',
    'deploymentTemplates/main.json',
    'deploymentTemplates/workbook.json',
    'test/builders/facts.ts',
    'test/domain/laws.test.ts',
    'test/repository/check-words.ts',
    'test/repository/what-is-missing.ts',
  ])
    cpSync(file, join(copy, file));
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
  const other = missing();

  expect([faults, status]).toEqual([[], 0]);
  expect([other.lines, other.status]).toEqual([[], 0]);
});

test('an event, a setting and a fact that are only begun are named, each with every place that it lacks', () => {
  edit(
    'src/ports/journal.ts',
    'export type JournalEvent =',
    "export type JournalEvent =\n  | { readonly event: 'new.one' }",
  );
  edit(
    'src/config/settings.ts',
    '  PORT: setting(',
    "  NEW_ONE: setting(z.string(), { about: 'New.', example: '' }),\n  PORT: setting(",
  );
  edit(
    'src/domain/facts.ts',
    '  readonly identity: Identity;',
    '  readonly identity: Identity;\n  readonly newOnes: Known<readonly string[]>;',
  );

  const { lines, status } = missing();

  expect(status).toBe(1);
  expect(lines).toEqual([
    'event new.one lacks a line in src/adapters/telemetry/tellings.ts',
    'event new.one lacks code that notes it',
    'event new.one lacks a row in docs/errors.md',
    'setting NEW_ONE lacks its lines in .env.example; run npm run env',
    'setting NEW_ONE lacks code that reads it',
    'setting NEW_ONE lacks a value in deploymentTemplates/main.bicep, or in docs/deploy.md why not',
    'fact newOnes lacks the reading of it in src/adapters',
    'fact newOnes lacks src/domain/one-form.ts',
    'fact newOnes lacks a rule in src/domain that uses it',
    'fact newOnes lacks its place in src/bot/record/record-migrations.ts',
    'fact newOnes lacks test/builders/facts.ts',
    'fact newOnes lacks anyFacts in test/domain/laws.test.ts',
  ]);
});

test('an event, a setting and a fact that are half done are named with the rest', () => {
  edit(
    'src/adapters/telemetry/tellings.ts',
    "  'app.started': {",
    "  'new.one': { measures: [{ metric: 'onetenant.new', by: ['kind'] }] },\n  'app.started': {",
  );
  edit(
    'src/adapters/telemetry/tellings.ts',
    'export const metrics = {',
    "export const metrics = {\n  'onetenant.new': { about: 'New.' },",
  );
  edit('docs/errors.md', '| `app.started` |', '| `new.one` | new | nothing |\n| `app.started` |');
  edit('deploymentTemplates/workbook.json', '\\"proof.told\\") | extend stage', '\\"proof.said\\") | extend stage');
  edit(
    'deploymentTemplates/main.bicep',
    "{ name: 'LOG_LEVEL',",
    "{ name: 'NEW_ONE', value: '' }\n            { name: 'LOG_LEVEL',",
  );
  edit('test/builders/facts.ts', '    profile: known({', '    newOnes: known([]),\n    profile: known({');

  const { lines } = missing();

  expect(lines).toEqual([
    'event new.one lacks code that notes it',
    'workbook.json, funnel: no event is called proof.said',
    'workbook.json, funnel: its events have no kind',
    'main.json: does not have this workbook.json; run npm run templates',
    'metric onetenant.new lacks a row in docs/operations.md',
    'metric onetenant.new lacks its labels in docs/operations.md: kind',
    'setting NEW_ONE lacks its lines in .env.example; run npm run env',
    'setting NEW_ONE lacks code that reads it',
    'setting NEW_ONE lacks a value for the other host in deploymentTemplates/main.bicep',
    'setting NEW_ONE lacks main.json; run npm run templates',
    'fact newOnes lacks the reading of it in src/adapters',
    'fact newOnes lacks src/domain/one-form.ts',
    'fact newOnes lacks a rule in src/domain that uses it',
    'fact newOnes lacks its place in src/bot/record/record-migrations.ts',
    'fact newOnes lacks anyFacts in test/domain/laws.test.ts',
  ]);
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
  const endings = new Map([
    ['words', ['Add a language', 'Change a text', 'Add a typed word', 'Add a notice', 'Add a card']],
    ['missing', ['Add an event', 'Add a setting', 'Add a fact']],
  ]);

  const astray = [...endings].flatMap(([command, names]) => {
    const ending = new RegExp(`What is still missing: \`npm run ${command}[^\\n]*\`\\.\\n*$`);
    return names.filter((name) => !ending.test(recipes.get(name) ?? ''));
  });
  expect(astray).toEqual([]);
});

function missing() {
  const { status, stderr } = run('what-is-missing.ts');
  return { status, lines: stderr.split('\n').filter((line) => line !== '') };
}

function run(program: string, ...options: readonly string[]) {
  return spawnSync(process.execPath, [`test/repository/${program}`, ...options], { cwd: copy, encoding: 'utf8' });
}

function words(...options: readonly string[]) {
  const { status, stdout, stderr } = run('check-words.ts', ...options);
  return {
    status,
    out: stdout,
    faults: stderr.split('\n').filter((line) => /^(missing|only|no code|doubled)/.test(line)),
  };
}
