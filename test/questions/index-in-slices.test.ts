import { setImmediate as nextTurnOfTheLoop } from 'node:timers/promises';
import { makeQuestionIndex } from '../../src/adapters/search/question-index.ts';
import type { Question } from '../../src/domain/questions.ts';
import { realContent, realIndex } from './question-sets.ts';

test('the index is made a question at a time, and others go first between two of them', async () => {
  const content = realContent();
  const seen = new Set<Question>();
  const watched = (question: Question): Question =>
    new Proxy(question, {
      get: (target, name) => {
        if (name === 'title') seen.add(target);
        return Reflect.get(target, name);
      },
    });
  const questions = Object.fromEntries(
    Object.entries(content.questions).map(([locale, all]) => [locale, all.map(watched)]),
  );
  const index = makeQuestionIndex({ ...content, questions });
  let isMade = false;
  let most = 0;
  let turns = 0;

  const made = index.ready().then(() => {
    isMade = true;
  });
  while (!isMade) {
    most = Math.max(most, seen.size);
    seen.clear();
    turns += 1;
    await nextTurnOfTheLoop();
  }
  await made;

  const all = Object.values(questions).flat();
  expect(most).toBe(1);
  // Words, wordings and ranking: each is gone through once.
  expect(turns).toBeGreaterThan(3 * all.length);
  seen.clear();
  index.read('can we merge two tenants?', 'en');
  expect(seen.size).toBe(0);
});

test('a sentence that comes in between is read at once, as it is afterwards', async () => {
  const early = realIndex();
  const ready = early.ready();
  const read = early.read('kunnen we twee tenants samenvoegen?', 'nl');
  await ready;

  expect(early.read('kunnen we twee tenants samenvoegen?', 'nl')).toEqual(read);
  expect(realIndex().read('kunnen we twee tenants samenvoegen?', 'nl')).toEqual(read);
});

test('the shipped model is loaded when the index is made ready, and reads as one that was given', async () => {
  const index = makeQuestionIndex(realContent());
  expect(() => index.read('office and azure', 'en')).toThrow('before it is ready');

  await index.ready();

  expect(index.read('kunnen we twee tenants samenvoegen?', 'nl')).toEqual(
    realIndex().read('kunnen we twee tenants samenvoegen?', 'nl'),
  );
});
