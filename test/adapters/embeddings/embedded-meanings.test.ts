import type { RunningSandbox } from '../../../sandbox/start-sandbox.ts';
import { startSandbox } from '../../../sandbox/start-sandbox.ts';
import { createMeanings } from '../../../src/adapters/embeddings/create-meanings.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { StoreFault } from '../../../src/ports/document-store.ts';
import type { JournalEvent } from '../../../src/ports/journal.ts';
import type { ComparedText, Meanings } from '../../../src/ports/meanings.ts';
import { MemoryDocumentStore } from '../../builders/memory-document-store.ts';

const texts: readonly ComparedText[] = [
  ['q1', 'Who pays the invoice?'],
  ['q2', 'How do I reset the password of the administrator?'],
  ['q3', 'Can I cancel my subscription?'],
  ['q4', 'Where is my tenant?'],
  ['q5', 'What does a licence cost?'],
].map(([name = '', text = '']) => ({ kind: 'question', name, text }));
const wish: ComparedText = { kind: 'wish', name: 'talk-to-person', text: 'talk to a person. speak to a human' };

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ httpPort: 0, httpsPort: 0 });
});
afterEach(() => {
  jest.useRealTimers();
  sandbox.core.faults.clear();
  sandbox.core.requests.clear();
});
afterAll(() => sandbox.stop());

/** A bot's comparison with the sandbox's service, at a time that the test sets. */
function compare({ store = new MemoryDocumentStore(), list = [...texts, wish] } = {}) {
  const time = { now: Date.UTC(2026, 10, 30, 12) };
  const clock: Clock = { now: () => time.now };
  const events: JournalEvent[] = [];
  const meanings = createMeanings({
    settings: sandbox.embeddings['azure-v1'],
    store,
    clock,
    journal: { note: (event) => events.push(event) },
    texts: () => list,
    clean: (text) => text.replace(/Ann Adams/g, '…'),
  });
  if (meanings === null) throw new Error('no service is set');
  return { meanings, time, events, store };
}

const requests = (): number => sandbox.core.requests.list().filter(({ service }) => service === 'embeddings').length;
const ask = (meanings: Meanings, text = 'Wie betaalt de rekening?') => meanings.nearestTo(text, []);

test('the nearest comes first, also across languages, and a wish beside it', async () => {
  const { meanings, events } = compare();
  await meanings.warm();

  const near = await ask(meanings);
  const person = await ask(meanings, 'ik wil een mens spreken');

  expect(near?.questions.map(({ name }) => name)[0]).toBe('q1');
  expect(near?.questions).toHaveLength(5);
  expect(person?.wishes[0]?.standsOut).toBeGreaterThan(person?.questions[0]?.standsOut ?? 0);
  expect(events).toEqual([
    { event: 'embeddings.ready', model: 'sandbox-embedding-1', dimensions: 256, texts: 6, made: 1 },
  ]);
});

test('one question is one request, and nobody waits for the vectors of the texts', async () => {
  const { meanings } = compare();

  expect(await ask(meanings)).toBeNull();
  await meanings.warm();
  const made = requests();
  await ask(meanings);

  expect(requests() - made).toBe(1);
});

test('where nothing is set, there is no comparison', () => {
  const options = { store: new MemoryDocumentStore(), clock: { now: () => 0 }, journal: { note: () => undefined } };

  expect(createMeanings({ settings: {}, ...options, texts: () => texts, clean: (text) => text })).toBeNull();
});

describe('a service that hangs', () => {
  /** Asks, and lets the time pass that a question may wait: nobody really waits. */
  async function askInVain(meanings: Meanings): Promise<unknown> {
    const asked = ask(meanings);
    await jest.advanceTimersByTimeAsync(799);
    const early = await Promise.race([asked, Promise.resolve('waits')]);
    expect(early).toBe('waits');
    await jest.advanceTimersByTimeAsync(1);
    return asked;
  }

  test('costs a question 800 ms and no more, and after three of them none', async () => {
    const { meanings, events } = compare();
    await meanings.warm();
    events.length = 0;
    sandbox.core.faults.add({ service: 'embeddings', fault: 'hang' });
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'performance', 'queueMicrotask'] });

    expect(await askInVain(meanings)).toBeNull();
    expect(events).toEqual([]);
    await askInVain(meanings);
    await askInVain(meanings);

    expect(events).toEqual([{ event: 'embeddings.failed', because: 'too-slow', status: null }]);
    expect(await ask(meanings)).toBeNull();
    expect(events).toHaveLength(1);
  });
});

test('three that fail in a row stop the asking for half a minute; then one tries, and the operator hears it once', async () => {
  const { meanings, events } = compare();
  await meanings.warm();
  events.length = 0;
  sandbox.core.faults.add({ service: 'embeddings', fault: '503', times: 3, retryAfterSeconds: 0 });
  jest.useFakeTimers({
    doNotFake: [
      'nextTick',
      'setImmediate',
      'performance',
      'queueMicrotask',
      'hrtime',
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
    ],
  });
  const before = requests();

  for (let times = 0; times < 10; times += 1) await ask(meanings);
  expect(requests() - before).toBe(3);
  jest.setSystemTime(Date.now() + 30_001);

  expect(await ask(meanings)).not.toBeNull();
  expect(events).toEqual([
    { event: 'embeddings.failed', because: 'unavailable', status: 503 },
    { event: 'embeddings.back' },
  ]);
});

test('a service that says when to come back is left alone until then', async () => {
  const { meanings, time, events } = compare();
  await meanings.warm();
  events.length = 0;
  sandbox.core.faults.add({ service: 'embeddings', fault: '429', times: 1, retryAfterSeconds: 20 });
  const before = requests();

  for (let times = 0; times < 5; times += 1) expect(await ask(meanings)).toBeNull();
  time.now += 19_999;
  expect(await ask(meanings)).toBeNull();
  expect(requests() - before).toBe(1);
  time.now += 1;

  expect(await ask(meanings)).not.toBeNull();
  expect(events).toEqual([
    { event: 'embeddings.failed', because: 'throttled', status: 429 },
    { event: 'embeddings.back' },
  ]);
});

test('what an operator has to put right is asked again after five minutes', async () => {
  const { meanings, time, events } = compare();
  await meanings.warm();
  events.length = 0;
  sandbox.core.faults.add({ service: 'embeddings', fault: '403', times: 2 });
  const before = requests();

  await ask(meanings);
  await ask(meanings);
  time.now += 5 * 60_000;
  await ask(meanings);
  await ask(meanings);

  expect(requests() - before).toBe(2);
  expect(events).toEqual([{ event: 'embeddings.failed', because: 'refused', status: 403 }]);
});

test('a service that fails at the start is tried again by a later question', async () => {
  const { meanings, time, events } = compare();
  sandbox.core.faults.add({ service: 'embeddings', fault: '429', times: 1, retryAfterSeconds: 5 });

  await meanings.warm();
  expect(await ask(meanings)).toBeNull();
  time.now += 5_000;
  await meanings.warm();

  expect(await ask(meanings)).not.toBeNull();
  expect(events.map(({ event }) => event)).toEqual(['embeddings.failed', 'embeddings.ready', 'embeddings.back']);
});

test('a store that fails leaves the built-in way', async () => {
  const store = new MemoryDocumentStore();
  store.read = () => Promise.reject(new StoreFault('down'));
  const { meanings, events } = compare({ store });

  await meanings.warm();

  expect(await ask(meanings)).toBeNull();
  expect(events).toEqual([{ event: 'embeddings.failed', because: 'store-unavailable', status: null }]);
});

test('vectors of another model are not compared with, and are made anew', async () => {
  const { meanings, store, events } = compare();
  await meanings.warm();
  for (const [key, document] of store.documents)
    store.documents.set(key, { ...document, value: { ...(document.value as object), model: 'an-older-model' } });
  const later = compare({ store });
  await later.meanings.warm();
  expect(later.events).toMatchObject([{ event: 'embeddings.ready', model: 'an-older-model', made: 0 }]);

  expect(await ask(later.meanings)).toBeNull();
  await later.meanings.warm();

  expect(await ask(later.meanings)).not.toBeNull();
  expect(later.events.at(-1)).toMatchObject({ event: 'embeddings.ready', model: 'sandbox-embedding-1', made: 1 });
  expect(events).toHaveLength(1);
});

test('names are taken out before a sentence goes, and what has no words left does not go', async () => {
  const { meanings } = compare();
  await meanings.warm();
  const before = requests();

  expect(await ask(meanings, 'Ann Adams')).toBeNull();

  expect(requests()).toBe(before);
});

test('stopping gives up what is being made, and leaves no claim', async () => {
  const { meanings, store, events } = compare();
  sandbox.core.faults.add({ service: 'embeddings', fault: 'hang' });
  const loading = meanings.warm();

  await meanings.stop();
  await loading;

  expect(store.documents.size).toBe(0);
  expect(events).toEqual([]);
  expect(await ask(meanings)).toBeNull();
});
