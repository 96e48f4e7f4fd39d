import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { commandLine } from '../../src/config/command-line.ts';
import { countOf } from '../../src/domain/count-of.ts';
import { type Locale, languages, locales, phrasesOf } from '../../src/i18n/index.ts';
import { phraseGroups } from '../../src/i18n/intents.ts';
import { sentencesIn, sentencesOf } from '../../src/i18n/translator.ts';

/**
 * Names every sentence that is missing, doubled, or that no code can show. Run by `npm run words`; exits 1 when there is one.
 *
 * How far "no code can show it" is known, from the sources alone: a path that the code writes out is shown; of a path that it builds, each
 * part that is filled in must be a word that the code names somewhere. The gallery and the tests do not count. Messages and labels
 * of buttons are known more closely, because their names mean other things elsewhere too.
 */
const { values, misused } = commandLine({
  about: 'Names every sentence that is missing, doubled, or that no code can show, and says how much is translated.',
  call: 'npm run words -- [options]',
  options: {
    missing: {
      type: 'string',
      value: 'LANGUAGE',
      about: `lists what this language leaves to English: ${locales.join(', ')}`,
    },
  },
});
const english = sentencesOf(languages.en);
const used = await usesIn([
  'cards',
  'dialogs',
  'src/bot',
  'src/i18n',
  'src/adapters',
  'src/domain',
  'src/ports',
  'src/http',
  'src/tickets',
  'webchat',
]);
const windowSources = readdirSync('webchat')
  .filter((name) => name.endsWith('.js'))
  .map((name) => readFileSync(path.join('webchat', name), 'utf8'));
const tabSources = ['bot-calls.js', 'drawing.js', 'tab.js'].map((name) =>
  readFileSync(path.join('webchat/tab', name), 'utf8'),
);
const faults = [
  ...locales.flatMap(faultsIn),
  ...Object.keys(english)
    .filter(isUnused)
    .map((key) => `no code can show it: ${key}`),
  ...locales.flatMap(doubledSentences),
  ...locales.flatMap(doubledPhrases),
];
if (values.missing !== undefined && !isLocale(values.missing))
  misused(`--missing must be one of ${locales.join(', ')}.`);
for (const fault of faults) console.error(fault);
for (const locale of locales) console.log(progressOf(locale));
if (isLocale(values.missing))
  for (const what of lackingIn(values.missing)) console.log(`missing in ${values.missing}: ${what}`);
const sentences = countOf(Object.keys(english).length, 'sentence');
console.log(`words: ${sentences} in ${countOf(locales.length, 'language')}, ${countOf(faults.length, 'fault')}`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** What a draft lacks is said in English meanwhile, so it is told and is no fault. */
function faultsIn(locale: Locale): string[] {
  const own = sentencesIn(languages[locale].words);
  const extra = Object.keys(own).filter((key) => english[key] === undefined);
  const lacking = isDraft(locale) ? [] : lackingIn(locale);
  return [
    ...lacking.map((what) => `missing in ${locale}: ${what}`),
    ...extra.map((key) => `only in ${locale}: ${key}`),
  ];
}

function isDraft(locale: Locale): boolean {
  return languages[locale].draft === true;
}

/** The sentences that a language does not say, and the intents that nobody can type in it. */
function lackingIn(locale: Locale): string[] {
  const own = sentencesIn(languages[locale].words);
  const sentences = Object.keys(english).filter((key) => own[key] === undefined);
  const intents = phraseGroups.filter((intent) => phrasesOf(locale)[intent].length === 0);
  return [...sentences, ...intents.map((intent) => `phrases for ${intent}`)];
}

/** One line for each language: how much of it is translated, its answers too. */
function progressOf(locale: Locale): string {
  const own = sentencesIn(languages[locale].words);
  const said = Object.keys(english).filter((key) => own[key] !== undefined).length;
  const typed = phraseGroups.filter((intent) => phrasesOf(locale)[intent].length > 0).length;
  const counts = [
    `${said} of ${countOf(Object.keys(english).length, 'sentence')}`,
    `phrases for ${typed} of ${countOf(phraseGroups.length, 'intent')}`,
    `${answersIn(locale)} of ${answersIn('en')} answers`,
  ];
  return `${locale}${isDraft(locale) ? ' (draft)' : ''}: ${counts.join(', ')}`;
}

function isLocale(text: string | undefined): text is Locale {
  return locales.some((locale) => locale === text);
}

function answersIn(locale: Locale): number {
  const folder = path.join('content', 'questions', locale);
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')).length : 0;
}

/** A key is used when the code names it, or builds it: `steps.${id}.title` uses every `steps.….title` whose step the code names. */
function isUnused(flat: string): boolean {
  const key = flat.replace(/_(one|other)$/, '').replace(/\.\d+$/, '');
  const [feature, id = '', part] = key.split('.');
  if (used.exact.has(key)) return false;
  switch (feature) {
    case 'blank':
      // Looked up by the name of a placeholder.
      return !namesPlaceholder(id);
    case 'message':
      return part === 'title' ? !used.inNotices.has(id) : !used.said.has(id);
    case 'teams':
      // The app package takes them all (scripts/teams-words.ts).
      return false;
    case 'webchat':
      return !saidByWindow(key);
    case 'tab':
      return !saidByTab(key);
    case 'button':
      return !used.offered.has(id);
    default:
      return !used.patterns.some((pattern) =>
        pattern
          .exec(key)
          ?.slice(1)
          .every((filled) => used.named.has(filled)),
      );
  }
}

/** The chat window's own modules are no TypeScript, and read a sentence as `say.close`. */
function saidByWindow(key: string): boolean {
  return used.exact.has(key) || windowSources.some((source) => source.includes(`say.${key.split('.')[2]}`));
}

/** The modules of the tab in Teams read a sentence as `words.steps` or by its name, and a problem by its name. */
function saidByTab(key: string): boolean {
  const [, group = '', problem] = key.split('.');
  const name = problem === undefined || group !== 'problems' ? group : problem;
  return (
    used.exact.has(key) || tabSources.some((source) => source.includes(`words.${name}`) || source.includes(`'${name}'`))
  );
}

function namesPlaceholder(name: string): boolean {
  return name === 'name' || Object.values(english).some((text) => text.includes(`{${name}}`));
}

/** The same long sentence under two keys of one feature is a copy that will drift apart. */
function doubledSentences(locale: Locale): string[] {
  const seen = new Map<string, string>();
  const faults: string[] = [];
  for (const [key, text] of Object.entries(sentencesOf(languages[locale]))) {
    if (text.length < 60 || /_(one|other)$/.test(key)) continue;
    const feature = key.split('.')[0] ?? '';
    const earlier = seen.get(`${feature}|${text}`);
    if (earlier !== undefined && feature !== 'verdict') faults.push(`doubled in ${locale}: ${earlier} and ${key}`);
    seen.set(`${feature}|${text}`, key);
  }
  return faults;
}

function doubledPhrases(locale: Locale): string[] {
  const seen = new Map<string, string>();
  const faults: string[] = [];
  for (const intent of phraseGroups) {
    for (const phrase of phrasesOf(locale)[intent]) {
      const earlier = seen.get(phrase);
      if (earlier !== undefined) faults.push(`doubled phrase in ${locale}: “${phrase}” in ${earlier} and ${intent}`);
      seen.set(phrase, intent);
    }
  }
  return faults;
}

async function usesIn(folders: readonly string[]) {
  const files = (await Promise.all(folders.map(sourcesIn))).flat();
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const text = texts.join('\n');
  const templates = allIn(text, /`([a-z][\w-]*\.[^`\s]*\$\{[^`\s]*)`/g);
  const statements = text.split(/;\n|\n\n/);
  const notices = statements.filter((one) => /\bmessage: '|\bTitledMessageId\b|\bsayBeside\(/.test(one));
  const sayings = statements.filter((one) => /\b(say|sayToPress)\(|\bMessageId\b/.test(one));
  return {
    exact: new Set(allIn(text, /'([a-z][\w-]*(?:\.[\w-]+)+)'/g)),
    patterns: templates.map(asPattern),
    /** What fills a built path: a word in quotes, or the key of a table. */
    named: new Set([...allIn(text, /'([\w-]+)'/g), ...allIn(text, /^\s*([\w]+): /gm)]),
    inNotices: new Set(notices.flatMap((one) => allIn(one, /'([\w-]+)'/g))),
    said: new Set([...notices, ...sayings].flatMap((one) => allIn(one, /'([\w-]+)'/g))),
    /** Notices offer buttons by what they do. */
    offered: new Set(
      texts.filter((one) => one.includes('noticeCard(')).flatMap((one) => allIn(one, /do: '([\w-]+)'/g)),
    ),
  };
}

function allIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

function asPattern(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('([\\w-]+)')}$`);
}

async function sourcesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/i18n[\\/]\w+$|gallery$/.test(entry.parentPath))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
