import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import {
  examplesOf,
  otherSentences,
  type Sentence,
  variantsOf,
  writtenSentences,
} from '../scripts/understanding/examples.ts';
import { train } from '../scripts/understanding/trainer.ts';
import { writtenWeights } from '../scripts/understanding/written-weights.ts';
import { loadContent } from '../src/adapters/search/content.ts';
import { atOnce } from '../src/adapters/search/in-slices.ts';
import { intentModelInSlices } from '../src/adapters/search/intent-model.ts';
import { makeQuestionIndex } from '../src/adapters/search/question-index.ts';
import { understand, understandByMeaning } from '../src/bot/input/understand.ts';
import { Understanding } from '../src/bot/input/understanding.ts';
import { type OpenMeanings, openMeanings } from '../src/cli/open-meanings.ts';
import { commandLine } from '../src/config/command-line.ts';
import { phrasesOf } from '../src/i18n/index.ts';

// How well sentences are understood. The shares are the result, so they go to the console.
const own = 'test/questions';
const { values } = commandLine({
  about: 'How well the bot understands what people type: wishes, questions, and what it has no answer to.',
  call: 'npm run bench:recall -- [options]',
  options: {
    misses: { type: 'boolean', about: 'name each sentence that was not understood', default: false },
    data: {
      type: 'string',
      value: 'FOLDER',
      about: 'where typed-wishes.tsv and asked-questions.tsv are',
      default: own,
    },
    'by-meaning': {
      type: 'boolean',
      about: 'compare by meaning too, with the service that EMBEDDINGS_URL names, or else with the one of the sandbox',
      default: false,
    },
    quick: { type: 'boolean', about: 'leave out the cross-validation, which trains five times', default: false },
  },
});
const root = join(import.meta.dirname, '..');
const content = loadContent(join(root, 'content'), Date.now());
const index = makeQuestionIndex(content);
await index.ready();
const understanding = new Understanding(phrasesOf);

const opened = values['by-meaning'] ? await openService() : null;

console.log('Typed by people, not among what the recognition was trained on:');
await reportWishes('typed-wishes.tsv');
await reportQuestions('asked-questions.tsv', 'uncovered-questions.tsv');
if (values.data === own) {
  console.log('\nKept back: nothing was written or tuned for what fails in it:');
  await reportWishes('kept-wishes.tsv');
  await reportQuestions('kept-questions.tsv');
}
console.log('\nWritten with the entries (recall of the ranking alone):');
for (const name of [
  'paraphrases-en',
  'paraphrases-nl',
  'paraphrases-de',
  'tuning-en',
  'tuning-nl',
  'heldout-en',
  'heldout-nl',
])
  reportSet(name);
if (!values.quick) reportCrossValidation();
await opened?.close();
reportCost();

interface Row {
  readonly locale: string;
  readonly wanted: readonly string[];
  readonly text: string;
}

function rowsOf(name: string): readonly Row[] {
  const lines = readFileSync(join(values.data, name), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [locale = '', wanted = '', text = ''] = line.split('\t');
    return { locale, wanted: wanted.split(','), text };
  });
}

function senseOf({ text, locale }: Pick<Row, 'text' | 'locale'>) {
  return understand(text, { locale, after: null }, { questions: index, understanding }).sense;
}

/** In a chat, questions come one by one. */
async function oneByOne<T>(rows: readonly Row[], read: (row: Row) => Promise<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for (const row of rows) all.push(await read(row));
  return all;
}

async function senseByMeaning({ text, locale }: Pick<Row, 'text' | 'locale'>) {
  const means = { questions: index, understanding, meanings: opened?.meanings ?? null };
  return (await understandByMeaning(text, { locale, after: null }, means)).sense;
}

/** The service of the settings, or the sandbox's with its vectors in a folder of their own. */
async function openService(): Promise<OpenMeanings> {
  const isSet = (process.env.EMBEDDINGS_URL ?? '') !== '';
  const sandbox = isSet ? null : await startSandbox({ httpPort: 0, httpsPort: 0, withEmbeddings: true });
  const folder = mkdtempSync(join(tmpdir(), 'onetenant-recall-'));
  const environment =
    sandbox === null ? process.env : { ...sandbox.environment, DATA_FILE: join(folder, 'kept.sqlite') };
  // What is wrong with the settings has been said.
  const service = (await openMeanings(environment, content, console.error)) ?? process.exit(78);
  return {
    meanings: service.meanings,
    async close() {
      await service.close();
      await sandbox?.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function reportWishes(name: string): Promise<void> {
  const rows = rowsOf(name);
  const read = await oneByOne(rows, async (row) => ({ row, sense: await senseByMeaning(row) }));
  const acted = read.filter(({ sense }) => sense.kind === 'intent' || sense.kind === 'small-talk');
  const right = acted.filter(({ row, sense }) => JSON.stringify(sense).includes(`"${row.wanted[0]}"`));
  line('wishes understood at once', right.length, rows.length, 'at least 90 %');
  line('wrong wish acted upon', acted.length - right.length, rows.length, 'at most 2 %');
  for (const { row, sense } of read) if (!right.some((one) => one.row === row)) miss(row, JSON.stringify(sense));
}

async function reportQuestions(...names: readonly string[]): Promise<void> {
  const rows = names.flatMap(rowsOf);
  const read = await oneByOne(rows, async (row) => {
    const sense = await senseByMeaning(row);
    const ids = sense.kind === 'answer' ? [sense.id, ...sense.others] : sense.kind === 'did-you-mean' ? sense.ids : [];
    return { row, sense, ids: ids.slice(0, 3) };
  });
  const topicsOf = (id: string): readonly string[] => [id, ...(index.get(id, 'en')?.topics ?? [])];
  // Entries about different sides of one subject share its topic, so any of them helps.
  const isHit = (row: Row, id: string | undefined): boolean =>
    id !== undefined && topicsOf(id).some((one) => row.wanted.flatMap(topicsOf).includes(one));
  const covered = read.filter(({ row }) => row.wanted[0] !== '-');
  const open = read.filter(({ row }) => row.wanted[0] === '-');
  const first = covered.filter(({ row, ids }) => isHit(row, ids[0]));
  const among = covered.filter(({ row, ids }) => ids.some((id) => isHit(row, id)));
  const stated = read.filter(({ sense }) => sense.kind === 'answer');
  const wrong = stated.filter(({ row, ids }) => !isHit(row, ids[0]));
  line('questions with an entry: right one first', first.length, covered.length, 'at least 75 %');
  line('questions with an entry: among three', among.length, covered.length, 'at least 90 %');
  line('answered outright, of all questions', stated.length, rows.length, '');
  line('a wrong answer stated as right, of all', wrong.length, rows.length, 'at most 4 %');
  line(
    'nothing covers it: said so, or only offered',
    open.filter(({ sense }) => sense.kind !== 'answer').length,
    open.length,
    'at least 85 %',
  );
  for (const { row, ids, sense } of covered) if (!isHit(row, ids[0])) miss(row, `${sense.kind} ${ids.join(' ')}`);
  for (const { row, ids } of wrong) miss(row, `stated ${ids[0]}`);
  for (const { row, sense, ids } of open) if (sense.kind !== 'answer') miss(row, `${sense.kind} ${ids.join(' ')}`);
}

function reportSet(name: string): void {
  const rows: { id: string; text: string }[] = JSON.parse(
    readFileSync(join(root, `test/questions/${name}.json`), 'utf8'),
  );
  const locale = name.slice(-2);
  const places = rows.map((row) => index.find(row.text, locale, 3).findIndex((one) => one.id === row.id));
  const share = (within: number) =>
    (places.filter((place) => place >= 0 && place < within).length / rows.length).toFixed(3);
  console.log(`  ${name} (${rows.length}): first ${share(1)}, among three ${share(3)}`);
}

/** Trains on four fifths of the written sentences, and asks for the fifth part: what to expect of sentences that nobody wrote down. */
function reportCrossValidation(): void {
  const folds = 5;
  const written = writtenSentences(root);
  const others = examplesOf(otherSentences(root));
  const wished = new Set(['choose-add-azure', 'choose-add-microsoft-365', 'choose-join', 'talk-to-person']);
  let [right, wrong, all, taken, questions] = [0, 0, 0, 0, 0];
  for (let fold = 0; fold < folds; fold += 1) {
    const isAsked = (_: Sentence, at: number): boolean => at % folds === fold;
    const model = train([...examplesOf(written.filter((one, at) => !isAsked(one, at))), ...others]);
    const trained = makeQuestionIndex(
      loadContent(join(root, 'content'), Date.now()),
      atOnce(intentModelInSlices(writtenWeights(model))),
    );
    for (const line of written.filter(isAsked)) {
      const sentence = { ...line, text: variantsOf(line.text)[0] ?? '' };
      const { sense } = understand(sentence.text, { ...sentence, after: null }, { questions: trained, understanding });
      const got = sense.kind === 'intent' ? JSON.stringify(sense.intent) : '';
      if (wished.has(sentence.label)) {
        all += 1;
        if (got.includes(`"${sentence.label.replace('choose-', '')}"`)) right += 1;
        else {
          if (got !== '') wrong += 1;
          miss(
            { locale: sentence.locale, wanted: [sentence.label], text: sentence.text },
            got === '' ? sense.kind : got,
          );
        }
      } else if (sentence.label === 'question') {
        questions += 1;
        if (got !== '') taken += 1;
      }
    }
  }
  console.log('\nCross-validated on the sentences written for training (5 parts):');
  line('routes and a person understood at once', right, all, '');
  line('another wish acted upon', wrong, all, '');
  line('questions taken for a wish', taken, questions, '');
}

function reportCost(): void {
  const rows = [...rowsOf('typed-wishes.tsv'), ...rowsOf('asked-questions.tsv')];
  const from = process.memoryUsage().heapUsed;
  const start = process.cpuUsage();
  for (const row of rows) senseOf(row);
  const { user, system } = process.cpuUsage(start);
  const grown = (process.memoryUsage().heapUsed - from) / 1_048_576;
  console.log(
    `\nOne sentence: ${((user + system) / 1_000 / rows.length).toFixed(2)} ms of processor time; heap grown by ${grown.toFixed(1)} MB over ${rows.length}.`,
  );
}

function line(what: string, some: number, all: number, aim: string): void {
  const share = all === 0 ? '–' : `${Math.round((100 * some) / all)} %`;
  console.log(`  ${what.padEnd(48)} ${`${some}/${all}`.padStart(8)} ${share.padStart(6)}  ${aim}`);
}

function miss({ locale, wanted, text }: Row, got: string): void {
  if (values.misses) console.log(`    ${locale} ${wanted.join(',')} <- ${text} (${got})`);
}
