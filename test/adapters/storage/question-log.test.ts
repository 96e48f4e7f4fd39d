import { questionRetention, StoredQuestions } from '../../../src/adapters/storage/question-log.ts';
import { namingOfAll } from '../../../src/i18n/naming.ts';
import type { EndedQuestion } from '../../../src/ports/question-log.ts';
import { noon } from '../../builders/facts.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';

/** How questions end is counted; their wording is kept only where the organisation wants it, and never with who asked. */

const dayMs = 86_400_000;
const asked = (more: Partial<EndedQuestion> = {}): EndedQuestion => ({
  outcome: 'none',
  found: null,
  locale: 'en',
  asked: 'where do plants grow',
  names: [],
  conversation: 'conversation/webchat/one/one',
  activityId: 'a1',
  ...more,
});
function aLog(keeps: 'counts' | 'text', store = new MemoryDocumentStore()) {
  const clock = { now: () => noon };
  return {
    store,
    log: new StoredQuestions({
      store,
      clock,
      keeps,
      vocabulary: () => new Set(['where', 'do', 'grow']),
      naming: namingOfAll(),
    }),
  };
}

test('two processes count into the same day, and only outcomes are stored', async () => {
  const { log, store } = aLog('counts');
  const other = aLog('counts', store).log;
  await Promise.all([log.note(asked()), log.note(asked({ outcome: 'answer', found: 'q12' })), other.note(asked())]);
  await Promise.all([log.flush(), other.flush()]);

  expect(await log.counts()).toEqual([
    { day: '2026-11-20', outcome: 'none', found: null, count: 2 },
    { day: '2026-11-20', outcome: 'answer', found: 'q12', count: 1 },
  ]);
  expect(await log.texts()).toEqual([]);
});

test('the wording of what had no good answer is kept, once per message', async () => {
  const { log } = aLog('text');
  await log.note(asked());
  await log.note(asked());
  await log.note(asked({ outcome: 'answer', found: 'q12', activityId: 'a2' }));

  expect(await log.texts()).toEqual([
    { day: '2026-11-20', outcome: 'none', found: null, locale: 'en', text: 'where do plants grow' },
  ]);
});

test('a text goes after 30 days, or when its person has everything deleted, and nobody else’s does', async () => {
  const { log, store } = aLog('text');
  await log.note(asked());
  await log.note(asked({ conversation: 'conversation/webchat/two/one', activityId: 'b1' }));
  const retention = questionRetention(store);

  expect(await retention.forget('conversation/webchat/one/one')).toBe(1);
  expect(await log.texts()).toHaveLength(1);
  expect(await retention.sweep(noon + 30 * dayMs)).toBe(0);
  expect(await retention.sweep(noon + 31 * dayMs)).toBe(1);
  expect(await log.texts()).toEqual([]);
  expect((await log.counts()).length).toBe(1);
  expect(await retention.sweep(noon + 91 * dayMs)).toBe(1);
});

test('keys and documents do not name the conversation', async () => {
  const { log, store } = aLog('text');
  await log.note(asked({ conversation: 'conversation/webchat/secret-id/one' }));
  const keys = await store.list('question-', 10);
  const documents = await Promise.all(keys.map((key) => store.read(key)));

  expect(JSON.stringify([keys, documents])).not.toContain('secret-id');
});
