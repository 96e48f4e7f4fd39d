import { createInterface } from 'node:readline';
import { loadContent } from '../adapters/search/content.ts';
import { makeQuestionIndex } from '../adapters/search/question-index.ts';
import { understandByMeaning } from '../bot/input/understand.ts';
import { type Sense, Understanding } from '../bot/input/understanding.ts';
import { commandLine } from '../config/command-line.ts';
import { scenarios } from '../domain/scenario.ts';
import { locales, phrasesOf } from '../i18n/index.ts';

const { values, words, misused } = commandLine({
  about: 'Shows what the bot makes of a sentence: a wish, an answer, what may be meant, or that it knows no answer.',
  call: 'npm run ask -- [options] SENTENCE',
  options: {
    locale: { type: 'string', value: 'LANGUAGE', about: `one of ${locales.join(', ')}`, default: 'en' },
    limit: { type: 'string', value: 'NUMBER', about: 'the most questions to show', default: '5' },
    content: { type: 'string', value: 'FOLDER', about: 'where the questions are', default: 'content' },
    after: { type: 'string', value: 'ID', about: 'the question that was answered just before' },
    goal: { type: 'string', value: 'ROUTE', about: `the route that the person is on: ${scenarios.join(', ')}` },
    json: { type: 'boolean', about: 'print JSON', default: false },
    suggest: {
      type: 'boolean',
      about: 'name the question that each text is nearest to, from standard input or the CSV of the operator page',
      default: false,
    },
    lines: { type: 'boolean', about: 'read one sentence per line, and print one JSON line each', default: false },
  },
  mostWords: Number.POSITIVE_INFINITY,
});
if (words.length === 0 && !values.lines && !values.suggest) misused('There is no sentence.');
if (!/^[1-9]\d*$/.test(values.limit)) misused('--limit must be a whole number, 1 or more.');

const content = loadContent(values.content, Date.now());
const questions = makeQuestionIndex(content);
await questions.ready();
const understanding = new Understanding(phrasesOf);
const goal = scenarios.find((one) => one === values.goal) ?? null;
if (values.goal !== undefined && goal === null) misused(`--goal is one of ${scenarios.join(', ')}.`);
const before = { locale: values.locale, after: values.after ?? null, goal };
const limit = Number(values.limit);
const opened = await openMeaningsIfSet();
const meanings = opened?.meanings ?? null;

/** Null where no embedding service is set. Storage and the rest are loaded only where one is. */
async function openMeaningsIfSet() {
  if ((process.env.EMBEDDINGS_URL ?? '') === '') return null;
  const { openMeanings } = await import('./open-meanings.ts');
  // What is wrong with the settings has been said.
  return (await openMeanings(process.env, content, console.error)) ?? process.exit(78);
}

/** What is printed of one sentence. */
async function reportOn(text: string) {
  const means = { questions, understanding, meanings };
  const { sense, reading } = await understandByMeaning(text, before, means);
  const answers = idsOf(sense)
    .slice(0, limit)
    .map((id) => ({
      id,
      topics: questions.get(id, values.locale)?.topics ?? [],
      score: reading.ranked.find((one) => one.id === id)?.score ?? 0,
    }));
  return { reading, report: { text, wish: wishOf(sense), outcome: outcomeOf(sense), answers } };
}

function idsOf(sense: Sense): readonly string[] {
  if (sense.kind === 'code') return [`AADSTS${sense.entry.code}`];
  if (sense.kind === 'answer') return [sense.id, ...sense.others];
  return sense.kind === 'did-you-mean' ? sense.ids : [];
}

function wishOf(sense: Sense): object | null {
  switch (sense.kind) {
    case 'intent':
      return sense.intent;
    case 'small-talk':
      return { say: sense.about };
    case 'did-you-mean':
      return sense.wish;
    case 'answer':
    case 'code':
    case 'refused':
    case 'none':
      return null;
  }
}

function outcomeOf(sense: Sense): 'wish' | 'answer' | 'did-you-mean' | 'none' {
  switch (sense.kind) {
    case 'intent':
    case 'small-talk':
      return 'wish';
    case 'code':
      return 'answer';
    case 'refused':
      return 'none';
    case 'answer':
    case 'did-you-mean':
    case 'none':
      return sense.kind;
  }
}

/** The text of a line, and of a row of the operator page's CSV; null for a row without one. */
function textIn(line: string): string | null {
  const row = /^\d{4}-\d\d-\d\d,/.test(line) ? line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/) : null;
  const text = row === null ? line : (row[5] ?? '').replace(/^"|"$/g, '').replaceAll('""', '"');
  return text.trim() === '' || /^\uFEFF?day,outcome,/.test(line) ? null : text.trim();
}

/** Which entry could get this text as one more wording, or that none is near. */
function suggest(text: string): void {
  const [best] = questions.find(text, values.locale, 1);
  const near =
    best === undefined
      ? 'no entry is near'
      : `${best.score.toFixed(3)}  ${best.id}  ${questions.get(best.id, values.locale)?.title ?? ''}`;
  console.log(`${text}\n  ${near}`);
}

if (values.suggest) {
  if (words.length > 0) suggest(words.join(' '));
  else
    for await (const line of createInterface({ input: process.stdin })) {
      const text = textIn(line);
      if (text !== null) suggest(text);
    }
} else if (values.lines) {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') console.log(JSON.stringify((await reportOn(line.trim())).report));
  }
} else {
  const text = words.join(' ');
  const { report, reading } = await reportOn(text);
  if (values.json) console.log(JSON.stringify(report));
  else {
    const { ranked, guesses } = reading;
    console.log(`${report.outcome}${report.wish === null ? '' : `  ${JSON.stringify(report.wish)}`}`);
    for (const { name, probability } of guesses.slice(0, 3)) console.log(`  ${probability.toFixed(3)}  ${name}`);
    for (const { id, score } of ranked.slice(0, limit))
      console.log(`  ${score.toFixed(3)}  ${id}  ${questions.get(id, values.locale)?.title ?? ''}`);
    const oldName = questions.explainOldName(text, values.locale);
    if (oldName !== null) console.log(`${oldName.was} is now ${oldName.now}. ${oldName.explanation}`);
  }
}
await opened?.close();
