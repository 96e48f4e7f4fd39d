import { loadContent } from '../adapters/search/content.ts';
import { makeQuestionIndex } from '../adapters/search/mini-search-index.ts';
import { commandLine } from '../config/command-line.ts';
import { chooseAnswer } from '../domain/questions.ts';
import { locales } from '../i18n/index.ts';

const { values, words, misused } = commandLine({
  about: 'Shows which answers the bot finds for a question, best first.',
  call: 'npm run ask -- [options] QUESTION',
  options: {
    locale: { type: 'string', value: 'LANGUAGE', about: `one of ${locales.join(', ')}`, default: 'en' },
    limit: { type: 'string', value: 'NUMBER', about: 'the most answers to show', default: '5' },
    content: { type: 'string', value: 'FOLDER', about: 'where the questions are', default: 'content' },
    json: { type: 'boolean', about: 'print JSON', default: false },
  },
  mostWords: Number.POSITIVE_INFINITY,
});
if (words.length === 0) misused('There is no question.');
if (!/^[1-9]\d*$/.test(values.limit)) misused('--limit must be a whole number, 1 or more.');

const text = words.join(' ');
const index = makeQuestionIndex(loadContent(values.content, Date.now()));
const ranked = index.find(text, values.locale, Number(values.limit));
const oldName = index.explainOldName(text, values.locale);

if (values.json) console.log(JSON.stringify({ locale: values.locale, choice: chooseAnswer(ranked), ranked, oldName }));
else {
  if (ranked.length === 0) console.log('Nothing fits.');
  for (const { id, score } of ranked)
    console.log(`${score.toFixed(3)}  ${id}  ${index.get(id, values.locale)?.title ?? ''}`);
  if (oldName !== null) console.log(`${oldName.was} is now ${oldName.now}. ${oldName.explanation}`);
}
