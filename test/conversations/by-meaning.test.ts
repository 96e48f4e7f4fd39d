import { setTimeout as pause } from 'node:timers/promises';
import { comparedTexts } from '../../src/adapters/search/compared-texts.ts';
import { loadContent } from '../../src/adapters/search/content.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { type Stage, setStage } from './stage.ts';
import { storedDocument, storedKeys } from './stored-bytes.ts';

/** With an embedding service, a question is also compared by meaning; everything else stays as it is. */

const de = createTranslator('de');
/** The search takes it for a question about a deleted tenant and states that answer. */
const misread = 'Wie stelle ich ein gelöschtes Postfach nach 30 Tagen wieder her';

const triesAtMost = 100;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ withEmbeddings: true });
  // The bot loads by itself; a question that comes before is read without it.
  await untilItCompares();
});
afterEach(() => {
  stage.sandbox.core.faults.clear();
  // A service that failed is left alone for some minutes, and then nothing would leave the machine anyway.
  stage.passTime(10 * 60_000);
});
afterAll(() => stage.stop());

const seen = () => stage.sandbox.core.requests.list().filter(({ service }) => service === 'embeddings');
const requests = (): number => seen().length;
const opensChat = () => stage.opensChat({ as: 'global-admin-m365', locale: 'de' });

const batches = Math.ceil(comparedTexts(loadContent('content', Date.now())).length / 32);
const made = () =>
  storedKeys(stage, 'embedding/').filter((key) => storedDocument(stage, key)?.includes('"state":"made"') === true);

/** Asks until all vectors are made and a question costs one request. */
async function untilItCompares(): Promise<void> {
  for (let times = 0; times < triesAtMost; times += 1) {
    // A question costs the machine more than a look at the store.
    for (let look = 0; look < 50 && made().length < batches; look += 1) await pause(20);
    const chat = await opensChat();
    const isWhole = made().length === batches;
    const before = requests();
    await chat.types(misread);
    if (isWhole && requests() === before + 1) return;
  }
  throw new Error(`${made().length} of ${batches} batches were made`);
}

test('what the search alone would state wrongly is only offered', async () => {
  const chat = await opensChat();
  const before = requests();

  await chat.types(misread);

  expect(chat.words()).toContain(de('card.question-choices.perhaps-title'));
  expect(chat.words()).not.toContain(de('card.answer.helped'));
  expect(requests() - before).toBe(1);
});

test.each(['503', 'html', 'cut-off'] as const)('a service that answers %s leaves the built-in way', async (fault) => {
  stage.sandbox.core.faults.add({ service: 'embeddings', fault, times: 1 });
  const chat = await opensChat();

  await chat.types(misread);

  expect(chat.words()).toContain(de('card.answer.helped'));
});

test('phrases, buttons, clear wishes and codes never leave the machine', async () => {
  const chat = await opensChat();
  const before = requests();

  await chat.types('hilfe');
  await chat.types('Ich habe Microsoft 365 und möchte Azure');
  await chat.types('AADSTS50020');
  await chat.types('ich will mit einem Menschen sprechen');
  await chat.types('nein');

  expect(requests()).toBe(before);
});

test('what tells who asks is taken out before a question leaves the machine', async () => {
  const chat = await opensChat();
  const before = requests();

  await chat.types(`${misread} von megan.bowen@contoso.com`);

  expect(seen().slice(before)).toMatchObject([{ body: { input: [`${misread} von …`] } }]);
});

test('a question leaves no document behind', async () => {
  const before = made();
  const chat = await opensChat();

  await chat.types(misread);

  expect(made()).toEqual(before);
});
