import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { commandLine } from '../../src/config/command-line.ts';
import { counted } from '../../src/domain/counted.ts';
import { intents, type Locale, locales, phrasesOf, sentencesOf } from '../../src/i18n/index.ts';

/** Names every sentence that is missing, unused or doubled. Run by `npm run words`; exits 1 when there is one. */
commandLine({ about: 'Names every sentence that is missing, unused or doubled.', call: 'npm run words' });
const english = sentencesOf('en');
/** Messages of parts that are still to come. Take a name off this list when its part is there. */
const awaited = ['foreign-button', 'sign-in-failed'];
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
const faults = [
  ...locales.flatMap(missing),
  ...Object.keys(english)
    .filter(isUnused)
    .map((key) => `unused: ${key}`),
  ...locales.flatMap(doubledSentences),
  ...locales.flatMap(doubledPhrases),
];
for (const fault of faults) console.error(fault);
const sentences = counted(Object.keys(english).length, 'sentence');
console.log(`words: ${sentences} in ${counted(locales.length, 'language')}, ${counted(faults.length, 'fault')}`);
process.exitCode = faults.length === 0 ? 0 : 1;

function missing(locale: Locale): string[] {
  const own = sentencesOf(locale);
  const lacking = Object.keys(english).filter((key) => own[key] === undefined);
  const extra = Object.keys(own).filter((key) => english[key] === undefined);
  return [...lacking.map((key) => `missing in ${locale}: ${key}`), ...extra.map((key) => `only in ${locale}: ${key}`)];
}

/** A key is used when the code names it, or builds it: `steps.${id}.title` uses every `steps.….title`. */
function isUnused(flat: string): boolean {
  const key = flat.replace(/_(one|other)$/, '').replace(/\.\d+$/, '');
  // Neutral words are looked up by the name of a placeholder, messages and labels of buttons by a typed id.
  if (key.startsWith('blank.')) return !namesPlaceholder(key.slice('blank.'.length));
  const message = key.startsWith('message.') ? (key.split('.')[1] ?? '') : null;
  if (message !== null) return !awaited.includes(message) && !isSaid(message);
  if (key.startsWith('button.') && used.text.includes(`do: z.literal('${key.slice(7)}')`)) return false;
  if (key.startsWith('button.') && used.text.includes(`bare('${key.slice(7)}')`)) return false;
  return !used.exact.has(key) && !used.patterns.some((pattern) => pattern.test(key));
}

/** A message is said by its id, by its whole path, or by an id that is built: `say(`sign-in-${match}`)`. */
function isSaid(message: string): boolean {
  const named = [`'${message}'`, `'message.${message}.`].some((text) => used.text.includes(text));
  return named || used.said.some((pattern) => pattern.test(message));
}

function namesPlaceholder(name: string): boolean {
  return name === 'name' || Object.values(english).some((text) => text.includes(`{${name}}`));
}

/** The same long sentence under two keys of one feature is a copy that will drift apart. */
function doubledSentences(locale: Locale): string[] {
  const seen = new Map<string, string>();
  const faults: string[] = [];
  for (const [key, text] of Object.entries(sentencesOf(locale))) {
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
  for (const intent of intents) {
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
  const exact = new Set([...text.matchAll(/'([a-z][\w-]*(?:\.[\w-]+)+)'/g)].map((match) => match[1]));
  const templates = [...text.matchAll(/`([a-z][\w-]*\.[^`\s]*\$\{[^`\s]*)`/g)].map((match) => match[1] ?? '');
  const said = [...text.matchAll(/\bsay\(`([^`]+)`\)/g)].map((match) => asPattern(match[1] ?? ''));
  return { text, exact, said, patterns: templates.map(asPattern) };
}

function asPattern(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\w-]+')}$`);
}

async function sourcesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !/i18n[\\/]\w+$/.test(entry.parentPath))
    .map((entry) => path.join(entry.parentPath, entry.name));
}
