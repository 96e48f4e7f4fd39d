import { writeFileSync } from 'node:fs';
import { readContent, wholeLocale } from '../adapters/search/read-content.ts';
import { commandLine } from '../config/command-line.ts';
import { sourcesPage } from './sources/sources-page.ts';

commandLine({
  about: 'Writes docs/sources.md: where everything that the bot says comes from.',
  call: 'npm run sources',
});
const { content } = readContent('content', Date.now());
writeFileSync('docs/sources.md', sourcesPage(content.questions[wholeLocale(content.locales)] ?? []));
console.log('docs/sources.md is up to date.');
