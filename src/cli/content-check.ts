import { readContent, wholeLocale } from '../adapters/search/read-content.ts';
import { commandLine } from '../config/command-line.ts';
import { countOf } from '../domain/count-of.ts';

const { values, words } = commandLine({
  about: 'Reports what is wrong with the questions and answers, and which of them are due for review.',
  call: 'npm run content:check -- [options] [FOLDER]',
  options: { content: { type: 'string', value: 'FOLDER', about: 'where the questions are', default: 'content' } },
  mostWords: 1,
});
const { content, faults, warnings, untranslated } = readContent(words[0] ?? values.content, Date.now());

for (const fault of faults) console.error(`fault    ${fault}`);
for (const warning of warnings) console.warn(`warning  ${warning}`);
for (const entry of untranslated)
  console.log(`english  ${entry}, so its answer is given in ${wholeLocale(content.locales)}`);
const counts = content.locales.map((locale) => `${locale} ${content.questions[locale]?.length ?? 0}`).join(', ');
console.log(`Questions: ${counts}. ${countOf(faults.length, 'fault')}, ${countOf(warnings.length, 'warning')}.`);
if (faults.length > 0) process.exitCode = 1;
