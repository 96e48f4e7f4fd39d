import { readContent, wholeLocale } from '../adapters/search/read-content.ts';
import { commandLine } from '../config/command-line.ts';
import { countOf } from '../domain/count-of.ts';
import { isDueForCheck } from '../domain/questions.ts';
import { sourcedItems } from '../domain/sources.ts';

const { values, words } = commandLine({
  about:
    'Reports what is wrong with the questions and answers, and which answers, steps, rules and offers are due for review.',
  call: 'npm run content:check -- [options] [FOLDER]',
  options: { content: { type: 'string', value: 'FOLDER', about: 'where the questions are', default: 'content' } },
  mostWords: 1,
});
const { content, warnings, untranslated, ...found } = readContent(words[0] ?? values.content, Date.now());
const faults = [...found.faults, ...found.tooLong];
const items = sourcedItems();
const overdue = items.filter((item) => isDueForCheck(item, Date.now()));

for (const fault of faults) console.error(`fault    ${fault}`);
for (const warning of warnings) console.warn(`warning  ${warning}`);
for (const { kind, id, checked } of overdue)
  console.warn(`warning  ${kind} ${id}: last checked on ${checked}, more than a year ago`);
for (const entry of untranslated)
  console.log(`english  ${entry}, so its answer is given in ${wholeLocale(content.locales)}`);
const counts = content.locales.map((locale) => `${locale} ${content.questions[locale]?.length ?? 0}`).join(', ');
const dueCount = countOf(warnings.length + overdue.length, 'warning');
console.log(
  `Questions: ${counts}. Steps, rules and offers: ${items.length}. ${countOf(faults.length, 'fault')}, ${dueCount}.`,
);
if (faults.length > 0) process.exitCode = 1;
