import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { OldName } from '../../domain/old-names.ts';
import {
  factConditions,
  isDueForCheck,
  isNextStep,
  mostAnswerWords,
  ownFacts,
  type Question,
  wordCount,
} from '../../domain/questions.ts';
import type { Content } from './content-as-built.ts';
import { readContentFile } from './content-file.ts';

export interface ContentReport {
  readonly content: Content;
  /** The bot does not start with these. */
  readonly faults: readonly string[];
  /** An editor should review these. */
  readonly warnings: readonly string[];
  /** Answers with more words than one may have. The bot starts all the same; `npm run content:check` refuses them. */
  readonly tooLong: readonly string[];
  /** What somebody could translate: the answer is given in English meanwhile. */
  readonly untranslated: readonly string[];
}

/** Reads the content folder and reports everything that is wrong or outdated in it. */
export function readContent(folder: string, now: number): ContentReport {
  const faults: string[] = [];
  const locales = list(join(folder, 'questions')).filter((name) => /^[a-z]{2}$/.test(name));
  if (locales.length === 0) faults.push(`${join(folder, 'questions')}: there is no language`);
  const perLocale = <T>(read: (locale: string) => T): Record<string, T> =>
    Object.fromEntries(locales.map((locale) => [locale, read(locale)]));
  const whole = wholeLocale(locales);
  const files = perLocale((locale) => readQuestions(join(folder, 'questions', locale), locale, faults));
  const ofLocale = <T>(path: (locale: string) => string, read: (text: string, path: string) => T) =>
    Object.fromEntries(
      locales
        .filter((locale) => locale === whole || existsSync(path(locale)))
        .map((locale) => [locale, read(textOf(path(locale), faults), path(locale))]),
    );
  const oldNames = ofLocale(
    (locale) => join(folder, 'glossary', `${locale}.md`),
    (text, path) => readOldNames(text, path, faults),
  );
  const synonyms = ofLocale((locale) => join(folder, 'synonyms', `${locale}.txt`), readSynonyms);
  faults.push(...lostNextSteps(files), ...differences(files));
  const untranslated = missingFrom(files, whole, (locale) => locale !== whole);
  faults.push(...missingFrom(files, whole, (locale) => locale === whole));
  const questions = perLocale((locale) => (files[locale] ?? []).map(({ question }) => question));
  const content = { locales, questions, oldNames, synonyms };
  return { content, faults, warnings: stale(files, now), tooLong: tooLong(files), untranslated };
}

/** The language that has every answer, so that there is always one to give: English, or the first if there is no English. */
export function wholeLocale(locales: readonly string[]): string {
  return locales.includes('en') ? 'en' : (locales[0] ?? '');
}

const line = (most: number) => z.string().min(1).max(most);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day as YYYY-MM-DD')
  .refine((value) => !Number.isNaN(Date.parse(value)), 'must be a day that exists');
const httpsLink = z.url({ protocol: /^https$/, message: 'must be an https address' }).max(300);

const source = line(200).regex(
  /.+, (\d{4}-\d{2}-\d{2}|commit [\da-f]{8}|date not shown)$/,
  'must end in a comma and a day, "commit" and its first eight digits, or "date not shown"',
);

/** Words say what is answered; a bare number does not. */
const fileName = /^(?!q?\d+\.md$)[a-z0-9]+(-[a-z0-9]+)*\.md$/;

// Keeps the card within the channel's size limit; busy people read three paragraphs at most.
const answer = z.array(line(700)).min(1).max(3);

const questionFile = z.strictObject({
  id: z.string().regex(/^q\d{2,3}$/, 'must look like q01'),
  title: line(160),
  also: z.array(line(160)).min(1).max(12),
  keywords: line(600).transform((text) => text.split(',').map((word) => word.trim())),
  links: z.array(httpsLink).max(4).default([]),
  checked: day,
  topics: z.array(z.string().regex(/^(t\d\d|q\d{2,3})$/, 'must look like t01, or be the id of a question')).default([]),
  next: z
    .array(z.string().refine(isNextStep, 'must be route:…, status, person or the id of a question'))
    .max(2)
    .default([]),
  sources: z.array(source).max(6).default([]),
  inferred: z
    .literal('true', 'is "true", or left out')
    .optional()
    .transform((value) => value === 'true'),
  'applies-to': z.array(z.enum(factConditions)).default([]),
  facts: z.array(z.enum(ownFacts)).default([]),
  paragraphs: answer,
  variants: z
    .array(z.strictObject({ conditions: z.array(z.enum(factConditions)), paragraphs: answer }))
    .max(4)
    .refine((all) => {
      const conditions = all.flatMap((one) => one.conditions);
      return new Set(conditions).size === conditions.length;
    }, 'a condition stands in one variant only'),
});

/** A question, and the name of its file: what it answers, in English words. */
interface QuestionFile {
  readonly name: string;
  readonly question: Question;
}

/** In the order of their ids, which no name of a file changes. */
function readQuestions(folder: string, locale: string, faults: string[]): readonly QuestionFile[] {
  const files = list(folder)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => readQuestion(join(folder, name), name, locale, faults));
  for (const [index, { name, question }] of files.entries()) {
    const earlier = files.slice(0, index).find((one) => one.question.id === question.id);
    if (earlier !== undefined) faults.push(`${join(folder, name)}: its id ${question.id} is that of ${earlier.name}`);
  }
  for (const { name, question } of files) {
    if (question.topics.length > 0 && question.sources.length === 0)
      faults.push(`${join(folder, name)}: sources: an entry with topics names the pages it was checked against`);
  }
  return files.sort((one, other) => numberOf(one.question.id) - numberOf(other.question.id));
}

function numberOf(id: string): number {
  return Number(id.slice(1));
}

function readQuestion(path: string, name: string, locale: string, faults: string[]): readonly QuestionFile[] {
  const reading = readContentFile(readFileSync(path, 'utf8'));
  if (reading.kind === 'unreadable') {
    faults.push(`${path}: ${reading.because}`);
    return [];
  }
  const { fields, paragraphs, variants } = reading.file;
  const parsed = questionFile.safeParse({ ...fields, paragraphs, variants });
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => `${path}: ${issue.path.join('.') || 'file'}: ${issue.message}`));
    return [];
  }
  const { 'applies-to': appliesTo, ...rest } = parsed.data;
  if (!fileName.test(name)) faults.push(`${path}: a name is words with hyphens, such as no-subscriptions-found.md`);
  return [{ name, question: { ...rest, locale, appliesTo } }];
}

function readOldNames(text: string, path: string, faults: string[]): readonly OldName[] {
  const parts = text.split(/^## /m).map((part) => part.trim());
  return parts.flatMap((part) => {
    if (part === '') return [];
    const [, now, was, explanation] = /^(.+)\r?\nwas: (.+)\r?\n\s*([\s\S]+)$/.exec(part) ?? [];
    if (now === undefined || was === undefined || explanation === undefined) {
      faults.push(`${path}: "${part.slice(0, 40)}" needs a "was:" line and an explanation`);
      return [];
    }
    return [{ now: now.trim(), was: commaList(was), explanation: explanation.replace(/\s+/g, ' ').trim() }];
  });
}

function readSynonyms(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n/)
    .filter((text) => text.trim() !== '' && !text.startsWith('#'))
    .map(commaList);
}

type FilesByLocale = Readonly<Record<string, readonly QuestionFile[]>>;

/** An entry may lead to a question that its language lacks, for the answer is then given in English. */
function lostNextSteps(files: FilesByLocale): readonly string[] {
  const all = Object.entries(files);
  const ids = new Set(all.flatMap(([, list]) => list.map(({ question }) => question.id)));
  return all.flatMap(([locale, list]) =>
    list.flatMap(({ name, question }) => {
      const lost = question.next.filter((one) => one.startsWith('q') && !ids.has(one));
      return lost.length === 0 ? [] : [`${locale}/${name}: next: there is no question ${lost.join(', ')}`];
    }),
  );
}

/** Nothing but the wording of an entry may differ between languages. */
function differences(files: FilesByLocale): readonly string[] {
  return namesIn(files).flatMap((name) => {
    const found = Object.values(files).flatMap((all) => all.find((one) => one.name === name)?.question ?? []);
    const shapes = new Set(found.map((question) => JSON.stringify(sameEverywhere(question))));
    return shapes.size > 1 ? [`${name}: ${whatIsTheSame} differ between languages`] : [];
  });
}

function missingFrom(files: FilesByLocale, whole: string, isMeant: (locale: string) => boolean): readonly string[] {
  return namesIn(files).flatMap((name) =>
    Object.entries(files)
      .filter(([locale, all]) => isMeant(locale) && !all.some((one) => one.name === name))
      .map(([locale]) => `${name}: missing in "${locale}"${locale === whole ? ', which has to have them all' : ''}`),
  );
}

function namesIn(files: FilesByLocale): readonly string[] {
  return [...new Set(Object.values(files).flatMap((all) => all.map(({ name }) => name)))].sort();
}

const whatIsTheSame =
  'id, links, checked, topics, next, sources, inferred, applies-to, facts or the conditions of variants';

function sameEverywhere({
  id,
  links,
  checked,
  topics,
  next,
  sources,
  inferred,
  appliesTo,
  facts,
  variants,
}: Question): readonly unknown[] {
  const conditions = variants.map((variant) => variant.conditions);
  return [id, links, checked, topics, next, sources, inferred, appliesTo, facts, conditions];
}

function tooLong(files: FilesByLocale): readonly string[] {
  return Object.entries(files).flatMap(([locale, all]) =>
    all.flatMap(({ name, question }) =>
      [question, ...question.variants]
        .map(({ paragraphs }) => wordCount(paragraphs))
        .filter((words) => words > mostAnswerWords)
        .map((words) => `${locale}/${name}: an answer of ${words} words, at most ${mostAnswerWords}`),
    ),
  );
}

function stale(files: Readonly<Record<string, readonly QuestionFile[]>>, now: number): readonly string[] {
  return Object.entries(files).flatMap(([locale, all]) =>
    all
      .filter(({ question }) => isDueForCheck(question, now))
      .map(({ name, question }) => `${locale}/${name}: last checked on ${question.checked}, more than a year ago`),
  );
}

function commaList(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function textOf(path: string, faults: string[]): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  faults.push(`${path}: is missing`);
  return '';
}

function list(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
