import { readFileSync } from 'node:fs';
import { loadContent } from '../src/adapters/search/content.ts';
import { makeQuestionIndex } from '../src/adapters/search/mini-search-index.ts';
import { commandLine } from '../src/config/command-line.ts';
import { answerFromScore, chooseAnswer } from '../src/domain/questions.ts';

// How often the right question comes first, and among the first three. The shares are the result, so they go to the console.
const { values } = commandLine({
  about: 'How often the right question comes first, and among the first three.',
  call: 'npm run bench:recall -- [options]',
  options: { misses: { type: 'boolean', about: 'name each sentence whose question was missed', default: false } },
});
const showMisses = values.misses;
const index = makeQuestionIndex(loadContent('content', Date.now()));

for (const set of ['paraphrases', 'tuning', 'heldout']) {
  for (const locale of ['en', 'nl']) report(set, locale);
}
report('paraphrases', 'de');
for (const locale of ['en', 'nl', 'de']) reportRefusals(locale);

function report(set: string, locale: string): void {
  const rows: { id: string; text: string }[] = readRows(`${set}-${locale}`);
  const places = rows.map((row) =>
    index.find(row.text, locale, Number.POSITIVE_INFINITY).findIndex((one) => one.id === row.id),
  );
  const share = (within: number) => places.filter((place) => place >= 0 && place < within).length / rows.length;
  const silent = rows.filter((row) => chooseAnswer(index.find(row.text, locale)).kind === 'nothing-fits').length;
  const figures = `recall@1 ${share(1).toFixed(3)}  recall@3 ${share(3).toFixed(3)}`;
  console.log(`${set} ${locale} (${rows.length}): ${figures}  told that nothing fits: ${silent}`);
  if (!showMisses) return;
  for (const row of rows) {
    const ranked = index.find(row.text, locale, 3);
    if (ranked[0]?.id !== row.id || ranked[0].score < answerFromScore)
      console.log(`  ${row.id} "${row.text}" -> ${ranked.map((one) => `${one.id} ${one.score}`).join(', ')}`);
  }
}

function reportRefusals(locale: string): void {
  const texts: string[] = readRows(`out-of-scope-${locale}`);
  const answered = texts.filter((text) => chooseAnswer(index.find(text, locale)).kind === 'answer');
  const offered = texts.filter((text) => chooseAnswer(index.find(text, locale)).kind === 'perhaps');
  console.log(`out of scope ${locale} (${texts.length}): answered ${answered.length}, offered ${offered.length}`);
  if (showMisses)
    for (const text of [...answered, ...offered])
      console.log(`  "${text}" -> ${JSON.stringify(index.find(text, locale, 1))}`);
}

function readRows<T>(name: string): T[] {
  return JSON.parse(readFileSync(`test/questions/${name}.json`, 'utf8'));
}
