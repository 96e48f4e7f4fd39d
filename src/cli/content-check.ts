import { readContent } from '../adapters/search/content.ts';

const folder = process.argv[2] ?? 'content';
const { content, faults, warnings } = readContent(folder, Date.now());

for (const fault of faults) console.error(`fault    ${fault}`);
for (const warning of warnings) console.warn(`warning  ${warning}`);
const counts = content.locales.map((locale) => `${locale} ${content.questions[locale]?.length ?? 0}`).join(', ');
console.log(`${counts} questions; ${faults.length} faults, ${warnings.length} warnings.`);
if (faults.length > 0) process.exitCode = 1;
