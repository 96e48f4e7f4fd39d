import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { OldName } from '../../domain/old-names.ts';
import { factConditions, isDueForCheck, type Question } from '../../domain/questions.ts';
import type { Content } from './content-as-built.ts';
import { readContentFile } from './content-file.ts';

export interface ContentReport {
  readonly content: Content;
  /** The bot must not start with these. */
  readonly faults: readonly string[];
  /** Somebody should look at these. */
  readonly warnings: readonly string[];
}

/** Reads the content folder and tells everything that is wrong or stale in it. */
export function readContent(folder: string, now: number): ContentReport {
  const faults: string[] = [];
  const locales = list(join(folder, 'questions')).filter((name) => /^[a-z]{2}$/.test(name));
  if (locales.length === 0) faults.push(`${join(folder, 'questions')}: there is no language`);
  const perLocale = <T>(read: (locale: string) => T): Record<string, T> =>
    Object.fromEntries(locales.map((locale) => [locale, read(locale)]));
  const questions = perLocale((locale) => readQuestions(join(folder, 'questions', locale), faults));
  const oldNames = perLocale((locale) => readOldNames(join(folder, 'glossary', `${locale}.md`), faults));
  const synonyms = perLocale((locale) => readSynonyms(join(folder, 'synonyms', `${locale}.txt`), faults));
  faults.push(...differences(questions));
  return { content: { locales, questions, oldNames, synonyms }, faults, warnings: stale(questions, now) };
}

const line = (most: number) => z.string().min(1).max(most);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day as YYYY-MM-DD')
  .refine((value) => !Number.isNaN(Date.parse(value)), 'must be a day that exists');
const httpsLink = z.url({ protocol: /^https$/, message: 'must be an https address' }).max(300);

const questionFile = z.strictObject({
  id: z.string().regex(/^q\d{2,3}$/, 'must look like q01'),
  title: line(160),
  also: z.array(line(160)).min(1).max(12),
  keywords: line(600).transform((text) => text.split(',').map((word) => word.trim())),
  links: z.array(httpsLink).max(4).default([]),
  checked: day,
  'applies-to': z.array(z.enum(factConditions)).default([]),
  // A card stays within the channel's size, and busy people read three paragraphs at most.
  paragraphs: z.array(line(700)).min(1).max(3),
});

function readQuestions(folder: string, faults: string[]): readonly Question[] {
  return list(folder)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => readQuestion(join(folder, name), name, faults));
}

function readQuestion(path: string, name: string, faults: string[]): readonly Question[] {
  const reading = readContentFile(readFileSync(path, 'utf8'));
  if (reading.kind === 'unreadable') {
    faults.push(`${path}: ${reading.because}`);
    return [];
  }
  const parsed = questionFile.safeParse({ ...reading.file.fields, paragraphs: reading.file.paragraphs });
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => `${path}: ${issue.path.join('.') || 'file'}: ${issue.message}`));
    return [];
  }
  const { 'applies-to': appliesTo, ...rest } = parsed.data;
  if (name !== `${rest.id}.md`) faults.push(`${path}: its id is ${rest.id}, so it must be called ${rest.id}.md`);
  return [{ ...rest, appliesTo }];
}

function readOldNames(path: string, faults: string[]): readonly OldName[] {
  const parts = textOf(path, faults)
    .split(/^## /m)
    .map((part) => part.trim());
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

function readSynonyms(path: string, faults: string[]): readonly (readonly string[])[] {
  return textOf(path, faults)
    .split(/\r?\n/)
    .filter((text) => text.trim() !== '' && !text.startsWith('#'))
    .map(commaList);
}

/** Every language has the same questions, with the same links and the same people in mind. */
function differences(questions: Readonly<Record<string, readonly Question[]>>): readonly string[] {
  const all = Object.entries(questions);
  const ids = [...new Set(all.flatMap(([, list]) => list.map((question) => question.id)))].sort();
  return ids.flatMap((id) => {
    const found = all.map(([locale, list]) => ({ locale, question: list.find((one) => one.id === id) }));
    const missing = found.filter((one) => one.question === undefined).map((one) => `${id}: missing in "${one.locale}"`);
    const shapes = new Set(
      found.flatMap(({ question }) =>
        question === undefined ? [] : [JSON.stringify([question.links, question.appliesTo, question.checked])],
      ),
    );
    return shapes.size > 1 ? [...missing, `${id}: links, checked or applies-to differ between languages`] : missing;
  });
}

function stale(questions: Readonly<Record<string, readonly Question[]>>, now: number): readonly string[] {
  return Object.entries(questions).flatMap(([locale, all]) =>
    all
      .filter((question) => isDueForCheck(question, now))
      .map((question) => `${locale}/${question.id}: last checked on ${question.checked}, more than a year ago`),
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
