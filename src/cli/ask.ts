import { parseArgs } from 'node:util';
import { loadContent } from '../adapters/search/content.ts';
import { makeQuestionIndex } from '../adapters/search/mini-search-index.ts';
import { chooseAnswer } from '../domain/questions.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    locale: { type: 'string', default: 'en' },
    limit: { type: 'string', default: '5' },
    content: { type: 'string', default: 'content' },
    json: { type: 'boolean', default: false },
  },
});

const text = positionals.join(' ');
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
