import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '../../src/adapters/search/content.ts';
import { atOnce } from '../../src/adapters/search/in-slices.ts';
import { languagesOfReader } from '../../src/adapters/search/languages.ts';
import { featuresOf } from '../../src/adapters/search/sentence-features.ts';
import { sentenceReaderInSlices, type Term } from '../../src/adapters/search/sentence-reader.ts';
import { phrasesOf } from '../../src/i18n/index.ts';
import { phraseGroups } from '../../src/i18n/intents.ts';
import { type Locale, locales } from '../../src/i18n/locales.ts';
import type { Example } from './trainer.ts';

/** A written sentence, and what it asks for: the name of a group of phrases, "question", "refused" (a wish that somebody does not have), "unanswered" (near the subject, and no entry answers it) or "off-topic". */
export interface Sentence {
  readonly label: string;
  readonly text: string;
  readonly locale: string;
}

/** Sets of questions that were written before the model; they are examples of questions. The held-out sets are not among them. */
const questionSets = /^(paraphrases|tuning)-[a-z]{2}\.json$/;
const offTopicSets = /^out-of-scope-[a-z]{2}\.json$/;

/** A language without sentences of its own teaches nothing: it is understood by its typed phrases alone. */
function taughtLocales(root: string): readonly Locale[] {
  return locales.filter((locale) => existsSync(sentencesOf(root, locale)));
}

function sentencesOf(root: string, locale: Locale): string {
  return join(root, `scripts/understanding/sentences/${locale}.txt`);
}

/** How many sentences are made of a line with alternatives. */
const mostOfALine = 8;
/** The same for a line with more places than this. */
const fewPlaces = 3;
const mostOfALongLine = 16;
/** How many times an example counts whose label has few: else the model would rather call everything a question. */
const timesOfFew = 3;
const plentiful = new Set([
  'choose-add-azure',
  'choose-add-microsoft-365',
  'choose-join',
  'question',
  'off-topic',
  'unanswered',
]);

/**
 * The sentences that a line with alternatives stands for, "[we|i] want azure": some of them, spread over all.
 * A line without alternatives is its own sentence.
 */
export function variantsOf(line: string): readonly string[] {
  const parts = line.split(/[[\]]/).map((part, at) => (at % 2 === 1 ? part.split('|') : [part]));
  const all = parts.reduce((count, part) => count * part.length, 1);
  const places = (parts.length - 1) / 2;
  const most = Math.min(all, places > fewPlaces ? mostOfALongLine : mostOfALine);
  return Array.from({ length: most }, (_, turn) => {
    // Steps of a size that shares no factor with the number of ways pass each of them once.
    let way = (turn * (2 * Math.floor(all / most / 2) + 1)) % all;
    return parts
      .map((part) => {
        const chosen = part[way % part.length] ?? '';
        way = Math.floor(way / part.length);
        return chosen;
      })
      .join('')
      .trim();
  });
}

/**
 * The lines of `scripts/understanding/sentences`: `# name` before those that ask for it. `@have = we have|we use` names
 * alternatives, and `@have` in a line below stands for them.
 */
export function writtenSentences(root: string): readonly Sentence[] {
  return taughtLocales(root).flatMap((locale) => {
    let label = '';
    const named = new Map<string, string>();
    return readFileSync(sentencesOf(root, locale), 'utf8')
      .split(/\r?\n/)
      .flatMap((line) => {
        if (line.startsWith('# ')) label = line.slice(2);
        const [, name, alternatives] = /^@(\w+) = (.+)$/.exec(line) ?? [];
        if (name !== undefined) named.set(name, `[${alternatives}]`);
        if (name !== undefined || line.startsWith('#') || line.trim() === '') return [];
        return [{ label, text: line.replace(/@(\w+)/g, (whole, used) => named.get(used) ?? whole), locale }];
      });
  });
}

/** Typed phrases, the wordings of the entries, and the sets of questions in `test/questions`. */
export function otherSentences(root: string): readonly Sentence[] {
  const typed = taughtLocales(root).flatMap((locale) =>
    phraseGroups.flatMap((label) => phrasesOf(locale)[label].map((text) => ({ label, text, locale }))),
  );
  const { questions } = loadContent(join(root, 'content'), 0);
  const entries = Object.entries(questions).flatMap(([locale, all]) =>
    all.flatMap(({ title, also }) => [title, ...also].map((text) => ({ label: 'question', text, locale }))),
  );
  return [...typed, ...entries, ...setsOf(root, questionSets, 'question'), ...setsOf(root, offTopicSets, 'off-topic')];
}

function setsOf(root: string, names: RegExp, label: string): readonly Sentence[] {
  const folder = join(root, 'test/questions');
  const files = readdirSync(folder).filter((name) => names.test(name));
  return files.sort().flatMap((name) => {
    const rows: (string | { readonly text: string })[] = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const locale = /-([a-z]{2})\.json$/.exec(name)?.[1] ?? '';
    return rows.map((row) => ({ label, text: typeof row === 'string' ? row : row.text, locale }));
  });
}

/** Everything that the model is trained on. */
export function collectExamples(root: string): readonly Example[] {
  return examplesOf([...writtenSentences(root), ...otherSentences(root)]);
}

/** Sentences as features. One that names products teaches its mirror image too: what is said of Azure can be said of Microsoft 365. */
export function examplesOf(sentences: readonly Sentence[]): readonly Example[] {
  const read = atOnce(sentenceReaderInSlices(languagesOfReader({})));
  const written = sentences.flatMap((one) => variantsOf(one.text).map((text) => ({ ...one, text })));
  return written.flatMap(({ label, text, locale }) => {
    const terms = read(text, locale);
    const mirrored = mirrorOf(label, terms);
    const own = { label, features: featuresOf(terms) };
    const both = mirrored === null ? [own] : [own, mirrored];
    return plentiful.has(label) ? both : Array.from({ length: timesOfFew }, () => both).flat();
  });
}

/** Short for what the weights depend on: the sentences, and how they are read. */
export function fingerprintOfExamples(examples: readonly Example[]): string {
  return createHash('sha256').update(JSON.stringify(examples)).digest('hex').slice(0, 16);
}

const mirrorLabels: Readonly<Record<string, string>> = {
  'choose-add-azure': 'choose-add-microsoft-365',
  'choose-add-microsoft-365': 'choose-add-azure',
  'choose-join': 'choose-join',
  question: 'question',
  refused: 'refused',
};
const microsoft365 = ['microsoft-365', 'teams', 'outlook', 'exchange', 'sharepoint', 'onedrive'];

const joining = ['link', 'merge', 'separate', 'both'];

function mirrorOf(label: string, terms: readonly Term[]): Example | null {
  const mirrored = mirrorLabels[label];
  const named = new Set(terms.flatMap(({ concepts }) => concepts));
  // Azure moves to another tenant, Microsoft 365 does not: only what says nothing of moving has a mirror image.
  if (label === 'choose-join' && !joining.some((one) => named.has(one))) return null;
  const isAboutProducts = terms.some(({ concepts }) =>
    concepts.some((one) => one === 'azure' || microsoft365.includes(one)),
  );
  if (mirrored === undefined || !isAboutProducts) return null;
  const turn = (concept: string): string => {
    if (concept === 'azure') return 'microsoft-365';
    if (concept === 'vm') return 'mail';
    if (concept === 'mail' || concept === 'excel') return 'vm';
    return microsoft365.includes(concept) ? 'azure' : concept;
  };
  return {
    label: mirrored,
    features: featuresOf(terms.map((term) => ({ ...term, concepts: term.concepts.map(turn) }))),
  };
}
